/// `BC12`: column and row, from 1.
struct CellAddress: Equatable {
    var column: Int
    var row: Int

    static let lastColumn = 16_384
    static let lastRow = 1_048_576

    /// Nil where it is none, or beyond the largest sheet there is.
    init?(_ bytes: some Sequence<UInt8>) {
        var column = 0
        var row = 0
        for byte in bytes {
            let letter = byte & 0xDF
            if row == 0, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter), byte >= 0x41 {
                column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
                if column > Self.lastColumn { return nil }
            } else if column > 0, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
                if row == 0 || row > Self.lastRow { return nil }
            } else {
                return nil
            }
        }
        guard row > 0 else { return nil }
        self.column = column
        self.row = row
    }
}

/// Cells that the sheet shows as one; the first of them holds the value.
package struct MergedArea: Sendable, Equatable {
    /// From 1, both ends included.
    package var rows: ClosedRange<Int>
    package var columns: ClosedRange<Int>

    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }

    /// `B2:D5`; nil where it is none.
    init?(_ text: String) {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false)
            .map { CellAddress($0.utf8) }
        guard corners.count <= 2, let first = corners[0], let last = corners[corners.count - 1],
            first.row <= last.row, first.column <= last.column
        else { return nil }
        rows = first.row...last.row
        columns = first.column...last.column
    }
}
