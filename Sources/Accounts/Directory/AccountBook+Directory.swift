package import Delivery
internal import GRDB

/// What stays of a person who was erased.
package struct Erasure: Sendable, Hashable {
    package var person: PersonID
    package var at: Timestamp
    package var by: PersonID

    package init(person: PersonID, at: Timestamp, by: PersonID) {
        self.person = person
        self.at = at
        self.by = by
    }
}

extension AccountBook {
    /// Enters a person, who cannot sign in yet.
    package func add(_ person: Person, now: Timestamp) async throws(AccountRefusal) {
        let person = try person.tidied()
        try await writing { db in
            let isErased = try Bool.fetchOne(
                db, sql: "SELECT EXISTS(SELECT 1 FROM erasures WHERE person = ?)",
                arguments: [person.id.text])
            if isErased == true {
                throw AccountRefusal(
                    .personErased, field: "person", zh: "编号“\(person.id)”属于已删除的人员，请另取编号",
                    en: "the id \"\(person.id)\" was an erased person's; take another")
            }
            guard try Person.named(person.id.text, db) == nil else {
                throw AccountRefusal(
                    .personTaken, field: "person", zh: "编号“\(person.id)”已有人使用",
                    en: "the id \"\(person.id)\" is somebody's already")
            }
            try Self.requireFree(person, db)
            try db.execute(
                sql: "INSERT INTO persons(id, name, email, phone, added) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    person.id.text, person.name, person.email, person.phone, now.milliseconds,
                ])
        }
        note(person, for: person.id)
    }

    /// Corrects a person's name, e-mail and telephone.
    package func change(_ person: Person) async throws(AccountRefusal) {
        let person = try person.tidied()
        try await writing { db in
            _ = try Person.require(person.id, db)
            try Self.requireFree(person, db)
            try db.execute(
                sql: "UPDATE persons SET name = ?, email = ?, phone = ? WHERE id = ?",
                arguments: [person.name, person.email, person.phone, person.id.text])
        }
        note(person, for: person.id)
    }

    private static func requireFree(_ person: Person, _ db: Database) throws {
        guard let email = person.email, let other = try Person.named(email, db),
            other.id != person.id
        else { return }
        throw AccountRefusal(
            .emailTaken, field: "email", zh: "这个邮箱已是“\(other.id)”的",
            en: "this e-mail address is \"\(other.id)\"'s already")
    }

    /// Forgets a person: entry, password, sessions, tokens and identities. That somebody of this
    /// id was erased, when and by whom stays; the ledger goes on knowing the id.
    package func erase(
        _ id: PersonID, by eraser: PersonID, now: Timestamp
    ) async throws(AccountRefusal) {
        try await writing { db in
            let person = try Person.require(id, db)
            try Throttle.clear(names: [person.id.text, person.email].compactMap(\.self), db)
            try db.execute(sql: "DELETE FROM persons WHERE id = ?", arguments: [id.text])
            try db.execute(
                sql: "INSERT INTO erasures(person, at, by) VALUES (?, ?, ?)",
                arguments: [id.text, now.milliseconds, eraser.text])
        }
        note(nil, for: id)
        try await wipeLog()
    }

    /// The latest first.
    package func erasures() async throws(AccountRefusal) -> [Erasure] {
        try await reading { db in
            try Row.fetchAll(
                db, sql: "SELECT person, at, by FROM erasures ORDER BY at DESC, person"
            )
            .map { row in
                Erasure(
                    person: PersonID(unchecked: row["person"]),
                    at: Timestamp(milliseconds: row["at"]),
                    by: PersonID(unchecked: row["by"]))
            }
        }
    }
}
