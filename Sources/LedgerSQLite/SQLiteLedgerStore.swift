internal import GRDB
internal import Glibc
public import Ledger
internal import Synchronization

/// The ledger in one file, `ledger.sqlite`, written by one process at a time.
///
/// Every append is one transaction, synced to the disk before it returns. A transaction whose
/// end failed may be kept or not, and nobody can tell without opening the file again: then the
/// store closes itself and refuses everything with `store_failed`.
public final class SQLiteLedgerStore: LedgerStore {
    public static let fileName = "ledger.sqlite"

    private enum State {
        case open(LedgerHead)
        case failed(LedgerError)
        case closed
    }

    private let directory: String
    private let lock: LedgerLock
    private let queue: DatabaseQueue
    private let state: Mutex<State>

    /// Opens the ledger in a directory, or makes one there; the directory must exist.
    ///
    /// `store_locked` names the process that writes it already; `store_unsafe` where Sqlite
    /// would not sync every commit.
    public init(directory: String) throws(LedgerError) {
        self.directory = directory
        lock = try LedgerLock(directory: directory)
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(10)
        configuration.label = "ledger writer"
        // After a failed COMMIT the transaction is left as it is until the file is closed.
        configuration.allowsUnsafeTransactions = true
        do {
            queue = try DatabaseQueue(
                path: directory + "/" + Self.fileName, configuration: configuration)
            let head = try queue.writeWithoutTransaction { db in
                try Self.prepare(db)
                return try LedgerQueries.head(db)
            }
            state = Mutex(.open(head))
        } catch {
            throw .sqlite(error)
        }
        try Self.sync(directory)
    }

    /// Sets what GRDB sets back while it opens a file, and reads it back.
    private static func prepare(_ db: Database) throws {
        try db.execute(sql: "PRAGMA synchronous = FULL")
        let level = try Int.fetchOne(db, sql: "PRAGMA synchronous")
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
        guard level == 2, mode == "wal" else {
            throw LedgerError(
                .storeUnsafe,
                zh: "SQLite 未按要求落盘（synchronous=\(level ?? -1)，应为 2；journal_mode=\(mode ?? "?")）",
                en: "Sqlite does not sync every commit: synchronous is \(level ?? -1) and should"
                    + " be 2, journal_mode is \(mode ?? "?") and should be wal")
        }
        if try LedgerTables.isEmpty(db) { try LedgerTables.create(db) }
        try LedgerTables.checkSchema(db)
    }

    /// A new file's name is durable when its directory is.
    private static func sync(_ directory: String) throws(LedgerError) {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("open", directory) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system("fsync", directory) }
    }

    @discardableResult
    public func append(
        _ commands: [SealedCommand], expecting head: LedgerHead
    ) throws(LedgerError) -> LedgerHead {
        let found = try openHead()
        guard found == head else { throw .headMoved(expected: head, found: found) }
        let next = try checkContinuity(commands, after: head)
        if commands.isEmpty { return head }
        do {
            try queue.writeWithoutTransaction { try LedgerWriter.append($0, commands) }
        } catch {
            // A key that was there already: rolled back, and nothing else is wrong.
            if let refusal = error as? LedgerError, refusal.code == .commandExists {
                throw refusal
            }
            throw fail(error)
        }
        state.withLock { state in
            if case .open = state { state = .open(next) }
        }
        return next
    }

    public func save(_ checkpoint: StoredCheckpoint) throws(LedgerError) {
        _ = try openHead()
        do {
            try queue.writeWithoutTransaction { try LedgerWriter.save($0, checkpoint) }
        } catch {
            throw fail(error)
        }
    }

    /// Closes the file and stays failed.
    private func fail(_ error: any Error) -> LedgerError {
        let cause = LedgerError.sqlite(error)
        let failure = LedgerError(
            .storeFailed, zh: "台账写入失败，须重新打开并按命令号核对：\(cause.zh)",
            en: "writing the ledger failed; open it again and look the commands up: \(cause.en)")
        state.withLock { $0 = .failed(failure) }
        try? queue.close()
        lock.release()
        return failure
    }

    private func openHead() throws(LedgerError) -> LedgerHead {
        switch state.withLock({ $0 }) {
        case .open(let head): return head
        case .failed(let failure): throw failure
        case .closed: throw LedgerError(.storeFailed, zh: "台账已关闭", en: "the ledger is closed")
        }
    }

    public func reader() throws(LedgerError) -> any LedgerReader {
        _ = try openHead()
        return try SQLiteLedgerReader(directory: directory)
    }

    public func close() {
        let wasOpen = state.withLock { state in
            guard case .open = state else { return false }
            state = .closed
            return true
        }
        guard wasOpen else { return }
        try? queue.close()
        lock.release()
    }

    private func reading<Value>(
        _ body: (Database) throws -> Value
    ) throws(LedgerError) -> Value {
        _ = try openHead()
        do {
            return try queue.unsafeRead(body)
        } catch {
            throw .sqlite(error)
        }
    }

    public func head() throws(LedgerError) -> LedgerHead {
        try openHead()
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
}
