import Delivery
package import Ledger

/// Reads the ledger for pages, one reader at a time, and keeps of which type, organization and
/// actor each record is, so that lists can be filtered without reading a million records.
package actor LedgerDesk {
    /// One record as it stands in the ledger.
    package struct Entry: Sendable {
        package var bytes: [UInt8]
        package var record: Record
        package var leaf: Hash256
        /// Whether its content is kept from the reader.
        package var isWithheld = false
    }

    private let reader: any LedgerReader
    /// By seq: places in `types` and `organizations`.
    private var typeOf: [UInt16] = []
    private var organizationOf: [UInt32] = []
    private var actorOf: [UInt32] = []
    private var types = NameTable()
    private var organizations = NameTable()
    private var actors = NameTable()

    package init(_ reader: any LedgerReader) {
        self.reader = reader
    }

    package func head() throws(LedgerError) -> LedgerHead { try reader.head() }

    /// The records of a range that exist, in order.
    package func entries(_ range: Range<Int>) throws(LedgerError) -> [Entry] {
        var batch = RecordBatch()
        try reader.read(range, into: &batch)
        var entries: [Entry] = []
        for place in 0..<batch.count {
            let bytes = batch.record(place)
            entries.append(
                Entry(
                    bytes: bytes, record: try Record(bytes, at: batch.seqs[place]),
                    leaf: batch.leaves[place]))
        }
        return entries
    }

    package func entries(_ seqs: some Sequence<Int>) throws(LedgerError) -> [Entry] {
        var entries: [Entry] = []
        for seq in seqs { entries += try self.entries(seq..<seq + 1) }
        return entries
    }

    /// The latest checkpoint, as saved and as read; nil where none was signed yet.
    package func checkpoint() throws(LedgerError) -> (note: [UInt8], checkpoint: Checkpoint)? {
        guard let stored = try reader.lastCheckpoint() else { return nil }
        let note = try SignedNote(stored.note)
        return (stored.note, try Checkpoint(text: note.text))
    }

    /// Where the records of a command are, by its key; nil where it was not carried out.
    package func receipt(of key: String) throws(LedgerError) -> Receipt? {
        try reader.receipt(of: key)
    }

    /// The hashes that lead from a record's leaf to the root of a tree of `size` records.
    package func inclusion(of seq: Int, size: Int) throws(LedgerError) -> [Hash256] {
        MerkleProof.inclusion(of: seq, size: size, leaves: try reader.leaves(0..<size)) ?? []
    }

    /// What records are of and whose they are, but for those that are of nothing else than records
    /// withheld from the reader.
    package func known(
        without withheld: Set<Int>
    ) throws(LedgerError) -> (types: [String], actors: [String]) {
        try catchUp()
        let withheld = withheld.filter { $0 < typeOf.count }
        return (
            types.names(without: withheld.map { Int(typeOf[$0]) }),
            actors.names(without: withheld.map { Int(actorOf[$0]) })
        )
    }

    /// Seqs of the records that pass, the latest first.
    ///
    /// - Parameter about: the records of the subject asked for; nil where none is.
    package func seqs(
        _ filter: RecordFilter, in range: Range<Int>, about: [Int]?
    ) throws(LedgerError) -> [Int] {
        try catchUp()
        var wanted: [(column: [UInt32], place: UInt32)] = []
        for (asked, names, column) in [
            (filter.organization?.text, organizations, organizationOf),
            (filter.actor, actors, actorOf),
        ] {
            guard let asked else { continue }
            guard let place = names.place(of: asked) else { return [] }
            wanted.append((column, UInt32(truncatingIfNeeded: place)))
        }
        let type = filter.type.map { types.place(of: $0).map { UInt16(truncatingIfNeeded: $0) } }
        if case .some(nil) = type { return [] }
        let known = range.clamped(to: 0..<typeOf.count)
        let candidates = about.map { $0.filter(known.contains) } ?? Array(known)
        return candidates.reversed().filter { seq in
            if case .some(.some(let type)) = type, typeOf[seq] != type { return false }
            return wanted.allSatisfy { $0.column[seq] == $0.place }
        }
    }

    private func catchUp() throws(LedgerError) {
        let size = try reader.head().size
        var batch = RecordBatch()
        while typeOf.count < size {
            let start = typeOf.count
            batch.clear()
            try reader.read(start..<min(start + 4096, size), into: &batch)
            guard batch.count > 0 else { return }
            for place in 0..<batch.count {
                try batch.withRecord(place) { bytes throws(LedgerError) in
                    let view = try RecordView(bytes, at: start + place)
                    typeOf.append(UInt16(truncatingIfNeeded: types.add(view.type.text)))
                    organizationOf.append(
                        UInt32(truncatingIfNeeded: organizations.add(view.org.text)))
                    actorOf.append(UInt32(truncatingIfNeeded: actors.add(view.actor.text)))
                }
            }
        }
    }
}

/// Names in the order in which they were first seen, with how often they were.
private struct NameTable {
    private var names: [String] = []
    private var counts: [Int] = []
    private var places: [String: Int] = [:]

    mutating func add(_ name: String) -> Int {
        if let place = places[name] {
            counts[place] += 1
            return place
        }
        places[name] = names.count
        names.append(name)
        counts.append(1)
        return names.count - 1
    }

    /// The names that are left when these places were each seen once less.
    func names(without gone: [Int]) -> [String] {
        var left = counts
        for place in gone { left[place] -= 1 }
        return zip(names, left).filter { $0.1 > 0 }.map(\.0)
    }

    func place(of name: String) -> Int? { places[name] }
}
