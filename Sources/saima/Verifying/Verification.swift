import CityHall
import Delivery
import Foundation
import Ledger
import LedgerSQLite

/// Goes through everything a data directory claims: chain, tree, checkpoints and commands, then
/// what the records fold to, then the texts and files they cite.
struct Verification {
    /// What was found in order.
    struct Finding {
        var ledger: LedgerVerifier.Finding
        var folded = 0
        var texts = 0
        var files = 0
        /// Files of evidence that are cited and not kept here.
        var filesElsewhere = 0
        /// Texts and files that two administrators had removed.
        var purged: [Purge] = []
    }

    let directory: DataDirectory
    let outside: [[UInt8]]

    func run() async throws -> Finding {
        let readers = [try directory.openReader(), try directory.openReader()]
        let key = try KeyFile.loadVerifier(directory: directory.keys)
        let verifier = LedgerVerifier(readers: readers, keys: [key], log: key.name)
        var finding = Finding(ledger: try await verifier.verify(outside: outside))
        try refold(readers[0], into: &finding)
        return finding
    }

    private func refold(_ reader: any LedgerReader, into finding: inout Finding) throws {
        let size = finding.ledger.head.size
        var fold = RecordFold()
        var citations = Citations(directory)
        try read(reader, to: size, &fold) { record throws(LedgerError) in
            try citations.check(record)
        }
        Terminal.endProgress()
        finding.folded = fold.head.size
        finding.purged = fold.city.purges.all.filter { $0.tombstone != nil }
        // A running server may have purged since what it no longer has.
        try read(reader, to: max(size, try reader.head().size), &fold) { _ in }
        try citations.settle(fold.city.purges)
        finding.texts = citations.texts
        finding.files = citations.files
        finding.filesElsewhere = citations.filesElsewhere
    }

    private func read(
        _ reader: any LedgerReader, to size: Int, _ fold: inout RecordFold,
        _ look: (RecordView) throws(LedgerError) -> Void
    ) throws {
        var batch = RecordBatch()
        while fold.head.size < size {
            let position = fold.head.size
            let end = min(position + CityLoader.batchSize, size)
            batch.clear()
            try reader.read(position..<end, into: &batch)
            for index in 0..<batch.count {
                let leaf = batch.computedLeaf(index)
                try batch.withRecord(index) { bytes throws(LedgerError) in
                    let record = try RecordView(bytes, at: fold.head.size)
                    try fold.fold(record, leaf: leaf)
                    try look(record)
                }
            }
            guard fold.head.size == end else {
                throw LedgerError(
                    .seqGap, seq: fold.head.size, zh: "记录缺失", en: "a record is missing")
            }
            Terminal.progress("\(end) / \(size)")
        }
    }
}
