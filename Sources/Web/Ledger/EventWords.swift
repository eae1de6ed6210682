import Delivery

/// What a record's type says, in words: `project.stage_recognised` is 认定项目阶段. A type without
/// words of its own is shown as it is.
enum EventWords {
    static func of(_ type: String) -> Phrase { words[type] ?? Phrase(type, type) }

    private static let words: [String: Phrase] = [
        "city.configured": Phrase("设置城市", "City set up"),
        "rulebook.adopted": Phrase("采用规则", "Rulebook adopted"),
        "organization.registered": Phrase("登记单位", "Organization registered"),
        "organization.renamed": Phrase("单位更名", "Organization renamed"),
        "organization.moved": Phrase("单位改隶", "Organization moved"),
        "organization.grouped": Phrase("调整组别", "Race group changed"),
        "organization.closed": Phrase("单位撤销", "Organization closed"),
        "person.appointed": Phrase("任用人员", "Person appointed"),
        "person.dismissed": Phrase("免去人员", "Person dismissed"),
        "project.registered": Phrase("登记项目", "Project registered"),
        "project.revised": Phrase("修订项目", "Project revised"),
        "project.credited": Phrase("计入地区", "Project credited"),
        "project.standing_changed": Phrase("中止、恢复或终止项目", "Project suspended, resumed or ended"),
        "project.reported": Phrase("项目进展报告", "Progress reported"),
        "project.stage_scheduled": Phrase("计划或预计阶段", "Stage planned or forecast"),
        "project.stage_claimed": Phrase("主张阶段", "Stage claimed"),
        "project.claim_withdrawn": Phrase("撤回主张", "Claim withdrawn"),
        "project.stage_recognised": Phrase("认定阶段", "Stage recognised"),
        "project.stage_refused": Phrase("不予认定", "Stage refused"),
        "project.recognition_revoked": Phrase("撤销认定", "Recognition revoked"),
        "project.statistics_entered": Phrase("入库纳统", "Entered in the statistics"),
        "project.year_planned": Phrase("下达年度投资计划", "Year's investment planned"),
        "project.investment_reported": Phrase("月度投资", "Month's investment reported"),
        "target.set": Phrase("下达目标", "Target set"),
        "finding.recorded": Phrase("记录督导发现", "Finding recorded"),
        "finding.closed": Phrase("整改完成", "Finding put right"),
        "frame.declared": Phrase("设定框架", "Frame declared"),
        "source.registered": Phrase("登记来源", "Source registered"),
        "indicator.registered": Phrase("登记指标", "Indicator registered"),
        "indicator.revised": Phrase("修订指标", "Indicator revised"),
        "indicator.observed": Phrase("填报指标数据", "Figure reported"),
        "indicator.approved": Phrase("审核指标数据", "Figure approved"),
        "indicator.accepted": Phrase("采用指标数据", "Figure accepted"),
        "indicator.returned": Phrase("退回指标数据", "Figure returned"),
        "indicator.locked": Phrase("锁定指标期间", "Period locked"),
        "indicator.unlocked": Phrase("解锁指标期间", "Period unlocked"),
        "indicator.target_set": Phrase("下达指标目标", "Indicator's target set"),
        "calendar.year_set": Phrase("设定工作日历", "Working days set"),
    ]
}
