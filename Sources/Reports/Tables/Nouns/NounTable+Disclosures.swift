import Delivery
import Rulebook

/// What was decided of lists beside their editions.
extension NounTable {
    static let disclosures: [NounTable] = [disclosed, amended]

    private static let disclosed = NounTable(
        "list_disclosures", key: ["list", "seq"], zh: "清单的公开与停止公开",
        en: "Decisions that made an edition public, or the list no longer.",
        [
            .of("lists", "list", "清单", "the list", required: true) { $0.list },
            .integer("edition", "公开的版次；停止公开则为空", "what is public; none where nothing is") {
                $0.disclosure.edition
            },
            .day("day", "日期", "when", required: true) { $0.disclosure.day },
            .hash("reason_sha256", "理由（封存文本）", "the sealed text of the reason", required: true) {
                $0.disclosure.reason.hash
            },
            .text("recorded_by", "登记人编号", "who recorded it", required: true) {
                $0.disclosure.by.text
            },
            .seq("seq", "所在的记录", "the record that says so", required: true) {
                $0.disclosure.seq
            },
        ]
    ) { (source: TableSource) in
        source.city.lists.all.flatMap { one in
            one.disclosures.map { (list: one.id.text, disclosure: $0) }
        }
    }

    private static let amended = NounTable(
        "list_amendments", key: ["list", "seq"], zh: "清单的更名和更换编制单位",
        en: "What lists were called and who kept them before it was changed.",
        [
            .of("lists", "list", "清单", "the list", required: true) { $0.list },
            .text("title_before", "原名称", "its title until then", required: true) {
                $0.amendment.before.title
            },
            .text("title_en_before", "原英文名称", "its English title until then") {
                $0.amendment.before.titleEn
            },
            .of(
                "organizations", "keeper_before", "原编制单位", "who kept it until then",
                required: true
            ) { $0.amendment.before.keeper.text },
            .day("day", "日期", "when", required: true) { $0.amendment.day },
            .hash("reason_sha256", "理由（封存文本）", "the sealed text of the reason", required: true) {
                $0.amendment.reason.hash
            },
            .text("recorded_by", "登记人编号", "who recorded it", required: true) {
                $0.amendment.by.text
            },
            .seq("seq", "所在的记录", "the record that says so", required: true) {
                $0.amendment.seq
            },
        ]
    ) { (source: TableSource) in
        source.city.lists.all.flatMap { one in
            one.amendments.map { (list: one.id.text, amendment: $0) }
        }
    }
}
