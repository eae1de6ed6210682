import Delivery
import GRDB
package import Reports

/// Why tables could not be written.
package struct TableFileError: Error, Sendable, Hashable {
    /// What SQLite said.
    package var reason: String
}

/// An SQLite file of exported tables.
package enum TableFile {
    /// "SAIT", by which `file(1)` and we tell an export from a ledger.
    package static let applicationID: UInt32 = 0x5341_4954
    /// Of the tables; raised when one changes in a way that readers must know.
    package static let version = 1

    /// Fills an empty file. It is written once and read after, so nothing guards it while it is
    /// written: whoever asks for it throws a half-written one away.
    package static func write(
        _ source: TableSource, to path: String, progress: (CityTables.Step) -> Void
    ) throws {
        do {
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            configuration.label = "table file"
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
                try db.inTransaction(.exclusive) {
                    try create(db)
                    let sink = StatementSink(db)
                    try CityTables.write(source, to: sink, progress: progress)
                    return .commit
                }
            }
            try queue.close()
        } catch let error as DatabaseError {
            throw TableFileError(
                reason: "sqlite \(error.extendedResultCode.rawValue): \(error.message ?? "")")
        }
    }

    /// Whether a file that begins like this is an export: SQLite keeps the application's id in
    /// the 69th to 72nd byte of its file.
    package static func isExport(_ head: [UInt8]) -> Bool {
        guard head.count >= 72, head.starts(with: "SQLite format 3\0".utf8) else { return false }
        return head[68..<72].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } == applicationID
    }

    private static func create(_ db: Database) throws {
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(version)")
        for table in CityTables.all { try db.execute(sql: definition(of: table)) }
        try db.execute(
            sql: """
                CREATE TABLE columns(table_name TEXT NOT NULL, position INTEGER NOT NULL,
                column_name TEXT NOT NULL, kind TEXT NOT NULL, zh TEXT NOT NULL,
                en TEXT NOT NULL, PRIMARY KEY(table_name, column_name)) STRICT, WITHOUT ROWID
                """)
        for table in CityTables.all {
            for (place, column) in table.columns.enumerated() {
                try db.execute(
                    sql: "INSERT INTO columns VALUES(?, ?, ?, ?, ?, ?)",
                    arguments: [
                        table.name, place + 1, column.name, column.kind.rawValue,
                        column.words.zh, column.words.en,
                    ])
            }
        }
    }

    /// Names are ours and ASCII, yet some are words of SQL, so all are quoted.
    static func definition(of table: ExportTable) -> String {
        let columns = table.columns.map { column in
            let null = column.isRequired ? " NOT NULL" : ""
            let target = column.references.flatMap { name in
                CityTables.all.first { $0.name == name }.flatMap { target in
                    target.key.count == 1 ? " REFERENCES \"\(name)\"(\"\(target.key[0])\")" : nil
                }
            }
            return "\"\(column.name)\" \(column.kind.storage)\(null)\(target ?? "")"
        }
        let key = table.key.map { "\"\($0)\"" }.joined(separator: ", ")
        return "CREATE TABLE \"\(table.name)\"(\(columns.joined(separator: ", ")), "
            + "PRIMARY KEY(\(key))) STRICT"
    }
}

/// Inserts rows by statements that are prepared once.
private final class StatementSink: TableSink {
    private let db: Database
    private var statements: [String: Statement] = [:]

    init(_ db: Database) { self.db = db }

    func write(_ cells: [TableCell], to table: ExportTable) throws {
        let statement = try statement(of: table)
        let values = cells.map { cell -> DatabaseValue in
            switch cell {
            case .null: .null
            case .integer(let number): number.databaseValue
            case .text(let text): text.databaseValue
            }
        }
        try statement.execute(arguments: StatementArguments(values))
    }

    private func statement(of table: ExportTable) throws -> Statement {
        if let known = statements[table.name] { return known }
        let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
        let statement = try db.makeStatement(
            sql: "INSERT INTO \"\(table.name)\" VALUES(\(marks))")
        statements[table.name] = statement
        return statement
    }
}
