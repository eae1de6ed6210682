import Delivery
package import JSON
package import Ledger

/// One record and the proof that it stands in the ledger.
package enum RecordPage {}

extension RecordPage {
    package struct Model: Sendable {
        package var sight: Sight
        package var entry: LedgerDesk.Entry
        package var size: Int
        /// What was last signed, where it covers this record.
        package var checkpoint: Checkpoint?
        /// The signed note that says so.
        package var note: [UInt8]
        /// From the leaf up to the checkpoint's root.
        package var proof: [Hash256]
        /// Seqs of the records of the same command.
        package var siblings: ClosedRange<Int>

        /// Nil where there is no such record.
        package init?(_ sight: Sight, seq: Int, desk: LedgerDesk) async throws(LedgerError) {
            let head = try await desk.head()
            guard seq >= 0, seq < head.size,
                let entry = try await desk.entries(seq..<seq + 1).first
            else { return nil }
            self.sight = sight
            self.entry = sight.seen(entry)
            size = head.size
            let part = self.entry.record.part
            let first = max(0, seq - part.index + 1)
            siblings = first...max(first, first + part.count - 1)
            if let (note, signed) = try await desk.checkpoint(), seq < signed.size {
                checkpoint = signed
                self.note = note
                proof = try await desk.inclusion(of: seq, size: signed.size)
            } else {
                checkpoint = nil
                note = []
                proof = []
            }
        }

        /// Whether the proof leads to the signed root, computed here and now.
        package var isProven: Bool {
            guard let checkpoint else { return false }
            return MerkleProof.includes(
                entry.isWithheld ? entry.leaf : Merkle.leaf(entry.bytes), at: entry.record.seq,
                size: checkpoint.size,
                root: checkpoint.root, proof: proof)
        }

        package var pretty: String {
            (try? JSON.parse(entry.bytes))?.text(indent: 2)
                ?? String(decoding: entry.bytes, as: UTF8.self)
        }

        package var json: JSON {
            .object([
                .init("leaf", .string(entry.leaf.hex)),
                .init("checkpoint_size", checkpoint.map { .integer($0.size) } ?? .null),
                .init("checkpoint_root", checkpoint.map { .string($0.root.hex) } ?? .null),
                .init("inclusion", .array(proof.map { .string($0.hex) })),
                .init(
                    "command",
                    .array([.integer(siblings.lowerBound), .integer(siblings.upperBound)])),
                .init("record", entry.value),
            ])
        }
    }
}
