import Delivery
import Rulebook

/// One table of race facts as an exported table: `projects` of the facts is `fact_projects`.
/// Amounts are in the city's unit, as in the facts, and in minor units where they are whole ones.
struct FactTable: Sendable {
    /// What the facts call it.
    let name: String
    let table: ExportTable
    private let fields: [(name: String, kind: ExportColumn.Kind)]

    private typealias Field = (String, ExportColumn.Kind, String, String)

    private init(_ name: String, zh: String, en: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields.map { ($0.0, $0.1) }
        var columns = [
            RaceTables.set,
            RaceTables.column("position", .integer, "次序，从 1 起", "its place, from 1"),
            RaceTables.of("organizations", RaceTables.column("unit", .text, "地区", "the unit")),
        ]
        for (field, kind, zh, en) in fields {
            var column = RaceTables.optional(field, kind, zh, en)
            if kind == .seq { column.references = "records" }
            columns.append(column)
            if kind == .money {
                columns.append(
                    RaceTables.optional(
                        field + "_minor", .minor, zh + "（分）", en + ", in whole minor units"))
            }
        }
        table = ExportTable(
            name: "fact_" + name, words: Words(zh: zh, en: en), columns: columns,
            key: ["facts", "position"])
    }

    /// A row's cells after the set, the position and the unit.
    func cells(_ row: [(field: String, cell: Cell)], unit: MoneyUnit) -> [TableCell] {
        fields.flatMap { field -> [TableCell] in
            let cell = row.first { $0.field == field.name }?.cell ?? .null
            switch field.kind {
            case .flag:
                guard case .bool(let value) = cell else { return [.null] }
                return [.flag(value)]
            case .integer, .seq: return [.integer(cell.text.flatMap { Int($0) })]
            case .money: return [.text(cell.text), FactTable.minor(cell.text, unit)]
            default: return [.text(cell.text)]
            }
        }
    }

    /// A share of an amount may be finer than a minor unit; then there is none.
    private static func minor(_ text: String?, _ unit: MoneyUnit) -> TableCell {
        guard let text, let number = Rational(text) else { return .null }
        var factor = Rational(1)
        for _ in 0..<unit.places { factor = factor * Rational(10) }
        return .integer((number * factor).wholeNumber)
    }

    static let all = [projects, investment, findings, plans, reports]

    private static let projects = FactTable(
        "projects", zh: "项目，每个认领地区一行", en: "Projects, a row for each unit that is credited.",
        [
            ("id", .text, "项目", "the project"), ("track", .code, "类别", "its track"),
            ("standing", .code, "状态", "its standing"), ("strategic", .flag, "战新", "strategic"),
            ("cluster", .text, "集群", "its cluster"), ("industry", .text, "行业", "its industry"),
            ("share", .decimal, "份额", "the unit's share"),
            ("total_investment", .money, "总投资（按份额）", "the unit's share of the investment"),
            ("whole_investment", .money, "总投资", "the whole investment"),
            ("entered_on", .day, "入库纳统日", "when it entered the statistics"),
            ("signed_on", .day, "签约认定日", "signed, recognised"),
            ("landed_on", .day, "落地认定日", "landed, recognised"),
            ("approved_on", .day, "立项认定日", "approved, recognised"),
            ("preparation_on", .day, "前期认定日", "preparation, recognised"),
            ("started_on", .day, "开工认定日", "started, recognised"),
            ("building_on", .day, "在建认定日", "building, recognised"),
            ("completed_on", .day, "竣工认定日", "completed, recognised"),
            ("produced_on", .day, "投产认定日", "producing, recognised"),
            ("at_capacity_on", .day, "达产认定日", "at capacity, recognised"),
            ("in_use_on", .day, "交付使用认定日", "in use, recognised"),
            ("seq", .seq, "登记所在的记录", "the record that registered it"),
        ])

    private static let investment = FactTable(
        "investment", zh: "逐月完成投资（按份额）", en: "Investment by month, by share.",
        [
            ("id", .text, "编号", "project and month"), ("project", .text, "项目", "the project"),
            ("month", .month, "月份", "the month"), ("amount", .money, "完成投资", "the amount"),
            ("seq", .seq, "所在的记录", "the record that says so"),
        ])

    private static let findings = FactTable(
        "findings", zh: "督导检查发现的问题", en: "What inspections found.",
        [
            ("id", .text, "问题", "the finding"), ("severity", .code, "程度", "how bad it is"),
            ("found_on", .day, "发现日期", "when it was found"),
            ("project", .text, "项目", "at which project"),
            ("seq", .seq, "所在的记录", "the record of the finding"),
        ])

    private static let plans = FactTable(
        "plans", zh: "年度投资计划（按份额）", en: "Planned investment by year, by share.",
        [
            ("id", .text, "编号", "project and year"), ("project", .text, "项目", "the project"),
            ("year", .integer, "年度", "the year"), ("amount", .money, "计划投资", "the amount"),
            ("seq", .seq, "所在的记录", "the record that says so"),
        ])

    private static let reports = FactTable(
        "reports", zh: "进展报告，与上一份对照", en: "Progress reports beside the one before each.",
        [
            ("id", .text, "编号", "project and day"), ("project", .text, "项目", "the project"),
            ("reported_on", .day, "报告日期", "the day of the report"),
            ("stage", .code, "环节", "the stage"),
            ("previous_stage", .code, "上期环节", "the stage before"),
            ("moved", .flag, "是否推进", "whether it moved on"),
            ("total_investment", .money, "总投资（按份额）", "the total investment, by share"),
            ("previous_total_investment", .money, "上期总投资（按份额）", "the one before"),
            ("completion", .day, "预计竣工", "forecast completion"),
            ("previous_completion", .day, "上期预计竣工", "the forecast before"),
            ("seq", .seq, "所在的记录", "the record of the report"),
        ])
}
