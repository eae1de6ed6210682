internal import Crypto
internal import Delivery
internal import Foundation
internal import GRDB

/// How long who failed must wait. The first failures cost nothing; after them each wait is twice
/// the one before. Kept in the file, so that a restart forgives nothing.
package struct Throttle: Sendable {
    /// Failures without a wait.
    package var free: Int
    package var longest = 15 * 60
    /// Seconds after which failures are forgotten.
    package var memory = 24 * 60 * 60

    /// For one name, wherever the attempts come from.
    package static let name = Throttle(free: 5)
    /// For one address, whatever the names: many people may sit behind one.
    package static let address = Throttle(free: 30)

    /// Seconds.
    package func wait(after failures: Int) -> Int {
        guard failures > free else { return 0 }
        return min(longest, 1 << min(failures - free - 1, 20))
    }

    /// What a failure is counted under. Names are hashed: what somebody typed there may be a
    /// password.
    private enum Key {
        static func name(_ text: String) -> Data {
            Data(SHA256.hash(data: Data("name:\(text.lowercased())".utf8)))
        }

        static func address(_ text: String) -> Data {
            Data(SHA256.hash(data: Data("address:\(text)".utf8)))
        }
    }

    /// Counts an attempt as failed before it is tried, so that many at once gain nothing.
    static func charge(
        name: String, address: String, now: Timestamp, _ db: Database
    ) throws {
        let charges = [
            (Key.name(name), Throttle.name), (Key.address(address), Throttle.address),
        ]
        let longest =
            try charges.map { key, rule in
                try rule.pending(key, now, db)
            }.max() ?? 0
        guard longest == 0 else { throw AccountRefusal.throttled(seconds: longest) }
        for (key, rule) in charges { try rule.count(key, now, db) }
        let forgotten = now.milliseconds - Int64(Throttle.name.memory) * 1000
        try db.execute(sql: "DELETE FROM throttles WHERE last < ?", arguments: [forgotten])
    }

    /// Takes back what `charge` counted, of an attempt that did not fail: the name begins anew.
    static func absolve(name: String, address: String, _ db: Database) throws {
        try clear(names: [name], db)
        try db.execute(
            sql: "UPDATE throttles SET failures = failures - 1, until = 0 WHERE key = ?",
            arguments: [Key.address(address)])
    }

    /// Takes back what `charge` counted of an attempt that was not tried.
    static func refund(name: String, address: String, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE throttles SET failures = failures - 1, until = 0 WHERE key IN (?, ?)",
            arguments: [Key.name(name), Key.address(address)])
    }

    static func clear(names: [String], _ db: Database) throws {
        for name in names {
            try db.execute(
                sql: "DELETE FROM throttles WHERE key = ?", arguments: [Key.name(name)])
        }
    }

    /// Seconds still to wait. A clock that was set back makes nobody wait for longer than the rule.
    private func pending(_ key: Data, _ now: Timestamp, _ db: Database) throws -> Int {
        let until = try Int64.fetchOne(
            db, sql: "SELECT until FROM throttles WHERE key = ?", arguments: [key])
        let rest = (until ?? 0) - now.milliseconds
        return rest <= 0 ? 0 : min(longest, Int((rest + 999) / 1000))
    }

    private func count(_ key: Data, _ now: Timestamp, _ db: Database) throws {
        let row = try Row.fetchOne(
            db, sql: "SELECT failures, last FROM throttles WHERE key = ?", arguments: [key])
        let last: Int64 = row?["last"] ?? 0
        let isForgotten = now.milliseconds - last > Int64(memory) * 1000
        let known: Int = row?["failures"] ?? 0
        let failures = isForgotten ? 1 : known + 1
        let until = now.milliseconds + Int64(wait(after: failures)) * 1000
        try db.execute(
            sql: "INSERT OR REPLACE INTO throttles(key, failures, last, until)"
                + " VALUES (?, ?, ?, ?)",
            arguments: [key, failures, now.milliseconds, until])
    }
}
