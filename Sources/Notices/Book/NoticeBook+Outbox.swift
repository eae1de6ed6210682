package import Delivery
internal import GRDB

extension NoticeBook {
    /// Letters whose time has come, the oldest first.
    package func due(_ now: Timestamp, by channels: [NoticeChannel], limit: Int = 100)
        async throws -> [Letter]
    {
        let names = channels.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return try await reading { db in
            try Row.fetchAll(
                db,
                sql: "SELECT * FROM letters WHERE next <= ? AND channel IN (\(names))"
                    + " ORDER BY number LIMIT ?",
                arguments: [now.milliseconds, limit]
            ).compactMap { row in try Self.letter(row, db) }
        }
    }

    private static func letter(_ row: Row, _ db: Database) throws -> Letter? {
        guard let channel = NoticeChannel(rawValue: row["channel"]) else { return nil }
        let number: Int64 = row["number"]
        let notices = try Row.fetchAll(
            db,
            sql: "SELECT n.* FROM letter_notices l JOIN notices n ON n.number = l.notice"
                + " WHERE l.letter = ? ORDER BY n.number",
            arguments: [number]
        ).compactMap(Notice.init)
        return Letter(
            number: number, id: row["id"], person: PersonID(unchecked: row["person"]),
            channel: channel, made: Timestamp(milliseconds: row["made"]),
            attempts: row["attempts"], notices: notices)
    }

    /// The gateway took it.
    package func sent(_ letter: Letter, now: Timestamp) async throws {
        try await writing(counting: []) { db in
            try db.execute(
                sql: "UPDATE letters SET sent = ?, next = NULL, error = NULL WHERE number = ?",
                arguments: [now.milliseconds, letter.number])
        }
    }

    /// It did not get through: it is tried again later, the longer the more often it failed, or
    /// given up.
    package func failed(
        _ letter: Letter, _ reason: String, isFinal: Bool = false, now: Timestamp
    ) async throws {
        let attempts = letter.attempts + 1
        let wait = isFinal ? nil : Letter.wait(after: attempts)
        let next = wait.map { now.milliseconds + $0 * 1000 }
        try await writing(counting: []) { db in
            try db.execute(
                sql: "UPDATE letters SET attempts = ?, next = ?, gave_up = ?, error = ?"
                    + " WHERE number = ?",
                arguments: [
                    attempts, next, next == nil ? now.milliseconds : nil,
                    String(reason.prefix(500)), letter.number,
                ])
        }
    }

    package func outbox() async throws -> OutboxState {
        try await reading { db in
            let row = try Row.fetchOne(
                db,
                sql: "SELECT count(next) AS waiting, count(sent) AS sent,"
                    + " count(gave_up) AS gave_up FROM letters")
            return OutboxState(
                waiting: row?["waiting"] ?? 0, sent: row?["sent"] ?? 0,
                gaveUp: row?["gave_up"] ?? 0,
                lastError: try String.fetchOne(
                    db,
                    sql: "SELECT error FROM letters WHERE error IS NOT NULL"
                        + " ORDER BY number DESC LIMIT 1"))
        }
    }
}
