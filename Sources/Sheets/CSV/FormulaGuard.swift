/// An apostrophe keeps a spreadsheet program from taking a cell of a text file for a formula.
package enum FormulaGuard {
    private static let signs = Set("=+-@\t\r'".unicodeScalars)

    package static func guarded(_ cell: String) -> String {
        guard let first = cell.unicodeScalars.first, signs.contains(first), Double(cell) == nil
        else { return cell }
        return "'" + cell
    }

    /// What was guarded, as it was.
    package static func bare(_ cell: String) -> String {
        let scalars = cell.unicodeScalars
        guard scalars.first == "'", let next = scalars.dropFirst().first, signs.contains(next)
        else { return cell }
        return String(scalars.dropFirst())
    }
}
