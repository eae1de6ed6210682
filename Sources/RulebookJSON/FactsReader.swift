import JSON
import Rulebook

/// Reads the parts of a facts document and goes on after mistakes.
struct FactsReader {
    let file: String
    private(set) var problems: [Problem] = []

    init(file: String) { self.file = file }

    private mutating func report(_ code: String, zh: String, en: String) {
        guard problems.count < 50 else { return }
        problems.append(Problem(file: file, code: code, zh: zh, en: en))
    }

    mutating func builder(_ json: JSON) -> FactsBuilder? {
        guard case .object = json else {
            report("not_facts", zh: "数据须是一个 JSON 对象", en: "facts must be a JSON object")
            return nil
        }
        if json["schema"] != .number("1") {
            report("schema", zh: "schema 须为 1", en: "schema must be 1")
        }
        guard case .string(let text)? = json["period"], let period = Period(text) else {
            report(
                "period", zh: "period 须是期间，如 2024、2024-H1、2024-Q3、2024-10",
                en: "period must be a year, half, quarter or month: "
                    + "2024, 2024-H1, 2024-Q3 or 2024-10")
            return nil
        }
        var builder = FactsBuilder(period: period, file: file)
        readUnits(json["units"], &builder)
        for (name, value) in members(json["values"], "values") {
            readValues(name, value, &builder)
        }
        for (name, value) in members(json["tables"], "tables") {
            readTable(name, value, &builder)
        }
        return builder
    }

    /// What is left out counts as empty.
    private mutating func members(_ json: JSON?, _ name: String) -> [(String, JSON)] {
        switch json {
        case nil: return []
        case .object(let members)?: return members.map { ($0.key, $0.value) }
        default:
            report("not_an_object", zh: "\(name) 须是对象", en: "\(name) must be an object")
            return []
        }
    }

    private mutating func readUnits(_ json: JSON?, _ builder: inout FactsBuilder) {
        guard case .array(let units)? = json else {
            report(
                "units", zh: "units 须是单位的列表", en: "units must be a list of units, [{\"id\": …}]")
            return
        }
        for (index, unit) in units.enumerated() {
            guard case .object = unit, case .string(let id)? = unit["id"], !id.isEmpty else {
                report(
                    "unit_id", zh: "units 第 \(index + 1) 项缺少文字的 id",
                    en: "entry \(index + 1) of units has no id; it must be text")
                continue
            }
            builder.add(
                Facts.Unit(
                    id: id, name: text(unit, "name", of: id), group: text(unit, "group", of: id)))
        }
    }

    private mutating func text(_ unit: JSON, _ key: String, of id: String) -> String? {
        switch unit[key] {
        case nil, .null?: return nil
        case .string(let text)?: return text
        default:
            report(
                "unit_text", zh: "单位“\(id)”的 \(key) 须是文字",
                en: "\(key) of unit \"\(id)\" must be text")
            return nil
        }
    }

    private mutating func readValues(
        _ name: String, _ json: JSON, _ builder: inout FactsBuilder
    ) {
        builder.declareValue(name)
        for (unit, value) in members(json, "values \"\(name)\"") {
            if let cell = cell(value) {
                builder.set(name, unit: unit, cell)
            } else {
                report(
                    "not_a_number", zh: "values 中“\(name)”的“\(unit)”须是数",
                    en: "values \"\(name)\" of unit \"\(unit)\" must be a number")
            }
        }
    }

    /// Nil for lists and objects.
    private func cell(_ json: JSON) -> Cell? {
        switch json {
        case .null: .null
        case .bool(let value): .bool(value)
        case .number(let text): .number(text)
        case .string(let text): .text(text)
        case .array, .object: nil
        }
    }

    private mutating func readTable(
        _ name: String, _ json: JSON, _ builder: inout FactsBuilder
    ) {
        guard case .array(let rows) = json else {
            report(
                "not_a_table", zh: "表“\(name)”须是行的列表",
                en: "table \"\(name)\" must be a list of rows")
            return
        }
        var order = FieldOrder()
        for case .object(let members) in rows {
            for member in members { order.add(member.key) }
        }
        var table = TableBuilder(name, fields: order.fields)
        var cells = [Cell](repeating: .null, count: order.fields.count)
        for (index, row) in rows.enumerated() {
            guard case .object(let members) = row, case .string(let unit)? = row["unit"] else {
                report(
                    "row_unit", zh: "表“\(name)”第 \(index + 1) 行缺少文字的 unit",
                    en: "row \(index + 1) of table \"\(name)\" has no unit; it must be text")
                continue
            }
            for position in cells.indices { cells[position] = .null }
            for member in members {
                guard let position = order.position(member.key) else { continue }
                guard let cell = cell(member.value) else {
                    report(
                        "cell", zh: "表“\(name)”第 \(index + 1) 行的 \(member.key) 不能是列表或对象",
                        en: "\(member.key) in row \(index + 1) of table \"\(name)\" "
                            + "must not be a list or an object")
                    continue
                }
                cells[position] = cell
            }
            table.append(unit: unit, cells)
        }
        builder.add(table)
    }
}

/// Fields in order of appearance, `unit` left out; names compared by bytes.
private struct FieldOrder {
    private(set) var fields: [String] = []
    private var positions: [[UInt8]: Int] = [Array("unit".utf8): -1]

    mutating func add(_ field: String) {
        let key = Array(field.utf8)
        guard positions[key] == nil else { return }
        positions[key] = fields.count
        fields.append(field)
    }

    func position(_ field: String) -> Int? {
        positions[Array(field.utf8)].flatMap { $0 < 0 ? nil : $0 }
    }
}
