extension Phrase {
    static let project = Phrase("项目", "Project")
    static let district = Phrase("地区", "District")
    static let track = Phrase("类别", "Track")
    static let stage = Phrase("阶段", "Stage")
    static let noStage = Phrase("尚无阶段", "no stage yet")
    static let asReported = Phrase("据填报", "as reported")
    static let suspended = Phrase("中止", "suspended")
    static let terminated = Phrase("终止", "terminated")
    static let claimPending = Phrase("待认定", "claim pending")
    static let totalInvestment = Phrase("总投资", "Total investment")
    static let lastRecord = Phrase("最近记录", "Latest record")
    static let completeness = Phrase("数据", "Figures")
    static let withUnknown = Phrase("有未知项", "with unknowns")
    static let claims = Phrase("主张", "Claims")
    static let strategicShort = Phrase("战新", "Strategic")
    static let boardStages = Phrase("按阶段的看板", "Projects by stage")
    static let searchProjects = Phrase("名称、编号、投资方、地区", "name, number, investor, district")
    static let noProjects = Phrase("台账里还没有项目。", "There is no project in the ledger yet.")
    static let noProjectsAdvice = Phrase(
        "用 saima import 从表格导入，或用 saima sample 装入样例。",
        "Import them from a sheet with saima import, or try a sample with saima sample.")
    static let noProjectMatches = Phrase(
        "没有符合这些条件的项目。", "No project meets these conditions.")

    static func projectsLead(_ count: Int) -> Phrase {
        let count = Localizer(.zh).count(count)
        return Phrase(
            "全部 \(count) 个项目。阶段以认定为准，没有认定的按填报显示。",
            "\(count) projects. A stage counts as recognised; "
                + "where none is, the reported one is shown."
        )
    }

    static func allOfStage(_ count: String) -> Phrase {
        Phrase("看全部 \(count) 个", "all \(count)")
    }

    static func planOf(_ year: Int) -> Phrase { Phrase("\(year)年计划", "Plan for \(year)") }
    static func investedIn(_ year: Int) -> Phrase { Phrase("\(year)年完成", "Done in \(year)") }

    static func notCounted(_ count: Int) -> Phrase {
        Phrase("另有 \(count) 个金额未知", "\(count) more of unknown amount")
    }
}
