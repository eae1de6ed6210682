import Interchange

/// What is changed in a good mapping, and the problem that must be told of it, with its line.
struct MappingSlip: Sendable {
    var from: String
    var to: String
    var code: MappingProblem.Code
    var line: Int

    init(_ from: String, _ to: String, _ code: MappingProblem.Code, _ line: Int) {
        self.from = from
        self.to = to
        self.code = code
        self.line = line
    }

    static let all = [
        MappingSlip("schema: 1", "schema: 2", .valueNotAllowed, 2),
        MappingSlip("schema: 1", "scheme: 1", .keyUnknown, 2),
        MappingSlip("kind: csv", "kind: cvs", .valueNotAllowed, 3),
        MappingSlip("kind: csv", "kind: csv, encodin: utf-8", .keyUnknown, 3),
        MappingSlip("kind: csv", "kind: csv, encoding: latin", .valueNotAllowed, 3),
        MappingSlip("kind: csv", "kind: csv, header_rows: 0", .valueNotAllowed, 3),
        MappingSlip("kind: csv", "kind: csv, kind: csv", .notYAML, 3),
        MappingSlip("project.investment", "project.investmant", .entityUnknown, 5),
        MappingSlip("  fields:", "  key: [projekt]\n  fields:", .valueNotAllowed, 5),
        MappingSlip("amount:", "amuont:", .fieldUnknown, 9),
        MappingSlip(
            "    month: {column: 月份, type: month, formats: [yyyy-MM]}\n", "", .fieldMissing, 7),
        MappingSlip("type: month", "type: money, unit: 1, currency: CNY", .typeUnfit, 8),
        MappingSlip("[yyyy-MM]", "[yy-MM]", .dateFormat, 8),
        MappingSlip("[yyyy-MM]", "[yyyy-MM], imprecise: middle", .valueNotAllowed, 8),
        MappingSlip("[yyyy-MM]", "[yyyy-MM], year: soon", .valueNotAllowed, 8),
        MappingSlip("kind: csv", "kind: xlsx, name: a, position: 2", .valueNotAllowed, 3),
        MappingSlip("kind: csv", "kind: xlsx, merged: often", .valueNotAllowed, 3),
        MappingSlip("currency: CNY", "currency: CNY, approximate: {keep: blank}", .typeUnfit, 9),
        MappingSlip(", currency: CNY", "", .keyMissing, 9),
        MappingSlip("unit: 万元", "unit: 万", .valueNotAllowed, 9),
        MappingSlip("currency: CNY", "currency: CNY, blank: {keep: blank}", .typeUnfit, 9),
        MappingSlip("currency: CNY", "currency: CNY, blank: omit", .typeUnfit, 9),
        MappingSlip("currency: CNY", "currency: CNY, blank: skip", .valueNotAllowed, 9),
        MappingSlip("currency: CNY", "currency: CNY, blank: {use: much}", .typeUnfit, 9),
        MappingSlip("column: 编号, type", "type", .keyMissing, 7),
        MappingSlip("column: 编号", "column: 编号, constant: a", .keyMissing, 7),
        MappingSlip("column: 编号", "template: fixed", .valueNotAllowed, 7),
        MappingSlip("column: 编号", "column: [[编号]]", .wrongKind, 7),
        MappingSlip("type: text", "type: text, repeats: last", .keyMissing, 7),
        MappingSlip("sheet: {kind: csv}", "sheet: csv", .wrongKind, 3),
    ]
}
