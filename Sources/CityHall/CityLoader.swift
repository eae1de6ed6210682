package import Delivery
import Foundation
package import Ledger

/// A ledger read whole: the city it folds to, its head, and its tree.
package struct LoadedCity: Sendable {
    package var city: City
    package var head: LedgerHead
    package var frontier: MerkleFrontier
    /// Cities on the way, from which any other can be refolded soon.
    package var heads: [PastCity]
}

/// Reads, hashes, decodes and folds a ledger: several threads read, hash and decode batches,
/// while the caller's folds them in their order.
package struct CityLoader: Sendable {
    package static let batchSize = 2_048

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
        let (reader, batchSize) = (reader, batchSize)
        let threads = max(2, min(4, ProcessInfo.processInfo.activeProcessorCount))
        let queue = BatchQueue(batches: (size + batchSize - 1) / batchSize, ahead: threads + 2)
        for _ in 0..<threads {
            Thread.detachNewThread {
                var bytes = RecordBatch()
                while let index = queue.claim() {
                    let start = index * batchSize
                    let range = start..<min(start + batchSize, size)
                    queue.put(DecodedBatch(range, reader, into: &bytes), at: index)
                }
            }
        }
        defer { queue.abandon() }
        var fold = RecordFold()
        var frontier = MerkleFrontier()
        var heads: [PastCity] = []
        while let batch = queue.take() {
            for (record, leaf) in zip(batch.records, batch.leaves) {
                try fold.fold(record, leaf: leaf)
                frontier.append(leaf)
            }
            if let failure = batch.failure { throw failure }
            if fold.head.size - (heads.last?.head.size ?? 0) >= CityHistory.spacing {
                heads.append(PastCity(city: fold.city, head: fold.head))
            }
        }
        return LoadedCity(city: fold.city, head: fold.head, frontier: frontier, heads: heads)
    }
}
