import CXlsxWriter

/// Writes one sheet, row after row.
package final class SheetWriter {
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    /// Owns the sheet's memory.
    private let workbook: WorkbookWriter
    private let isConstant: Bool
    /// Of the row to be written next, from 1.
    package private(set) var nextRow = 1

    init(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>, of workbook: WorkbookWriter, isConstant: Bool
    ) {
        self.sheet = sheet
        self.workbook = workbook
        self.isConstant = isConstant
    }

    /// - Parameter width: characters.
    package func setColumn(_ column: Int, width: Double, style: CellStyle? = nil) {
        worksheet_set_column(
            sheet, lxw_col_t(column - 1), lxw_col_t(column - 1), width, workbook.format(style))
    }

    /// Rows above and columns before stay in sight.
    package func freeze(rows: Int, columns: Int = 0) {
        worksheet_freeze_panes(sheet, lxw_row_t(rows), lxw_col_t(columns))
    }

    package func hide() { worksheet_hide(sheet) }

    /// For paper: A4, as wide as the page, these rows on every page.
    package func setPrint(isLandscape: Bool, repeatRows: ClosedRange<Int>? = nil) {
        worksheet_set_paper(sheet, 9)
        if isLandscape { worksheet_set_landscape(sheet) }
        worksheet_fit_to_pages(sheet, 1, 0)
        if let repeatRows {
            worksheet_repeat_rows(
                sheet, lxw_row_t(repeatRows.lowerBound - 1), lxw_row_t(repeatRows.upperBound - 1))
        }
    }

    /// - Parameters:
    ///   - styles: of each cell, the last for those beyond; empty for none.
    ///   - height: points; nil for the program's own.
    ///   - isHidden: kept in the file and not shown.
    package func write(
        _ cells: [WrittenCell], styles: [CellStyle?] = [], height: Double? = nil,
        isHidden: Bool = false
    ) throws(SheetWriteError) {
        let row = lxw_row_t(nextRow - 1)
        if height != nil || isHidden {
            var options = lxw_row_col_options(hidden: isHidden ? 1 : 0, level: 0, collapsed: 0)
            worksheet_set_row_opt(sheet, row, height ?? 15, nil, &options)
        }
        for (index, cell) in cells.enumerated() {
            let style = index < styles.count ? styles[index] : styles.last ?? nil
            try check(write(cell, row, index, workbook.format(style)))
        }
        nextRow += 1
    }

    package func skipRow() { nextRow += 1 }

    private func write(
        _ cell: WrittenCell, _ row: lxw_row_t, _ index: Int,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) -> lxw_error {
        guard index < CellAddress.lastColumn, row < CellAddress.lastRow else {
            return LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE
        }
        let column = lxw_col_t(index)
        switch cell {
        case .blank: return worksheet_write_blank(sheet, row, column, format)
        case .text(let text):
            // The library would end the text there.
            guard !text.utf8.contains(0) else { return LXW_ERROR_PARAMETER_VALIDATION }
            return worksheet_write_string(
                sheet, row, column, WrittenCell.escaped(text), format)
        case .number(let digits):
            guard let value = WrittenCell.double(digits) else {
                return worksheet_write_string(sheet, row, column, digits, format)
            }
            return worksheet_write_number(sheet, row, column, value, format)
        case .date(let year, let month, let day):
            var date = lxw_datetime(
                year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
            return worksheet_write_datetime(sheet, row, column, &date, format)
        case .boolean(let value):
            return worksheet_write_boolean(sheet, row, column, value ? 1 : 0, format)
        case .link(let address, let text):
            return worksheet_write_url_opt(
                sheet, row, column, address, format, WrittenCell.escaped(text), nil)
        }
    }

    /// Merges cells and writes a text over them. In constant memory an area is one row high, and
    /// it is the row to be written next, which is written by it.
    package func merge(
        _ area: MergedArea, _ text: String, style: CellStyle? = nil
    ) throws(SheetWriteError) {
        guard !isConstant || area.rows == nextRow...nextRow,
            area.columns.count > 1
                || area.rows.count > 1
        else { throw Self.beyond() }
        try check(
            worksheet_merge_range(
                sheet, lxw_row_t(area.rows.lowerBound - 1),
                lxw_col_t(area.columns.lowerBound - 1), lxw_row_t(area.rows.upperBound - 1),
                lxw_col_t(area.columns.upperBound - 1), WrittenCell.escaped(text),
                workbook.format(style)))
        if isConstant { nextRow += 1 }
    }

    /// A note that the program shows where somebody points at the cell.
    package func comment(_ text: String, row: Int, column: Int) throws(SheetWriteError) {
        try check(
            worksheet_write_comment(sheet, lxw_row_t(row - 1), lxw_col_t(column - 1), text))
    }

    /// What a column's cells may hold, offered as a list.
    package struct Choices: Sendable {
        /// Of the sheet that holds the choices, and where they stand in it.
        package var sheet: String
        package var column: Int
        package var count: Int
        /// Shown beside the cell; at most 32 and 255 characters.
        package var title: String
        package var message: String
        /// Whether another value is refused by the program, or only warned of.
        package var isStrict: Bool

        package init(
            sheet: String, column: Int, count: Int, title: String, message: String, isStrict: Bool
        ) {
            self.sheet = sheet
            self.column = column
            self.count = count
            self.title = title
            self.message = message
            self.isStrict = isStrict
        }
    }

    package func offer(
        _ choices: Choices, column: Int, rows: ClosedRange<Int>
    ) throws(SheetWriteError) {
        let letter = Self.letters(choices.column)
        let quoted = choices.sheet.replacing("'", with: "''")
        let range = "='\(quoted)'!$\(letter)$1:$\(letter)$\(choices.count)"
        let title = String(choices.title.prefix(32))
        let message = String(choices.message.prefix(255))
        var code = LXW_NO_ERROR
        Self.withStrings([range, title, message]) { texts in
            var validation = lxw_data_validation()
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            validation.value_formula = texts[0]
            validation.input_title = texts[1]
            validation.input_message = texts[2]
            validation.error_title = texts[1]
            validation.error_message = texts[2]
            validation.error_type = UInt8(
                choices.isStrict
                    ? LXW_VALIDATION_ERROR_TYPE_STOP.rawValue
                    : LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
            code = worksheet_data_validation_range(
                sheet, lxw_row_t(rows.lowerBound - 1), lxw_col_t(column - 1),
                lxw_row_t(rows.upperBound - 1), lxw_col_t(column - 1), &validation)
        }
        try check(code)
    }

    /// C strings that may be written to, for as long as the call takes.
    private static func withStrings(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Void
    ) {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        body(copies)
    }

    /// `BC` for 55.
    static func letters(_ column: Int) -> String {
        var rest = column
        var letters: [Character] = []
        while rest > 0 {
            let letter = UInt8((rest - 1) % 26) + UInt8(ascii: "A")
            letters.append(Character(Unicode.Scalar(letter)))
            rest = (rest - 1) / 26
        }
        return String(letters.reversed())
    }

    private func check(_ code: lxw_error) throws(SheetWriteError) {
        switch code {
        case LXW_NO_ERROR: return
        case LXW_ERROR_MEMORY_MALLOC_FAILED:
            throw SheetWriteError(.noMemory, zh: "内存不足", en: "there is not enough memory")
        default: throw Self.beyond()
        }
    }

    private static func beyond() -> SheetWriteError {
        SheetWriteError(
            .beyondWorkbook, zh: "超出工作簿所能容纳的行、列、链接或文字长度，或文字中有空字节",
            en:
                "beyond the rows, columns, links or text lengths that a workbook holds, "
                + "or a text with a NUL byte")
    }
}
