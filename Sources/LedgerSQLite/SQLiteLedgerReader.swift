internal import GRDB
internal import Glibc
public import Ledger

/// Reads a ledger file beside its running writer, or without one.
public final class SQLiteLedgerReader: LedgerReader {
    private let queue: DatabaseQueue

    /// `store_missing` where the directory has no ledger.
    public init(directory: String) throws(LedgerError) {
        let path = directory + "/" + SQLiteLedgerStore.fileName
        guard access(path, F_OK) == 0 else { throw .system("open", path) }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        configuration.label = "ledger reader"
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.unsafeRead { try LedgerTables.checkSchema($0) }
        } catch {
            throw .sqlite(error)
        }
    }

    private func reading<Value>(
        _ body: (Database) throws -> Value
    ) throws(LedgerError) -> Value {
        do {
            return try queue.unsafeRead(body)
        } catch {
            throw .sqlite(error)
        }
    }

    public func head() throws(LedgerError) -> LedgerHead {
        try reading { try LedgerQueries.head($0) }
    }

    public func read(_ range: Range<Int>, into batch: inout RecordBatch) throws(LedgerError) {
        try reading { try LedgerQueries.read($0, range, into: &batch) }
    }

    public func receipt(of cmd: String) throws(LedgerError) -> Receipt? {
        try reading { try LedgerQueries.receipt($0, of: cmd) }
    }

    public func receipts(_ range: Range<Int>) throws(LedgerError) -> [Receipt] {
        try reading { try LedgerQueries.receipts($0, range) }
    }

    public func leaves(_ range: Range<Int>) throws(LedgerError) -> [Hash256] {
        try reading { try LedgerQueries.leaves($0, range) }
    }

    public func checkpoints(
        after size: Int, limit: Int
    ) throws(LedgerError) -> [StoredCheckpoint] {
        try reading { try LedgerQueries.checkpoints($0, after: size, limit: limit) }
    }

    public func lastCheckpoint() throws(LedgerError) -> StoredCheckpoint? {
        try reading { try LedgerQueries.lastCheckpoint($0) }
    }

    public func reach() throws(LedgerError) -> LedgerReach {
        try reading { try LedgerQueries.reach($0) }
    }

    public func checkStructure() throws(LedgerError) {
        try reading { db in
            try LedgerTables.checkSchema(db)
            try LedgerTables.checkPages(db)
        }
    }

    public func close() {
        try? queue.close()
    }
}
