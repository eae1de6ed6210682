import Foundation
import Ledger
import Synchronization

/// Consecutive records, decoded, up to the first that cannot be.
struct DecodedBatch: Sendable {
    private(set) var records: [DecodedRecord] = []
    private(set) var leaves: [Hash256] = []
    /// What ended the batch before its last record.
    private(set) var failure: LedgerError?

    /// - Parameter batch: what the bytes are read into; of use for the next range again.
    init(_ range: Range<Int>, _ reader: any LedgerReader, into batch: inout RecordBatch) {
        do throws(LedgerError) {
            try decode(range, reader, into: &batch)
        } catch {
            failure = error
        }
    }

    private mutating func decode(
        _ range: Range<Int>, _ reader: any LedgerReader, into batch: inout RecordBatch
    ) throws(LedgerError) {
        try reader.read(range, into: &batch)
        records.reserveCapacity(batch.count)
        leaves.reserveCapacity(batch.count)
        for index in 0..<batch.count {
            let record = try batch.withRecord(index) { bytes throws(LedgerError) in
                try DecodedRecord(RecordView(bytes, at: range.lowerBound + index))
            }
            records.append(record)
            leaves.append(batch.computedLeaf(index))
        }
        guard batch.count == range.count else {
            let seq = range.lowerBound + batch.count
            throw LedgerError(
                .seqGap, seq: seq, zh: "第 \(seq) 号附近缺少记录",
                en: "a record is missing near seq \(seq)")
        }
    }
}

/// Hands batches from the threads that decode them to the one that folds them, in order, and
/// holds the former back when they are too far ahead.
final class BatchQueue: Sendable {
    private struct State {
        var claimed = 0
        var taken = 0
        var ready: [Int: DecodedBatch] = [:]
        var isAbandoned = false
    }

    private let batches: Int
    private let ahead: Int
    private let state = Mutex(State())
    private let changed = NSCondition()

    init(batches: Int, ahead: Int) {
        self.batches = batches
        self.ahead = ahead
    }

    /// Which batch to decode next; nil when there is none, or nobody wants it.
    func claim() -> Int? {
        wait { state in
            if state.isAbandoned || state.claimed == batches { return .some(nil) }
            guard state.claimed < state.taken + ahead else { return nil }
            state.claimed += 1
            return state.claimed - 1
        }
    }

    func put(_ batch: DecodedBatch, at index: Int) {
        wait { state in
            state.ready[index] = batch
            return ()
        }
    }

    /// The next batch in order; nil after the last.
    func take() -> DecodedBatch? {
        wait { state in
            if state.taken == batches { return .some(nil) }
            guard let next = state.ready.removeValue(forKey: state.taken) else { return nil }
            state.taken += 1
            return next
        }
    }

    func abandon() {
        wait { $0.isAbandoned = true }
    }

    /// Runs `step` until it answers, once more after each change by another thread.
    private func wait<Answer>(_ step: (inout State) -> Answer?) -> Answer {
        changed.lock()
        defer {
            changed.broadcast()
            changed.unlock()
        }
        while true {
            if let answer = state.withLock({ step(&$0) }) { return answer }
            changed.wait()
        }
    }
}
