import Delivery
import HashTreeCollections
import Rulebook

extension NounTable {
    static let progress: [NounTable] = [
        claims, claimEvidence, plans, investment, reports, targets, targetSchedule, findings,
    ]

    private static let claims = NounTable(
        "claims", key: ["project", "number"], zh: "环节的申报与认定", en: "Claimed stages and rulings.",
        [
            .of("projects", "project", "项目", "the project", required: true) { $0.project },
            .integer("number", "申报号，从 1 起", "the claim, from 1", required: true) {
                $0.claim.number
            },
            .code("stage", "环节", "the stage claimed", required: true) { $0.claim.stage.rawValue },
            .day("claimed_day", "申报的日期", "the day claimed", required: true) { $0.claim.day },
            .of("organizations", "organization", "申报单位", "who claimed it") {
                $0.claim.organization.text
            },
            .code("ruling", "结论", "what became of it", required: true) { $0.claim.ruling.code },
            .day("recognised_day", "认定的日期", "the recognised actual day") {
                $0.claim.recognisedDay
            },
            .code("because", "不予认定或撤销的理由", "why it was refused or revoked") {
                $0.claim.ruling.because?.rawValue
            },
            .hash("note_sha256", "说明（封存文本）", "the sealed text of the note") {
                $0.claim.ruling.note?.hash
            },
            .of("organizations", "ruled_by", "认定单位", "who ruled") { $0.claim.ruling.ruler?.text },
            .seq("seq", "申报所在的记录", "the record of the claim", required: true) { $0.claim.seq },
            .seq("ruling_seq", "结论所在的记录", "the record of the ruling or withdrawal") {
                $0.claim.ruling.seq
            },
        ]
    ) { (source: TableSource) in source.claims }

    private static let claimEvidence = NounTable(
        "claim_evidence", key: ["project", "claim", "position"], zh: "申报的佐证",
        en: "Files that lie beside claims.",
        [
            .of("projects", "project", "项目", "the project", required: true) { $0.project },
            .integer("claim", "申报号", "the claim", required: true) { $0.claim },
            .integer("position", "次序，从 1 起", "its place, from 1", required: true) { $0.position },
            .code("kind", "类别", "its kind", required: true) { $0.evidence.kind.rawValue },
            .hash("sha256", "文件的 SHA-256", "of the file", required: true) {
                $0.evidence.sha256.text
            },
            .integer("size", "字节数", "its bytes", required: true) { $0.evidence.size },
            .text("type", "媒体类型", "its media type", required: true) { $0.evidence.mediaType },
            .hash("name_sha256", "文件名（封存文本）", "the sealed text of its name") {
                $0.evidence.name?.hash
            },
            .seq("seq", "申报所在的记录", "the record of the claim", required: true) { $0.seq },
        ]
    ) { (source: TableSource) in
        source.claims.flatMap { project, claim in
            claim.evidence.enumerated().map {
                (
                    project: project, claim: claim.number, position: $0 + 1, evidence: $1,
                    seq: claim.seq
                )
            }
        }
    }

    private static let plans = NounTable(
        "plans", key: ["project", "year"], zh: "项目的年度投资计划", en: "Planned investment by year.",
        [
            .of("projects", "project", "项目", "the project", required: true) { $0.project },
            .integer("year", "年度", "the year", required: true) { $0.year },
            .money("amount", "计划投资", "the planned amount", required: true) { $0.plan.amount },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.plan.seq },
        ]
    ) { (source: TableSource) in
        source.city.projects.all.flatMap { project in
            project.plans.sorted { $0.key < $1.key }.map {
                (project: project.id.text, year: $0.key, plan: $0.value)
            }
        }
    }

    private static let investment = NounTable(
        "investment", key: ["project", "month"], zh: "项目的逐月完成投资", en: "Investment done by month.",
        [
            .of("projects", "project", "项目", "the project", required: true) { $0.project },
            .month("month", "月份", "the month", required: true) { $0.entry.month },
            .money("amount", "完成投资", "the amount done", required: true) { $0.entry.amount },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.entry.seq },
        ]
    ) { (source: TableSource) in
        source.city.projects.all.flatMap { project in
            project.investment.map { (project: project.id.text, entry: $0) }
        }
    }

    private static let reports = NounTable(
        "reports", key: ["project", "seq"], zh: "项目的进展报告", en: "What was reported of projects.",
        [
            .of("projects", "project", "项目", "the project", required: true) { $0.project },
            .day("as_of", "截至日", "as of this day", required: true) { $0.report.asOf },
            .known("stage", .code, "环节", "the stage", { $0.report.stage }, as: \.rawValue),
            .text("wording", "来源对环节的说法", "the source's word for the stage") {
                $0.report.wording
            },
            .text("reached", "到达环节的时间", "when it was reached") { $0.report.reached?.description },
            .known("total_investment", "总投资", "the total investment") {
                $0.report.totalInvestment
            },
            .known("total_investment_change", "总投资变化", "its change") {
                $0.report.totalInvestmentChange
            },
            .known(
                "completion", .day, "预计竣工", "forecast completion", { $0.report.completion },
                as: \.description),
            .integer("completion_change", "预计竣工推迟的天数", "days by which it is later") {
                $0.report.completionChange
            },
            .known("started", .day, "开工", "its start", { $0.report.started }, as: \.description),
            .hash("note_sha256", "说明（封存文本）", "the sealed text of the note") {
                $0.report.note?.hash
            },
            .provenance { $0.report.provenance },
            .seq("seq", "所在的记录", "the record of the report", required: true) { $0.report.seq },
        ]
    ) { (source: TableSource) in
        source.city.projects.all.flatMap { project in
            project.reports.map { (project: project.id.text, report: $0) }
        }
    }

    private static let targets = NounTable(
        "targets", key: ["organization", "measure", "year"], zh: "年度目标", en: "Yearly targets.",
        [
            .of("organizations", "organization", "单位", "whose target", required: true) {
                $0.key.organization.text
            },
            .text("measure", "指标编号", "of what measure", required: true) { $0.key.measure.text },
            .integer("year", "年度", "the year", required: true) { $0.key.year },
            .decimal("amount", "全年目标", "what is to be reached", required: true) {
                $0.amount.description
            },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.seq },
        ]
    ) { (source: TableSource) in source.targets }

    private static let targetSchedule = NounTable(
        "target_schedule", key: ["organization", "measure", "month"], zh: "年度目标的序时进度（累计）",
        en: "What is to be reached of a target by the end of each month.",
        [
            .of("organizations", "organization", "单位", "whose target", required: true) {
                $0.target.key.organization.text
            },
            .text("measure", "指标编号", "of what measure", required: true) {
                $0.target.key.measure.text
            },
            .month("month", "截至月份", "by the end of this month", required: true) { $0.month },
            .decimal("amount", "累计目标", "what is to be reached", required: true) {
                $0.amount.description
            },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.target.seq },
        ]
    ) { (source: TableSource) in
        source.targets.flatMap { target in
            target.schedule.enumerated().map { place, amount in
                (
                    target: target, month: Month(year: target.key.year, month: place + 1),
                    amount: amount
                )
            }
        }
    }

    private static let findings = NounTable(
        "findings", key: ["id"], zh: "督导检查发现的问题", en: "What inspections found.",
        [
            .text("id", "问题编号", "the finding", required: true) { $0.id.text },
            .of("organizations", "organization", "单位", "at whom it was found", required: true) {
                $0.organization.text
            },
            .of("projects", "project", "项目", "at which project") { $0.project?.text },
            .code("severity", "程度", "how bad it is", required: true) { $0.severity.rawValue },
            .day("found_on", "发现日期", "when it was found", required: true) { $0.foundOn },
            .hash("note_sha256", "说明（封存文本）", "the sealed text of the note") { $0.note?.hash },
            .seq("seq", "所在的记录", "the record of the finding", required: true) { $0.seq },
            .day("closed_on", "整改完成日", "when it was put right") { $0.closed?.day },
            .seq("closed_seq", "整改所在的记录", "the record of that") { $0.closed?.seq },
        ]
    ) { (source: TableSource) in source.city.findings.values.sorted { $0.seq < $1.seq } }
}

extension Claim.Ruling {
    fileprivate var code: String {
        switch self {
        case .pending: "pending"
        case .withdrawn: "withdrawn"
        case .recognised: "recognised"
        case .refused: "refused"
        case .revoked: "revoked"
        }
    }

    fileprivate var because: RefusedBecause? {
        switch self {
        case .refused(let because, _, _, _), .revoked(let because, _, _, _): because
        default: nil
        }
    }

    fileprivate var note: Note? {
        switch self {
        case .refused(_, let note, _, _), .revoked(_, let note, _, _): note
        default: nil
        }
    }

    fileprivate var ruler: OrganizationID? {
        switch self {
        case .recognised(_, let by, _), .refused(_, _, let by, _), .revoked(_, _, let by, _): by
        default: nil
        }
    }

    fileprivate var seq: Int? {
        switch self {
        case .pending: nil
        case .withdrawn(let seq), .recognised(_, _, let seq), .refused(_, _, _, let seq),
            .revoked(_, _, _, let seq):
            seq
        }
    }
}
