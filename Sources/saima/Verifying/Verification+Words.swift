import Delivery
import JSON
import Ledger

extension Verification.Finding {
    func text(_ language: SpokenLanguage) -> String {
        let head = ledger.head.size - 1
        let vouched = ledger.vouchedSize.map { String($0) } ?? "0"
        let zh =
            [
                "记录：\(ledger.head.size) 条" + (head >= 0 ? "（0–\(head)），逐条哈希与前后相连均相符" : ""),
                "命令：\(ledger.commands) 条，回执与记录相符",
                "检查点：\(ledger.checkpoints) 个，签名与树根相符；签名覆盖前 \(vouched) 条",
                "重放：\(folded) 条记录全部可读",
                "文本：引用 \(texts) 处，均在且哈希相符",
                "佐证：引用的文件 \(files) 个在此且哈希相符，\(filesElsewhere) 个不在此处",
                "清除：\(purged.count) 项，按记录清除，均已不在",
            ] + purged.map(\.zh) + ["树根：\(ledger.root.hex)", "核验通过"]
        let en =
            [
                "records: \(ledger.head.size)"
                    + (head >= 0 ? " (0–\(head)), each hashed and chained as it should be" : ""),
                "commands: \(ledger.commands), with receipts that fit the records",
                "checkpoints: \(ledger.checkpoints), signed and with the tree's roots; "
                    + "they vouch for the first \(vouched) records",
                "refold: all \(folded) records can be read",
                "texts: \(texts) cited, all here and hashed right",
                "evidence: \(files) cited files here and hashed right, "
                    + "\(filesElsewhere) not kept here",
                "purged: \(purged.count) by decision of record, all gone",
            ] + purged.map(\.en) + ["root: \(ledger.root.hex)", "verified"]
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
            .init("purged", .array(purged.map(\.json))),
        ])
    }
}

extension Purge {
    fileprivate var zh: String {
        let step = tombstone ?? proposed
        return "  \(sha256.text)：第 \(record) 号记录所引，\(step.day) 按第 \(step.seq) 号记录清除"
            + "（\(reason.words.zh)）"
    }

    fileprivate var en: String {
        let step = tombstone ?? proposed
        return "  \(sha256.text), cited by record \(record), purged on \(step.day) by record"
            + " \(step.seq) (\(reason.words.en))"
    }

    fileprivate var json: JSON {
        let step = tombstone ?? proposed
        return .object([
            .init("sha256", .string(sha256.text)), .init("record", .integer(record)),
            .init("reason", .string(reason.rawValue)), .init("seq", .integer(step.seq)),
            .init("day", .string("\(step.day)")),
        ])
    }
}
