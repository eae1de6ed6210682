package import Delivery
internal import Foundation
internal import GRDB

/// A person's password as it is kept.
struct Credential: Sendable {
    var person: Person
    /// Nil where the person has no password.
    var hash: String?
    var isOneTime: Bool
    var expires: Timestamp?

    /// Of the person by that id or e-mail; nil where the directory has none.
    static func named(_ name: String, _ db: Database) throws -> Credential? {
        guard let person = try Person.named(name, db) else { return nil }
        let row = try Row.fetchOne(
            db, sql: "SELECT hash, one_time, expires FROM credentials WHERE person = ?",
            arguments: [person.id.text])
        let expires: Int64? = row?["expires"]
        return Credential(
            person: person, hash: row?["hash"], isOneTime: row?["one_time"] ?? false,
            expires: expires.map { Timestamp(milliseconds: $0) })
    }
}

extension AccountBook {
    func credential(named name: String) async throws(AccountRefusal) -> Credential? {
        try await reading { db in try Credential.named(name, db) }
    }

    /// Persons who have a password, whether or not it must still be changed.
    package func holders() async throws(AccountRefusal) -> Set<PersonID> {
        try await reading { db in
            Set(
                try String.fetchAll(db, sql: "SELECT person FROM credentials")
                    .map { PersonID(unchecked: $0) })
        }
    }

    /// A password in the place of the one before.
    ///
    /// - Parameters:
    ///   - expires: for one that must be changed at the first sign-in; nil for one that stays.
    ///   - keeping: the digest of the one session that does not end with the old password.
    ///   - former: the hash that this takes the place of; where another stands meanwhile, nothing
    ///     is changed, as the present password is not the one that was proven.
    func setPassword(
        _ hash: String, of id: PersonID, oneTimeUntil expires: Timestamp?, isOneTime: Bool,
        keeping: [UInt8]? = nil, replacing former: String? = nil, now: Timestamp
    ) async throws(AccountRefusal) {
        try await writing { db in
            let person = try Person.require(id, db)
            if let former {
                let present = try Credential.named(person.id.text, db)?.hash
                guard present == former else { throw AccountRefusal.presentPasswordWrong }
            }
            try db.execute(
                sql: "INSERT OR REPLACE INTO credentials(person, hash, one_time, expires, changed)"
                    + " VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    person.id.text, hash, isOneTime, expires?.milliseconds, now.milliseconds,
                ])
            try db.execute(
                sql: "DELETE FROM sessions WHERE person = ? AND digest IS NOT ?",
                arguments: [person.id.text, keeping.map { Data($0) }])
        }
    }

    /// The same password hashed anew, where nobody changed it meanwhile.
    func upgrade(_ old: String, to new: String, of id: PersonID) async throws(AccountRefusal) {
        try await writing { db in
            try db.execute(
                sql: "UPDATE credentials SET hash = ? WHERE person = ? AND hash = ?",
                arguments: [new, id.text, old])
        }
    }
}
