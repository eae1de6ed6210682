package import Delivery

/// Something that was done with the sheet as the mapping says, and that its reader should know: how
/// often, and what.
package struct ImportNote: Sendable, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        case sheetsLeftOut = "sheets_left_out"
        case hiddenSheetTaken = "hidden_sheet_taken"
        case hiddenRowsTaken = "hidden_rows_taken"
        case hiddenRowsSkipped = "hidden_rows_skipped"
        case totalsSkipped = "totals_skipped"
        case examplesSkipped = "examples_skipped"
        case rowsAfterEnd = "rows_after_end"
        case mergedOnce = "merged_once"
        case mergedRepeated = "merged_repeated"
        case filledDown = "filled_down"
        case rowsNotFilled = "rows_not_filled"
        case rowsUndecided = "rows_undecided"
        case numbersMended = "numbers_mended"
        case datesImprecise = "dates_imprecise"
        case issuesCut = "issues_cut"
    }

    package var code: Code
    package var count: Int
    package var words: Words

    init(_ code: Code, _ count: Int, zh: String, en: String) {
        self.code = code
        self.count = count
        words = Words(zh: zh, en: en)
    }
}

extension ImportNote {
    static func hiddenRows(_ count: Int, taken: Bool) -> ImportNote {
        taken
            ? ImportNote(
                .hiddenRowsTaken, count, zh: "\(count) 行是隐藏的，照样读入；不要则写 hidden_rows: skip",
                en: "\(count) rows are hidden and taken in all the same; else say "
                    + "hidden_rows: skip")
            : ImportNote(
                .hiddenRowsSkipped, count, zh: "\(count) 行是隐藏的，没有读入",
                en: "\(count) rows are hidden and left out")
    }

    static func totals(_ rows: [Int]) -> ImportNote {
        ImportNote(
            .totalsSkipped, rows.count,
            zh: "\(rows.count) 行是合计，没有读入（第 \(numbers(rows)) 行）",
            en: "\(rows.count) rows of totals are left out (rows \(numbers(rows)))")
    }

    static func examples(_ rows: [Int]) -> ImportNote {
        ImportNote(
            .examplesSkipped, rows.count,
            zh: "\(rows.count) 行标明是示例行，没有读入（第 \(numbers(rows)) 行）",
            en: "\(rows.count) rows say that they are examples and are left out "
                + "(rows \(numbers(rows)))")
    }

    private static func numbers(_ rows: [Int]) -> String {
        rows.prefix(10).map(String.init).joined(separator: ", ") + (rows.count > 10 ? " …" : "")
    }

    static func afterEnd(_ count: Int, from row: Int) -> ImportNote {
        ImportNote(
            .rowsAfterEnd, count, zh: "第 \(row) 行起是表外说明，\(count) 行没有读入",
            en: "the sheet ends before row \(row); \(count) rows are left out")
    }

    static func merged(_ count: Int, repeated: Bool) -> ImportNote {
        repeated
            ? ImportNote(
                .mergedRepeated, count, zh: "\(count) 处合并单元格，其值用于其中每一格",
                en: "\(count) merged areas: their value counts for each of their cells")
            : ImportNote(
                .mergedOnce, count, zh: "\(count) 处合并单元格，其值只算第一格；若每格都算，写 merged: repeat",
                en: "\(count) merged areas: their value counts for the first cell only; for all of "
                    + "them say merged: repeat")
    }

    static func filledDown(_ count: Int, _ column: String) -> ImportNote {
        ImportNote(
            .filledDown, count, zh: "“\(column)”有 \(count) 格空白，沿用上方的值",
            en: "\(count) blank cells of \"\(column)\" take the value above them")
    }

    static func mended(_ count: Int) -> ImportNote {
        ImportNote(
            .numbersMended, count, zh: "\(count) 个数去掉了电子表格留下的浮点尾数（如 0.30000000000000004 记作 0.3）",
            en: "\(count) numbers are without the trace of binary fractions that the spreadsheet "
                + "left (0.30000000000000004 is 0.3)")
    }

    static func imprecise(_ count: Int, _ field: String) -> ImportNote {
        ImportNote(
            .datesImprecise, count, zh: "\(field) 有 \(count) 个日期没有写明哪一日，按映射取了首日或末日",
            en: "\(count) dates of \(field) name no day; the first or last day of what they name "
                + "was taken")
    }

    static func notFilled(_ count: Int, _ entity: String) -> ImportNote {
        ImportNote(
            .rowsNotFilled, count, zh: "\(count) 行的 when_filled 列空白，没有 \(entity)",
            en: "\(count) rows are blank under when_filled and speak of no \(entity)")
    }

    static func issuesCut(_ limit: Int) -> ImportNote {
        ImportNote(
            .issuesCut, limit, zh: "问题已达 \(limit) 处，其余没有再列；请先改正这些",
            en: "there are \(limit) problems or more; the rest is not told, mend these first")
    }

    static func undecided(_ rows: [Int], _ entity: Words) -> ImportNote {
        ImportNote(
            .rowsUndecided, rows.count,
            zh: "\(rows.count) 行没有填写结论，不作\(entity.zh)（第 \(numbers(rows)) 行）",
            en: "\(rows.count) rows say no verdict and stay undecided (rows \(numbers(rows)))")
    }

    static func sheetsLeftOut(_ names: [String]) -> ImportNote {
        let zh = names.prefix(10).map { "“\($0)”" }.joined(separator: "、")
        let en = names.prefix(10).map { "\"\($0)\"" }.joined(separator: ", ")
        return ImportNote(
            .sheetsLeftOut, names.count, zh: "另有 \(names.count) 张工作表没有读：\(zh)",
            en: "\(names.count) other sheets are not read: \(en)")
    }

    static func hiddenSheet(_ name: String) -> ImportNote {
        ImportNote(
            .hiddenSheetTaken, 1, zh: "工作表“\(name)”是隐藏的", en: "the sheet \"\(name)\" is hidden")
    }
}
