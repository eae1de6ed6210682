/// Gathers the text of a cell or a shared string out of its runs. What tells how characters are
/// pronounced is left out.
struct CellText {
    private(set) var bytes: [UInt8] = []
    private var phonetic = 0
    private var isInText = false
    private var hasEscapes = false

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        phonetic = 0
        isInText = false
        hasEscapes = false
    }

    mutating func start(_ name: XMLName) {
        if name.letter == UInt8(ascii: "t") {
            isInText = phonetic == 0
        } else if name == "rPh" {
            phonetic += 1
        }
    }

    mutating func end(_ name: XMLName) {
        if name.letter == UInt8(ascii: "t") {
            isInText = false
        } else if phonetic > 0, name == "rPh" {
            phonetic -= 1
        }
    }

    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        guard isInText else { return }
        hasEscapes = hasEscapes || piece.contains(UInt8(ascii: "_"))
        bytes.append(contentsOf: piece)
    }

    /// Text that stands in no run: the value of a formula.
    mutating func reading(_ value: [UInt8]) -> [UInt8] {
        clear()
        bytes = value
        hasEscapes = value.contains(UInt8(ascii: "_"))
        return unescaped
    }

    /// The bytes with `_x000D_` for what it stands for (ECMA-376 part 1, 22.9.2.19).
    var unescaped: [UInt8] {
        guard hasEscapes else { return bytes }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            if let unit = escaped(at: place) {
                place += 7
                if UTF16.isLeadSurrogate(unit), let low = escaped(at: place),
                    UTF16.isTrailSurrogate(low)
                {
                    place += 7
                    out += Array(String(decoding: [unit, low], as: UTF16.self).utf8)
                } else if let scalar = Unicode.Scalar(unit) {
                    out += Array(String(Character(scalar)).utf8)
                } else {
                    out += Array("\u{FFFD}".utf8)
                }
            } else {
                out.append(bytes[place])
                place += 1
            }
        }
        return out
    }

    private func escaped(at place: Int) -> UInt16? {
        guard Self.isEscape(bytes, at: place) else { return nil }
        return UInt16(String(decoding: bytes[place + 2..<place + 6], as: UTF8.self), radix: 16)
    }

    /// Whether `_x000D_` or the like stands here.
    static func isEscape(_ bytes: [UInt8], at place: Int) -> Bool {
        place + 7 <= bytes.count && bytes[place] == UInt8(ascii: "_")
            && bytes[place + 1] == UInt8(ascii: "x") && bytes[place + 6] == UInt8(ascii: "_")
            && bytes[place + 2..<place + 6].allSatisfy {
                Character(Unicode.Scalar($0)).isHexDigit
            }
    }
}
