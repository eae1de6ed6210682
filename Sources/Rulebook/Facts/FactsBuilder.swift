/// Collects facts and checks that they hang together.
public struct FactsBuilder: Sendable {
    public let file: String
    public let period: Period
    private var units: [Facts.Unit] = []
    private var values: [(name: String, cells: [(unit: String, cell: Cell)])] = []
    private var valueIndex: [ExactText: Int] = [:]
    private var tables: [TableBuilder] = []

    /// `file` is the name that errors cite.
    public init(period: Period, file: String = "facts") {
        (self.period, self.file) = (period, file)
    }

    public mutating func add(_ unit: Facts.Unit) { units.append(unit) }

    /// Names an entry of `values`, which may then be empty.
    public mutating func declareValue(_ name: String) {
        guard valueIndex[ExactText(name)] == nil else { return }
        valueIndex[ExactText(name)] = values.count
        values.append((name, []))
    }

    /// A value of a unit that the facts do not have is ignored.
    public mutating func set(_ name: String, unit: String, _ cell: Cell) {
        declareValue(name)
        guard let index = valueIndex[ExactText(name)] else { return }
        values[index].cells.append((unit, cell))
    }

    public mutating func add(_ table: TableBuilder) { tables.append(table) }

    public func build() throws(Problems) -> Facts {
        var problems: [Problem] = []
        let index = unitIndex(&problems)
        let values = self.values.map { read($0.name, $0.cells, index, &problems) }
        let tables = self.tables.map { read($0, index, &problems) }
        var names: Set<ExactText> = []
        for table in tables where !names.insert(ExactText(table.name)).inserted {
            problems.append(
                problem(
                    "duplicate_table", zh: "表“\(table.name)”出现了两次",
                    en: "table \"\(table.name)\" stands twice"))
        }
        guard problems.isEmpty else { throw Problems(problems) }
        return Facts(file: file, period: period, units: units, values: values, tables: tables)
    }

    private func problem(_ code: String, zh: String, en: String) -> Problem {
        Problem(file: file, code: code, zh: zh, en: en)
    }

    private func unitIndex(_ problems: inout [Problem]) -> [ExactText: Int32] {
        var index: [ExactText: Int32] = [:]
        for (position, unit) in units.enumerated() {
            if index[ExactText(unit.id)] != nil {
                problems.append(
                    problem(
                        "duplicate_unit", zh: "单位“\(unit.id)”出现了两次",
                        en: "unit \"\(unit.id)\" stands twice; each unit may stand once"))
            }
            index[ExactText(unit.id)] = Int32(truncatingIfNeeded: position)
        }
        return index
    }

    private func read(
        _ name: String, _ cells: [(unit: String, cell: Cell)], _ index: [ExactText: Int32],
        _ problems: inout [Problem]
    ) -> Facts.Values {
        var figures = [Facts.Figure?](repeating: nil, count: units.count)
        for (unit, cell) in cells {
            guard let text = cell.text else { continue }
            guard !cell.isBool, let value = Rational(text) else {
                problems.append(
                    problem(
                        "not_a_number", zh: "values 中“\(name)”的“\(unit)”为“\(text)”，不是数",
                        en: "values \"\(name)\" of unit \"\(unit)\" is \"\(text)\"; "
                            + "a number is needed, such as 12.5"))
                continue
            }
            guard let unit = index[ExactText(unit)] else { continue }
            figures[Int(unit)] = Facts.Figure(text: text, value: value)
        }
        return Facts.Values(name: name, figures: figures)
    }

    private func read(
        _ table: TableBuilder, _ index: [ExactText: Int32], _ problems: inout [Problem]
    ) -> Facts.Table {
        var fields: Set<ExactText> = [ExactText("unit")]
        for field in table.fields where !fields.insert(ExactText(field)).inserted {
            problems.append(
                problem(
                    "duplicate_field", zh: "表“\(table.name)”的字段“\(field)”出现了两次",
                    en: "field \"\(field)\" of table \"\(table.name)\" stands twice"))
        }
        let known = table.unitNames.map { index[ExactText($0)] }
        for (position, unit) in known.enumerated() where unit == nil {
            let name = table.unitNames[position]
            let row = table.units.firstIndex(of: Int32(truncatingIfNeeded: position)) ?? 0
            let near = suggestionClause(for: name, among: units.map(\.id), found: problems.count)
            problems.append(
                problem(
                    "unknown_unit",
                    zh: "表“\(table.name)”第 \(row + 1) 行的单位“\(name)”不存在" + near.zh,
                    en: "row \(row + 1) of table \"\(table.name)\" belongs to unit "
                        + "\"\(name)\", which the facts do not have" + near.en))
        }
        return Facts.Table(
            name: table.name, units: table.units.map { known[Int($0)] ?? -1 },
            fields: table.fields, columns: table.columns.map(\.column))
    }
}
