import Foundation
import GRDB
import Ledger
import LedgerSQLite
import Testing

@Suite("The SQLite store")
struct SQLiteStoreTests {
    @Test("A second writer is refused with the first one's process id, until it closes")
    func oneWriter() throws {
        let directory = try ScratchDirectory()
        let store = try directory.store()

        let error = #expect(throws: LedgerError.self) { try directory.store() }
        let lock = try String(contentsOfFile: directory.path + "/ledger.lock", encoding: .utf8)
        store.close()

        #expect(error?.code == .storeLocked)
        #expect(error?.en.contains(" \(getpid());") == true)
        #expect(error?.zh.contains(" \(getpid()) ") == true)
        #expect(lock == "\(getpid())\n")
        try directory.store().close()
    }

    @Test("A ledger is found again as it was left")
    func reopened() throws {
        let directory = try ScratchDirectory()
        var store = try directory.store()
        try Samples.fill(store)
        let (head, records) = (try store.head(), try Samples.records(store, 0..<6))
        store.close()

        store = try directory.store()

        #expect(try store.head() == head)
        #expect(try Samples.records(store, 0..<6) == records)
        try store.append(
            Samples.seal([Samples.draft("new")], after: head), expecting: head)
        #expect(try store.head().size == 7)
    }

    @Test("The file is in WAL mode and has the tables that are documented, strict ones")
    func fileFormat() throws {
        let directory = try ScratchDirectory()
        let store = try directory.store()
        defer { store.close() }
        let queue = try DatabaseQueue(path: directory.path + "/ledger.sqlite")

        let (mode, tables) = try queue.read { db in
            (
                try String.fetchOne(db, sql: "PRAGMA journal_mode"),
                try String.fetchAll(
                    db, sql: "SELECT name FROM pragma_table_list WHERE strict ORDER BY name")
            )
        }

        #expect(mode == "wal")
        #expect(tables == ["checkpoints", "commands", "records"])
    }

    @Test("A reader without a ledger says that there is none")
    func missing() throws {
        let directory = try ScratchDirectory()

        let reader = #expect(throws: LedgerError.self) {
            try SQLiteLedgerReader(directory: directory.path)
        }
        let store = #expect(throws: LedgerError.self) {
            try SQLiteLedgerStore(directory: directory.path + "/none")
        }

        #expect(reader?.code == .storeMissing)
        #expect(store?.code == .storeMissing)
    }

    @Test("A file that is no ledger, or another version of one, is refused")
    func foreignFiles() throws {
        let directory = try ScratchDirectory()
        let path = directory.path + "/ledger.sqlite"
        try Data(repeating: 0x41, count: 9_000).write(to: URL(fileURLWithPath: path))

        let noise = #expect(throws: LedgerError.self) { try directory.store() }
        try FileManager.default.removeItem(atPath: path)
        try directory.store().close()
        try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 2") }
        let newer = #expect(throws: LedgerError.self) { try directory.store() }
        let read = #expect(throws: LedgerError.self) {
            try SQLiteLedgerReader(directory: directory.path)
        }

        #expect(noise?.code == .storeDamaged)
        #expect(newer?.code == .storeDamaged)
        #expect(read?.code == .storeDamaged)
    }

    @Test("A signing key is kept for its owner only and is the same when loaded")
    func keyFile() throws {
        let directory = try ScratchDirectory()
        let absent = #expect(throws: LedgerError.self) {
            try KeyFile.load(directory: directory.path)
        }
        let key = try KeyFile.create(directory: directory.path, name: Samples.log)
        let path = directory.path + "/" + KeyFile.secretName

        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(absent?.code == .storeMissing)
        #expect(mode as? Int == 0o600)
        #expect(try KeyFile.load(directory: directory.path).text == key.text)
        #expect(try KeyFile.loadVerifier(directory: directory.path) == key.verifier)
        #expect(throws: LedgerError.self) {
            try KeyFile.create(directory: directory.path, name: Samples.log)
        }
        #expect(try KeyFile.load(directory: directory.path).text == key.text)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        let exposed = #expect(throws: LedgerError.self) {
            try KeyFile.load(directory: directory.path)
        }
        #expect(exposed?.code == .keyExposed)
    }
}
