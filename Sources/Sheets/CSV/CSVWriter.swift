/// Writes rows as RFC 4180 text in UTF-8: a cell is quoted where it must be, rows end with CRLF.
package struct CSVWriter {
    package private(set) var bytes: [UInt8] = []
    private let delimiter: Delimiter

    /// - Parameter byteOrderMark: spreadsheet programs take UTF-8 for what it is only with it.
    package init(delimiter: Delimiter = .comma, byteOrderMark: Bool = false) {
        self.delimiter = delimiter
        if byteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    package mutating func write(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(delimiter.rawValue) }
            // A row of one empty cell would read as an empty line.
            if needsQuotes(cell) || (cells.count == 1 && cell.isEmpty) {
                quote(cell)
            } else {
                bytes += cell.utf8
            }
        }
        bytes += [0x0D, 0x0A]
    }

    private func needsQuotes(_ cell: String) -> Bool {
        cell.utf8.contains { byte in
            byte == delimiter.rawValue || byte == 0x22 || byte == 0x0A || byte == 0x0D
        }
    }

    private mutating func quote(_ cell: String) {
        bytes.append(0x22)
        for byte in cell.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
