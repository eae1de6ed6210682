import CityHall
import Delivery
import Foundation
import JSON
import Ledger
import LedgerSQLite

/// Goes through everything a data directory claims: chain, tree, checkpoints and commands, then
/// what the records fold to, then the texts and files they cite.
struct Verification {
    /// What was found in order.
    struct Finding {
        var ledger: LedgerVerifier.Finding
        var folded = 0
        var texts = 0
        var files = 0
        /// Files of evidence that are cited and not kept here.
        var filesElsewhere = 0
    }

    let directory: DataDirectory
    let outside: [[UInt8]]

    func run() async throws -> Finding {
        let readers = [try directory.openReader(), try directory.openReader()]
        let key = try KeyFile.loadVerifier(directory: directory.keys)
        let verifier = LedgerVerifier(readers: readers, keys: [key], log: key.name)
        var finding = Finding(ledger: try await verifier.verify(outside: outside))
        try refold(readers[0], into: &finding)
        return finding
    }

    private func refold(_ reader: any LedgerReader, into finding: inout Finding) throws {
        let size = finding.ledger.head.size
        var fold = RecordFold()
        var citations = Citations(directory)
        var batch = RecordBatch()
        while fold.head.size < size {
            let position = fold.head.size
            let end = min(position + CityLoader.batchSize, size)
            batch.clear()
            try reader.read(position..<end, into: &batch)
            for index in 0..<batch.count {
                let leaf = batch.computedLeaf(index)
                try batch.withRecord(index) { bytes throws(LedgerError) in
                    let record = try RecordView(bytes, at: fold.head.size)
                    try fold.fold(record, leaf: leaf)
                    try citations.check(record)
                }
            }
            guard fold.head.size == end else {
                throw LedgerError(
                    .seqGap, seq: fold.head.size, zh: "记录缺失", en: "a record is missing")
            }
            Terminal.progress("\(end) / \(size)")
        }
        Terminal.endProgress()
        finding.folded = fold.head.size
        finding.texts = citations.texts
        finding.files = citations.files
        finding.filesElsewhere = citations.filesElsewhere
    }
}

extension Verification.Finding {
    func text(_ language: SpokenLanguage) -> String {
        let head = ledger.head.size - 1
        let vouched = ledger.vouchedSize.map { String($0) } ?? "0"
        let zh = [
            "记录：\(ledger.head.size) 条" + (head >= 0 ? "（0–\(head)），逐条哈希与前后相连均相符" : ""),
            "命令：\(ledger.commands) 条，回执与记录相符",
            "检查点：\(ledger.checkpoints) 个，签名与树根相符；签名覆盖前 \(vouched) 条",
            "重放：\(folded) 条记录全部可读",
            "文本：引用 \(texts) 处，均在且哈希相符",
            "佐证：引用的文件 \(files) 个在此且哈希相符，\(filesElsewhere) 个不在此处",
            "树根：\(ledger.root.hex)", "核验通过",
        ]
        let en = [
            "records: \(ledger.head.size)"
                + (head >= 0 ? " (0–\(head)), each hashed and chained as it should be" : ""),
            "commands: \(ledger.commands), with receipts that fit the records",
            "checkpoints: \(ledger.checkpoints), signed and with the tree's roots; "
                + "they vouch for the first \(vouched) records",
            "refold: all \(folded) records can be read",
            "texts: \(texts) cited, all here and hashed right",
            "evidence: \(files) cited files here and hashed right, \(filesElsewhere) not kept here",
            "root: \(ledger.root.hex)", "verified",
        ]
        return (language == .zh ? zh : en).joined(separator: "\n")
    }

    var json: JSON {
        .object([
            .init("verified", .bool(true)), .init("records", .integer(ledger.head.size)),
            .init("root", .string(ledger.root.hex)), .init("commands", .integer(ledger.commands)),
            .init("checkpoints", .integer(ledger.checkpoints)),
            .init("vouched", ledger.vouchedSize.map(JSON.integer) ?? .null),
            .init("folded", .integer(folded)), .init("texts", .integer(texts)),
            .init("files", .integer(files)), .init("files_elsewhere", .integer(filesElsewhere)),
        ])
    }
}
