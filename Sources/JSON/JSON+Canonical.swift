extension JSON {
    /// The canonical form (RFC 8785), of integers only: `json_not_integer` where a number's
    /// literal is no integer below 2^53 in size, `json_duplicate_key` where a key stands twice.
    public func canonical() throws(JSONError) -> [UInt8] {
        var buffer = JSONBuffer()
        try buffer.value(self)
        return try buffer.finish()
    }

    /// Refuses bytes that are not canonical JSON of integers only, in one pass and without
    /// making anything of them.
    public static func checkCanonical(
        _ bytes: UnsafeBufferPointer<UInt8>, depth: Int = 64
    ) throws(JSONError) {
        var check = CanonicalCheck(bytes: bytes, deepest: min(depth, 512))
        try check.document()
    }

    public static func checkCanonical(_ bytes: [UInt8], depth: Int = 64) throws(JSONError) {
        let error: JSONError? = bytes.withUnsafeBufferPointer { buffer in
            do throws(JSONError) {
                try checkCanonical(buffer, depth: depth)
                return nil
            } catch {
                return error
            }
        }
        if let error { throw error }
    }
}

/// Walks canonical JSON and stops at the first byte that cannot stand there.
struct CanonicalCheck {
    let bytes: UnsafeBufferPointer<UInt8>
    let deepest: Int
    var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>, deepest: Int) {
        self.bytes = bytes
        self.deepest = deepest
    }

    mutating func document() throws(JSONError) {
        if bytes.isEmpty { throw fault(.empty) }
        try value(depth: 0)
        if position < bytes.count { throw fault(.trailing) }
    }

    private func fault(_ fault: JSONFault, at offset: Int? = nil) -> JSONError {
        JSONError(fault, at: offset ?? position, in: bytes)
    }

    private func unexpected() -> JSONError {
        guard position < bytes.count else { return fault(.end) }
        switch bytes[position] {
        case 0x20, 0x09, 0x0A, 0x0D: return fault(.notCanonical)
        default: return fault(.unexpected(bytes[position]))
        }
    }

    @inline(__always)
    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONError) {
        guard position < bytes.count else { throw fault(.end) }
        switch bytes[position] {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "{"): try object(depth: depth + 1)
        case UInt8(ascii: "["): try array(depth: depth + 1)
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: try integer()
        }
    }

    private mutating func word(_ word: StaticString) throws(JSONError) {
        for index in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[index]) {
            throw unexpected()
        }
    }

    private mutating func array(depth: Int) throws(JSONError) {
        if depth > deepest { throw fault(.tooDeep(limit: deepest)) }
        position += 1
        if take(UInt8(ascii: "]")) { return }
        while true {
            try value(depth: depth)
            if take(UInt8(ascii: "]")) { return }
            guard take(UInt8(ascii: ",")) else { throw unexpected() }
        }
    }

    private mutating func object(depth: Int) throws(JSONError) {
        if depth > deepest { throw fault(.tooDeep(limit: deepest)) }
        position += 1
        if take(UInt8(ascii: "}")) { return }
        var last: Range<Int>?
        while true {
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                throw unexpected()
            }
            let start = position
            let key = try string()
            if let last, !precedes(last, key) { throw fault(.notCanonical, at: start) }
            last = key
            guard take(UInt8(ascii: ":")) else { throw unexpected() }
            try value(depth: depth)
            if take(UInt8(ascii: "}")) { return }
            guard take(UInt8(ascii: ",")) else { throw unexpected() }
        }
    }

    private func precedes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        let (a, b) = (bytes[left], bytes[right])
        let escape = UInt8(ascii: "\\")
        if !a.contains(escape), !b.contains(escape) { return JSONOrder.precedes(a, b) }
        guard let left = try? JSONText.decode(UnsafeBufferPointer(rebasing: a)),
            let right = try? JSONText.decode(UnsafeBufferPointer(rebasing: b))
        else { return false }
        return JSONOrder.precedes(left.utf8, right.utf8)
    }

    /// The range of the string here, without its quotes.
    private mutating func string() throws(JSONError) -> Range<Int> {
        position += 1
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                return start..<position - 1
            }
            if byte == UInt8(ascii: "\\") {
                try escape()
            } else if byte < 0x20 {
                throw fault(.control(byte))
            } else if byte < 0x80 {
                position += 1
            } else {
                let length = JSONText.scalarLength(bytes, at: position)
                if length == 0 { throw fault(.utf8) }
                position += length
            }
        }
        throw fault(.end)
    }

    /// Only the escapes that RFC 8785 writes: the short ones, and `\u00xx` in lower case for
    /// the other control characters.
    private mutating func escape() throws(JSONError) {
        guard position + 1 < bytes.count else { throw fault(.end, at: bytes.count) }
        switch bytes[position + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 2
        case UInt8(ascii: "u"):
            guard position + 5 < bytes.count, bytes[position + 2] == UInt8(ascii: "0"),
                bytes[position + 3] == UInt8(ascii: "0"),
                let high = bytes[position + 4].hexDigit, high < 2,
                let low = bytes[position + 5].hexDigit,
                bytes[position + 5].isDigit || bytes[position + 5] >= UInt8(ascii: "a"),
                ![8, 9, 10, 12, 13].contains(high << 4 | low)
            else { throw fault(.notCanonical) }
            position += 6
        default: throw fault(.notCanonical)
        }
    }

    private mutating func integer() throws(JSONError) {
        let start = position
        let negative = take(UInt8(ascii: "-"))
        var value = 0
        let first = position
        while position < bytes.count, bytes[position].isDigit {
            value = value &* 10 &+ Int(bytes[position] &- 0x30)
            position += 1
            if position - first > 16 { throw fault(.notCanonical, at: start) }
        }
        if position == first { throw unexpected() }
        let leadingZero = bytes[first] == UInt8(ascii: "0") && (position - first > 1 || negative)
        if leadingZero || value > JSON.largestInteger { throw fault(.notCanonical, at: start) }
        if position < bytes.count, [0x2E, 0x45, 0x65].contains(bytes[position]) {
            throw fault(.notCanonical, at: start)
        }
    }
}
