import Foundation
import Ledger
import Synchronization

/// A real ledger that counts what it is asked to append, waits at a gate and fails when told to.
final class TroubledStore: LedgerStore {
    enum Trouble: Sendable {
        /// The disk says no, and nothing was kept.
        case beforeAppending
        /// The disk says no, and everything was kept.
        case afterAppending
    }

    private struct State {
        var appends = 0
        var trouble: Trouble?
        var isGateClosed = false
    }

    let inner: any LedgerStore
    private let state = Mutex(State())
    private let gate = DispatchSemaphore(value: 0)
    /// The sizes of checkpoints as they are saved.
    let saved: AsyncStream<Int>
    private let savedSize: AsyncStream<Int>.Continuation

    init(_ inner: any LedgerStore = MemoryLedgerStore()) {
        self.inner = inner
        (saved, savedSize) = AsyncStream.makeStream()
    }

    var appends: Int { state.withLock { $0.appends } }

    func fail(_ trouble: Trouble) { state.withLock { $0.trouble = trouble } }

    /// The next append waits until the gate is opened.
    func closeGate() { state.withLock { $0.isGateClosed = true } }

    func openGate() {
        state.withLock { $0.isGateClosed = false }
        gate.signal()
    }

    func append(
        _ commands: [SealedCommand], expecting head: LedgerHead
    ) throws(LedgerError) -> LedgerHead {
        let (waits, trouble) = state.withLock { state in
            state.appends += 1
            return (state.isGateClosed, state.trouble)
        }
        if waits { gate.wait() }
        let failure = LedgerError(.storeFailed, zh: "磁盘故障", en: "the disk failed")
        if trouble == .beforeAppending { throw failure }
        let next = try inner.append(commands, expecting: head)
        if trouble == .afterAppending { throw failure }
        return next
    }

    func save(_ checkpoint: StoredCheckpoint) throws(LedgerError) {
        try inner.save(checkpoint)
        savedSize.yield(checkpoint.size)
    }

    func reader() throws(LedgerError) -> any LedgerReader { try inner.reader() }
    func close() { inner.close() }
    func head() throws(LedgerError) -> LedgerHead { try inner.head() }

    func read(_ range: Range<Int>, into batch: inout RecordBatch) throws(LedgerError) {
        try inner.read(range, into: &batch)
    }

    func receipt(of cmd: String) throws(LedgerError) -> Receipt? { try inner.receipt(of: cmd) }

    func receipts(_ range: Range<Int>) throws(LedgerError) -> [Receipt] {
        try inner.receipts(range)
    }

    func leaves(_ range: Range<Int>) throws(LedgerError) -> [Hash256] { try inner.leaves(range) }

    func checkpoints(after size: Int, limit: Int) throws(LedgerError) -> [StoredCheckpoint] {
        try inner.checkpoints(after: size, limit: limit)
    }

    func lastCheckpoint() throws(LedgerError) -> StoredCheckpoint? { try inner.lastCheckpoint() }
    func reach() throws(LedgerError) -> LedgerReach { try inner.reach() }
    func checkStructure() throws(LedgerError) { try inner.checkStructure() }
}
