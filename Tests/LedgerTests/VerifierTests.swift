import Foundation
import GRDB
import Ledger
import LedgerSQLite
import Testing

@Suite("Verifying a ledger that was tampered with")
struct VerifierTests {
    /// A book of six records whose rows are changed by plain SQL.
    private final class Book {
        let directory: ScratchDirectory
        let queue: DatabaseQueue
        let reader: SQLiteLedgerReader

        init() throws {
            directory = try ScratchDirectory()
            let store = try directory.store()
            try Samples.fill(store)
            store.close()
            queue = try DatabaseQueue(path: directory.path + "/ledger.sqlite")
            reader = try SQLiteLedgerReader(directory: directory.path)
        }

        func sql(_ sql: String, _ arguments: StatementArguments = []) throws {
            try queue.write { try $0.execute(sql: sql, arguments: arguments) }
        }

        func finding(outside: [[UInt8]] = []) async throws -> LedgerVerifier.Finding {
            try await Samples.verifier(reader).verify(outside: outside)
        }

        /// What verifying says; nil where it finds nothing wrong.
        func error(outside: [[UInt8]] = []) async throws -> LedgerError? {
            do throws(LedgerError) {
                _ = try await LedgerVerifier(
                    readers: [reader], keys: [Samples.verifierKey], log: Samples.log
                ).verify(outside: outside)
                return nil
            } catch {
                return error
            }
        }
    }

    @Test("Every single byte of records, hashes, receipts and checkpoints matters")
    func everyByte() async throws {
        let book = try Book()
        let cells = try await book.queue.read { db in
            try [
                ("records", "bytes", "seq"), ("records", "leaf", "seq"),
                ("commands", "nonce", "first"), ("commands", "req", "first"),
                ("commands", "cmd", "first"), ("checkpoints", "note", "size"),
            ].flatMap { table, column, key in
                try Row.fetchAll(db, sql: "SELECT \(key), CAST(\(column) AS BLOB) FROM \(table)")
                    .map { row -> (String, String, String, Int, Data) in
                        (table, column, key, row[0], row[1])
                    }
            }
        }
        #expect(cells.count == 23)
        for (table, column, key, id, original) in cells {
            let kind = column == "cmd" ? "TEXT" : "BLOB"
            let update = "UPDATE \(table) SET \(column) = CAST(? AS \(kind)) WHERE \(key) = ?"
            for place in original.indices {
                var changed = original
                changed[place] ^= 1
                try book.sql(update, [changed, id])
                let error = try await book.error()
                #expect(error != nil, "\(table).\(column) of \(id), byte \(place)")
                if table == "records" { #expect(error?.seq == id) }
            }
            for changed in [original + [0x20], original.dropLast(), Data()] {
                try book.sql(update, [changed, id])
                #expect(try await book.error() != nil, "\(table).\(column) of \(id)")
            }
            try book.sql(update, [original, id])
        }
        #expect(try await book.error() == nil)
    }

    @Test("Any row removed, swapped, doubled, moved or added is found")
    func rows() async throws {
        let changes: [(String, LedgerError.Code)] =
            (0..<5).map { ("DELETE FROM records WHERE seq = \($0)", .seqGap) }
            + (0..<5).map {
                (
                    "UPDATE records SET seq = CASE seq WHEN \($0) THEN -\($0 + 2) ELSE seq END;"
                        + "UPDATE records SET seq = \($0) WHERE seq = \($0 + 1);"
                        + "UPDATE records SET seq = \($0 + 1) WHERE seq = -\($0 + 2)", .seqGap
                )
            } + [
                ("INSERT INTO records SELECT 6, bytes, leaf FROM records WHERE seq = 5", .seqGap),
                ("INSERT INTO records SELECT -1, bytes, leaf FROM records WHERE seq = 0", .seqGap),
                ("INSERT INTO records SELECT 99, bytes, leaf FROM records WHERE seq = 5", .seqGap),
                (
                    "INSERT INTO records SELECT 9223372036854775806, bytes, leaf FROM records"
                        + " WHERE seq = 5", .seqGap
                ),
                (
                    "INSERT INTO records SELECT 9223372036854775807, bytes, leaf FROM records"
                        + " WHERE seq = 5", .storeDamaged
                ),
                (
                    "UPDATE records SET seq = -seq - 100; UPDATE records SET seq = -seq - 99",
                    .seqGap
                ),
                ("DELETE FROM commands WHERE first = 0", .commandsDiffer),
                ("DELETE FROM commands WHERE first = 3", .commandsDiffer),
                ("UPDATE commands SET last = last + 1 WHERE first = 1", .commandsDiffer),
                ("UPDATE commands SET first = 2 WHERE first = 1", .commandsDiffer),
                (
                    "INSERT INTO commands SELECT 7, 7, 'x', nonce, req FROM commands LIMIT 1",
                    .commandsDiffer
                ),
                (
                    "INSERT INTO commands SELECT 2, 2, 'x', nonce, req FROM commands LIMIT 1",
                    .commandsDiffer
                ),
                (
                    "INSERT INTO commands SELECT -7, 2, 'x', nonce, req FROM commands LIMIT 1",
                    .commandsDiffer
                ),
                ("UPDATE checkpoints SET size = 2 WHERE size = 1", .checkpointInvalid),
                ("UPDATE checkpoints SET size = 9 WHERE size = 6", .checkpointInvalid),
                ("CREATE TRIGGER t AFTER INSERT ON records BEGIN SELECT 1; END", .storeDamaged),
                ("ALTER TABLE records ADD COLUMN more TEXT", .storeDamaged),
                ("CREATE VIEW v AS SELECT 1", .storeDamaged),
                ("PRAGMA user_version = 7", .storeDamaged),
            ]
        for (sql, code) in changes {
            let book = try Book()
            #expect(try await book.error() == nil)

            try book.sql(sql)
            let error = try await book.error()

            #expect(error?.code == code, "\(sql): \(String(describing: error))")
        }
    }

    @Test("A cut end is found by a stored checkpoint, or by one that was kept outside")
    func cutEnds() async throws {
        for size in 0..<6 {
            let book = try Book()
            let note = try #require(try book.reader.lastCheckpoint()).note
            try book.sql("DELETE FROM records WHERE seq >= \(size)")
            try book.sql("DELETE FROM commands WHERE last >= \(size)")

            let byStored = try await book.error()
            try book.sql("DELETE FROM checkpoints WHERE size > \(size)")
            let byOutside = try await book.error(outside: [note])

            #expect(byStored?.code == .tailCut)
            #expect(byStored?.seq == size)
            #expect(byOutside?.code == .tailCut)
        }
    }

    @Test("A book written anew from some record on is found by a checkpoint kept outside")
    func rewritten() async throws {
        let book = try Book()
        let notes = try book.reader.checkpoints(after: .min, limit: 9).map(\.note)
        let other = try Book()

        let all = try await other.error(outside: notes)
        let lastOnly = try await other.error(outside: [notes[1]])
        let own = try await book.finding(outside: notes)

        #expect(all?.code == .rewritten)
        #expect(all?.seq == 0)
        #expect(lastOnly?.code == .rewritten)
        #expect(own.vouchedSize == 6)
    }

    @Test("A checkpoint file that is none, or is somebody else's, is not accepted")
    func foreignCheckpoints() async throws {
        let book = try Book()
        let stranger = try SigningKey.random(name: Samples.log)
        let forged = try Checkpoint(origin: Samples.log, size: 6, root: .zero)
            .signed(by: [stranger])

        #expect(try await book.error(outside: [[]])?.code == .checkpointInvalid)
        #expect(try await book.error(outside: [forged])?.code == .checkpointInvalid)
    }

    @Test("A command that stands in two parts, or lacks its end, is found")
    func brokenCommands() async throws {
        let whole = try Samples.seal([Samples.draft("a", records: 3)], after: .empty)[0]
        var head = LedgerHead(size: 2, leaf: whole.records[1].leaf)
        let next = try head.seal(Samples.draft("b"), log: Samples.log)
        let directory = try ScratchDirectory()
        let file = try directory.store()
        file.close()
        let queue = try DatabaseQueue(path: directory.path + "/ledger.sqlite")
        let lines = Array(whole.records[..<2]) + next.records
        try await queue.write { db in
            for (seq, line) in lines.enumerated() {
                try db.execute(
                    sql: "INSERT INTO records VALUES (?, ?, ?)",
                    arguments: [seq, Data(line.bytes), Data(line.leaf.bytes)])
            }
        }

        let reader = try SQLiteLedgerReader(directory: directory.path)
        let error = await #expect(throws: LedgerError.self) {
            try await LedgerVerifier(readers: [reader], keys: []).verify()
        }

        #expect(error?.code == .commandBroken)
        #expect(error?.seq == 2)
    }

    @Test("Damage to the file itself is reported, at any page, and never crashes")
    func damagedFile() async throws {
        let directory = try ScratchDirectory()
        let store = try directory.store()
        try Samples.fill(store)
        store.close()
        let url = URL(fileURLWithPath: directory.path + "/ledger.sqlite")
        let bytes = try Data(contentsOf: url)
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        for round in 0..<150 {
            var damaged = bytes
            if round < 10 {
                damaged = damaged.prefix(damaged.count * round / 10)
            } else {
                let start = Int.random(in: 0..<damaged.count, using: &random)
                for place in start..<min(start + 64, damaged.count) {
                    damaged[place] = UInt8.random(in: 0...255, using: &random)
                }
            }
            try damaged.write(to: url)
            do {
                let reader = try SQLiteLedgerReader(directory: directory.path)
                _ = try await Samples.verifier(reader).verify()
                reader.close()
            } catch {
                #expect(error is LedgerError, "seed \(seed), round \(round)")
            }
        }
    }

    @Test("A larger ledger with commands across spans verifies, alone and beside its writer")
    func spans() async throws {
        let directory = try ScratchDirectory()
        let store = try directory.store()
        let counts = [4_095, 3, 9_000, 1, 4_096, 2_000]
        let drafts = counts.enumerated().map { Samples.draft("c\($0)", records: $1) }
        let sealed = try Samples.seal(drafts, after: .empty)
        let head = try store.append(sealed, expecting: .empty)
        let readers = [try store.reader(), try store.reader()]
        let verifier = LedgerVerifier(readers: readers, keys: [], log: Samples.log)

        let finding = try await verifier.verify()
        async let again = verifier.verify()
        var end = head
        for number in 0..<50 {
            let more = try Samples.seal([Samples.draft("m\(number)", records: 2)], after: end)
            end = try store.append(more, expecting: end)
        }
        let beside = try await again

        #expect(finding.head == head)
        #expect(finding.commands == counts.count)
        #expect(finding.root == MerkleFrontier(sealed.flatMap { $0.records.map(\.leaf) }).root)
        #expect(beside.head.size >= head.size)
        #expect(try await verifier.verify().commands == counts.count + 50)
    }
}
