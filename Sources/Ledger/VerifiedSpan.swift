/// What one span of rows says by itself; what crosses its borders is judged by its reader.
struct VerifiedSpan: Sendable {
    /// The seq of the first row, and what its record calls the leaf before.
    var first: Int?
    var prev = Hash256.zero
    /// The leaves, computed, up to the first error.
    var leaves: [Hash256] = []
    /// Records at the beginning whose command began in an earlier span.
    var leading: CommandRun?
    /// Records at the end whose command goes on in a later span.
    var trailing: CommandRun?
    /// The stored receipts that no command complete in this span has claimed.
    var unclaimed: [Receipt] = []
    /// How many commands are complete in this span alone.
    var commands = 0
    /// The first error inside the span.
    var failure: LedgerError?

    init(_ range: Range<Int>, of reader: any LedgerReader, log: [UInt8]?) {
        do throws(LedgerError) {
            var batch = RecordBatch()
            unclaimed = try reader.receipts(range)
            try reader.read(range, into: &batch)
            first = batch.seqs.first
            try check(batch, log: log)
            // Everything below the head is there, so what a span lacks is missing.
            let wanted = max(0, range.lowerBound)..<max(0, range.upperBound)
            if batch.count != wanted.count { throw .seqGap(wanted, batch.seqs) }
        } catch {
            failure = error
        }
    }

    private mutating func check(_ batch: RecordBatch, log: [UInt8]?) throws(LedgerError) {
        var receipts = unclaimed[...]
        defer { unclaimed = Array(receipts) }
        var run: CommandRun?
        guard let first else { return }
        for index in 0..<batch.count {
            let seq = batch.seqs[index]
            guard seq == first + index else {
                throw .seqGap(first..<first + batch.count, batch.seqs)
            }
            let leaf = batch.computedLeaf(index)
            guard leaf == batch.leaves[index] else { throw .leafDiffers(seq) }
            try batch.withRecord(index) { bytes throws(LedgerError) in
                let view = try RecordView(strictly: bytes, at: seq)
                if let log, !view.log.bytes.elementsEqual(log) { throw .logDiffers(seq) }
                if let last = leaves.last {
                    if view.prev != last { throw .prevBroken(seq) }
                } else {
                    prev = view.prev
                }
                try group(view, &run, &receipts)
            }
            leaves.append(leaf)
        }
        if let run { if run.index > 1, leading == nil { leading = run } else { trailing = run } }
    }

    /// Adds a record to the command that is being seen, or begins the next.
    private mutating func group(
        _ view: RecordView, _ run: inout CommandRun?, _ receipts: inout ArraySlice<Receipt>
    ) throws(LedgerError) {
        if var open = run {
            guard open.take(view) else { throw .commandBroken(view.seq) }
            run = open
        } else {
            // Only the span's first records can belong to a command that began before it.
            if view.part.index > 1, view.seq != first { throw .commandBroken(view.seq) }
            run = CommandRun(view)
        }
        guard let done = run, done.isComplete else { return }
        run = nil
        if done.index > 1 {
            leading = done
        } else {
            try Self.claim(done.receipt, &receipts)
            commands += 1
        }
    }

    /// Takes the receipt of a complete command from the stored ones, which must be the next.
    static func claim(
        _ receipt: Receipt, _ receipts: inout ArraySlice<Receipt>
    ) throws(LedgerError) {
        guard let stored = receipts.first, stored == receipt else {
            let seq = min(receipts.first?.first ?? receipt.first, receipt.first)
            throw .commandsDiffer(seq)
        }
        receipts.removeFirst()
    }
}
