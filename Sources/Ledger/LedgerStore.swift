/// A checkpoint as it was saved: a signed note, and the tree size it is filed under.
public struct StoredCheckpoint: Sendable, Equatable {
    public var size: Int
    public var note: [UInt8]

    public init(size: Int, note: [UInt8]) {
        self.size = size
        self.note = note
    }
}

/// How far each kind of row reaches, all at one moment, though the writer goes on.
public struct LedgerReach: Sendable, Equatable {
    public var head: LedgerHead
    /// The largest `first` of a stored receipt.
    public var command: Int?
    /// The largest size of a stored checkpoint.
    public var checkpoint: Int?

    public init(head: LedgerHead, command: Int?, checkpoint: Int?) {
        self.head = head
        self.command = command
        self.checkpoint = checkpoint
    }
}

/// Reads a ledger, also beside its running writer: what is appended meanwhile may or may not
/// be seen. Calls block; one reader serves one caller at a time.
public protocol LedgerReader: Sendable {
    func head() throws(LedgerError) -> LedgerHead

    /// Replaces what is in `batch` by the stored rows with a seq in `range`, in their order.
    /// What they hold is not checked, except that a record is at most `Record.longest` bytes.
    func read(_ range: Range<Int>, into batch: inout RecordBatch) throws(LedgerError)

    /// The receipt of a durable command; nil where there is none.
    func receipt(of cmd: String) throws(LedgerError) -> Receipt?

    /// The receipts of the commands whose first record's seq lies in `range`, in that order.
    func receipts(_ range: Range<Int>) throws(LedgerError) -> [Receipt]

    /// The stored leaf hashes of records with a seq in `range`.
    func leaves(_ range: Range<Int>) throws(LedgerError) -> [Hash256]

    /// At most `limit` checkpoints of trees larger than `size`, the smallest first.
    func checkpoints(after size: Int, limit: Int) throws(LedgerError) -> [StoredCheckpoint]

    func lastCheckpoint() throws(LedgerError) -> StoredCheckpoint?

    func reach() throws(LedgerError) -> LedgerReach

    /// Refuses a store that is not built as this program builds it, or is damaged inside.
    func checkStructure() throws(LedgerError)
}

/// The one writer of a ledger. Calls block and are made one at a time.
public protocol LedgerStore: LedgerReader {
    /// Appends sealed commands, all or none, and returns the new head once they are durable.
    ///
    /// Refused, with nothing changed: `head_moved` where `head` is not the stored head,
    /// `command_exists` where a `cmd` is recorded already. After `store_failed` it is not
    /// known whether the commands are kept: the store does nothing more, and whoever opens it
    /// again finds out by `receipt(of:)`.
    @discardableResult
    func append(
        _ commands: [SealedCommand], expecting head: LedgerHead
    ) throws(LedgerError) -> LedgerHead

    /// Keeps a signed checkpoint; one of the same size is replaced, as when a witness added
    /// its signature.
    func save(_ checkpoint: StoredCheckpoint) throws(LedgerError)

    /// Another handle that reads while this one writes.
    func reader() throws(LedgerError) -> any LedgerReader

    /// Gives up the store and its lock. Every later call is refused.
    func close()
}

extension LedgerStore {
    /// Refuses commands that do not follow `head` one after the other.
    package func checkContinuity(
        _ commands: [SealedCommand], after head: LedgerHead
    ) throws(LedgerError) -> LedgerHead {
        var next = head
        for command in commands {
            guard command.receipt.first == next.size, let last = command.records.last,
                command.receipt.last == next.size + command.records.count - 1
            else {
                throw .headMoved(
                    expected: LedgerHead(size: command.receipt.first, leaf: .zero), found: next)
            }
            next = LedgerHead(size: command.receipt.last + 1, leaf: last.leaf)
        }
        return next
    }
}
