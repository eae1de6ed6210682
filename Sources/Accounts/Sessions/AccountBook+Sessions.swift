package import Delivery
internal import Foundation
internal import GRDB

extension AccountBook {
    private static let longestDevice = 200

    /// A new session with a new secret, whatever was known of the device before.
    ///
    /// - Parameter issuer: the identity provider that vouches for the person; nil where their
    ///   password does.
    package func start(
        for id: PersonID, on device: String, by issuer: String? = nil, now: Timestamp
    ) async throws(AccountRefusal) -> StartedSession {
        let secret = Secret.random()
        return try await writing { db in try Self.start(secret, id, device, issuer, now, db) }
    }

    /// The same for the person whose an identity is; nil where it is nobody's.
    package func start(
        for identity: Identity, on device: String, now: Timestamp
    ) async throws(AccountRefusal) -> StartedSession? {
        let secret = Secret.random()
        // Found and begun in one step, so that an identity unlinked meanwhile opens nothing.
        return try await writing { db in
            try Self.owner(of: identity, db).map {
                try Self.start(secret, $0, device, identity.issuer, now, db)
            }
        }
    }

    private static func start(
        _ secret: Secret, _ id: PersonID, _ device: String, _ issuer: String?, _ now: Timestamp,
        _ db: Database
    ) throws -> StartedSession {
        let device = String(device.prefix(longestDevice))
        _ = try Person.require(id, db)
        try db.execute(sql: "DELETE FROM sessions WHERE \(over)", arguments: at(now))
        try db.execute(
            sql: "INSERT INTO sessions(digest, person, device, started, seen, ends, issuer)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                Data(secret.digest), id.text, device, now.milliseconds, now.milliseconds,
                (now + SessionSpan.whole).milliseconds, issuer,
            ])
        let number = db.lastInsertedRowID
        guard
            let row = try Row.fetchOne(
                db, sql: "\(columns) WHERE number = ?", arguments: [number])
        else { throw AccountRefusal.unknown(id) }
        return StartedSession(secret: secret, session: Session(row))
    }

    /// The session that is known by a secret, unless it is over; notes that it was used.
    package func session(
        _ secret: Secret, now: Timestamp
    ) async throws(AccountRefusal) -> Session? {
        let digest = Data(secret.digest)
        let found = try await reading { db in
            try Row.fetchOne(
                db, sql: "\(Self.columns) WHERE digest = ?", arguments: [digest]
            ).map(Session.init)
        }
        guard var session = found, session.isOpen(at: now) else { return nil }
        if session.seen + SessionSpan.noted < now {
            session.seen = now
            let number = session.number
            try await writing { db in
                try db.execute(
                    sql: "UPDATE sessions SET seen = ? WHERE number = ?",
                    arguments: [now.milliseconds, number])
            }
        }
        return session
    }

    /// Open ones, the last used first.
    package func sessions(
        of id: PersonID, now: Timestamp
    ) async throws(AccountRefusal) -> [Session] {
        try await reading { db in
            try Row.fetchAll(
                db, sql: "\(Self.columns) WHERE s.person = ? ORDER BY seen DESC, number DESC",
                arguments: [id.text]
            ).map(Session.init)
        }.filter { $0.isOpen(at: now) }
    }

    /// Ends one session of a person's own.
    package func end(_ number: Int64, of id: PersonID) async throws(AccountRefusal) {
        try await writing { db in
            try db.execute(
                sql: "DELETE FROM sessions WHERE number = ? AND person = ?",
                arguments: [number, id.text])
            guard db.changesCount == 1 else {
                throw AccountRefusal(
                    .sessionUnknown, zh: "这次登录已经结束", en: "that session has ended already")
            }
        }
    }

    /// Ends the session known by a secret, if it is open.
    package func end(_ secret: Secret) async throws(AccountRefusal) {
        try await writing { db in
            try db.execute(
                sql: "DELETE FROM sessions WHERE digest = ?", arguments: [Data(secret.digest)])
        }
    }

    /// Ends all sessions and tokens of a person: who was dismissed acts no more.
    package func revokeAll(of id: PersonID) async throws(AccountRefusal) {
        try await writing { db in
            try db.execute(sql: "DELETE FROM sessions WHERE person = ?", arguments: [id.text])
            try db.execute(sql: "DELETE FROM tokens WHERE person = ?", arguments: [id.text])
        }
    }

    private static let columns =
        "SELECT number, s.person AS person, device, started, seen, ends, issuer,"
        + " issuer IS NULL AND coalesce(one_time, 0) AS one_time"
        + " FROM sessions s LEFT JOIN credentials c ON c.person = s.person"

    private static let over = "ends <= ? OR seen <= ?"

    private static func at(_ now: Timestamp) -> StatementArguments {
        let idle = SessionSpan.idle.components.seconds * 1000
        return [now.milliseconds, now.milliseconds - idle]
    }
}

extension Session {
    fileprivate init(_ row: Row) {
        self.init(
            number: row["number"], person: PersonID(unchecked: row["person"]),
            device: row["device"], started: Timestamp(milliseconds: row["started"]),
            seen: Timestamp(milliseconds: row["seen"]),
            ends: Timestamp(milliseconds: row["ends"]), issuer: row["issuer"],
            mustChangePassword: row["one_time"])
    }

    fileprivate func isOpen(at now: Timestamp) -> Bool {
        now < ends && now < seen + SessionSpan.idle
    }
}
