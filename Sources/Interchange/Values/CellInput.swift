import Sheets

/// A cell as a field reads it.
struct CellInput {
    enum Origin {
        /// As typed, with every character that was typed.
        case text
        /// Out of a text file, into which a spreadsheet program may have put 2024.1 for 2024.10.
        case plain
        case number(CellNumber)
        case date
        case boolean(Bool)
        case error
    }

    /// Without the white space around it; empty for a blank cell.
    var text: String
    var origin: Origin

    /// - Parameter isWorkbook: whether texts are known to be texts.
    init(_ cell: Cell, isWorkbook: Bool) {
        let written = Trimming.trimmed(cell.text)
        text = isWorkbook ? written : FormulaGuard.bare(written)
        switch cell {
        case .number(let number): origin = .number(number)
        case .date: origin = .date
        case .boolean(let value): origin = .boolean(value)
        case .error: origin = .error
        case .blank, .text:
            // What a spreadsheet program puts into a text file for an error.
            origin = Self.errorWords.contains(text) ? .error : isWorkbook ? .text : .plain
        }
    }

    init(text: String, _ origin: Origin = .text) {
        self.text = text
        self.origin = origin
    }

    private static let errorWords: Set<String> = [
        "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!",
    ]

    var isError: Bool { if case .error = origin { true } else { false } }

    var isUncalculated: Bool {
        if case .error = origin { text == Cell.uncalculated } else { false }
    }
}
