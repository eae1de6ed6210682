import CXlsxWriter
import Foundation

/// Why a workbook could not be written.
package struct WorkbookError: Error, Sendable, Hashable {
    /// What libxlsxwriter said.
    package var reason: String
}

/// An XLSX workbook of plain tables, written in one go.
package struct Workbook {
    var title: String
    var author: String
    /// Seconds since 1970; the document's own date, so that the same workbook is the same file.
    var created: Int
    var sheets: [Sheet] = []

    struct Sheet {
        var name: String
        /// Characters, by column.
        var widths: [Double]
        var rows: [[Cell]] = []
        /// The rows above stay in sight, and are repeated on paper.
        var headRows = 1
    }

    package enum Cell {
        case blank
        case text(String)
        case head(String)
        /// A decimal, shown with the decimals it is written with.
        case decimal(String)
        case integer(Int)
    }

    /// libxlsxwriter writes files only, so this goes through one.
    func packed() throws(WorkbookError) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.path
        let path = folder + "/saima-\(UUID().uuidString).xlsx"
        defer { unlink(path) }
        guard let book = workbook_new(path) else {
            throw WorkbookError(reason: "workbook_new")
        }
        var texts: [UnsafeMutablePointer<CChar>?] = [
            strdup(Markup.legal(title)), strdup(Markup.legal(author)),
        ]
        defer { for text in texts { free(text) } }
        var properties = lxw_doc_properties()
        properties.title = texts[0]
        properties.author = texts[1]
        properties.created = time_t(created)
        workbook_set_properties(book, &properties)
        var formats = Formats(book)
        for sheet in named {
            guard let page = workbook_add_worksheet(book, sheet.name) else {
                workbook_close(book)
                throw WorkbookError(reason: "worksheet \(sheet.name)")
            }
            sheet.write(to: page, &formats)
        }
        texts.append(nil)
        let error = workbook_close(book)
        guard error == LXW_NO_ERROR else {
            throw WorkbookError(reason: String(cString: lxw_strerror(error)))
        }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw WorkbookError(reason: path)
        }
        return Array(bytes)
    }

    /// The sheets under names that a workbook takes: at most 31 characters, without `[]:*?/\`,
    /// each once whatever the case.
    private var named: [Sheet] {
        var taken: Set<String> = []
        return sheets.map { sheet in
            var name = String(
                Markup.legal(sheet.name).unicodeScalars.map {
                    "[]:*?/\\'".unicodeScalars.contains($0) ? " " : $0
                }
                .reduce(into: "") { $0.unicodeScalars.append($1) }
                .prefix(27))
            if name.allSatisfy(\.isWhitespace) { name = "—" }
            var number = 1
            var candidate = name
            while !taken.insert(candidate.lowercased()).inserted {
                number += 1
                candidate = "\(name) \(number)"
            }
            var sheet = sheet
            sheet.name = candidate
            return sheet
        }
    }
}

/// The formats of a workbook, each made once.
private struct Formats {
    private let book: UnsafeMutablePointer<lxw_workbook>
    let head: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?
    private var decimals: [Int: UnsafeMutablePointer<lxw_format>] = [:]

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        self.book = book
        head = workbook_add_format(book)
        format_set_bold(head)
        format_set_text_wrap(head)
        format_set_bottom(head, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_bg_color(head, 0xE6EDF2)
        format_set_align(head, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        text = workbook_add_format(book)
    }

    mutating func decimal(places: Int) -> UnsafeMutablePointer<lxw_format>? {
        guard places > 0 else { return text }
        if let known = decimals[places] { return known }
        let format = workbook_add_format(book)
        format_set_num_format(format, "0." + String(repeating: "0", count: places))
        decimals[places] = format
        return format
    }
}

extension Workbook.Sheet {
    fileprivate func write(
        to page: UnsafeMutablePointer<lxw_worksheet>, _ formats: inout Formats
    ) {
        for (column, width) in widths.enumerated() {
            worksheet_set_column(page, lxw_col_t(column), lxw_col_t(column), width, nil)
        }
        worksheet_freeze_panes(page, lxw_row_t(headRows), 0)
        if headRows > 0 {
            worksheet_repeat_rows(page, 0, lxw_row_t(headRows - 1))
        }
        worksheet_set_landscape(page)
        worksheet_set_paper(page, 9)
        worksheet_fit_to_pages(page, 1, 0)
        for (place, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                cell.write(to: page, lxw_row_t(place), lxw_col_t(column), &formats)
            }
        }
    }
}

extension Workbook.Cell {
    fileprivate func write(
        to page: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t,
        _ formats: inout Formats
    ) {
        switch self {
        case .blank: break
        case .text(let text):
            worksheet_write_string(page, row, column, Markup.legal(text), formats.text)
        case .head(let text):
            worksheet_write_string(page, row, column, Markup.legal(text), formats.head)
        case .integer(let number):
            worksheet_write_number(page, row, column, Double(number), formats.text)
        case .decimal(let text):
            guard let number = Workbook.Cell.exact(text) else {
                worksheet_write_string(page, row, column, text, formats.text)
                return
            }
            let places = text.split(separator: ".").dropFirst().first?.count ?? 0
            worksheet_write_number(page, row, column, number, formats.decimal(places: places))
        }
    }

    /// The number that a cell holds of a decimal; nil where the file, which keeps 16 digits,
    /// would say another. Then the cell holds the text.
    package static func exact(_ text: String) -> Double? {
        guard let number = Double(text), text.count(where: \.isNumber) <= 15,
            Double(String(format: "%.16G", number)) == number
        else { return nil }
        return number
    }
}
