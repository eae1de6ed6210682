package import Delivery
internal import Foundation
internal import GRDB

extension AccountBook {
    /// Makes a token and answers with its text, which nobody can read again.
    package func makeToken(
        for id: PersonID, title: String, scope: AccessScope, days: Int, now: Timestamp
    ) async throws(AccountRefusal) -> String {
        guard let title = Person.trimmed(title), title.count <= 100 else {
            throw AccountRefusal(
                .nameMissing, field: "title", zh: "请用 1–100 个字写明用途",
                en: "say in 1 to 100 characters what it is for")
        }
        guard (1...AccessToken.longestDays).contains(days) else {
            throw AccountRefusal(
                .tokenExpiryOutOfRange, field: "days",
                zh: "有效期为 1–\(AccessToken.longestDays) 天",
                en: "a token is good for 1 to \(AccessToken.longestDays) days")
        }
        let secret = Secret.random()
        try await writing { db in
            _ = try Person.require(id, db)
            try db.execute(
                sql: "DELETE FROM tokens WHERE expires <= ?", arguments: [now.milliseconds])
            let count = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM tokens WHERE person = ?", arguments: [id.text])
            guard (count ?? 0) < AccessToken.mostPerPerson else {
                throw AccountRefusal(
                    .tokensTooMany, zh: "每人最多 \(AccessToken.mostPerPerson) 个令牌，请先撤销不用的",
                    en: "a person has at most \(AccessToken.mostPerPerson) tokens; revoke one first"
                )
            }
            try db.execute(
                sql: "INSERT INTO tokens(digest, person, title, scope, made, expires)"
                    + " VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    Data(secret.digest), id.text, title, scope.text, now.milliseconds,
                    (now + .seconds(days * 86_400)).milliseconds,
                ])
        }
        return AccessToken.prefix + secret.text
    }

    /// The token of this text, unless it has expired; notes that it was used.
    package func token(
        _ text: String, now: Timestamp
    ) async throws(AccountRefusal) -> AccessToken? {
        guard text.hasPrefix(AccessToken.prefix),
            let secret = Secret(String(text.dropFirst(AccessToken.prefix.count)))
        else { return nil }
        let digest = Data(secret.digest)
        let found = try await reading { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM tokens WHERE digest = ?", arguments: [digest]
            ).map(AccessToken.init)
        }
        guard var token = found, now < token.expires else { return nil }
        let isNoted = token.used.map { now <= $0 + SessionSpan.noted } ?? false
        if !isNoted {
            token.used = now
            let number = token.number
            try await writing { db in
                try db.execute(
                    sql: "UPDATE tokens SET used = ? WHERE number = ?",
                    arguments: [now.milliseconds, number])
            }
        }
        return token
    }

    /// The last made first; those that have expired are not shown.
    package func tokens(
        of id: PersonID, now: Timestamp
    ) async throws(AccountRefusal) -> [AccessToken] {
        try await reading { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM tokens WHERE person = ? ORDER BY number DESC",
                arguments: [id.text]
            ).map(AccessToken.init)
        }.filter { now < $0.expires }
    }

    /// Takes back one token of a person's own.
    package func revokeToken(_ number: Int64, of id: PersonID) async throws(AccountRefusal) {
        try await writing { db in
            try db.execute(
                sql: "DELETE FROM tokens WHERE number = ? AND person = ?",
                arguments: [number, id.text])
            guard db.changesCount == 1 else {
                throw AccountRefusal(
                    .tokenUnknown, zh: "这个令牌已经撤销", en: "that token has been revoked already")
            }
        }
    }
}

extension AccessToken {
    fileprivate init(_ row: Row) {
        let used: Int64? = row["used"]
        let scope: String = row["scope"]
        self.init(
            number: row["number"], person: PersonID(unchecked: row["person"]),
            title: row["title"], scope: AccessScope(scope) ?? .read,
            made: Timestamp(milliseconds: row["made"]),
            expires: Timestamp(milliseconds: row["expires"]),
            used: used.map { Timestamp(milliseconds: $0) })
    }
}
