internal import GRDB
internal import GRDBSQLite
internal import Ledger

/// The file's tables, and whether a file has exactly these.
///
/// Sqlite's own name for `seq`, `first` and `size` is the rowid, so reading in their order
/// reads the file from one end to the other.
enum LedgerTables {
    static let version = 1
    /// "SAIM", by which `file(1)` and others tell the file's kind.
    static let applicationID = 0x5341_494D

    static let schema = [
        "CREATE TABLE records(seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL, leaf BLOB NOT NULL)"
            + " STRICT",
        "CREATE TABLE commands(first INTEGER PRIMARY KEY, last INTEGER NOT NULL,"
            + " cmd TEXT NOT NULL UNIQUE, nonce BLOB NOT NULL, req BLOB NOT NULL) STRICT",
        "CREATE TABLE checkpoints(size INTEGER PRIMARY KEY, note BLOB NOT NULL) STRICT",
    ]

    static func create(_ db: Database) throws {
        try db.execute(sql: "BEGIN IMMEDIATE")
        for table in schema { try db.execute(sql: table) }
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(version)")
        try db.execute(sql: "COMMIT")
    }

    static func isEmpty(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
    }

    /// The file's tables are these and nothing stands beside them: a view or a trigger could
    /// show other rows than are kept.
    static func checkSchema(_ db: Database) throws {
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version")
        guard version == Self.version else {
            throw LedgerError(
                .storeDamaged, zh: "台账文件版本为 \(version ?? 0)，本程序只识别版本 \(Self.version)",
                en: "the ledger file has version \(version ?? 0), and this program knows"
                    + " version \(Self.version)")
        }
        let found = try String.fetchAll(
            db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
        guard found == schema else {
            throw LedgerError(
                .storeDamaged, zh: "台账文件的表结构与本程序建立的不同",
                en: "the tables of the ledger file are not as this program makes them")
        }
    }

    /// Reads every page, and compares the index over `cmd` with its table.
    static func checkPages(_ db: Database) throws {
        let report = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)")
        guard report == "ok" else {
            let what = report ?? "?"
            throw LedgerError(
                .storeDamaged, zh: "台账文件内部损坏：\(what)", en: "the ledger file is damaged: \(what)")
        }
    }
}

extension LedgerError {
    /// What Sqlite or this module said.
    static func sqlite(_ error: any Error, seq: Int? = nil) -> LedgerError {
        if let known = error as? LedgerError { return known }
        guard let failure = error as? DatabaseError else {
            return LedgerError(.storeFailed, seq: seq, zh: "台账出错：\(error)", en: "\(error)")
        }
        let what = "sqlite \(failure.extendedResultCode.rawValue): \(failure.message ?? "")"
        switch failure.resultCode {
        case .SQLITE_READONLY, .SQLITE_CANTOPEN:
            return LedgerError(
                .storeReadOnly, seq: seq,
                zh: "台账所在的目录不可写，而 SQLite 读取时也需要（\(what)）；请复制到可写的目录",
                en: "the ledger's folder may not be written to, which SQLite needs for reading too "
                    + "(\(what)); copy it to one that may")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_SCHEMA, .SQLITE_ERROR:
            return LedgerError(
                .storeDamaged, seq: seq, zh: "台账文件损坏（\(what)）",
                en: "the ledger file is damaged (\(what))")
        default:
            return LedgerError(
                .storeFailed, seq: seq, zh: "台账读写失败（\(what)）",
                en: "reading or writing the ledger failed (\(what))")
        }
    }
}
