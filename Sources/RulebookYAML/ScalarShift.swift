/// Moves scalars out of the way of Unicode normalisation and back.
///
/// The parser compares keys as Swift strings, by canonical equivalence; the language compares
/// text by its scalars. Private-use scalars are equal only to themselves. One scalar stays one,
/// so that columns keep their numbers, unless escapes such as `\u00e9` are moved too.
struct ScalarShift {
    private static let offset: UInt32 = 0xF0000

    let shifted: String
    private let isShifted: Bool
    private let movesEscapes: Bool

    init(_ text: String, movesEscapes: Bool = false) {
        isShifted = !text.unicodeScalars.contains { $0.value >= ScalarShift.offset }
        self.movesEscapes = movesEscapes && isShifted && !ScalarShift.hasLongEscape(text)
        let escaped = self.movesEscapes ? ScalarShift.moveEscapes(text) : text
        shifted = isShifted ? ScalarShift.map(escaped, ScalarShift.shift) : escaped
    }

    /// What the source said; `isQuoted` where escapes count, in double quotes.
    func restored(_ text: String, isQuoted: Bool) -> String {
        let restored = isShifted ? ScalarShift.map(text, ScalarShift.restore) : text
        return movesEscapes && !isQuoted ? ScalarShift.restoreEscapes(restored) : restored
    }

    private static func map(_ text: String, _ change: (UInt32) -> UInt32) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(Unicode.Scalar(change(scalar.value)) ?? scalar)
        }
        return String(result)
    }

    /// Line ends, the byte order mark and what YAML does not allow stay where they are.
    private static func shift(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x2028, 0x2029, 0xFEFF, 0xD800...0xDFFF: value
        case 0xA0...0xFFFD: value + offset
        default: value
        }
    }

    private static func restore(_ value: UInt32) -> UInt32 {
        (offset + 0xA0...offset + 0xFFFD).contains(value) ? value - offset : value
    }
}

extension ScalarShift {
    private static let long = Array("\\U000F".utf8)

    private static func hasLongEscape(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.indices.contains { bytes[$0...].starts(with: Array("\\U000".utf8)) }
    }

    /// Turns `\u00e9` into `\U000F00e9` after an even number of backslashes.
    private static func moveEscapes(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let digits = bytes[index...].dropFirst(2).prefix(4)
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
            if bytes[index...].starts(with: Array("\\u".utf8)), digits.count == 4, let value,
                shift(value) != value
            {
                result += long + digits
                index += 6
            } else {
                let width = bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count ? 2 : 1
                result += bytes[index..<index + width]
                index += width
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func restoreEscapes(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: long) {
                result += Array("\\u".utf8)
                index += long.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
