import Sheets

/// Tells the rows that sum up others: 合计、小计、总计.
enum TotalsRow {
    private static let endings = ["合计", "小计", "总计", "共计", "累计", "总和"]
    private static let words: Set<String> = ["total", "subtotal", "grandtotal", "sum", "totals"]

    /// Whether one of the row's first two cells that hold something says so: `合计`, `中山区小计`,
    /// `合 计（万元）`, `Total:`.
    static func isOne(_ row: Row) -> Bool {
        row.cells.lazy.filter { !$0.isBlank }.prefix(2).contains { cell in
            guard case .text(let text) = cell, text.utf8.count <= 90 else { return false }
            var word = NameForm.folded(text).prefix { !"(:[".contains($0) }
            while let last = word.last, last.isNumber { word.removeLast() }
            if word.last == "共" { word.removeLast() }
            return endings.contains { word.hasSuffix($0) } || words.contains(word.lowercased())
        }
    }
}
