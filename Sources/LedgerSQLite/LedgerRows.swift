internal import GRDB
internal import GRDBSQLite
internal import Ledger

/// A cached statement, stepped by hand: no object is made for a row.
struct LedgerRows {
    private let statement: OpaquePointer
    private let connection: OpaquePointer?

    /// Each argument is bound to the next `?`.
    init(_ db: Database, _ sql: String, _ arguments: Int...) throws {
        statement = try db.cachedStatement(sql: sql).sqliteStatement
        connection = db.sqliteConnection
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
        for (index, argument) in arguments.enumerated() { bind(argument, at: CInt(index + 1)) }
    }

    func bind(_ value: Int, at index: CInt) {
        sqlite3_bind_int64(statement, index, Int64(value))
    }

    func bind(_ text: String, at index: CInt) {
        var text = text
        text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { bytes in
                _ = sqlite3_bind_text(
                    statement, index, bytes.baseAddress, CInt(clamping: bytes.count), transient)
            }
        }
    }

    /// Bytes that stay where they are until the statement has run.
    func bind(_ bytes: UnsafeRawBufferPointer, at index: CInt) {
        sqlite3_bind_blob64(statement, index, bytes.baseAddress, UInt64(bytes.count), nil)
    }

    /// Sqlite copies what is bound with this.
    private var transient: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }

    /// Whether there is another row to look at.
    func next() throws -> Bool {
        let code = sqlite3_step(statement)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE {
            sqlite3_reset(statement)
            return false
        }
        let message = connection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
        let extended = connection.map { sqlite3_extended_errcode($0) } ?? code
        sqlite3_reset(statement)
        throw DatabaseError(resultCode: ResultCode(rawValue: extended), message: message)
    }

    /// Runs a statement that gives no rows.
    func run() throws {
        while try next() {}
    }

    /// To be called where rows are left unread, since an unfinished statement keeps the WAL.
    func end() {
        sqlite3_reset(statement)
    }

    func integer(_ column: CInt) -> Int? {
        guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else { return nil }
        return Int(sqlite3_column_int64(statement, column))
    }

    /// Good until the next row; nil where no blob is kept.
    func blob(_ column: CInt) -> UnsafeRawBufferPointer? {
        guard sqlite3_column_type(statement, column) == SQLITE_BLOB else { return nil }
        let count = Int(sqlite3_column_bytes(statement, column))
        return UnsafeRawBufferPointer(start: sqlite3_column_blob(statement, column), count: count)
    }

    func text(_ column: CInt) -> String? {
        guard sqlite3_column_type(statement, column) == SQLITE_TEXT,
            let start = sqlite3_column_text(statement, column)
        else { return nil }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(
            validating: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
}
