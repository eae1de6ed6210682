/// Why the ledger refuses to read, write or vouch for something, and where.
public struct LedgerError: Error, Sendable, Equatable {
    public enum Code: String, Sendable {
        /// A record's bytes.
        case recordTooLong = "record_too_long"
        case recordNotCanonical = "record_not_canonical"
        case recordFields = "record_fields"
        case recordValue = "record_value"
        /// Writing.
        case commandEmpty = "command_empty"
        case commandExists = "command_exists"
        case headMoved = "head_moved"
        /// The store.
        case storeLocked = "store_locked"
        case storeUnsafe = "store_unsafe"
        case storeFailed = "store_failed"
        case storeMissing = "store_missing"
        case storeDamaged = "store_damaged"
        case storeReadOnly = "store_read_only"
        /// What verifying finds.
        case seqGap = "seq_gap"
        case prevBroken = "prev_broken"
        case leafDiffers = "leaf_differs"
        case logDiffers = "log_differs"
        case commandBroken = "command_broken"
        case commandsDiffer = "commands_differ"
        case checkpointInvalid = "checkpoint_invalid"
        case checkpointRoot = "checkpoint_root"
        case tailCut = "tail_cut"
        case rewritten
        /// Notes and keys.
        case noteMalformed = "note_malformed"
        case noteUnsigned = "note_unsigned"
        case noteForged = "note_forged"
        case keyMalformed = "key_malformed"
        case keyExposed = "key_exposed"
    }

    public var code: Code
    /// The record it is about, or the first one that cannot be vouched for.
    public var seq: Int?
    public var zh: String
    public var en: String

    public init(_ code: Code, seq: Int? = nil, zh: String, en: String) {
        self.code = code
        self.seq = seq
        self.zh = zh
        self.en = en
    }
}

extension LedgerError: CustomStringConvertible {
    public var description: String {
        seq.map { "\(code.rawValue) at seq \($0): \(en)" } ?? "\(code.rawValue): \(en)"
    }
}

extension LedgerError {
    static func fields(_ seq: Int?, expected: StaticString, found: String?) -> LedgerError {
        LedgerError(
            .recordFields, seq: seq,
            zh: "此处应为字段“\(expected)”" + (found.map { "，实为“\($0)”" } ?? "，记录已结束"),
            en: "field \(expected) is expected here, "
                + (found.map { "not \($0)" } ?? "but the record ends"))
    }

    static func value(_ seq: Int?, _ field: StaticString, zh: String, en: String) -> LedgerError {
        LedgerError(
            .recordValue, seq: seq, zh: "字段“\(field)”应为\(zh)", en: "field \(field) must be \(en)")
    }

    static func tooLong(_ seq: Int?, _ count: Int) -> LedgerError {
        LedgerError(
            .recordTooLong, seq: seq,
            zh: "记录长 \(count) 字节，上限为 \(Record.longest) 字节",
            en: "the record has \(count) bytes, and at most \(Record.longest) are allowed")
    }

    public static func headMoved(expected: LedgerHead, found: LedgerHead) -> LedgerError {
        LedgerError(
            .headMoved, seq: found.size,
            zh: "台账已有 \(found.size) 条记录，写入时预期为 \(expected.size) 条；请重新读取后再写",
            en: "the ledger has \(found.size) records where \(expected.size) were expected;"
                + " read it again before appending")
    }

    public static func commandExists(_ cmd: String, first: Int?) -> LedgerError {
        LedgerError(
            .commandExists, seq: first, zh: "命令 \(cmd) 已经登记",
            en: "command \(cmd) is already recorded")
    }
}
