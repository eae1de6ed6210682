import Delivery
import Rulebook

extension Template {
    static let recognitions = Template(
        kind: "recognitions", otherNames: ["recognition", "rulings"],
        words: Words(zh: "环节认定表", en: "Recognitions"),
        mappingText: String(decoding: PackageResources.template_recognitions_yaml, as: UTF8.self),
        columns: [
            Column(
                "项目", "Project", "编号、名称或国家代码", "id, name or national code",
                example: "dl-001", width: 22, .projects),
            Column("项目名称", "Project's name", "", "", width: 28, .given),
            Column(
                "环节", "Stage", "申报的环节", "the stage that was claimed", example: "开工",
                width: 10, .codes(Stage.allCases.map(\.words.zh))),
            Column(
                "申报号", "Claim", "该项目的第几号申报；空白为待认定的一号",
                "the claim's number; blank is the one that waits", example: "1", width: 8, .number),
            Column("申报地区", "Claimed by", "", "", width: 14, .given),
            Column("申报日期", "Claimed date", "", "", .given),
            Column("已交佐证", "Evidence", "", "", width: 28, .given),
            Column(
                "缺少佐证", "Evidence missing", "缺少时不能认定",
                "what is missing cannot be recognised", width: 20, .given),
            Column(
                "认定结论", "Verdict", "认定或不予认定；空白为尚未决定",
                "认定 recognises, 不予认定 refuses; blank is not decided yet", example: "认定",
                width: 12, .codes(Verdict.allCases.map(\.words.zh))),
            Column(
                "认定日期", "Recognised date", "空白为申报日期", "blank is the claimed date",
                example: "2024-10-28"),
            Column(
                "不予认定原因", "Reason for refusing", "不予认定时必选", "where a claim is refused",
                width: 16, .codes(RefusedBecause.allCases.map(\.words.zh))),
            Column(
                "说明", "Note", "只在不予认定时填写；请勿填写涉密内容",
                "of a refusal only; nothing classified", width: 28),
        ],
        advice: [
            Words(
                zh: "以认定人身份生成的表已填好待其认定的申报；导入时写 --as 人员编号。",
                en: "Made for a person, it holds the claims that wait for them; import it with "
                    + "--as PERSON."),
            Words(
                zh: "没有填写认定结论的行不作处理，预览中会列明。",
                en: "Rows without a verdict are left alone, and the preview says which."),
        ],
        filling: { desk in desk.claimsToRule() })
}

extension TemplateDesk {
    /// A row for each claim that waits for the person.
    fileprivate func claimsToRule() -> [FilledRow] {
        let claims = actor.map { holding.city.claimsToRule(for: $0, on: today) } ?? []
        return claims.compactMap { waiting in
            guard let project = holding.city.projects[waiting.project],
                let claim = project.claim(waiting.claim)
            else { return nil }
            let kinds = Set(claim.evidence.map(\.kind))
            let missing = claim.stage.requiredEvidence.filter { !kinds.contains($0) }
            return FilledRow([
                "项目": project.id.text, "项目名称": project.profile.name,
                "环节": claim.stage.words.zh, "申报号": String(claim.number),
                "申报地区": name(claim.organization), "申报日期": claim.day.description,
                "已交佐证": claim.evidence.map(shown).joined(separator: "；"),
                "缺少佐证": missing.map(\.words.zh).joined(separator: "、"),
            ])
        }
    }

    private func shown(_ evidence: Evidence) -> String {
        guard case .text(let name) = holding.open(evidence.name) else {
            return evidence.kind.words.zh
        }
        return "\(evidence.kind.words.zh)：\(name)"
    }
}
