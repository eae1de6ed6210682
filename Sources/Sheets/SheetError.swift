/// Why a sheet cannot be read: where it went wrong, what was found, what would be right.
package struct SheetError: Error, Sendable, Equatable {
    package enum Code: String, Sendable, CaseIterable {
        case unreadableFile = "unreadable_file"
        case notText = "not_text"
        case encodingUnknown = "encoding_unknown"
        case invalidBytes = "invalid_bytes"
        case nulByte = "nul_byte"
        case unterminatedQuote = "unterminated_quote"
        case textAfterQuote = "text_after_quote"
        case fieldTooLong = "field_too_long"
        case tooManyColumns = "too_many_columns"
        case tooManyRows = "too_many_rows"
        /// No workbook at all, or one of another program's kind.
        case notWorkbook = "not_a_workbook"
        /// `.xls`, `.xlsb`, `.ods`: to be saved as XLSX.
        case otherWorkbook = "workbook_of_another_kind"
        case encrypted = "workbook_encrypted"
        case archiveDamaged = "archive_damaged"
        /// Built to harm: entries over each other, names that climb, more inside than can be.
        case archiveHostile = "archive_hostile"
        case tooLarge = "workbook_too_large"
        case partMissing = "part_missing"
        case partDamaged = "part_damaged"
        case doctype = "doctype_refused"
        case cellDamaged = "cell_damaged"
        case sheetUnknown = "sheet_unknown"
        case sheetHidden = "sheet_hidden"
    }

    package var code: Code
    /// Where in the sheet; nil where the file as a whole is meant.
    package var place: SheetPlace?
    package var zh: String
    package var en: String

    package init(_ code: Code, at place: SheetPlace? = nil, zh: String, en: String) {
        self.code = code
        self.place = place
        self.zh = zh
        self.en = en
    }
}

/// A place in a sheet. Everything counts from 1.
package struct SheetPlace: Sendable, Equatable {
    /// Rows of the sheet, whatever lines they take.
    package var row: Int
    /// The line of the file on which the row begins, or, in an error, on which it went wrong.
    package var line: Int
    /// The column; nil for the row as a whole.
    package var column: Int?

    package init(row: Int, line: Int, column: Int? = nil) {
        self.row = row
        self.line = line
        self.column = column
    }

    package var zh: String {
        "第 \(row) 行\(column.map { "第 \($0) 列" } ?? "")" + (line == row ? "" : "（文件第 \(line) 行）")
    }

    package var en: String {
        "row \(row)\(column.map { ", column \($0)" } ?? "")"
            + (line == row ? "" : " (line \(line) of the file)")
    }
}

extension SheetError: CustomStringConvertible {
    package var description: String { place.map { "\($0.en): \(en)" } ?? en }
}
