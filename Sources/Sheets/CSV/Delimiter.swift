/// What stands between two cells.
package enum Delimiter: UInt8, Sendable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
    case bar = 0x7C

    /// The character itself, or the word `tab`.
    package init?(_ text: String) {
        switch text {
        case ",": self = .comma
        case ";": self = .semicolon
        case "\t", "tab": self = .tab
        case "|": self = .bar
        default: return nil
        }
    }

    /// The delimiter that parts the first row, as texts further down may hold any of them; of those
    /// the one by which most of the first rows fall into the same number of cells, more than one;
    /// of equals the one that makes more cells; a comma where nothing separates.
    static func detect(in sample: [UInt8], encoding: TextEncoding) -> Delimiter {
        var best = Delimiter.comma
        var bestScore = (heads: 0, rows: 0, cells: 1)
        for candidate in allCases {
            let score = agreement(of: candidate, in: sample, encoding: encoding)
            if score.cells > 1, score > bestScore {
                best = candidate
                bestScore = score
            }
        }
        return best
    }

    private static func agreement(
        of delimiter: Delimiter, in sample: [UInt8], encoding: TextEncoding
    ) -> (heads: Int, rows: Int, cells: Int) {
        var heads = 0
        var counts: [Int: Int] = [:]
        guard
            var reader = try? CSVReader(
                .bytes(sample), encoding: encoding, delimiter: delimiter, limits: SheetLimits())
        else { return (0, 0, 1) }
        // The sample may end inside a row or a character: what was read until then counts.
        while let row = try? reader.next(), row.number <= 50 {
            if row.number == 1, row.cells.count > 1 { heads = 1 }
            if row.cells.count > 1 { counts[row.cells.count, default: 0] += 1 }
        }
        var best = (rows: 0, cells: 1)
        for (cells, rows) in counts where (rows, cells) > (best.rows, best.cells) {
            best = (rows, cells)
        }
        return (heads, best.rows, best.cells)
    }
}
