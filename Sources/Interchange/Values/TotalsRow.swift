import Sheets

/// Tells the rows that sum up others: 合计、小计、总计.
enum TotalsRow {
    private static let endings = ["合计", "小计", "总计", "共计", "总和"]
    /// 累计 ends the names of indicators too, so that it says so only alone.
    private static let words: Set<String> = [
        "累计", "本年累计", "本月累计", "total", "subtotal", "grandtotal", "sum", "totals",
    ]

    /// Whether one of the row's first two cells that hold something says so: `合计`, `中山区小计`,
    /// `合 计（万元）`, `Total:`. Behind an id, `k-2`, the ending is a part of a name; behind a serial
    /// number or a group it is not.
    static func isOne(_ row: Row) -> Bool {
        let held = Array(row.cells.lazy.filter { !$0.isBlank }.prefix(2))
        let hasID = held.first.map(isID) ?? false
        return held.enumerated().contains { place, cell in
            guard case .text(let text) = cell, text.utf8.count <= 90 else { return false }
            var word = NameForm.folded(text).prefix { !"(:[".contains($0) }
            while let last = word.last, last.isNumber { word.removeLast() }
            if word.last == "共" { word.removeLast() }
            if (endings + words).contains(word.lowercased()) { return true }
            return (place == 0 || !hasID) && endings.contains { word.hasSuffix($0) }
        }
    }

    private static func isID(_ cell: Cell) -> Bool {
        guard case .text(let text) = cell else { return false }
        return text.utf8.contains { (0x61...0x7A).contains($0 | 0x20) }
    }
}
