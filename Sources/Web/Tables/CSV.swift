import Sheets

/// Comma-separated values (RFC 4180) as spreadsheets open them: UTF-8 with its mark, and no cell
/// that a spreadsheet would take for a formula.
package enum CSV {
    package static func text<Row>(_ columns: [Column<Row>], _ rows: [Row], _ t: Localizer) -> String
    {
        var result = "\u{FEFF}"
        let heads = columns.map { column in
            t(column.title) + (column.unit.map { " (\($0))" } ?? "")
        }
        append(heads, to: &result)
        for row in rows { append(columns.map { $0.text(row) }, to: &result) }
        return result
    }

    private static func append(_ cells: [String], to result: inout String) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { result += "," }
            result += quoted(FormulaGuard.guarded(cell))
        }
        result += "\r\n"
    }

    private static func quoted(_ cell: String) -> String {
        let needs = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        return needs
            ? "\""
                + cell.split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: "\"\"") + "\"" : cell
    }
}
