import Delivery
package import Foundation
import Sheets

extension Template {
    /// Rows below the head in which the lists are offered.
    private static let offered = 2...5_000
    private static let listSheet = "选项"

    private enum Look {
        static let required = CellStyle {
            $0.isBold = true
            $0.wraps = true
            $0.hasBorder = true
            $0.alignment = .center
            $0.fill = 0xDCE6F1
        }
        static let optional = CellStyle {
            $0.wraps = true
            $0.hasBorder = true
            $0.alignment = .center
            $0.fill = 0xF2F2F2
        }
        static let text = CellStyle { $0.numberFormat = "@" }
        static let given = CellStyle {
            $0.color = 0x595959
            $0.fill = 0xF2F2F2
            $0.numberFormat = "@"
        }
        static let closed = CellStyle { $0.fill = 0xF2F2F2 }
        static let example = CellStyle {
            $0.isItalic = true
            $0.color = 0x767676
            $0.numberFormat = "@"
        }
        static let title = CellStyle {
            $0.isBold = true
            $0.fontSize = 14
        }
        static let words = CellStyle { $0.wraps = true }
    }

    /// Writes the sheet to be filled in, how to fill it, and what its lists offer.
    ///
    /// - Parameter rows: what stands in it already; without any it shows an example.
    /// - Throws: `SheetWriteError`, or `MappingProblems` where its own mapping is wrong.
    package func write(to url: URL, lists: TemplateLists, rows: [FilledRow] = []) throws {
        let required = try requiredHeads()
        let writer = try WorkbookWriter(url, created: 0, constantMemory: false)
        let sheet = try writer.addSheet(words.zh)
        let guide = try writer.addSheet("填写说明")
        let choices = try writer.addSheet(Self.listSheet)
        let places = try writeLists(choices, lists)
        try writeGuide(guide, required)
        for (index, column) in columns.enumerated() {
            sheet.setColumn(
                index + 1, width: column.width, style: column.isNumber ? nil : Look.text)
        }
        try sheet.write(
            columns.map { .text($0.head) },
            styles: columns.map { required.contains($0.head) ? Look.required : Look.optional },
            height: 32)
        if rows.isEmpty { try sheet.write(example(lists), styles: [Look.example]) }
        for row in rows { try write(row, to: sheet) }
        for (index, column) in columns.enumerated() {
            try sheet.comment(comment(column, required), row: 1, column: index + 1)
            guard let place = places[index] else { continue }
            let isStrict = if case .codes = column.holds { true } else { false }
            try sheet.offer(
                SheetWriter.Choices(
                    sheet: Self.listSheet, column: place.column, count: place.count,
                    title: column.head, message: column.note.zh + "\n" + column.note.en,
                    isStrict: isStrict),
                column: index + 1, rows: Self.offered)
        }
        sheet.freeze(rows: 1, columns: 1)
        sheet.setPrint(isLandscape: true, repeatRows: 1...1)
        try writer.close()
    }

    private func write(_ row: FilledRow, to sheet: SheetWriter) throws {
        let cells = columns.map { column -> WrittenCell in
            guard let text = row.cells[column.head], !text.isEmpty else { return .blank }
            return column.isNumber ? .number(text) : .text(SheetText.carried(text))
        }
        let styles = columns.map { column -> CellStyle? in
            if case .given = column.holds { return Look.given }
            if row.closed.contains(column.head) {
                return column.isNumber ? Look.closed : Look.given
            }
            return column.isNumber ? nil : Look.text
        }
        try sheet.write(cells, styles: styles)
    }

    /// The heads of columns that must be filled in each row.
    private func requiredHeads() throws -> Set<String> {
        let mapping = try mapping()
        let fields = mapping.records.flatMap(\.fields).filter {
            $0.blank == .refuse && $0.otherwise == nil
        }
        return Set(fields.flatMap(\.origin.columns).map(\.name))
    }

    private func example(_ lists: TemplateLists) -> [WrittenCell] {
        columns.enumerated().map { index, column in
            let isCode = if case .codes = column.holds { true } else { false }
            var text = column.example
            if !isCode, !text.isEmpty, let first = lists.names(column.holds).first { text = first }
            if index == 0 { return .text(Self.exampleMark + text) }
            if text.isEmpty { return .blank }
            return column.isNumber ? .number(text) : .text(text)
        }
    }

    private func comment(_ column: Column, _ required: Set<String>) -> String {
        let must = required.contains(column.head)
        if case .given = column.holds {
            return "仅供对照" + (column.note.zh.isEmpty ? "" : "：\(column.note.zh)") + "\n"
                + "\(column.english) (for reading only)"
                + (column.note.en.isEmpty ? "" : ": \(column.note.en)")
        }
        let zh = "\(must ? "必填" : "选填")" + (column.note.zh.isEmpty ? "" : "：\(column.note.zh)")
        let en =
            "\(column.english) (\(must ? "required" : "optional"))"
            + (column.note.en.isEmpty ? "" : ": \(column.note.en)")
        return zh + "\n" + en
    }

    /// - Returns: by the column's index, where its choices stand.
    private func writeLists(
        _ sheet: SheetWriter, _ lists: TemplateLists
    ) throws -> [Int: (column: Int, count: Int)] {
        var places: [Int: (column: Int, count: Int)] = [:]
        var written: [[String]] = []
        for (index, column) in columns.enumerated() {
            let names = lists.names(column.holds)
            guard !names.isEmpty else { continue }
            let known = written.firstIndex(of: names)
            if known == nil { written.append(names) }
            places[index] = ((known ?? written.count - 1) + 1, names.count)
        }
        for row in 0..<(written.map(\.count).max() ?? 0) {
            try sheet.write(
                written.map { row < $0.count ? .text($0[row]) : .blank }, styles: [Look.text])
        }
        for column in written.indices { sheet.setColumn(column + 1, width: 28) }
        return places
    }

    private func writeGuide(_ sheet: SheetWriter, _ required: Set<String>) throws {
        for (index, width) in [18.0, 26, 8, 52, 60].enumerated() {
            sheet.setColumn(index + 1, width: width)
        }
        try sheet.write([.text("\(words.zh) · \(words.en)")], styles: [Look.title])
        let steps = [
            Words(
                zh: "在第一张工作表中从第 2 行起填写，一行一项；标有“示例行”的行不会导入，可以删去。",
                en: "Fill in the first sheet from row 2 on, one thing a row; the row that says "
                    + "示例行 is an example and is not imported."),
            Words(
                zh: "先预览再导入：saima import 文件.xlsx --mapping \(mappingName) --data 目录 --dry-run",
                en: "Preview, then import: saima import FILE.xlsx --mapping \(mappingName) "
                    + "--data DIR --dry-run"),
        ]
        for line in steps + advice {
            try sheet.write([.text(line.zh)])
            try sheet.write([.text(line.en)])
        }
        sheet.skipRow()
        try sheet.write(
            ["列", "Column", "必填", "填什么", "What to fill in"].map { .text($0) },
            styles: [Look.required])
        for column in columns {
            try sheet.write(
                [
                    .text(column.head), .text(column.english),
                    .text(required.contains(column.head) ? "是" : ""), .text(column.note.zh),
                    .text(column.note.en),
                ], styles: [Look.words])
        }
    }
}

extension Template.Column {
    fileprivate var isNumber: Bool { if case .number = holds { true } else { false } }
}
