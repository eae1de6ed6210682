package import Delivery
package import Ledger
import Synchronization

/// A city at one position of its ledger.
package struct PastCity: Sendable {
    package var city: City
    package var head: LedgerHead
}

/// Folds a city again as of any position. Heads are kept every 50,000 records, and those asked
/// for of late; what lies between is refolded from the nearest.
package final class CityHistory: Sendable {
    package static let spacing = 50_000
    private static let recentLimit = 48

    private struct State {
        /// In the order of their sizes, `spacing` apart.
        var heads: [PastCity]
        /// In the order of their use.
        var recent: [PastCity] = []
    }

    private let reader: any LedgerReader
    private let state: Mutex<State>

    package init(_ reader: any LedgerReader, heads: [PastCity]) {
        self.reader = reader
        state = Mutex(State(heads: heads))
    }

    /// Keeps a present head if it is far enough from the last one kept.
    package func note(_ past: PastCity) {
        state.withLock { state in
            let last = state.heads.last?.head.size ?? 0
            if past.head.size - last >= CityHistory.spacing { state.heads.append(past) }
        }
    }

    /// The city as of the first `size` records, which the ledger must have.
    package func city(of size: Int) throws(LedgerError) -> City {
        let start = nearest(size)
        if let start, start.head.size == size { return start.city }
        var fold = RecordFold(start?.city ?? City(), head: start?.head ?? .empty)
        var batch = RecordBatch()
        while fold.head.size < size {
            let position = fold.head.size
            let end = min(position + CityLoader.batchSize, size)
            batch.clear()
            try reader.read(position..<end, into: &batch)
            guard batch.count == end - position else {
                throw LedgerError(
                    .seqGap, seq: position + batch.count, zh: "台账没有这么多记录",
                    en: "the ledger does not hold that many records")
            }
            for index in 0..<batch.count {
                let leaf = batch.computedLeaf(index)
                try batch.withRecord(index) { bytes throws(LedgerError) in
                    try fold.fold(try RecordView(bytes, at: fold.head.size), leaf: leaf)
                }
            }
        }
        remember(PastCity(city: fold.city, head: fold.head))
        return fold.city
    }

    private func nearest(_ size: Int) -> PastCity? {
        state.withLock { state in
            (state.heads + state.recent).filter { $0.head.size <= size }
                .max { $0.head.size < $1.head.size }
        }
    }

    private func remember(_ past: PastCity) {
        state.withLock { state in
            state.recent.removeAll { $0.head.size == past.head.size }
            state.recent.append(past)
            if state.recent.count > CityHistory.recentLimit { state.recent.removeFirst() }
        }
    }
}
