import Delivery
import JSON
import Ledger
import Rulebook

/// The ledger's records, and which of them made each thing what it is.
enum RecordTables {
    static let records = ExportTable(
        name: "records",
        words: Words(zh: "台账记录，规范 JSON 原样", en: "The ledger's records, their data as it stands."),
        columns: [
            column("seq", .integer, "记录号，从 0 起", "the record, from 0"),
            column("type", .code, "种类", "what happened"),
            column("version", .integer, "该种类的版本", "the version of that kind"),
            column("at", .time, "登记的时刻", "when it was recorded"),
            column("day", .day, "登记的当地日期", "the local day of that"),
            column("actor", .text, "登记人编号", "who recorded it"),
            ExportColumn(
                "organization", .text, zh: "登记人所属组织", en: "for whom", references: "organizations"),
            column("command", .text, "命令号", "the command it is part of"),
            column("part", .integer, "在命令中的次序，从 0 起", "its place in the command, from 0"),
            column("parts", .integer, "该命令的记录数", "how many records the command made"),
            column("leaf", .sha256, "叶哈希", "its leaf hash"),
            column("data", .json, "内容", "what it says"),
        ], key: ["seq"])

    static let subjects = ExportTable(
        name: "record_subjects",
        words: Words(zh: "每个组织、项目、指标、清单事项等由哪些记录形成", en: "Which records made a thing what it is."),
        columns: [
            column("noun", .code, "类别", "what kind of thing"), column("id", .text, "编号", "which"),
            ExportColumn(
                "seq", .seq, zh: "记录", en: "the record", isRequired: true, references: "records"),
        ], key: ["noun", "id", "seq"])

    private static func column(
        _ name: String, _ kind: ExportColumn.Kind, _ zh: String, _ en: String
    ) -> ExportColumn {
        ExportColumn(name, kind, zh: zh, en: en, isRequired: true)
    }

    private static let batchSize = 4_096

    /// Writes every record, and tells what only they say.
    static func write(
        _ source: TableSource, to sink: some TableSink, progress: (Int) -> Void
    ) throws -> RecordMarks {
        var marks = RecordMarks()
        var batch = RecordBatch()
        var start = 0
        while start < source.head.size {
            let end = min(start + batchSize, source.head.size)
            batch.clear()
            try source.reader.read(start..<end, into: &batch)
            guard batch.count == end - start else {
                throw LedgerError(
                    .seqGap, seq: start + batch.count, zh: "台账没有这么多记录",
                    en: "the ledger does not hold that many records")
            }
            for index in 0..<batch.count {
                let leaf = batch.computedLeaf(index)
                let bytes = batch.record(index)
                try bytes.withUnsafeBufferPointer { bytes in
                    let record = try RecordView(bytes, at: start + index)
                    try sink.write(try cells(record, leaf), to: records)
                    note(record, in: &marks)
                }
            }
            start = end
            progress(end)
        }
        return marks
    }

    private static func cells(_ record: RecordView, _ leaf: Hash256) throws -> [TableCell] {
        let data = try JSON.parse(Array(record.data.bytes))
        let organization = record.org.text
        return [
            .integer(Int64(record.seq)), .text(record.type.text), .integer(Int64(record.v)),
            .text(record.at.text), .text(data["recorded_on"]?.stringValue ?? ""),
            .text(record.actor.text),
            organization == "console" ? .null : .text(organization), .text(record.cmd.text),
            .integer(Int64(record.part.index)), .integer(Int64(record.part.count)),
            .text(leaf.hex), .text(String(decoding: record.data.bytes, as: UTF8.self)),
        ]
    }

    private static func note(_ record: RecordView, in marks: inout RecordMarks) {
        marks.latest[record.type.text] = record.seq
        guard record.type == StageScheduled.type,
            let kind = EventKind.all.first(where: { record.type == $0.type }),
            let event = try? kind.read(record.data).body as? StageScheduled
        else { return }
        marks.scheduled[.init(project: event.project, stage: event.stage, kind: event.kind)] =
            record.seq
    }

    static func writeSubjects(_ source: TableSource, to sink: some TableSink) throws {
        func write(_ noun: String, _ id: String, _ seqs: [Int]) throws {
            for seq in seqs {
                try sink.write([.text(noun), .text(id), .integer(Int64(seq))], to: subjects)
            }
        }
        for one in source.city.organizations.all {
            try write("organization", one.id.text, one.records)
        }
        for project in source.city.projects.all {
            try write("project", project.id.text, project.records)
        }
        for one in source.city.sources.all { try write("source", one.id.text, one.records) }
        for one in source.city.indicators.all {
            try write("indicator", one.id.text, one.records)
        }
        for one in source.city.directives.all {
            try write("directive", one.id.text, one.records)
        }
        for one in source.city.commitments.all {
            try write("commitment", one.id.text, one.records)
        }
        for one in source.city.blockers.all { try write("blocker", one.id.text, one.records) }
        for one in source.city.lists.all { try write("list", one.id.text, one.records) }
    }
}
