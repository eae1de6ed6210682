package import Delivery
internal import GRDB

extension AccountBook {
    /// Says that an identity is a person's. An identity that is somebody's already stays theirs.
    package func link(
        _ identity: Identity, to id: PersonID, by linker: PersonID, now: Timestamp
    ) async throws(AccountRefusal) {
        guard !identity.issuer.isEmpty, !identity.subject.isEmpty,
            identity.issuer.count + identity.subject.count <= 1000
        else {
            throw AccountRefusal(
                .identityUnknown, field: "subject", zh: "请填写身份提供方给出的用户标识（sub）",
                en: "give the subject (sub) by which the identity provider knows the person")
        }
        try await writing { db in
            _ = try Person.require(id, db)
            if let owner = try Self.owner(of: identity, db) {
                guard owner != id else { return }
                throw AccountRefusal(
                    .identityTaken, field: "subject", zh: "这个身份已属于“\(owner)”",
                    en: "that identity is \"\(owner)\"'s already")
            }
            try db.execute(
                sql: "INSERT INTO identities(issuer, subject, person, linked, by)"
                    + " VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    identity.issuer, identity.subject, id.text, now.milliseconds, linker.text,
                ])
        }
    }

    /// Takes an identity from a person, and ends the sessions that its provider vouched for.
    package func unlink(
        _ identity: Identity, of id: PersonID
    ) async throws(AccountRefusal) {
        try await writing { db in
            try db.execute(
                sql: "DELETE FROM identities WHERE issuer = ? AND subject = ? AND person = ?",
                arguments: [identity.issuer, identity.subject, id.text])
            guard db.changesCount == 1 else {
                throw AccountRefusal(
                    .identityUnknown, zh: "没有这个关联", en: "there is no such link")
            }
            try db.execute(
                sql: "DELETE FROM sessions WHERE person = ? AND issuer = ?",
                arguments: [id.text, identity.issuer])
        }
    }

    /// Whose an identity is; nil for nobody's.
    package func owner(of identity: Identity) async throws(AccountRefusal) -> PersonID? {
        try await reading { db in try Self.owner(of: identity, db) }
    }

    static func owner(of identity: Identity, _ db: Database) throws -> PersonID? {
        try String.fetchOne(
            db, sql: "SELECT person FROM identities WHERE issuer = ? AND subject = ?",
            arguments: [identity.issuer, identity.subject]
        ).map { PersonID(unchecked: $0) }
    }

    package func identities(of id: PersonID) async throws(AccountRefusal) -> [LinkedIdentity] {
        try await reading { db in
            try Row.fetchAll(
                db,
                sql: "SELECT * FROM identities WHERE person = ? ORDER BY issuer, subject",
                arguments: [id.text]
            ).map { row in
                LinkedIdentity(
                    identity: Identity(issuer: row["issuer"], subject: row["subject"]),
                    person: PersonID(unchecked: row["person"]),
                    linked: Timestamp(milliseconds: row["linked"]),
                    by: PersonID(unchecked: row["by"]))
            }
        }
    }
}
