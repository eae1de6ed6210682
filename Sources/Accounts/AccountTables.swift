internal import Delivery
internal import GRDB

/// The tables of `people.sqlite`. Moments are milliseconds since 1970.
enum AccountTables {
    static let version = 2
    /// "SAPE", by which `file(1)` and others tell the file's kind.
    static let applicationID = 0x5341_5045

    private static let owner = "person TEXT NOT NULL REFERENCES persons(id) ON DELETE CASCADE"

    private static let schema = [
        "CREATE TABLE persons(id TEXT PRIMARY KEY COLLATE NOCASE, name TEXT NOT NULL,"
            + " email TEXT UNIQUE COLLATE NOCASE, phone TEXT, added INTEGER NOT NULL) STRICT",
        "CREATE TABLE credentials(\(owner) PRIMARY KEY, hash TEXT NOT NULL,"
            + " one_time INTEGER NOT NULL, expires INTEGER, changed INTEGER NOT NULL) STRICT",
        "CREATE TABLE sessions(number INTEGER PRIMARY KEY AUTOINCREMENT,"
            + " digest BLOB NOT NULL UNIQUE, \(owner), device TEXT NOT NULL,"
            + " started INTEGER NOT NULL, seen INTEGER NOT NULL, ends INTEGER NOT NULL,"
            + " issuer TEXT) STRICT",
        "CREATE INDEX sessions_of ON sessions(person)",
        "CREATE TABLE tokens(number INTEGER PRIMARY KEY AUTOINCREMENT,"
            + " digest BLOB NOT NULL UNIQUE, \(owner), title TEXT NOT NULL, scope TEXT NOT NULL,"
            + " made INTEGER NOT NULL, expires INTEGER NOT NULL, used INTEGER) STRICT",
        "CREATE INDEX tokens_of ON tokens(person)",
        "CREATE TABLE identities(issuer TEXT NOT NULL, subject TEXT NOT NULL, \(owner),"
            + " linked INTEGER NOT NULL, by TEXT NOT NULL, PRIMARY KEY(issuer, subject)) STRICT",
        "CREATE INDEX identities_of ON identities(person)",
        "CREATE TABLE throttles(key BLOB PRIMARY KEY, failures INTEGER NOT NULL,"
            + " last INTEGER NOT NULL, until INTEGER NOT NULL) STRICT",
        "CREATE TABLE erasures(person TEXT PRIMARY KEY COLLATE NOCASE, at INTEGER NOT NULL,"
            + " by TEXT NOT NULL) STRICT",
    ]

    /// What each version has that the one before had not.
    private static let additions = [2: ["ALTER TABLE sessions ADD COLUMN issuer TEXT"]]

    /// Makes the tables in an empty file, and refuses a file that is not ours.
    static func prepare(_ db: Database) throws {
        if try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0 {
            try db.inTransaction(.immediate) {
                for table in schema { try db.execute(sql: table) }
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                try db.execute(sql: "PRAGMA user_version = \(version)")
                return .commit
            }
        }
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let kind = try Int.fetchOne(db, sql: "PRAGMA application_id")
        guard (1...version).contains(found), kind == applicationID else {
            throw AccountRefusal(
                .storeDamaged, zh: "人员名册文件不是本程序建立的，或版本（\(found)）不识别",
                en: "the file of persons was not made by this program, or has a version (\(found))"
                    + " that it does not know")
        }
        guard found < version else { return }
        try db.inTransaction(.immediate) {
            for step in (found + 1)...version {
                for change in additions[step] ?? [] { try db.execute(sql: change) }
            }
            try db.execute(sql: "PRAGMA user_version = \(version)")
            return .commit
        }
    }
}

extension AccountRefusal {
    /// What Sqlite or this room said.
    init(_ error: any Error) {
        if let known = error as? AccountRefusal {
            self = known
            return
        }
        let what = (error as? DatabaseError).map {
            "sqlite \($0.extendedResultCode.rawValue): \($0.message ?? "")"
        }
        let damage: [ResultCode] = [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_SCHEMA]
        let isDamage = (error as? DatabaseError).map { damage.contains($0.resultCode) } ?? false
        self.init(
            isDamage ? .storeDamaged : .storeFailed,
            zh: "人员名册文件读写失败（\(what ?? "\(error)")）",
            en: "reading or writing the file of persons failed (\(what ?? "\(error)"))")
    }
}

extension Timestamp {
    static func + (moment: Timestamp, length: Duration) -> Timestamp {
        let (seconds, attoseconds) = length.components
        return Timestamp(
            milliseconds: moment.milliseconds + seconds * 1000
                + attoseconds / 1_000_000_000_000_000)
    }
}
