internal import GRDB
internal import Ledger

/// The questions to a ledger file, the same for its writer and for readers beside it.
enum LedgerQueries {
    static func head(_ db: Database) throws -> LedgerHead {
        let rows = try LedgerRows(
            db, "SELECT seq, leaf FROM records ORDER BY seq DESC LIMIT 1")
        defer { rows.end() }
        guard try rows.next() else { return .empty }
        guard let seq = rows.integer(0), seq >= 0, seq < Int.max else {
            throw damaged(nil, "records.seq")
        }
        guard let leaf = rows.blob(1).flatMap({ Hash256($0) }) else {
            throw damaged(seq, "records.leaf")
        }
        return LedgerHead(size: seq + 1, leaf: leaf)
    }

    static func read(_ db: Database, _ range: Range<Int>, into batch: inout RecordBatch) throws {
        batch.clear()
        let rows = try LedgerRows(
            db, "SELECT seq, bytes, leaf FROM records WHERE seq >= ? AND seq < ? ORDER BY seq",
            range.lowerBound, range.upperBound)
        defer { rows.end() }
        while try rows.next() {
            guard let seq = rows.integer(0) else { throw damaged(nil, "records.seq") }
            guard let bytes = rows.blob(1), bytes.count <= Record.longest else {
                throw damaged(seq, "records.bytes")
            }
            guard let leaf = rows.blob(2).flatMap({ Hash256($0) }) else {
                throw damaged(seq, "records.leaf")
            }
            batch.append(seq: seq, record: bytes, leaf: leaf)
        }
    }

    static func receipt(_ db: Database, of cmd: String) throws -> Receipt? {
        let rows = try LedgerRows(
            db, "SELECT first, last, cmd, nonce, req FROM commands WHERE cmd = ?")
        defer { rows.end() }
        rows.bind(cmd, at: 1)
        return try rows.next() ? try receipt(rows) : nil
    }

    static func receipts(_ db: Database, _ range: Range<Int>) throws -> [Receipt] {
        let rows = try LedgerRows(
            db,
            "SELECT first, last, cmd, nonce, req FROM commands"
                + " WHERE first >= ? AND first < ? ORDER BY first",
            range.lowerBound, range.upperBound)
        defer { rows.end() }
        var receipts: [Receipt] = []
        while try rows.next() { receipts.append(try receipt(rows)) }
        return receipts
    }

    private static func receipt(_ rows: LedgerRows) throws -> Receipt {
        guard let first = rows.integer(0) else { throw damaged(nil, "commands.first") }
        guard let last = rows.integer(1), let cmd = rows.text(2),
            let nonce = rows.blob(3).flatMap({ Nonce($0) }),
            let req = rows.blob(4).flatMap({ Hash256($0) })
        else { throw damaged(first, "commands") }
        return Receipt(cmd: cmd, first: first, last: last, nonce: nonce, req: req)
    }

    static func leaves(_ db: Database, _ range: Range<Int>) throws -> [Hash256] {
        let rows = try LedgerRows(
            db, "SELECT seq, leaf FROM records WHERE seq >= ? AND seq < ? ORDER BY seq",
            range.lowerBound, range.upperBound)
        defer { rows.end() }
        var leaves: [Hash256] = []
        while try rows.next() {
            guard let leaf = rows.blob(1).flatMap({ Hash256($0) }) else {
                throw damaged(rows.integer(0), "records.leaf")
            }
            leaves.append(leaf)
        }
        return leaves
    }

    static func checkpoints(
        _ db: Database, after size: Int, limit: Int
    ) throws -> [StoredCheckpoint] {
        try checkpoints(
            LedgerRows(
                db, "SELECT size, note FROM checkpoints WHERE size > ? ORDER BY size LIMIT ?",
                size, max(0, limit)))
    }

    static func lastCheckpoint(_ db: Database) throws -> StoredCheckpoint? {
        try checkpoints(
            LedgerRows(db, "SELECT size, note FROM checkpoints ORDER BY size DESC LIMIT 1")
        ).first
    }

    private static func checkpoints(_ rows: LedgerRows) throws -> [StoredCheckpoint] {
        defer { rows.end() }
        var checkpoints: [StoredCheckpoint] = []
        while try rows.next() {
            guard let size = rows.integer(0) else { throw damaged(nil, "checkpoints.size") }
            guard let note = rows.blob(1) else { throw damaged(size, "checkpoints.note") }
            checkpoints.append(StoredCheckpoint(size: size, note: Array(note)))
        }
        return checkpoints
    }

    /// One statement, so all of it is of one moment.
    static func reach(_ db: Database) throws -> LedgerReach {
        let rows = try LedgerRows(
            db,
            "SELECT max(seq), (SELECT max(first) FROM commands),"
                + " (SELECT max(size) FROM checkpoints), leaf FROM records")
        defer { rows.end() }
        guard try rows.next() else { throw damaged(nil, "records") }
        var head = LedgerHead.empty
        if let seq = rows.integer(0) {
            guard let leaf = rows.blob(3).flatMap({ Hash256($0) }), seq >= 0, seq < Int.max else {
                throw damaged(seq, "records.leaf")
            }
            head = LedgerHead(size: seq + 1, leaf: leaf)
        }
        return LedgerReach(head: head, command: rows.integer(1), checkpoint: rows.integer(2))
    }

    static func damaged(_ seq: Int?, _ what: String) -> LedgerError {
        LedgerError(
            .storeDamaged, seq: seq, zh: "台账文件中 \(what) 不是应有的内容",
            en: "\(what) in the ledger file is not what it should be")
    }
}
