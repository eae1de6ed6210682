package import Delivery
import Foundation
package import GRDB
import Synchronization

/// What persons were told and are to be told, in `people.sqlite`. What is recorded here once is
/// told once, whatever stops in between.
package final class NoticeBook: Sendable {
    private let writer: any DatabaseWriter
    private let unread: Mutex<[PersonID: Int]>

    /// - Parameter writer: of a file that has the table `persons`.
    package init(_ writer: any DatabaseWriter) throws {
        try NoticeTables.migrator.migrate(writer)
        self.writer = writer
        let counts = try writer.read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT person, count(*) AS n FROM notices WHERE read IS NULL"
                    + " GROUP BY person")
        }
        unread = Mutex(
            Dictionary(
                uniqueKeysWithValues: counts.map { (PersonID(unchecked: $0["person"]), $0["n"]) }))
    }

    /// How many notices a person has not read.
    package func unread(of person: PersonID) -> Int { unread.withLock { $0[person] ?? 0 } }

    func reading<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await writer.read(body)
    }

    /// One transaction, after which the counts of the persons named are taken anew.
    func writing<Value: Sendable>(
        counting persons: Set<PersonID>,
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        let (value, counts) = try await writer.write { db in
            let value = try body(db)
            return (value, try Self.counts(of: persons, db))
        }
        unread.withLock { $0.merge(counts) { $1 } }
        return value
    }

    private static func counts(
        of persons: Set<PersonID>, _ db: Database
    ) throws -> [PersonID: Int] {
        var counts: [PersonID: Int] = [:]
        for person in persons {
            counts[person] = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM notices WHERE person = ? AND read IS NULL",
                arguments: [person.text])
        }
        return counts
    }
}

extension NoticeBook {
    package enum Progress: String, Sendable {
        /// Records that were looked at.
        case records
        /// The day of which reminders and digests were looked at, as a day's number.
        case day
    }

    package func progress(_ what: Progress) async throws -> Int? {
        try await reading { db in
            try Int.fetchOne(
                db, sql: "SELECT value FROM notice_progress WHERE name = ?",
                arguments: [what.rawValue])
        }
    }

    /// Keeps those that are new for persons whom the directory knows, writes letters of them to
    /// those who want any, and notes how far the ledger or the calendar was looked at: all of it
    /// or nothing.
    ///
    /// - Returns: how many were new.
    @discardableResult
    package func record(
        _ drafts: [NoticeDraft], _ what: Progress, upTo value: Int, by channels: [NoticeChannel],
        now: Timestamp
    ) async throws -> Int {
        try await writing(counting: Set(drafts.map(\.person))) { db in
            var fresh: [PersonID: [(number: Int64, kind: NoticeKind)]] = [:]
            for draft in drafts {
                guard let number = try Self.insert(draft, now, db) else { continue }
                fresh[draft.person, default: []].append((number, draft.kind))
            }
            for (person, notices) in fresh.sorted(by: { $0.key < $1.key }) {
                let choice = try Self.choice(of: person, db).choice
                let wanted = notices.filter { choice.wants($0.kind) }.map(\.number)
                guard !wanted.isEmpty else { continue }
                for channel in channels { try Self.post(wanted, to: person, channel, now, db) }
            }
            try db.execute(
                sql: "INSERT INTO notice_progress(name, value) VALUES (?1, ?2)"
                    + " ON CONFLICT(name) DO UPDATE SET value = ?2",
                arguments: [what.rawValue, value])
            return fresh.values.reduce(0) { $0 + $1.count }
        }
    }

    private static func insert(
        _ draft: NoticeDraft, _ now: Timestamp, _ db: Database
    ) throws -> Int64? {
        let isKnown = try Bool.fetchOne(
            db, sql: "SELECT EXISTS(SELECT 1 FROM persons WHERE id = ?)",
            arguments: [draft.person.text])
        guard isKnown == true else { return nil }
        try db.execute(
            sql: "INSERT OR IGNORE INTO notices(person, kind, subject, mark, count, made)"
                + " VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                draft.person.text, draft.kind.rawValue, draft.subject.text, draft.mark,
                draft.count, now.milliseconds,
            ])
        return db.changesCount == 1 ? db.lastInsertedRowID : nil
    }

    private static func post(
        _ notices: [Int64], to person: PersonID, _ channel: NoticeChannel, _ now: Timestamp,
        _ db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO letters(id, person, channel, made, attempts, next)"
                + " VALUES (?, ?, ?, ?, 0, ?)",
            arguments: [
                UUID().uuidString.lowercased(), person.text, channel.rawValue, now.milliseconds,
                now.milliseconds,
            ])
        let letter = db.lastInsertedRowID
        for notice in notices {
            try db.execute(
                sql: "INSERT INTO letter_notices(letter, notice) VALUES (?, ?)",
                arguments: [letter, notice])
        }
    }
}

extension NoticeChoice {
    fileprivate func wants(_ kind: NoticeKind) -> Bool {
        switch self {
        case .atOnce: true
        case .digest: kind == .digest
        case .none: false
        }
    }
}
