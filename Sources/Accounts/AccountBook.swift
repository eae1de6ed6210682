package import Delivery
package import GRDB
internal import Glibc
internal import Synchronization

/// Who people are and how they prove it, in one file beside the ledger, `people.sqlite`: what
/// may have to be forgotten, and so cannot stand in the ledger.
///
/// The ledger's lock guards this file too: whoever writes the city is the one who opens it.
/// Secrets are kept as hashes only; what is deleted is overwritten.
package final class AccountBook: Sendable {
    package static let fileName = "people.sqlite"

    private let queue: DatabaseQueue
    /// For tables that others keep in the same file, each row a person's and gone with the person.
    package var writer: any DatabaseWriter { queue }

    private let directory: Mutex<[PersonID: Person]>

    /// Opens the file in a data directory, or makes one there that only its owner can read.
    package init(directory path: String) throws(AccountRefusal) {
        let file = path + "/" + Self.fileName
        do {
            // Sqlite gives what it makes beside the file the mode of the file.
            let descriptor = Glibc.open(file, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                let reason = String(cString: strerror(errno))
                throw AccountRefusal(
                    .storeFailed, zh: "无法打开 \(file)(\(reason))",
                    en: "\(file) cannot be opened: \(reason)")
            }
            Glibc.close(descriptor)
            var configuration = Configuration()
            configuration.journalMode = .wal
            configuration.busyMode = .timeout(10)
            configuration.label = "people"
            queue = try DatabaseQueue(path: file, configuration: configuration)
            directory = Mutex(try Self.prepare(queue))
        } catch {
            throw AccountRefusal(error)
        }
    }

    /// A book that is gone with the process.
    package init() throws(AccountRefusal) {
        do {
            queue = try DatabaseQueue()
            directory = Mutex(try Self.prepare(queue))
        } catch {
            throw AccountRefusal(error)
        }
    }

    private static func prepare(_ queue: DatabaseQueue) throws -> [PersonID: Person] {
        try queue.writeWithoutTransaction { db in
            // Set after opening: GRDB sets the first one back while it sets up the log.
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: "PRAGMA secure_delete = ON")
            try AccountTables.prepare(db)
            let persons = try Person.fetchAll(db)
            return Dictionary(uniqueKeysWithValues: persons.map { ($0.id, $0) })
        }
    }

    /// Who is in the directory, by id.
    package var persons: [PersonID: Person] { directory.withLock { $0 } }

    package func person(_ id: PersonID) -> Person? { directory.withLock { $0[id] } }

    /// Takes over what a write made of a person.
    func note(_ person: Person?, for id: PersonID) {
        directory.withLock { $0[id] = person }
    }

    func reading<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(AccountRefusal) -> Value {
        do { return try await queue.read(body) } catch { throw AccountRefusal(error) }
    }

    /// One transaction, on the disk when this returns.
    func writing<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(AccountRefusal) -> Value {
        do { return try await queue.write(body) } catch { throw AccountRefusal(error) }
    }

    /// Empties the log that stands beside the file, which may still hold what was deleted.
    func wipeLog() async throws(AccountRefusal) {
        do {
            try await queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        } catch {
            throw AccountRefusal(error)
        }
    }

    package func close() { try? queue.close() }
}
