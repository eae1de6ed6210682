/// Finds where values end. It looks at quotes and brackets only: what lies between them is
/// checked by whoever decodes it, or by `JSON.checkCanonical(_:)`.
struct JSONWalk {
    let bytes: UnsafeBufferPointer<UInt8>
    var position: Int

    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) {
        self.bytes = bytes
        self.position = position
    }

    @inline(never)
    func unexpected() -> JSONError {
        position < bytes.count
            ? JSONError(.unexpected(bytes[position]), at: position, in: bytes)
            : JSONError(.end, at: bytes.count, in: bytes)
    }

    @inline(__always)
    mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// The bytes between the quotes of the string that starts here.
    @inline(__always)
    mutating func string() throws(JSONError) -> UnsafeBufferPointer<UInt8> {
        guard take(UInt8(ascii: "\"")) else { throw unexpected() }
        let start = position
        guard let end = JSONText.end(of: bytes, from: start) else {
            position = bytes.count
            throw unexpected()
        }
        position = end + 1
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    /// The bytes of the value that starts here.
    @inline(__always)
    mutating func value() throws(JSONError) -> UnsafeBufferPointer<UInt8> {
        let start = position
        guard position < bytes.count else { throw unexpected() }
        switch bytes[position] {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "{"), UInt8(ascii: "["): try nested()
        default: plain()
        }
        if position == start { throw unexpected() }
        return UnsafeBufferPointer(rebasing: bytes[start..<position])
    }

    private mutating func nested() throws(JSONError) {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                _ = try string()
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 {
                    position += 1
                    return
                }
            default: break
            }
            position += 1
        }
        throw unexpected()
    }

    @inline(__always)
    private mutating func plain() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "\""),
                UInt8(ascii: ":"), UInt8(ascii: "{"), UInt8(ascii: "["):
                return
            default: position += 1
            }
        }
    }
}

/// Yields the members of one canonical object (no white space) in the order they stand in.
public struct JSONObjectScanner {
    public struct Member {
        /// Without its quotes, escapes and all.
        public let key: JSONRaw
        public let value: JSONRaw
    }

    private var walk: JSONWalk
    private var begun = false
    private var ended = false

    @inline(__always)
    public init(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
        walk = JSONWalk(bytes, from: 0)
        guard walk.take(UInt8(ascii: "{")) else { throw JSONError(.kind("object"), at: 0) }
    }

    /// The next member; nil after the last one, when the object ended with the bytes.
    @inline(__always)
    public mutating func next() throws(JSONError) -> Member? {
        if ended { return nil }
        if walk.take(UInt8(ascii: "}")) {
            guard walk.position == walk.bytes.count else { throw walk.unexpected() }
            ended = true
            return nil
        }
        if begun, !walk.take(UInt8(ascii: ",")) { throw walk.unexpected() }
        begun = true
        let key = try walk.string()
        guard walk.take(UInt8(ascii: ":")) else { throw walk.unexpected() }
        return Member(key: JSONRaw(key), value: JSONRaw(try walk.value()))
    }
}

/// Yields the elements of one canonical array (no white space).
public struct JSONArrayScanner {
    private var walk: JSONWalk
    private var begun = false
    private var ended = false

    @inline(__always)
    public init(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
        walk = JSONWalk(bytes, from: 0)
        guard walk.take(UInt8(ascii: "[")) else { throw JSONError(.kind("array"), at: 0) }
    }

    /// The next element; nil after the last one, when the array ended with the bytes.
    @inline(__always)
    public mutating func next() throws(JSONError) -> JSONRaw? {
        if ended { return nil }
        if walk.take(UInt8(ascii: "]")) {
            guard walk.position == walk.bytes.count else { throw walk.unexpected() }
            ended = true
            return nil
        }
        if begun, !walk.take(UInt8(ascii: ",")) { throw walk.unexpected() }
        begun = true
        return JSONRaw(try walk.value())
    }
}
