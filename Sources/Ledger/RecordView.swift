public import JSON

/// A text of a record as its bytes, without quotes. The texts of records other than `data`
/// have no escapes, so the bytes are the text. Good only as long as the record's bytes.
public struct RecordText {
    public let bytes: UnsafeBufferPointer<UInt8>

    public var text: String { String(decoding: bytes, as: UTF8.self) }

    @inline(__always)
    public static func == (left: RecordText, right: RecordText) -> Bool {
        left.bytes.count == right.bytes.count && left.bytes.elementsEqual(right.bytes)
    }

    public static func == (left: RecordText, right: StaticString) -> Bool {
        JSONRaw(left.bytes).isKey(right)
    }
}

/// A record in the bytes where it lies: nothing is copied, so a million can be read in a
/// second. Good only as long as those bytes.
public struct RecordView {
    public let bytes: UnsafeBufferPointer<UInt8>
    public let actor: RecordText
    public let at: RecordText
    public let cmd: RecordText
    /// A JSON object, raw.
    public let data: JSONRaw
    public let log: RecordText
    public let nonce: Nonce
    public let org: RecordText
    public let part: Record.Part
    public let prev: Hash256
    public let req: Hash256
    public let seq: Int
    public let type: RecordText
    public let v: Int

    /// Finds the thirteen fields in their order and reads numbers and hashes. That the whole
    /// is canonical and each text keeps its rule, only `init(strictly:at:)` checks.
    public init(
        _ bytes: UnsafeBufferPointer<UInt8>, at seq: Int? = nil
    ) throws(LedgerError) {
        guard bytes.count <= Record.longest else { throw .tooLong(seq, bytes.count) }
        var fields = try RecordFields(bytes, seq: seq)
        self.bytes = bytes
        actor = try fields.text("actor")
        at = try fields.text("at")
        cmd = try fields.text("cmd")
        data = try fields.object("data")
        log = try fields.text("log")
        nonce = try fields.nonce("nonce")
        org = try fields.text("org")
        part = try fields.part("part")
        prev = try fields.hash("prev")
        req = try fields.hash("req")
        self.seq = try fields.integer("seq", 0...JSON.largestInteger)
        type = try fields.text("type")
        v = try fields.integer("v", 1...9_999)
        try fields.end()
        if let seq, seq != self.seq {
            throw LedgerError(
                .seqGap, seq: seq, zh: "第 \(seq) 号位置上的记录自称第 \(self.seq) 号",
                en: "the record stored as seq \(seq) calls itself seq \(self.seq)")
        }
    }

    /// Refuses every record that this ledger would not have written.
    public init(
        strictly bytes: UnsafeBufferPointer<UInt8>, at seq: Int? = nil
    ) throws(LedgerError) {
        guard bytes.count <= Record.longest else { throw .tooLong(seq, bytes.count) }
        do throws(JSONError) {
            try JSON.checkCanonical(bytes)
        } catch {
            throw LedgerError(
                .recordNotCanonical, seq: seq,
                zh: "第 \(error.offset) 字节处：\(error.zh)",
                en: "at byte \(error.offset): \(error.en)")
        }
        try self.init(bytes, at: seq)
        try RecordRules.check(self)
    }
}

/// Takes a record's fields one after the other.
private struct RecordFields {
    private var scanner: JSONObjectScanner
    private let seq: Int?

    init(_ bytes: UnsafeBufferPointer<UInt8>, seq: Int?) throws(LedgerError) {
        self.seq = seq
        do throws(JSONError) {
            scanner = try JSONObjectScanner(bytes)
        } catch {
            throw Self.broken(error, seq)
        }
    }

    @inline(never)
    private static func broken(_ error: JSONError, _ seq: Int?) -> LedgerError {
        LedgerError(.recordNotCanonical, seq: seq, zh: error.zh, en: error.en)
    }

    @inline(__always)
    private mutating func next(_ name: StaticString) throws(LedgerError) -> JSONRaw {
        let member: JSONObjectScanner.Member?
        do throws(JSONError) {
            member = try scanner.next()
        } catch {
            throw Self.broken(error, seq)
        }
        guard let member, member.key.isKey(name) else {
            let found = member.map { String(decoding: $0.key.bytes.prefix(64), as: UTF8.self) }
            throw .fields(seq, expected: name, found: found)
        }
        return member.value
    }

    mutating func end() throws(LedgerError) {
        let member: JSONObjectScanner.Member?
        do throws(JSONError) {
            member = try scanner.next()
        } catch {
            throw Self.broken(error, seq)
        }
        guard let member else { return }
        let name = String(decoding: member.key.bytes.prefix(64), as: UTF8.self)
        throw LedgerError(
            .recordFields, seq: seq, zh: "多余的字段“\(name)”", en: "there is no field \(name)")
    }

    @inline(__always)
    mutating func text(_ name: StaticString) throws(LedgerError) -> RecordText {
        let value = try next(name).bytes
        guard value.count >= 2, value[0] == UInt8(ascii: "\""),
            value[value.count - 1] == UInt8(ascii: "\"")
        else { throw .value(seq, name, zh: "字符串", en: "a string") }
        return RecordText(bytes: UnsafeBufferPointer(rebasing: value[1..<value.count - 1]))
    }

    @inline(__always)
    mutating func object(_ name: StaticString) throws(LedgerError) -> JSONRaw {
        let value = try next(name)
        guard value.bytes.first == UInt8(ascii: "{") else {
            throw .value(seq, name, zh: "对象", en: "an object")
        }
        return value
    }

    @inline(__always)
    mutating func hash(_ name: StaticString) throws(LedgerError) -> Hash256 {
        guard let hash = Hash256(hex: try text(name).bytes) else {
            throw .value(seq, name, zh: "64 位小写十六进制", en: "64 digits of lower-case hex")
        }
        return hash
    }

    @inline(__always)
    mutating func nonce(_ name: StaticString) throws(LedgerError) -> Nonce {
        guard let nonce = Nonce(hex: try text(name).bytes) else {
            throw .value(seq, name, zh: "32 位小写十六进制", en: "32 digits of lower-case hex")
        }
        return nonce
    }

    @inline(__always)
    mutating func integer(
        _ name: StaticString, _ range: ClosedRange<Int>
    ) throws(LedgerError) -> Int {
        let value = try next(name)
        guard let number = try? value.integer(), range.contains(number) else {
            throw .value(
                seq, name, zh: "\(range.lowerBound) 至 \(range.upperBound) 的整数",
                en: "an integer from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    mutating func part(_ name: StaticString) throws(LedgerError) -> Record.Part {
        let value = try next(name)
        do throws(JSONError) {
            var scanner = try value.array()
            if let index = try scanner.next()?.integer(),
                let count = try scanner.next()?.integer(),
                try scanner.next() == nil, index >= 1, index <= count
            {
                return Record.Part(index: index, count: count)
            }
        } catch {
            throw .value(seq, name, zh: "[序号, 总数]", en: "[index, count]: \(error.en)")
        }
        throw .value(seq, name, zh: "[序号, 总数]，序号自 1 起", en: "[index, count], index from 1")
    }
}
