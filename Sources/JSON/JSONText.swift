/// A fault inside a string, `offset` counted from the first byte after the opening quote.
struct JSONTextFault: Error {
    var fault: JSONFault
    var offset: Int
}

/// The inside of JSON strings.
enum JSONText {
    /// Where the closing quote stands; nil where the text ends before it.
    @inline(__always)
    static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        var position = start
        // Eight bytes at a time, as most of a record lies in long strings.
        while position + 8 <= raw.count {
            let word = UInt64(
                littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            let found =
                marks(of: UInt8(ascii: "\""), in: word)
                | marks(of: UInt8(ascii: "\\"), in: word)
            guard found != 0 else {
                position += 8
                continue
            }
            position += found.trailingZeroBitCount >> 3
            if raw[position] == UInt8(ascii: "\"") { return position }
            position += 2
        }
        while position < raw.count {
            let byte = raw[position]
            if byte == UInt8(ascii: "\"") { return position }
            position += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    /// Sets the highest bit of each byte of `word` that is `byte`. Bytes above the lowest such one
    /// may be marked by mistake.
    @inline(__always)
    private static func marks(of byte: UInt8, in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let different = word ^ (ones &* UInt64(byte))
        return (different &- ones) & ~different & (ones &* 0x80)
    }

    /// The text that stands between two quotes.
    static func decode(
        _ raw: UnsafeBufferPointer<UInt8>
    ) throws(JSONTextFault) -> String {
        // Without a way out of the loop, so that many bytes are looked at in one step.
        var (controls, escapes): (UInt8, UInt8) = (0, 0)
        for byte in raw {
            controls |= byte < 0x20 ? 1 : 0
            escapes |= byte == UInt8(ascii: "\\") ? 1 : 0
        }
        if controls != 0, let offset = raw.firstIndex(where: { $0 < 0x20 }) {
            throw JSONTextFault(fault: .control(raw[offset]), offset: offset)
        }
        if escapes == 0 {
            guard let text = String(validating: raw, as: UTF8.self) else {
                throw JSONTextFault(fault: .utf8, offset: invalid(raw))
            }
            return text
        }
        let bytes = try unescape(raw)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw JSONTextFault(fault: .utf8, offset: invalid(raw))
        }
        return text
    }

    /// The first byte that cannot be UTF-8. Escapes are ASCII, so raw text tells the place.
    private static func invalid(_ raw: UnsafeBufferPointer<UInt8>) -> Int {
        var position = 0
        while position < raw.count {
            let length = scalarLength(raw, at: position)
            if length == 0 { return position }
            position += length
        }
        return 0
    }

    /// How many bytes the well-formed scalar here has; 0 where it is not well-formed
    /// (Unicode 15, table 3-7).
    static func scalarLength(_ raw: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        let lead = raw[position]
        if lead < 0x80 { return 1 }
        let (length, low, high): (Int, UInt8, UInt8)
        switch lead {
        case 0xC2...0xDF: (length, low, high) = (2, 0x80, 0xBF)
        case 0xE0: (length, low, high) = (3, 0xA0, 0xBF)
        case 0xED: (length, low, high) = (3, 0x80, 0x9F)
        case 0xE1...0xEF: (length, low, high) = (3, 0x80, 0xBF)
        case 0xF0: (length, low, high) = (4, 0x90, 0xBF)
        case 0xF4: (length, low, high) = (4, 0x80, 0x8F)
        case 0xF1...0xF3: (length, low, high) = (4, 0x80, 0xBF)
        default: return 0
        }
        guard position + length <= raw.count else { return 0 }
        guard raw[position + 1] >= low, raw[position + 1] <= high else { return 0 }
        for index in 2..<max(2, length) where raw[position + index] & 0xC0 != 0x80 { return 0 }
        return length
    }

    private static func unescape(
        _ raw: UnsafeBufferPointer<UInt8>
    ) throws(JSONTextFault) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var position = 0
        while position < raw.count {
            guard raw[position] == UInt8(ascii: "\\") else {
                bytes.append(raw[position])
                position += 1
                continue
            }
            let (scalar, length) = try escape(raw, at: position)
            bytes.append(contentsOf: scalar.utf8)
            position += length
        }
        return bytes
    }

    /// The scalar that the escape at `position` stands for, and its length in bytes.
    static func escape(
        _ raw: UnsafeBufferPointer<UInt8>, at position: Int
    ) throws(JSONTextFault) -> (Unicode.Scalar, Int) {
        guard position + 1 < raw.count else {
            throw JSONTextFault(fault: .escape, offset: position)
        }
        switch raw[position + 1] {
        case UInt8(ascii: "\""): return ("\"", 2)
        case UInt8(ascii: "\\"): return ("\\", 2)
        case UInt8(ascii: "/"): return ("/", 2)
        case UInt8(ascii: "b"): return ("\u{8}", 2)
        case UInt8(ascii: "f"): return ("\u{C}", 2)
        case UInt8(ascii: "n"): return ("\n", 2)
        case UInt8(ascii: "r"): return ("\r", 2)
        case UInt8(ascii: "t"): return ("\t", 2)
        case UInt8(ascii: "u"): return try unicodeEscape(raw, at: position)
        default: throw JSONTextFault(fault: .escape, offset: position)
        }
    }

    private static func unicodeEscape(
        _ raw: UnsafeBufferPointer<UInt8>, at position: Int
    ) throws(JSONTextFault) -> (Unicode.Scalar, Int) {
        guard let unit = hex4(raw, at: position + 2) else {
            throw JSONTextFault(fault: .escape, offset: position)
        }
        if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
        guard unit < 0xDC00, position + 7 < raw.count,
            raw[position + 6] == UInt8(ascii: "\\"), raw[position + 7] == UInt8(ascii: "u"),
            let low = hex4(raw, at: position + 8), (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw JSONTextFault(fault: .surrogate, offset: position) }
        return (scalar, 12)
    }

    private static func hex4(_ raw: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32? {
        guard start + 4 <= raw.count else { return nil }
        var value: UInt32 = 0
        for index in start..<start + 4 {
            guard let digit = raw[index].hexDigit else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}

extension UInt8 {
    @inline(__always)
    var isDigit: Bool { self &- 0x30 < 10 }

    /// 0…15 for 0–9, a–f, A–F.
    @inline(__always)
    var hexDigit: UInt8? {
        switch self {
        case 0x30...0x39: self &- 0x30
        case 0x61...0x66: self &- 0x57
        case 0x41...0x46: self &- 0x37
        default: nil
        }
    }
}
