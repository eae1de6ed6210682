import Delivery
import Rulebook

extension NounTable {
    static let blockers: [NounTable] = [blocker, blockerSteps, tierClocks, calendarDays]

    private static let blocker = NounTable(
        "blockers", key: ["id"], zh: "协调事项", en: "What stops projects.",
        [
            .text("id", "编号", "the blocker", required: true) { $0.id.text },
            .of("projects", "project", "项目", "which project", required: true) {
                $0.project.text
            },
            .code("kind", "类别", "its kind", required: true) { $0.kind.rawValue },
            .of("organizations", "organization", "提出单位", "who raised it") {
                $0.organization.text
            },
            .hash("note_sha256", "说明（封存文本）", "the sealed text of it") { $0.note.hash },
            .code("state", "状态", "how far it has come", required: true) { $0.state.rawValue },
            .code("tier", "所在层级", "the tier that is to solve it", required: true) {
                $0.tier.rawValue
            },
            .of("organizations", "handler", "办理单位", "who is to solve it there") {
                $0.handler.text
            },
            .seq("first_seq", "提出所在的记录", "the record that raised it", required: true) {
                $0.records.first
            },
            .seq("last_seq", "最近变更的记录", "the latest record about it", required: true) {
                $0.records.last
            },
        ]
    ) { (source: TableSource) in Array(source.city.blockers.all) }

    private static let blockerSteps = NounTable(
        "blocker_steps", key: ["blocker", "seq"], zh: "协调事项的经过",
        en: "Everything that happened to a blocker.",
        [
            .of("blockers", "blocker", "协调事项", "the blocker", required: true) { $0.id },
            .code("what", "经过", "what happened", required: true) { $0.step.what.code },
            .day("day", "日期", "when", required: true) { $0.step.day },
            .code("tier", "此后的层级", "where it stands after", required: true) {
                $0.step.tier.rawValue
            },
            .of("organizations", "handler", "此后的办理单位", "who is to solve it there") {
                $0.step.handler.text
            },
            .integer("clock", "时限（工作日）", "working days it has there", required: true) {
                $0.step.clock
            },
            .hash("note_sha256", "说明（封存文本）", "the sealed text of the note") { $0.step.note?.hash },
            .text("recorded_by", "登记人编号", "who recorded it", required: true) { $0.step.by.text },
            .of("organizations", "organization", "登记单位", "for whom") {
                $0.step.organization?.text
            },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.step.seq },
        ]
    ) { (source: TableSource) in
        source.city.blockers.all.flatMap { one in
            one.steps.map { (id: one.id.text, step: $0) }
        }
    }

    private static let tierClocks = NounTable(
        "tier_clocks", key: ["tier"], zh: "各层级的协调时限", en: "Working days that each tier has.",
        [
            .code("tier", "层级", "the tier", required: true) { $0.tier.rawValue },
            .integer("working_days", "工作日", "its working days", required: true) { $0.days },
            .seq("seq", "设定所在的记录，空为预设", "the record that set it; none as it came") { $0.seq },
        ]
    ) { (source: TableSource) in
        Tier.allCases.map { tier in
            (
                tier: tier, days: source.city.tierClocks[tier],
                seq: source.marks.latest[TierClocksSet.type.description]
            )
        }
    }

    private static let calendarDays = NounTable(
        "calendar_days", key: ["year", "day"], zh: "各年度安排的节假日和调休工作日",
        en: "Holidays and make-up working days as arranged for each year.",
        [
            .integer("year", "哪一年的安排", "by which year's arrangement", required: true) { $0.year },
            .day("day", "日期", "the day", required: true) { $0.day },
            .code("kind", "放假或上班", "holiday or workday", required: true) { $0.kind },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.seq },
        ]
    ) { (source: TableSource) in
        source.city.calendar.years.sorted { $0.key < $1.key }.flatMap { year, arrangement in
            arrangement.holidays.map {
                (year: year, day: $0, kind: "holiday", seq: arrangement.seq)
            }
                + arrangement.workdays.map {
                    (year: year, day: $0, kind: "workday", seq: arrangement.seq)
                }
        }
    }
}

extension Blocker.Step.What {
    fileprivate var code: String {
        switch self {
        case .raised: "raised"
        case .escalated: "escalated"
        case .solved: "solved"
        case .closed: "closed"
        case .reopened: "reopened"
        }
    }
}
