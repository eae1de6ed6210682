import Ledger
import LedgerSQLite
import Testing

/// What every store must do. A new store is added to `all`.
@Suite("Every ledger store")
struct StoreConformanceTests {
    struct Kind: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let make: @Sendable (ScratchDirectory) throws -> any LedgerStore
    }

    static let all = [
        Kind(testDescription: "in memory") { _ in MemoryLedgerStore() },
        Kind(testDescription: "in SQLite") { try $0.store() },
    ]

    @Test("An empty store has no head, no records, no receipts and no checkpoints", arguments: all)
    func empty(kind: Kind) throws {
        let directory = try ScratchDirectory()
        let store = try kind.make(directory)

        #expect(try store.head() == .empty)
        #expect(try Samples.records(store, 0..<10).isEmpty)
        #expect(try store.receipt(of: "c") == nil)
        #expect(try store.receipts(0..<10).isEmpty)
        #expect(try store.leaves(0..<10).isEmpty)
        #expect(try store.lastCheckpoint() == nil)
        #expect(try store.reach() == LedgerReach(head: .empty, command: nil, checkpoint: nil))
        try store.append([], expecting: .empty)
        #expect(try store.head() == .empty)
    }

    @Test("What is appended is read back, byte by byte and in order", arguments: all)
    func appended(kind: Kind) throws {
        let directory = try ScratchDirectory()
        let store = try kind.make(directory)
        let drafts = (0..<5).map { Samples.draft("c\($0)", records: $0 + 1) }
        let sealed = try Samples.seal(drafts, after: .empty)

        let middle = try store.append(Array(sealed[..<2]), expecting: .empty)
        let head = try store.append(Array(sealed[2...]), expecting: middle)

        let lines = sealed.flatMap(\.records)
        #expect(middle.size == 3)
        #expect(head == LedgerHead(size: 15, leaf: lines[14].leaf))
        #expect(try store.head() == head)
        #expect(try Samples.records(store, 0..<100) == lines.map(\.bytes))
        #expect(try Samples.records(store, 4..<6) == lines[4..<6].map(\.bytes))
        #expect(try store.leaves(3..<15) == lines[3...].map(\.leaf))
        #expect(try store.receipts(0..<100) == sealed.map(\.receipt))
        #expect(try store.receipts(1..<4) == [sealed[1].receipt, sealed[2].receipt])
        for command in sealed {
            #expect(try store.receipt(of: command.receipt.cmd) == command.receipt)
        }
        #expect(try store.reach() == LedgerReach(head: head, command: 10, checkpoint: nil))
    }

    @Test("A batch is used again and tells seqs and computed leaves", arguments: all)
    func batches(kind: Kind) throws {
        let directory = try ScratchDirectory()
        let store = try kind.make(directory)
        try Samples.fill(store)
        var batch = RecordBatch()

        try store.read(0..<4, into: &batch)
        try store.read(4..<6, into: &batch)

        #expect(batch.seqs == [4, 5])
        #expect((0..<2).map { batch.computedLeaf($0) } == batch.leaves)
        #expect(batch.withRecord(1) { Array($0) } == batch.record(1))
    }

    @Test("An append that expects another head is refused and changes nothing", arguments: all)
    func headMoved(kind: Kind) throws {
        let directory = try ScratchDirectory()
        let store = try kind.make(directory)
        try Samples.fill(store)
        let before = try store.head()
        let stale = LedgerHead(size: 3, leaf: try store.leaves(2..<3)[0])
        let wrongLeaf = LedgerHead(size: 6, leaf: .zero)

        for head in [stale, wrongLeaf, .empty] {
            let sealed = try Samples.seal([Samples.draft("new")], after: head)
            let error = #expect(throws: LedgerError.self) {
                try store.append(sealed, expecting: head)
            }
            #expect(error?.code == .headMoved)
        }
        let sealedElsewhere = try Samples.seal([Samples.draft("new")], after: stale)
        let error = #expect(throws: LedgerError.self) {
            try store.append(sealedElsewhere, expecting: before)
        }

        #expect(error?.code == .headMoved)
        #expect(try store.head() == before)
        #expect(try store.receipt(of: "new") == nil)
    }

    @Test("A key that is recorded already refuses the whole append", arguments: all)
    func commandExists(kind: Kind) throws {
        let directory = try ScratchDirectory()
        let store = try kind.make(directory)
        try Samples.fill(store)
        let head = try store.head()
        let again = try Samples.seal([Samples.draft("new"), Samples.draft("c2")], after: head)
        let twice = try Samples.seal([Samples.draft("new"), Samples.draft("new")], after: head)

        for commands in [again, twice] {
            let error = #expect(throws: LedgerError.self) {
                try store.append(commands, expecting: head)
            }
            #expect(error?.code == .commandExists)
        }

        #expect(try store.head() == head)
        #expect(try store.receipt(of: "new") == nil)
        try store.append(
            Samples.seal([Samples.draft("new")], after: head), expecting: head)
        #expect(try store.head().size == 7)
    }

    @Test("Keys that differ in bytes only are different keys", arguments: all)
    func keysByBytes(kind: Kind) throws {
        let directory = try ScratchDirectory()
        let store = try kind.make(directory)
        try store.append(
            Samples.seal([Samples.draft("a"), Samples.draft("A")], after: .empty),
            expecting: .empty)

        #expect(try store.receipt(of: "a")?.first == 0)
        #expect(try store.receipt(of: "A")?.first == 1)
        #expect(try store.receipt(of: "a ") == nil)
        #expect(try store.receipt(of: "e\u{301}") == nil)
    }

    @Test("Checkpoints are kept by size, and one of the same size is replaced", arguments: all)
    func checkpoints(kind: Kind) throws {
        let directory = try ScratchDirectory()
        let store = try kind.make(directory)
        for (size, note) in [(4, "d"), (1, "a"), (2, "b"), (1, "c")] {
            try store.save(StoredCheckpoint(size: size, note: Samples.bytes(note)))
        }

        let all = try store.checkpoints(after: .min, limit: 10)

        #expect(all.map(\.size) == [1, 2, 4])
        #expect(all.map(\.note) == ["c", "b", "d"].map(Samples.bytes))
        #expect(try store.checkpoints(after: 1, limit: 1).map(\.size) == [2])
        #expect(try store.lastCheckpoint()?.size == 4)
    }

    @Test("A reader sees what its writer appends later", arguments: all)
    func readerBeside(kind: Kind) throws {
        let directory = try ScratchDirectory()
        let store = try kind.make(directory)
        let reader = try store.reader()
        #expect(try reader.head() == .empty)

        try Samples.fill(store)

        #expect(try reader.head() == store.head())
        #expect(try Samples.records(reader, 0..<6) == Samples.records(store, 0..<6))
        #expect(try reader.receipt(of: "c4")?.first == 3)
        try reader.checkStructure()
    }

    @Test("A store that was closed refuses everything", arguments: all)
    func closed(kind: Kind) throws {
        let directory = try ScratchDirectory()
        let store = try kind.make(directory)
        store.close()
        store.close()

        let sealed = try Samples.seal([Samples.draft("c")], after: .empty)
        #expect(throws: LedgerError.self) { try store.head() }
        #expect(throws: LedgerError.self) { try store.receipt(of: "c") }
        #expect(throws: LedgerError.self) { try store.append(sealed, expecting: .empty) }
        #expect(throws: LedgerError.self) {
            try store.save(StoredCheckpoint(size: 0, note: []))
        }
    }

    @Test("What a filled store holds verifies", arguments: all)
    func verifies(kind: Kind) async throws {
        let directory = try ScratchDirectory()
        let store = try kind.make(directory)
        try Samples.fill(store)

        let finding = try await Samples.verifier(store).verify()

        #expect(finding.head == (try store.head()))
        #expect(finding.commands == 3)
        #expect(finding.checkpoints == 2)
        #expect(finding.vouchedSize == 6)
    }
}
