package import Sheets

/// How a file is laid out, and what of it counts.
package struct SheetLayout: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case csv, xlsx
        /// Whichever the file is.
        case auto
    }

    package var kind = Kind.csv
    /// Nil: detected.
    package var encoding: TextEncoding?
    /// Nil: detected.
    package var delimiter: Delimiter?
    /// Rows above the header, such as a title.
    package var skipRows = 0
    package var headerRows = 1

    /// Which sheet of a workbook: nil, the first.
    package var choice: Choice?
    package var hiddenRows = Treatment.take
    package var hiddenSheets = Treatment.skip
    package var merged = Merged.once
    package var totals = Totals.refuse
    /// The first row that begins with one of these ends the sheet.
    package var until: [String] = []
    /// Rows that begin with one of these show how to fill the sheet, and are passed over.
    package var examples: [String] = []

    package enum Choice: Sendable, Equatable {
        case name(String)
        /// From 1, among the sheets that are not hidden unless hidden ones are taken.
        case position(Int)
    }

    package enum Treatment: String, Sendable, CaseIterable {
        case take, skip
    }

    /// What the value of merged cells counts for.
    package enum Merged: String, Sendable, CaseIterable {
        /// For the first of them.
        case once
        /// For each.
        case `repeat`
    }

    /// What is done about rows of sums.
    package enum Totals: String, Sendable, CaseIterable {
        case refuse, skip
        /// They are rows like others.
        case keep
    }
}
