/// What a cell holds. A text file knows text only; a workbook knows the rest.
package enum Cell: Sendable, Equatable {
    case blank
    /// Never empty; kept to the byte, spaces and line breaks included.
    case text(String)
    case number(CellNumber)
    /// As ISO 8601 writes it, as far as the cell shows it: `2024`, `2024-10`, `2024-10-15`,
    /// `2024-10-15T10:30:00`.
    case date(String)
    case boolean(Bool)
    /// An error word of the spreadsheet program, such as `#DIV/0!`; `Cell.uncalculated` for a
    /// formula whose value the file does not keep.
    case error(String)

    package static let uncalculated = "="

    package var isBlank: Bool { self == .blank }

    /// As a person would type it; empty for a blank cell.
    package var text: String {
        switch self {
        case .blank: ""
        case .text(let text), .date(let text), .error(let text): text
        case .number(let number): number.text
        case .boolean(let value): value ? "TRUE" : "FALSE"
        }
    }
}

/// A number with its exact digits and what its format makes of it.
package struct CellNumber: Sendable, Equatable {
    /// Plain: `-12.5`, without exponent, leading or trailing zeros.
    package var digits: String
    package var shown: Shown
    /// Whether the file's own digits end in the trace that binary fractions leave, which is left
    /// out here: `0.30000000000000004` for 0.3.
    package var isMended: Bool

    package enum Shown: Sendable, Equatable {
        case plain
        /// With this many decimals.
        case fixed(UInt8)
        /// In hundredths: 0.125 as `12.5%`.
        case percent
    }

    package init(digits: String, shown: Shown = .plain, isMended: Bool = false) {
        self.digits = digits
        self.shown = shown
        self.isMended = isMended
    }

    /// As a person would type it: `12.5%` where the cell shows a percentage.
    package var text: String {
        shown == .percent ? PlainNumber.timesHundred(digits) + "%" : digits
    }

    /// With the trailing zeros that the format shows: `2024.10` for 2024.1 in the format `0.00`.
    /// Digits that the format hides stay.
    package var padded: String {
        guard case .fixed(let places) = shown else { return text }
        let fraction = digits.split(separator: ".", maxSplits: 1).dropFirst().first ?? ""
        guard fraction.utf8.count < Int(places) else { return digits }
        let zeros = String(repeating: "0", count: Int(places) - fraction.utf8.count)
        return digits + (fraction.isEmpty ? "." : "") + zeros
    }
}
