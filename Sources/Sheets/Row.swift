/// One row of cells with where it stands.
package struct Row: Sendable, Equatable {
    /// From 1, counting every row of the sheet, header and blank rows among them.
    package var number: Int
    /// The line of the file on which it begins, from 1; a quoted line break makes a row longer
    /// than a line. In a workbook the row's number.
    package var line: Int
    package var cells: [Cell]
    /// Hidden in the spreadsheet program, by hand or by a filter.
    package var isHidden: Bool

    package init(number: Int, line: Int, cells: [Cell], isHidden: Bool = false) {
        self.number = number
        self.line = line
        self.cells = cells
        self.isHidden = isHidden
    }

    package var isBlank: Bool { cells.allSatisfy(\.isBlank) }

    package func place(column: Int? = nil) -> SheetPlace {
        SheetPlace(row: number, line: line, column: column)
    }
}

/// A stream of rows: what every kind of file is turned into.
package protocol RowReader {
    /// The next row, or nil after the last one. After an error nothing more can be read.
    mutating func next() throws(SheetError) -> Row?
}

/// What a reader allows, so that no file can take the memory of the machine.
package struct SheetLimits: Sendable {
    /// Bytes of one cell, as UTF-8.
    package var fieldBytes = 1 << 20
    package var columns = 4_096
    package var rows = 2_000_000

    package init() {}

    package init(fieldBytes: Int, columns: Int, rows: Int) {
        self.fieldBytes = fieldBytes
        self.columns = columns
        self.rows = rows
    }
}
