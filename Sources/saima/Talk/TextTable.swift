/// Columns of text for a terminal, in which a Chinese character is two columns wide.
struct TextTable {
    enum Alignment { case left, right }

    private let alignments: [Alignment]
    private var rows: [[String]] = []

    init(_ columns: [(title: String, alignment: Alignment)]) {
        alignments = columns.map(\.alignment)
        rows = [columns.map(\.title)]
    }

    mutating func append(_ row: [String]) { rows.append(row) }

    var lines: [String] {
        let widths = alignments.indices.map { column in
            rows.map { TextTable.width($0[column]) }.max() ?? 0
        }
        return rows.map { row in
            var line = ""
            for (column, text) in row.enumerated() {
                let room = widths[column] - TextTable.width(text)
                let space = String(repeating: " ", count: max(0, room))
                if column > 0 { line += "  " }
                line += alignments[column] == .left ? text + space : space + text
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
