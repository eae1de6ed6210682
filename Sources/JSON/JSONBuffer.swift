/// Writes canonical JSON (RFC 8785) into one growing array, without a tree in between.
///
/// The caller gives an object's keys in canonical order (by their UTF-16 code units) and closes
/// what it opens; `finish()` refuses an integer that was out of range.
/// `JSON.checkCanonical(_:)` tells of bytes whether the order was kept.
public struct JSONBuffer: Sendable {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false
    private var refused: Int?

    public init(capacity: Int = 512) {
        bytes.reserveCapacity(capacity)
    }

    /// What was written; `json_not_integer` if an integer was 2^53 or more in size.
    public func finish() throws(JSONError) -> [UInt8] {
        if let refused { throw JSONError(.notInteger(String(refused)), at: bytes.count) }
        return bytes
    }

    /// Makes the buffer empty and keeps its memory.
    public mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
        refused = nil
    }

    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// A key that needs no escapes, such as a field's name in the code.
    @inline(__always)
    public mutating func key(_ name: StaticString) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(
            contentsOf: UnsafeBufferPointer(
                start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func null() { word("null") }
    public mutating func bool(_ value: Bool) { word(value ? "true" : "false") }

    public mutating func integer(_ value: Int) {
        comma()
        if value.magnitude > UInt(JSON.largestInteger) { refused = value }
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        withUnsafeMutableBytes(of: &digits) { room in
            var rest = value.magnitude
            var start = room.count
            repeat {
                start -= 1
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                room[start] = UInt8(ascii: "0") + UInt8(digit)
                rest = quotient
            } while rest > 0
            if value < 0 {
                start -= 1
                room[start] = UInt8(ascii: "-")
            }
            bytes.append(contentsOf: room[start...])
        }
        needsComma = true
    }

    public mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string(utf8: $0) }
    }

    /// A string whose text is given as UTF-8, which the caller vouches for.
    public mutating func string(utf8 text: UnsafeBufferPointer<UInt8>) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        for position in 0..<text.count where Self.mustEscape(text[position]) {
            bytes.append(contentsOf: text[start..<position])
            escape(text[position])
            start = position + 1
        }
        bytes.append(contentsOf: text[start...])
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// A value that is canonical JSON already.
    public mutating func canonical(_ value: some Collection<UInt8>) {
        comma()
        bytes.append(contentsOf: value)
        needsComma = true
    }

    /// A whole value of JSON; what is not canonical is brought into that form.
    public mutating func value(_ value: JSON) throws(JSONError) {
        switch value {
        case .null: null()
        case .bool(let value): bool(value)
        case .string(let text): string(text)
        case .number(let literal): integer(try Self.integer(of: literal, at: bytes.count))
        case .array(let elements):
            beginArray()
            for element in elements { try self.value(element) }
            endArray()
        case .object(let members):
            try object(members)
        }
    }

    private mutating func object(_ members: [JSON.Member]) throws(JSONError) {
        let sorted = members.sorted { JSONOrder.precedes($0.key.utf8, $1.key.utf8) }
        beginObject()
        for (index, member) in sorted.enumerated() {
            if index > 0, sorted[index - 1].key.utf8.elementsEqual(member.key.utf8) {
                throw JSONError(.duplicateKey(member.key), at: bytes.count)
            }
            key(member.key)
            try value(member.value)
        }
        endObject()
    }

    private static func integer(of literal: String, at offset: Int) throws(JSONError) -> Int {
        let digits = literal.utf8.drop { $0 == UInt8(ascii: "-") }
        let plain = literal.utf8.count - digits.count <= 1 && digits.allSatisfy(\.isDigit)
        let short = digits.count == 1 || digits.first != UInt8(ascii: "0")
        guard plain, short, let value = Int(literal),
            value.magnitude <= UInt(JSON.largestInteger)
        else { throw JSONError(.notInteger(literal), at: offset) }
        return value
    }

    @inline(__always)
    private mutating func comma() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func open(_ bracket: UInt8) {
        comma()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func word(_ word: StaticString) {
        comma()
        bytes.append(
            contentsOf: UnsafeBufferPointer(
                start: word.utf8Start, count: word.utf8CodeUnitCount))
        needsComma = true
    }

    @inline(__always)
    private static func mustEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: Array("u00".utf8))
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }
}
