internal import Synchronization

/// A ledger that lives as long as the process, for tests and for trying things out.
public final class MemoryLedgerStore: LedgerStore {
    private struct Book {
        var records: [SealedCommand.Line] = []
        var receipts: [Receipt] = []
        var byCommand: [[UInt8]: Int] = [:]
        var checkpoints: [StoredCheckpoint] = []
        var isClosed = false

        var head: LedgerHead {
            LedgerHead(size: records.count, leaf: records.last?.leaf ?? .zero)
        }
    }

    private let book = Mutex(Book())

    public init() {}

    private func reading<Value: Sendable>(
        _ body: (borrowing Book) -> Value
    ) throws(LedgerError) -> Value {
        let value: Value? = book.withLock { $0.isClosed ? nil : body($0) }
        guard let value else {
            throw LedgerError(.storeFailed, zh: "台账已关闭", en: "the ledger is closed")
        }
        return value
    }

    public func head() throws(LedgerError) -> LedgerHead {
        try reading { $0.head }
    }

    public func read(_ range: Range<Int>, into batch: inout RecordBatch) throws(LedgerError) {
        batch.clear()
        let records = try reading { Array($0.records[range.clamped(to: 0..<$0.records.count)]) }
        for (index, record) in records.enumerated() {
            record.bytes.withUnsafeBytes {
                batch.append(seq: max(0, range.lowerBound) + index, record: $0, leaf: record.leaf)
            }
        }
    }

    public func receipt(of cmd: String) throws(LedgerError) -> Receipt? {
        try reading { book in book.byCommand[Array(cmd.utf8)].map { book.receipts[$0] } }
    }

    public func receipts(_ range: Range<Int>) throws(LedgerError) -> [Receipt] {
        try reading { $0.receipts.filter { range.contains($0.first) } }
    }

    public func leaves(_ range: Range<Int>) throws(LedgerError) -> [Hash256] {
        try reading { $0.records[range.clamped(to: 0..<$0.records.count)].map(\.leaf) }
    }

    public func checkpoints(
        after size: Int, limit: Int
    ) throws(LedgerError) -> [StoredCheckpoint] {
        try reading { Array($0.checkpoints.filter { $0.size > size }.prefix(max(0, limit))) }
    }

    public func lastCheckpoint() throws(LedgerError) -> StoredCheckpoint? {
        try reading { $0.checkpoints.last }
    }

    public func reach() throws(LedgerError) -> LedgerReach {
        try reading {
            LedgerReach(
                head: $0.head, command: $0.receipts.last?.first,
                checkpoint: $0.checkpoints.last?.size)
        }
    }

    public func checkStructure() throws(LedgerError) {}

    @discardableResult
    public func append(
        _ commands: [SealedCommand], expecting head: LedgerHead
    ) throws(LedgerError) -> LedgerHead {
        let found = try self.head()
        guard found == head else { throw .headMoved(expected: head, found: found) }
        let next = try checkContinuity(commands, after: head)
        var keys: Set<[UInt8]> = []
        for command in commands {
            let cmd = command.receipt.cmd
            let earlier = try receipt(of: cmd)
            if earlier != nil || !keys.insert(Array(cmd.utf8)).inserted {
                throw .commandExists(cmd, first: earlier?.first)
            }
        }
        book.withLock { book in
            for command in commands {
                book.byCommand[Array(command.receipt.cmd.utf8)] = book.receipts.count
                book.receipts.append(command.receipt)
                book.records.append(contentsOf: command.records)
            }
        }
        return next
    }

    public func save(_ checkpoint: StoredCheckpoint) throws(LedgerError) {
        _ = try head()
        book.withLock { book in
            book.checkpoints.removeAll { $0.size == checkpoint.size }
            let place =
                book.checkpoints.firstIndex { $0.size > checkpoint.size } ?? book.checkpoints.count
            book.checkpoints.insert(checkpoint, at: place)
        }
    }

    public func reader() throws(LedgerError) -> any LedgerReader { self }

    public func close() {
        book.withLock { $0.isClosed = true }
    }
}
