/// The bytes of one value, or of one key, inside a text that somebody else holds.
///
/// It owns nothing: it is good only as long as the bytes it was found in. Reading never goes
/// beyond those bytes, whatever they hold, and allocates only what it returns.
public struct JSONRaw {
    public let bytes: UnsafeBufferPointer<UInt8>

    @inline(__always)
    public init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }
}

extension JSONRaw {
    /// Whether these are the bytes of `name`, for keys without escapes.
    @inline(__always)
    public func isKey(_ name: StaticString) -> Bool {
        guard bytes.count == name.utf8CodeUnitCount else { return false }
        let wanted = name.utf8Start
        for index in 0..<bytes.count where bytes[index] != wanted[index] { return false }
        return true
    }

    public var isNull: Bool { isKey("null") }

    /// What stands between the quotes of a string, escapes and all.
    @inline(__always)
    public func quoted() throws(JSONError) -> UnsafeBufferPointer<UInt8> {
        guard bytes.count >= 2, bytes[0] == UInt8(ascii: "\""),
            bytes[bytes.count - 1] == UInt8(ascii: "\"")
        else { throw JSONError(.kind("string"), at: 0) }
        return UnsafeBufferPointer(rebasing: bytes[1..<bytes.count - 1])
    }

    /// The text of a string value.
    public func string() throws(JSONError) -> String {
        try Self.text(quoted())
    }

    /// The text of a key, which stands here without its quotes.
    public func key() throws(JSONError) -> String {
        try Self.text(bytes)
    }

    private static func text(_ raw: UnsafeBufferPointer<UInt8>) throws(JSONError) -> String {
        do throws(JSONTextFault) {
            return try JSONText.decode(raw)
        } catch {
            throw JSONError(error.fault, at: error.offset)
        }
    }

    /// A canonical integer, below 2^53 in size.
    @inline(__always)
    public func integer() throws(JSONError) -> Int {
        let negative = bytes.first == UInt8(ascii: "-")
        let first = negative ? 1 : 0
        let digits = bytes.count - first
        guard digits >= 1, digits <= 16,
            bytes[first] != UInt8(ascii: "0") || bytes.count == 1
        else { throw notInteger() }
        var value = 0
        for index in first..<bytes.count {
            let byte = bytes[index]
            guard byte.isDigit else { throw notInteger() }
            value = value &* 10 &+ Int(byte &- 0x30)
        }
        guard value <= JSON.largestInteger else { throw notInteger() }
        return negative ? -value : value
    }

    @inline(never)
    private func notInteger() -> JSONError {
        JSONError(.notInteger(String(decoding: bytes.prefix(32), as: UTF8.self)), at: 0)
    }

    public func bool() throws(JSONError) -> Bool {
        if isKey("true") { return true }
        if isKey("false") { return false }
        throw JSONError(.kind("true / false"), at: 0)
    }

    /// The members of an object value.
    @inline(__always)
    public func object() throws(JSONError) -> JSONObjectScanner {
        try JSONObjectScanner(bytes)
    }

    /// The elements of an array value.
    @inline(__always)
    public func array() throws(JSONError) -> JSONArrayScanner {
        try JSONArrayScanner(bytes)
    }

    /// The value as a tree.
    public func tree(limits: JSONLimits = .init()) throws(JSONError) -> JSON {
        try JSON.parse(bytes, limits: limits)
    }
}
