/// One row of cells with where it stands.
package struct Row: Sendable, Equatable {
    /// From 1, counting every row of the sheet, header and blank rows among them.
    package var number: Int
    /// The line of the file on which it begins, from 1; a quoted line break makes a row longer
    /// than a line.
    package var line: Int
    package var cells: [Cell]

    package init(number: Int, line: Int, cells: [Cell]) {
        self.number = number
        self.line = line
        self.cells = cells
    }

    package var isBlank: Bool { cells.allSatisfy(\.isBlank) }

    package func place(column: Int? = nil) -> SheetPlace {
        SheetPlace(row: number, line: line, column: column)
    }
}

/// What a cell holds. A text file knows text only; a workbook will add its typed cells here.
package enum Cell: Sendable, Equatable {
    case blank
    /// Never empty; kept to the byte, spaces and line breaks included.
    case text(String)

    package var isBlank: Bool { self == .blank }

    /// As a person would type it; empty for a blank cell.
    package var text: String {
        switch self {
        case .blank: ""
        case .text(let text): text
        }
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
