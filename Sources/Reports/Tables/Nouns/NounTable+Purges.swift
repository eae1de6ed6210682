import Delivery

extension NounTable {
    static let purges: [NounTable] = [purge]

    private static let purge = NounTable(
        "purges", key: ["proposed_seq"], zh: "清除：提请一次一行",
        en: "Texts and files that were proposed to be purged, a row a proposal.",
        [
            .hash("sha256", "文本或文件的 SHA-256", "of the text or file", required: true) {
                $0.sha256.text
            },
            .seq("record", "引用它的记录", "a record that cites it", required: true) { $0.record },
            .code("reason", "事由", "why", required: true) { $0.reason.rawValue },
            .hash("note_sha256", "说明（封存文本）", "the sealed text of the note") { $0.note?.hash },
            .code("state", "状态", "what became of it", required: true) { $0.state },
            .text("proposed_by", "提请人编号", "who proposed it", required: true) {
                $0.proposed.by.text
            },
            .seq("proposed_seq", "提请所在的记录", "the record that proposes it", required: true) {
                $0.proposed.seq
            },
            .day("settled_day", "决定日期", "when it was decided") { $0.settled?.day },
            .text("settled_by", "决定人编号", "who decided") { $0.settled?.by.text },
            .seq("settled_seq", "决定所在的记录", "the record of the decision") { $0.settled?.seq },
        ]
    ) { (source: TableSource) in source.city.purges.all }
}

extension Purge {
    fileprivate var state: String {
        switch outcome {
        case .open: "open"
        case .purged: "purged"
        case .declined: "declined"
        }
    }

    fileprivate var settled: Step? {
        switch outcome {
        case .open: nil
        case .purged(let step, _), .declined(let step, _): step
        }
    }
}
