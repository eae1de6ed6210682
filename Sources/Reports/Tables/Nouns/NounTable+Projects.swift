import Delivery
import Rulebook

extension NounTable {
    static let projects: [NounTable] = [
        project, projectPartners, projectLines, projectCredits, projectSchedule,
    ]

    private static let project = NounTable(
        "projects", key: ["id"], zh: "项目", en: "Projects.",
        [
            .text("id", "项目编号", "the project", required: true) { $0.id.text },
            .text("name", "名称", "its name", required: true) { $0.profile.name },
            .code("track", "类别", "its track", required: true) { $0.profile.track.rawValue },
            .text("code", "国家项目代码", "its national code, GB/T 40058-2021") {
                $0.profile.code?.text
            },
            .of("organizations", "lead", "责任单位", "who answers for it") { $0.profile.lead?.text },
            .known("place", .text, "地点", "its place", { $0.profile.place }, as: { $0 }),
            .text("industry", "行业", "its industry") { $0.profile.industry },
            .text("cluster", "集群", "its cluster") { $0.profile.cluster?.text },
            .flag("strategic", "战新", "of a strategic emerging industry") { $0.profile.strategic },
            .text("investor", "投资方", "who invests") { $0.profile.investor },
            .known("registered_investment", "登记的总投资", "total investment as registered") {
                $0.profile.totalInvestment
            },
            .known("total_investment", "最近的总投资", "the latest word on the total investment") {
                $0.totalInvestment
            },
            .hash("description_sha256", "简介（封存文本）", "the sealed text of its description") {
                $0.profile.description?.hash
            },
            .text("wording", "末段的说法", "what its last stage is called") { $0.profile.wording },
            .of("lines", "line", "主线", "its main line") { $0.profile.alignment.main?.text },
            .provenance { $0.profile.provenance },
            .code("standing", "状态", "active, suspended or terminated", required: true) {
                $0.standing.code
            },
            .day("standing_from", "状态自", "since when, if suspended or terminated") {
                $0.standing.day
            },
            .code("recognised_stage", "已认定的最远环节", "the furthest recognised stage") {
                $0.recognisedStage?.rawValue
            },
            .code("reported_stage", "最近报告的环节", "the stage of the latest report with one") {
                $0.reportedStage?.rawValue
            },
            .day("statistics_entry", "入库纳统日", "the day it entered the statistics") {
                $0.statisticsEntry
            },
            .seq("first_seq", "登记所在的记录", "the record that registered it", required: true) {
                $0.registered
            },
            .seq("last_seq", "最近变更的记录", "the latest record about it", required: true) {
                $0.records.last
            },
        ]
    ) { (source: TableSource) in Array(source.city.projects.all) }

    private static let projectPartners = NounTable(
        "project_partners", key: ["project", "position"], zh: "项目的其他参与单位",
        en: "Others at work on a project.",
        [
            .of("projects", "project", "项目", "the project", required: true) { $0.project },
            .integer("position", "次序，从 1 起", "its place, from 1", required: true) { $0.position },
            .of("organizations", "organization", "单位", "the organization", required: true) {
                $0.organization
            },
        ]
    ) { (source: TableSource) in
        source.city.projects.all.flatMap { project in
            project.profile.partners.enumerated().map {
                (project: project.id.text, position: $0 + 1, organization: $1.text)
            }
        }
    }

    private static let projectLines = NounTable.otherLines("project", of: "projects") {
        $0.city.projects.all.map { ($0.id.text, $0.profile.alignment) }
    }

    private static let projectCredits = NounTable(
        "project_credits", key: ["project", "from_day", "organization"], zh: "项目的认领份额，自某日起",
        en: "Who is credited with a project, from a day on; the shares of a day sum to 1.",
        [
            .of("projects", "project", "项目", "the project", required: true) { $0.project },
            .day("from_day", "自", "from this day", required: true) { $0.from },
            .of("organizations", "organization", "单位", "the organization", required: true) {
                $0.credit.organization.text
            },
            .decimal("share", "份额", "its share", required: true) { $0.credit.share.description },
            .integer("share_millionths", "份额（百万分之）", "its share in millionths", required: true) {
                $0.credit.share.millionths
            },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.seq },
        ]
    ) { (source: TableSource) in
        source.city.projects.all.flatMap { project in
            project.credits.entries.flatMap { entry in
                entry.value.map {
                    (project: project.id.text, from: entry.from, credit: $0, seq: entry.seq)
                }
            }
        }
    }

    private static let projectSchedule = NounTable(
        "project_schedule", key: ["project", "stage", "kind"], zh: "项目各环节的计划与预计日期",
        en: "Planned and forecast days of a project's stages.",
        [
            .of("projects", "project", "项目", "the project", required: true) { $0.project },
            .code("stage", "环节", "the stage", required: true) { $0.stage.rawValue },
            .code("kind", "计划或预计", "baseline or forecast", required: true) { $0.kind.rawValue },
            .day("day", "日期", "the day", required: true) { $0.day },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.seq },
        ]
    ) { (source: TableSource) in source.schedule }
}

extension Project.Standing {
    fileprivate var code: String {
        switch self {
        case .active: "active"
        case .suspended: "suspended"
        case .terminated: "terminated"
        }
    }

    fileprivate var day: Day? {
        switch self {
        case .active: nil
        case .suspended(let day), .terminated(let day): day
        }
    }
}
