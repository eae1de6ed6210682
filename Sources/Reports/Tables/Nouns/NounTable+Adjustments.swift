import Delivery
import JSON
import Rulebook

extension NounTable {
    static let commitmentDistricts = NounTable.commitmentList(
        "commitment_districts", naming: "organizations", as: "district", zh: "清单事项的责任地区",
        en: "The districts that each do a part of a commitment."
    ) { $0.districts.map(\.text) }

    static let commitmentAdjustments = NounTable(
        "commitment_adjustments", key: ["commitment", "number"], zh: "清单事项的调整",
        en: "What was to change of commitments after their issue, and what was decided.",
        [
            .of("commitments", "commitment", "事项", "the commitment", required: true) { $0.id },
            .integer("number", "序号，从 1 起", "its number, from 1", required: true) {
                $0.one.number
            },
            .code("kind", "种类", "what it does", required: true) { $0.one.kind.rawValue },
            .hash("reason_sha256", "理由（封存文本）", "the sealed text of the reason") {
                $0.one.reason.hash
            },
            .day("proposed_on", "申请日期", "when it was proposed", required: true) {
                $0.one.proposed.day
            },
            .text("proposed_by", "申请人编号", "who proposed it", required: true) {
                $0.one.proposed.by.text
            },
            .of("organizations", "proposed_for", "申请单位", "for whom") {
                $0.one.proposed.organization?.text
            },
            .seq("proposed_seq", "申请所在的记录", "the record that proposed it", required: true) {
                $0.one.proposed.seq
            },
            .code("decision", "审批结果，空为待审批", "what was decided; nothing while it is open") {
                $0.one.decision.map { $0.isApproved ? "approved" : "refused" }
            },
            .hash("decision_sha256", "审批意见（封存文本）", "the sealed text of the decision") {
                $0.one.decision?.reason?.hash
            },
            .day("decided_on", "审批日期", "when it was decided") { $0.one.decision?.mark.day },
            .text("decided_by", "审批人编号", "who decided it") { $0.one.decision?.mark.by.text },
            .seq("decided_seq", "审批所在的记录", "the record that decided it") {
                $0.one.decision?.mark.seq
            },
        ]
    ) { (source: TableSource) in
        source.city.commitments.all.flatMap { item in
            item.adjustments.map { (id: item.id.text, one: $0) }
        }
    }

    static let commitmentChanges = NounTable(
        "commitment_changes", key: ["commitment", "number", "field"], zh: "调整逐项变更的内容",
        en: "What adjustments change, field by field.",
        [
            .of("commitments", "commitment", "事项", "the commitment", required: true) { $0.id },
            .integer("number", "调整序号", "the adjustment", required: true) { $0.number },
            .code("field", "内容", "what changes", required: true) { $0.change.field.rawValue },
            .text("before", "变更前，封存文本为其哈希", "as it stood; of a sealed text its hash") {
                $0.change.before?.text
            },
            .text("after", "变更后，封存文本为其哈希", "as it is to stand; of a sealed text its hash") {
                $0.change.after?.text
            },
        ]
    ) { (source: TableSource) in
        source.city.commitments.all.flatMap { item in
            item.adjustments.flatMap { one in
                one.changes.map { (id: item.id.text, number: one.number, change: $0) }
            }
        }
    }

    static let commitmentPeriods = NounTable(
        "commitment_periods", key: ["commitment", "number"], zh: "长期事项已销号的各期",
        en: "The periods of standing commitments that were struck off.",
        [
            .of("commitments", "commitment", "事项", "the commitment", required: true) { $0.id },
            .integer("number", "序号，从 1 起", "its number, from 1", required: true) {
                $0.one.number
            },
            .day("from", "起始日", "from when", required: true) { $0.one.from },
            .day("due", "时限", "until when", required: true) { $0.one.due },
            .day("done", "完成日", "when it was done", required: true) { $0.one.done },
            .day("struck_off", "销号日", "when it was struck off", required: true) {
                $0.one.struckOff
            },
            .integer("evidence", "佐证数", "how many files show it", required: true) {
                $0.one.evidence.count
            },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.one.seq },
        ]
    ) { (source: TableSource) in
        source.city.commitments.all.flatMap { item in
            item.closedPeriods.map { (id: item.id.text, one: $0) }
        }
    }

    static let commitmentClocks = NounTable(
        "commitment_clocks", key: ["acknowledge"], zh: "清单事项的办理时限",
        en: "How long commitments may wait.",
        [
            .integer(
                "acknowledge", "签收时限（工作日）", "working days to acknowledge", required: true
            ) { $0.clocks.acknowledge },
            .text("reminders", "提前提醒的天数", "days before it is due on which to remind") {
                $0.clocks.reminders.map(String.init).joined(separator: ",")
            },
            .integer("update", "进展更新时限（天）", "days after which one is silent", required: true) {
                $0.clocks.update
            },
            .seq("seq", "设定所在的记录，空为预设", "the record that set it; none as it came") { $0.seq },
        ]
    ) { (source: TableSource) in
        [
            (
                clocks: source.city.commitmentClocks,
                seq: source.marks.latest[CommitmentClocksSet.type.description]
            )
        ]
    }
}

extension Adjustment.Value {
    fileprivate var text: String? {
        switch self {
        case .text(let text): text
        case .note(let note): note.hash
        case .day(let day): day.description
        case .person(let person): person.text
        case .organizations(let houses): houses.map(\.text).joined(separator: ",")
        }
    }
}
