/// Cuts bytes that come in pieces into lines of a bounded length.
struct LineSplitter: Sendable {
    enum Line: Sendable, Equatable {
        case text([UInt8])
        /// A line that was longer than allowed, and was passed over.
        case tooLong
    }

    /// Bytes of a line: a rulebook of 48,000 in the longest escapes fits.
    static let longest = 1 << 20

    private let longest: Int
    private var partial: [UInt8] = []
    private var isPassingOver = false

    init(longest: Int = LineSplitter.longest) { self.longest = longest }

    mutating func take(_ bytes: some Sequence<UInt8>) -> [Line] {
        var lines: [Line] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                lines.append(end())
            } else if partial.count < longest {
                partial.append(byte)
            } else {
                isPassingOver = true
            }
        }
        return lines
    }

    /// What stands behind the last line's end, if anything.
    mutating func finish() -> Line? {
        partial.isEmpty && !isPassingOver ? nil : end()
    }

    private mutating func end() -> Line {
        defer {
            partial.removeAll(keepingCapacity: true)
            isPassingOver = false
        }
        return isPassingOver ? .tooLong : .text(partial)
    }
}

extension LineSplitter.Line {
    /// Whether there is nothing in it but spaces.
    var isBlank: Bool {
        if case .text(let bytes) = self {
            bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        } else {
            false
        }
    }
}
