package import Delivery
import Foundation
package import Ledger
import Synchronization

/// A ledger read whole: the city it folds to, its head, and its tree.
package struct LoadedCity: Sendable {
    package var city: City
    package var head: LedgerHead
    package var frontier: MerkleFrontier
    /// Cities on the way, from which any other can be refolded soon.
    package var heads: [PastCity]
}

/// Reads, hashes, decodes and folds a ledger. One thread reads and hashes a batch while another
/// folds the one before.
package struct CityLoader: Sendable {
    package static let batchSize = 4_096

    private let reader: any LedgerReader
    private let batchSize: Int

    /// - Parameter batchSize: how many records are read at once; at least 1.
    package init(_ reader: any LedgerReader, batchSize: Int = batchSize) {
        self.reader = reader
        self.batchSize = max(1, batchSize)
    }

    /// Folds the records before `limit`, or all of them.
    package func load(upTo limit: Int = .max) throws(LedgerError) -> LoadedCity {
        let size = min(try reader.head().size, max(0, limit))
        let channel = BatchChannel(capacity: 4)
        let loader = self
        Thread.detachNewThread { loader.read(size, into: channel) }
        defer { channel.abandon() }
        var fold = RecordFold()
        var head = LedgerHead.empty
        var frontier = MerkleFrontier()
        var heads: [PastCity] = []
        while let hashed = try channel.take() {
            for index in 0..<hashed.batch.count {
                let leaf = hashed.leaves[index]
                try hashed.batch.withRecord(index) { bytes throws(LedgerError) in
                    let view = try RecordView(bytes, at: head.size)
                    try fold.fold(view, leaf: leaf)
                }
                head = LedgerHead(size: head.size + 1, leaf: leaf)
            }
            frontier = hashed.frontier
            if head.size - (heads.last?.head.size ?? 0) >= CityHistory.spacing {
                heads.append(PastCity(city: fold.city, head: head))
            }
        }
        return LoadedCity(city: fold.city, head: head, frontier: frontier, heads: heads)
    }

    private func read(_ size: Int, into channel: BatchChannel) {
        var frontier = MerkleFrontier()
        var start = 0
        do throws(LedgerError) {
            while start < size {
                let end = min(start + batchSize, size)
                var batch = RecordBatch()
                try reader.read(start..<end, into: &batch)
                guard batch.count == end - start else {
                    throw LedgerError(
                        .seqGap, seq: start + batch.count,
                        zh: "第 \(start + batch.count) 号附近缺少记录",
                        en: "a record is missing near seq \(start + batch.count)")
                }
                var leaves: [Hash256] = []
                leaves.reserveCapacity(batch.count)
                for index in 0..<batch.count {
                    let leaf = batch.computedLeaf(index)
                    leaves.append(leaf)
                    frontier.append(leaf)
                }
                let hashed = HashedBatch(batch: batch, leaves: leaves, frontier: frontier)
                guard channel.put(hashed) else { return }
                start = end
            }
            channel.finish(nil)
        } catch {
            channel.finish(error)
        }
    }
}

private struct HashedBatch: Sendable {
    var batch: RecordBatch
    var leaves: [Hash256]
    /// The tree after the batch.
    var frontier: MerkleFrontier
}

/// Hands batches from the reading thread to the folding one, at most `capacity` ahead.
private final class BatchChannel: Sendable {
    private struct State {
        var waiting: [HashedBatch] = []
        var finished = false
        var abandoned = false
        var failure: LedgerError?
    }

    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)
    /// Counted up from zero: a semaphore must not end below the value it began with, and a
    /// loader that stops at a bad record leaves batches untaken.
    private let room = DispatchSemaphore(value: 0)

    init(capacity: Int) {
        for _ in 0..<capacity { room.signal() }
    }

    /// False when nobody takes any more.
    func put(_ batch: HashedBatch) -> Bool {
        room.wait()
        let wanted = state.withLock { state in
            if !state.abandoned { state.waiting.append(batch) }
            return !state.abandoned
        }
        filled.signal()
        return wanted
    }

    func finish(_ failure: LedgerError?) {
        state.withLock {
            $0.finished = true
            $0.failure = failure
        }
        filled.signal()
    }

    func abandon() {
        state.withLock { $0.abandoned = true }
        room.signal()
    }

    /// The next batch; nil after the last.
    func take() throws(LedgerError) -> HashedBatch? {
        filled.wait()
        let next: Result<HashedBatch?, LedgerError> = state.withLock { state in
            if !state.waiting.isEmpty { return .success(state.waiting.removeFirst()) }
            if let failure = state.failure { return .failure(failure) }
            return .success(nil)
        }
        room.signal()
        return try next.get()
    }
}
