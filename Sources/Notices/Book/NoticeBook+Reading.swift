package import Delivery
internal import GRDB

/// How a person wants to be told, and in which language.
package struct NoticeWish: Sendable, Hashable {
    package var choice: NoticeChoice
    /// `zh` or `en`.
    package var language: String

    package init(_ choice: NoticeChoice = .atOnce, language: String = "zh") {
        self.choice = choice
        self.language = language
    }
}

extension NoticeBook {
    /// Unread ones first, then the latest.
    package func notices(of person: PersonID, limit: Int = 200) async throws -> [Notice] {
        try await reading { db in
            try Row.fetchAll(
                db,
                sql: "SELECT * FROM notices WHERE person = ?"
                    + " ORDER BY read IS NOT NULL, number DESC LIMIT ?",
                arguments: [person.text, limit]
            ).compactMap(Notice.init)
        }
    }

    /// Marks one of a person's own as read, or with nil all of them.
    package func markRead(
        _ number: Int64?, of person: PersonID, now: Timestamp
    ) async throws {
        try await writing(counting: [person]) { db in
            try db.execute(
                sql: "UPDATE notices SET read = ? WHERE person = ? AND read IS NULL"
                    + " AND (?3 IS NULL OR number = ?3)",
                arguments: [now.milliseconds, person.text, number])
        }
    }

    package func wish(of person: PersonID) async throws -> NoticeWish {
        try await reading { db in try Self.choice(of: person, db) }
    }

    /// What was not sent yet stays as it was wanted when it was written, but for those who want
    /// nothing any more.
    package func wish(_ wish: NoticeWish, of person: PersonID) async throws {
        try await writing(counting: []) { db in
            try db.execute(
                sql: "INSERT INTO notice_choices(person, choice, language) VALUES (?1, ?2, ?3)"
                    + " ON CONFLICT(person) DO UPDATE SET choice = ?2, language = ?3",
                arguments: [person.text, wish.choice.rawValue, wish.language])
            guard wish.choice == .none else { return }
            try db.execute(
                sql: "DELETE FROM letters WHERE person = ? AND next IS NOT NULL",
                arguments: [person.text])
        }
    }

    static func choice(of person: PersonID, _ db: Database) throws -> NoticeWish {
        let row = try Row.fetchOne(
            db, sql: "SELECT choice, language FROM notice_choices WHERE person = ?",
            arguments: [person.text])
        guard let row, let choice = NoticeChoice(rawValue: row["choice"]) else {
            return NoticeWish()
        }
        return NoticeWish(choice, language: row["language"])
    }
}

extension Notice {
    /// Nil where a later program wrote it.
    init?(_ row: Row) {
        guard let kind = NoticeKind(rawValue: row["kind"]),
            let subject = NoticeSubject(row["subject"] as String)
        else { return nil }
        var draft = NoticeDraft(
            PersonID(unchecked: row["person"]), kind, subject, mark: row["mark"])
        draft.count = row["count"]
        self.init(
            number: row["number"], draft: draft, made: Timestamp(milliseconds: row["made"]),
            read: (row["read"] as Int64?).map { Timestamp(milliseconds: $0) })
    }
}
