import Sheets

extension Template {
    /// The rows as a text file, with the heads that its mapping reads.
    package func text(_ rows: [FilledRow]) -> [UInt8] {
        var writer = CSVWriter(byteOrderMark: true)
        writer.write(columns.map(\.head))
        for row in rows {
            writer.write(
                columns.map { column in
                    FormulaGuard.guarded(SheetText.carried(row.cells[column.head] ?? ""))
                })
        }
        return writer.bytes
    }
}
