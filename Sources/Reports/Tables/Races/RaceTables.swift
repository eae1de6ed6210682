import Delivery

/// The tables of races: what was scored on, and what came of it.
enum RaceTables {
    static let races = ExportTable(
        name: "races",
        words: Words(
            zh: "已采用规则在各期间的赛马；不能进行的写明原因",
            en: "Races by adopted rulebook and period; one that cannot be run says why."),
        columns: [
            column("id", .integer, "本文件内的编号", "its number in this file"),
            column("rulebook", .text, "规则编号", "the rulebook"),
            column("period", .text, "期间", "the period"),
            optional("version", .text, "规则版本", "the rulebook's version in force"),
            optional("rulebook_sha256", .sha256, "规则的 SHA-256", "of the rulebook"),
            of("fact_sets", optional("facts", .integer, "所用数据", "the facts it was scored on")),
            optional("refused", .code, "不能进行的原因代码", "the code of why it cannot be run"),
            optional("refused_zh", .text, "不能进行的原因", "why, in Chinese"),
            optional("refused_en", .text, "不能进行的原因（英文）", "why, in English"),
        ], key: ["id"])

    static let standings = ExportTable(
        name: "standings",
        words: Words(zh: "赛马的积分与名次", en: "Totals and ranks, as saima race prints them."),
        columns: [
            of("races", column("race", .integer, "赛马", "the race")),
            column("position", .integer, "次序，从 1 起", "its place in the list, from 1"),
            column("race_group", .text, "组别", "the group"),
            of("organizations", column("unit", .text, "地区", "the unit")),
            optional("rank", .integer, "名次", "its rank"),
            optional("total", .decimal, "总分", "its total"),
            column("base", .decimal, "基础分", "its base"),
            column("bonus", .decimal, "加分", "its bonus"),
            column("penalty", .decimal, "扣分", "its penalty"),
            column("veto", .flag, "一票否决", "whether it is vetoed"),
        ], key: ["race", "unit"])

    static let scores = ExportTable(
        name: "scores",
        words: Words(zh: "各指标的得分；不适用的为空", en: "Scores by indicator; empty where not applicable."),
        columns: [
            of("races", column("race", .integer, "赛马", "the race")),
            of("organizations", column("unit", .text, "地区", "the unit")),
            column("indicator", .text, "指标编号", "the indicator"),
            optional("score", .decimal, "得分", "its score"),
            optional("points", .decimal, "计入总分的分数", "the points it gives"),
        ], key: ["race", "unit", "indicator"])

    static let factSets = ExportTable(
        name: "fact_sets",
        words: Words(
            zh: "赛马所用的数据，每份一行；与 saima facts 的输出一致",
            en: "The facts of races, one row a set: what saima facts prints."),
        columns: [
            column("id", .integer, "本文件内的编号", "its number in this file"),
            column("period", .text, "期间", "the period"),
            column("sha256", .sha256, "数据的 SHA-256", "of what saima facts prints"),
            column("counted", .integer, "计入的记录条数", "how many records count"),
        ], key: ["id"])

    static let factUnits = ExportTable(
        name: "fact_units", words: Words(zh: "参赛地区", en: "The units of a set of facts."),
        columns: [
            set, column("position", .integer, "次序，从 1 起", "its place, from 1"),
            of("organizations", column("unit", .text, "地区", "the unit")),
            optional("name", .text, "名称", "its name"),
            optional("race_group", .text, "组别", "its group"),
            of("records", optional("seq", .seq, "组别所在的记录", "the record of its group")),
        ], key: ["facts", "unit"])

    static let factValues = ExportTable(
        name: "fact_values",
        words: Words(zh: "各地区的目标与序时进度", en: "Values by unit: targets and schedules."),
        columns: [
            set, column("name", .text, "名称", "the value's name"),
            of("organizations", column("unit", .text, "地区", "the unit")),
            column("value", .decimal, "数值", "the value"),
            of("records", optional("seq", .seq, "所在的记录", "the record it stands on")),
        ], key: ["facts", "name", "unit"])

    static var all: [ExportTable] {
        [factSets, factUnits, factValues] + FactTable.all.map(\.table) + [races, standings, scores]
    }

    static let set = of("fact_sets", column("facts", .integer, "数据", "the set of facts"))

    static func column(
        _ name: String, _ kind: ExportColumn.Kind, _ zh: String, _ en: String
    ) -> ExportColumn {
        ExportColumn(name, kind, zh: zh, en: en, isRequired: true)
    }

    static func optional(
        _ name: String, _ kind: ExportColumn.Kind, _ zh: String, _ en: String
    ) -> ExportColumn {
        ExportColumn(name, kind, zh: zh, en: en)
    }

    static func of(_ table: String, _ column: ExportColumn) -> ExportColumn {
        var column = column
        column.references = table
        return column
    }
}
