import Delivery

/// A mapping made to fit one sheet: units that the sheet itself states are taken from there.
enum FittedMapping {
    /// - Throws: what the sheet says otherwise than the mapping, and what neither says.
    static func of(
        _ mapping: Mapping, _ table: SheetTable, _ binding: ColumnBinding, file: String
    ) throws(MappingProblems) -> Mapping {
        let list = ProblemList()
        var fitted = mapping
        for record in fitted.records.indices {
            for field in fitted.records[record].fields.indices {
                let old = fitted.records[record].fields[field]
                guard case .money(var money) = old.reading else { continue }
                let heads = (old.origin.columns + [old.otherwise].compactMap(\.self))
                    .compactMap { binding.header($0) }
                fit(&money, heads, table, old, list)
                fitted.records[record].fields[field].reading = .money(money)
            }
        }
        guard list.problems.isEmpty else { throw MappingProblems(file: file, list.problems) }
        return fitted
    }

    private static func fit(
        _ money: inout MoneyReading, _ heads: [String], _ table: SheetTable,
        _ field: FieldMapping, _ list: ProblemList
    ) {
        guard money.currency == "CNY" else {
            if money.exponent == nil { tellUnknown(field, list) }
            return
        }
        let inHeads = heads.map(MoneyUnit.stated(in:)).filter { $0 != .none }
        guard inHeads.dropFirst().allSatisfy({ $0 == inHeads[0] }) else {
            return tellDifferent(field, heads, list)
        }
        let stated = inHeads.first ?? .none
        switch (money.exponent, stated) {
        case (nil, .one(let exponent)): money.exponent = exponent
        case (nil, .none):
            guard case .one(let exponent) = MoneyUnit.stated(above: table.titles) else {
                return tellUnknown(field, list)
            }
            money.exponent = exponent
        case (nil, .unclear): tellUnknown(field, list)
        case (.some(let given), .one(let exponent)) where given != exponent:
            let head = heads.joined(separator: " + ")
            list.add(
                .unitDiffers, line: money.line,
                zh: "\(field.name) 的单位写作 \(MoneyUnit.word(given))，而表头是“\(head)”；"
                    + "请改成 \(MoneyUnit.word(exponent))，或写 unit: auto",
                en: "\(field.name) is said to count in \(MoneyUnit.word(given)), but the header is "
                    + "\"\(head)\"; make it \(MoneyUnit.word(exponent)), or unit: auto")
        default: return
        }
    }

    private static func tellDifferent(
        _ field: FieldMapping, _ heads: [String], _ list: ProblemList
    ) {
        let all = heads.map { "“\($0)”" }.joined()
        let quoted = heads.map { "\"\($0)\"" }.joined(separator: " and ")
        list.add(
            .unitDiffers, line: field.line,
            zh: "\(field.name) 取自单位不同的几列：\(all)；请统一单位后再导入",
            en: "\(field.name) is taken from columns of different units, \(quoted); "
                + "bring them to one unit first")
    }

    private static func tellUnknown(_ field: FieldMapping, _ list: ProblemList) {
        list.add(
            .unitUnknown, line: field.line,
            zh: "\(field.name) 的单位在表头和表格上方都没有写明；请写 unit: 元、万元或亿元",
            en: "neither the header nor what stands above the sheet names the unit of "
                + "\(field.name); say unit: 元, 万元 or 亿元")
    }
}
