extension JSON {
    /// Reads one value of RFC 8259 from strict UTF-8. Refused: duplicate keys, lone
    /// surrogates, a byte order mark, whatever follows the value, and what exceeds `limits`.
    public static func parse(
        _ bytes: [UInt8], limits: JSONLimits = .init()
    ) throws(JSONError) -> JSON {
        let outcome: Result<JSON, JSONError> = bytes.withUnsafeBufferPointer { buffer in
            do throws(JSONError) {
                return .success(try parse(buffer, limits: limits))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    public static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits = .init()
    ) throws(JSONError) -> JSON {
        guard bytes.count <= limits.bytes else {
            throw JSONError(.tooLong(limit: limits.bytes), at: limits.bytes, in: bytes)
        }
        var reader = JSONReader(bytes: bytes, deepest: limits.depth)
        return try reader.document()
    }
}

/// A recursive-descent reader over bytes that stay where they are while it reads.
struct JSONReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let deepest: Int
    var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>, deepest: Int) {
        self.bytes = bytes
        self.deepest = deepest
    }

    mutating func document() throws(JSONError) -> JSON {
        skipSpace()
        if position == bytes.count { throw fault(.empty) }
        let value = try value(depth: 0)
        skipSpace()
        if position < bytes.count { throw fault(.trailing) }
        return value
    }

    func fault(_ fault: JSONFault, at offset: Int? = nil) -> JSONError {
        JSONError(fault, at: offset ?? position, in: bytes)
    }

    /// What is wrong with the byte here: that it is there, or that the text ends.
    func unexpected() -> JSONError {
        position < bytes.count ? fault(.unexpected(bytes[position])) : fault(.end)
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSON {
        guard position < bytes.count else { throw fault(.end) }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .number(try number())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw unexpected()
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        for index in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[index]) {
            throw unexpected()
        }
        return value
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSON {
        if depth > deepest { throw fault(.tooDeep(limit: deepest)) }
        position += 1
        var elements: [JSON] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            skipSpace()
            elements.append(try value(depth: depth))
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            guard take(UInt8(ascii: ",")) else { throw unexpected() }
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSON {
        if depth > deepest { throw fault(.tooDeep(limit: deepest)) }
        position += 1
        var members: [Member] = []
        var keys = JSONKeys()
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                throw unexpected()
            }
            let start = position
            let key = try string()
            if !keys.insert(key, after: members) {
                throw fault(.duplicateKey(key), at: start)
            }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw unexpected() }
            skipSpace()
            members.append(Member(key, try value(depth: depth)))
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw unexpected() }
        }
    }

    private typealias Member = JSON.Member

    private mutating func number() throws(JSONError) -> String {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        if position < bytes.count, bytes[position].isDigit { throw fault(.number) }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() throws(JSONError) {
        let start = position
        while position < bytes.count, bytes[position].isDigit { position += 1 }
        if position == start { throw position < bytes.count ? fault(.number) : fault(.end) }
    }

    private mutating func string() throws(JSONError) -> String {
        let start = position + 1
        guard let end = JSONText.end(of: bytes, from: start) else {
            throw fault(.end, at: bytes.count)
        }
        position = end + 1
        do throws(JSONTextFault) {
            return try JSONText.decode(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        } catch {
            throw fault(error.fault, at: start + error.offset)
        }
    }
}

/// The keys of one object: a list while there are few, a set afterwards.
private struct JSONKeys {
    private static let few = 12
    private var seen: Set<[UInt8]> = []

    mutating func insert(_ key: String, after members: [JSON.Member]) -> Bool {
        if members.count < Self.few {
            return !members.contains { $0.key.utf8.elementsEqual(key.utf8) }
        }
        if seen.isEmpty { seen = Set(members.map { Array($0.key.utf8) }) }
        return seen.insert(Array(key.utf8)).inserted
    }
}
