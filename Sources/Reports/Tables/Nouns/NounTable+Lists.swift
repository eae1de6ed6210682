import Delivery
import Rulebook

extension NounTable {
    static let lists: [NounTable] = [
        list, listDirectives, revisions, revisionSteps, changes, changeItems, editions,
        editionLines, editionOpenClauses,
    ]

    private static let list = NounTable(
        "lists", key: ["id"], zh: "清单", en: "Lists of commitments.",
        [
            .text("id", "清单编号", "the list", required: true) { $0.id.text },
            .text("title", "名称", "its title", required: true) { $0.profile.title },
            .text("title_en", "英文名称", "its English title") { $0.profile.titleEn },
            .of("organizations", "keeper", "编制单位", "who keeps it", required: true) {
                $0.profile.keeper.text
            },
            .integer("editions", "已发布的版数", "how many editions were published", required: true) {
                $0.editions.count
            },
            .seq("first_seq", "建立所在的记录", "the record that opened it", required: true) {
                $0.records.first
            },
            .seq("last_seq", "最近变更的记录", "the latest record about it", required: true) {
                $0.records.last
            },
        ]
    ) { (source: TableSource) in Array(source.city.lists.all) }

    private static let listDirectives = NounTable(
        "list_directives", key: ["list", "position"], zh: "清单所落实的指示、部署",
        en: "Which directives a list answers.",
        [
            .of("lists", "list", "清单", "the list", required: true) { $0.list },
            .integer("position", "次序，从 1 起", "its place, from 1", required: true) { $0.position },
            .of("directives", "directive", "指示", "the directive", required: true) {
                $0.directive
            },
        ]
    ) { (source: TableSource) in
        source.city.lists.all.flatMap { one in
            one.profile.directives.enumerated().map {
                (list: one.id.text, position: $0 + 1, directive: $1.text)
            }
        }
    }

    private static let revisions = NounTable(
        "list_revisions", key: ["list", "revision"], zh: "清单的修订", en: "Revisions of lists.",
        [
            .of("lists", "list", "清单", "the list", required: true) { $0.list },
            .integer("revision", "第几次修订", "which, from 1", required: true) {
                $0.revision.number
            },
            .of("directives", "directive", "由哪项部署引起", "the directive that opened it") {
                $0.revision.directive?.text
            },
            .hash("reason_sha256", "理由（封存文本）", "the sealed text of its reason") {
                $0.revision.reason?.hash
            },
            .code("state", "状态", "how far it has come", required: true) {
                $0.revision.state.rawValue
            },
            .seq("seq", "开始所在的记录", "the record that opened it", required: true) {
                $0.revision.steps.first?.seq
            },
        ]
    ) { (source: TableSource) in source.revisions }

    private static let revisionSteps = NounTable(
        "list_revision_steps", key: ["list", "revision", "seq"], zh: "清单修订的经过",
        en: "What happened to a revision.",
        [
            .of("lists", "list", "清单", "the list", required: true) { $0.list },
            .integer("revision", "第几次修订", "which revision", required: true) { $0.revision },
            .code("step", "环节", "what happened", required: true) { "\($0.step.what)" },
            .day("day", "日期", "when", required: true) { $0.step.day },
            .hash("note_sha256", "说明（封存文本）", "the sealed text of the note") { $0.step.note?.hash },
            .text("recorded_by", "登记人编号", "who recorded it", required: true) { $0.step.by.text },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.step.seq },
        ]
    ) { (source: TableSource) in
        source.revisions.flatMap { one in
            one.revision.steps.map {
                (list: one.list, revision: one.revision.number, step: $0)
            }
        }
    }

    private static let changes = NounTable(
        "list_changes", key: ["list", "revision", "change"], zh: "清单修订的改动",
        en: "Changes of revisions.",
        [
            .of("lists", "list", "清单", "the list", required: true) { $0.list },
            .integer("revision", "第几次修订", "which revision", required: true) { $0.revision },
            .integer("change", "第几处改动", "which change of it", required: true) {
                $0.change.number
            },
            .code("kind", "类别", "its kind", required: true) { $0.change.kind.rawValue },
            .text("title", "新的事项名称", "the new title of what is reworded") { $0.change.title },
            .hash("criterion_sha256", "新的完成标准（封存文本）", "the sealed text of the new criterion") {
                $0.change.criterion?.hash
            },
            .hash("reason_sha256", "理由（封存文本）", "the sealed text of the reason", required: true) {
                $0.change.reason.hash
            },
            .text("recorded_by", "登记人编号", "who recorded it", required: true) {
                $0.change.by.text
            },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.change.seq },
        ]
    ) { (source: TableSource) in source.changes }

    private static let changeItems = NounTable(
        "list_change_items", key: ["list", "revision", "change", "side", "position"],
        zh: "清单改动所涉及的事项", en: "Which items a change is of, and what they become.",
        [
            .of("lists", "list", "清单", "the list", required: true) { $0.place.list },
            .integer("revision", "第几次修订", "which revision", required: true) {
                $0.place.revision
            },
            .integer("change", "第几处改动", "which change of it", required: true) {
                $0.place.change.number
            },
            .code("side", "原事项或改为", "whether it is what was or what it becomes", required: true) {
                $0.side
            },
            .integer("position", "次序，从 1 起", "its place, from 1", required: true) { $0.position },
            .of("commitments", "commitment", "事项", "the item", required: true) { $0.item },
        ]
    ) { (source: TableSource) in
        source.changes.flatMap { place in
            [("from", place.change.items), ("into", place.change.into)].flatMap { side, items in
                items.enumerated().map {
                    (place: place, side: side, position: $0 + 1, item: $1.text)
                }
            }
        }
    }

    private static let editions = NounTable(
        "list_editions", key: ["list", "edition"], zh: "清单的版次", en: "Editions of lists.",
        [
            .of("lists", "list", "清单", "the list", required: true) { $0.list },
            .integer("edition", "第几版", "which, from 1", required: true) { $0.edition.number },
            .integer("revision", "由第几次修订而来", "the revision it published", required: true) {
                $0.edition.revision
            },
            .day("day", "日期", "the day it is of", required: true) { $0.edition.day },
            .text("title", "当时的清单名称", "what the list was called", required: true) {
                $0.edition.title
            },
            .text("approver", "批准人编号", "who approved it") { $0.edition.approver?.text },
            .seq("seq", "所在的记录", "the record that published it", required: true) {
                $0.edition.seq
            },
        ]
    ) { (source: TableSource) in source.editions }
}

extension NounTable {
    private static let editionLines = NounTable(
        "list_edition_lines", key: ["list", "edition", "position"], zh: "清单每版所载的事项",
        en: "What an edition states of each item.",
        [
            .of("lists", "list", "清单", "the list", required: true) { $0.list },
            .integer("edition", "第几版", "which edition", required: true) { $0.edition },
            .integer("position", "次序，从 1 起", "its place, from 1", required: true) { $0.position },
            .of("commitments", "commitment", "事项", "the item", required: true) {
                $0.line.item.text
            },
            .code("kind", "类别", "its kind", required: true) { $0.line.kind.rawValue },
            .text("title", "事项名称", "its title", required: true) { $0.line.title },
            .hash("criterion_sha256", "完成标准（封存文本）", "the sealed text of its criterion") {
                $0.line.criterion.hash
            },
            .of("organizations", "lead", "牵头单位", "who leads") { $0.line.lead.text },
            .day("due", "时限", "until when") { $0.line.due },
            .decimal("weight", "权重", "its weight") { $0.line.weight?.description },
        ]
    ) { (source: TableSource) in
        source.editions.flatMap { one in
            one.edition.lines.enumerated().map {
                (list: one.list, edition: one.edition.number, position: $0 + 1, line: $1)
            }
        }
    }

    private static let editionOpenClauses = NounTable(
        "list_edition_open_clauses", key: ["list", "edition", "position"],
        zh: "清单每版发布时尚无事项落实的条款", en: "Clauses that no item of an edition took up.",
        [
            .of("lists", "list", "清单", "the list", required: true) { $0.list },
            .integer("edition", "第几版", "which edition", required: true) { $0.edition },
            .integer("position", "次序，从 1 起", "its place, from 1", required: true) { $0.position },
            .of("directives", "directive", "指示", "the directive", required: true) {
                $0.clause.directive.text
            },
            .text("clause", "条款编号", "the clause") { $0.clause.clause?.text },
        ]
    ) { (source: TableSource) in
        source.editions.flatMap { one in
            one.edition.openClauses.enumerated().map {
                (list: one.list, edition: one.edition.number, position: $0 + 1, clause: $1)
            }
        }
    }
}

extension TableSource {
    fileprivate var revisions: [(list: String, revision: Revision)] {
        city.lists.all.flatMap { one in one.revisions.map { (one.id.text, $0) } }
    }

    fileprivate var editions: [(list: String, edition: Edition)] {
        city.lists.all.flatMap { one in one.editions.map { (one.id.text, $0) } }
    }

    fileprivate var changes: [(list: String, revision: Int, change: Revision.Change)] {
        revisions.flatMap { one in
            one.revision.changes.map { (one.list, one.revision.number, $0) }
        }
    }
}
