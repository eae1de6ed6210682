/// Why a workbook cannot be written.
package struct SheetWriteError: Error, Sendable, Equatable {
    package enum Code: String, Sendable, CaseIterable {
        case fileNotWritten = "file_not_written"
        case sheetName = "sheet_name"
        /// More rows, columns, links or characters than a workbook holds.
        case beyondWorkbook = "beyond_workbook"
        case noMemory = "no_memory"
    }

    package var code: Code
    package var zh: String
    package var en: String

    package init(_ code: Code, zh: String, en: String) {
        self.code = code
        self.zh = zh
        self.en = en
    }
}

extension SheetWriteError: CustomStringConvertible {
    package var description: String { en }
}
