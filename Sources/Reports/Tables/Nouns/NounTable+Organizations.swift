import Delivery
import Rulebook

extension NounTable {
    static let organizations: [NounTable] = [
        organization, organizationAliases, organizationParents, organizationGroups, frames, lines,
        sources,
    ]

    private static let organization = NounTable(
        "organizations", key: ["id"], zh: "组织：地区、部门、园区、企业等",
        en: "Organizations: districts, departments, parks, enterprises.",
        [
            .text("id", "组织编号", "the organization", required: true) { $0.id.text },
            .code("kind", "类别", "its kind", required: true) { $0.kind.rawValue },
            .text("name", "名称", "its name", required: true) { $0.name },
            .text("name_en", "英文名称", "its English name") { $0.nameEn },
            .text("code", "统计代码", "its code in official statistics") { $0.code },
            .day("from_day", "设立日", "the first day it exists", required: true) { $0.from },
            .day("closed_day", "撤销日", "the first day it no longer exists") { $0.closed },
            .seq("first_seq", "登记所在的记录", "the record that registered it", required: true) {
                $0.records.first
            },
            .seq("last_seq", "最近变更的记录", "the latest record about it", required: true) {
                $0.records.last
            },
        ]
    ) { (source: TableSource) in Array(source.city.organizations.all) }

    private static let organizationAliases = NounTable(
        "organization_aliases", key: ["organization", "alias"], zh: "组织的别名",
        en: "Other spellings by which sheets call organizations.",
        [
            .of("organizations", "organization", "组织", "the organization", required: true) {
                $0.id
            },
            .text("alias", "别名", "the spelling", required: true) { $0.alias },
        ]
    ) { (source: TableSource) in
        source.city.organizations.all.flatMap { one in
            one.aliases.map { (id: one.id.text, alias: $0) }
        }
    }

    private static let organizationParents = NounTable(
        "organization_parents", key: ["organization", "from_day"], zh: "组织的上级，自某日起",
        en: "To whom organizations belong, from a day on.",
        [
            .of("organizations", "organization", "组织", "the organization", required: true) {
                $0.id
            },
            .day("from_day", "自", "from this day", required: true) { $0.entry.from },
            .of("organizations", "parent", "上级，空为没有", "its parent, if any") {
                $0.entry.value?.text
            },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.entry.seq },
        ]
    ) { (source: TableSource) in
        source.city.organizations.all.flatMap { one in
            one.parent.entries.map { (id: one.id.text, entry: $0) }
        }
    }

    private static let organizationGroups = NounTable(
        "organization_groups", key: ["organization", "from_day"], zh: "组织的赛马组别，自某日起",
        en: "In which race group organizations are, from a day on.",
        [
            .of("organizations", "organization", "组织", "the organization", required: true) {
                $0.id
            },
            .day("from_day", "自", "from this day", required: true) { $0.entry.from },
            .text("race_group", "组别，空为不参赛", "its group, if any") { $0.entry.value },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.entry.seq },
        ]
    ) { (source: TableSource) in
        source.city.organizations.all.flatMap { one in
            one.group.entries.map { (id: one.id.text, entry: $0) }
        }
    }

    private static let frames = NounTable(
        "frames", key: ["id"], zh: "框架，如六个建设", en: "Frames that things are aligned to.",
        [
            .text("id", "框架编号", "the frame", required: true) { $0.id.text },
            .text("name", "名称", "its name", required: true) { $0.name },
            .text("name_en", "英文名称", "its English name") { $0.nameEn },
            .seq("seq", "所在的记录", "the record that declared it", required: true) { $0.seq },
        ]
    ) { (source: TableSource) in source.city.frames }

    private static let lines = NounTable(
        "lines", key: ["id"], zh: "框架的主线", en: "The lines of frames.",
        [
            .text("id", "主线编号", "the line", required: true) { $0.line.id.text },
            .of("frames", "frame", "所属框架", "its frame", required: true) { $0.frame.id.text },
            .integer("position", "次序，从 1 起", "its place in the frame, from 1", required: true) {
                $0.position
            },
            .text("name", "名称", "its name", required: true) { $0.line.name },
            .text("name_en", "英文名称", "its English name") { $0.line.nameEn },
            .seq("seq", "所在的记录", "the record that declared it", required: true) {
                $0.frame.seq
            },
        ]
    ) { (source: TableSource) in
        source.city.frames.flatMap { frame in
            frame.lines.enumerated().map { (frame: frame, position: $0 + 1, line: $1) }
        }
    }

    private static let sources = NounTable(
        "sources", key: ["id"], zh: "数据和文字的来源", en: "Where figures and words were taken from.",
        [
            .text("id", "来源编号", "the source", required: true) { $0.id.text },
            .text("title", "题名", "its title", required: true) { $0.title },
            .text("title_en", "英文题名", "its English title") { $0.titleEn },
            .text("publisher", "发布者", "who published it") { $0.publisher },
            .day("day", "发布日", "the day it came out") { $0.day },
            .seq("first_seq", "登记所在的记录", "the record that registered it", required: true) {
                $0.records.first
            },
            .seq("last_seq", "最近变更的记录", "the latest record about it", required: true) {
                $0.records.last
            },
        ]
    ) { (source: TableSource) in Array(source.city.sources.all) }
}
