internal import GRDB
internal import Ledger

/// The one transaction in which commands are written.
enum LedgerWriter {
    /// Throws `command_exists` with everything rolled back; after any other error the file's
    /// connection must be given up.
    static func append(_ db: Database, _ commands: [SealedCommand]) throws {
        try LedgerRows(db, "BEGIN IMMEDIATE").run()
        for command in commands {
            do {
                try insert(db, command.receipt)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                try LedgerRows(db, "ROLLBACK").run()
                let cmd = command.receipt.cmd
                let first = try LedgerQueries.receipt(db, of: cmd)?.first
                throw LedgerError.commandExists(cmd, first: first)
            }
            for (index, line) in command.records.enumerated() {
                try insert(db, line, seq: command.receipt.first + index)
            }
        }
        try LedgerRows(db, "COMMIT").run()
    }

    private static func insert(_ db: Database, _ receipt: Receipt) throws {
        let row = try LedgerRows(
            db, "INSERT INTO commands(first, last, cmd, nonce, req) VALUES (?, ?, ?, ?, ?)",
            receipt.first, receipt.last)
        row.bind(receipt.cmd, at: 3)
        try bound(receipt.nonce.bytes, to: row, at: 4) {
            try bound(receipt.req.bytes, to: row, at: 5) { try row.run() }
        }
    }

    private static func insert(_ db: Database, _ line: SealedCommand.Line, seq: Int) throws {
        let row = try LedgerRows(
            db, "INSERT INTO records(seq, bytes, leaf) VALUES (?, ?, ?)", seq)
        try bound(line.bytes, to: row, at: 2) {
            try bound(line.leaf.bytes, to: row, at: 3) { try row.run() }
        }
    }

    static func save(_ db: Database, _ checkpoint: StoredCheckpoint) throws {
        let row = try LedgerRows(
            db, "INSERT OR REPLACE INTO checkpoints(size, note) VALUES (?, ?)", checkpoint.size)
        try bound(checkpoint.note, to: row, at: 2) { try row.run() }
    }

    /// The bytes stay where they are while `body` runs the statement.
    private static func bound(
        _ bytes: [UInt8], to row: LedgerRows, at index: CInt, _ body: () throws -> Void
    ) throws {
        try bytes.withUnsafeBytes { buffer in
            row.bind(buffer, at: index)
            try body()
        }
    }
}
