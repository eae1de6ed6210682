import Delivery
import JSON
import Rulebook
import Sheets

/// Turns rows into drafts of one record mapping, noting what is wrong on the way.
struct RowConversion {
    let mapping: RecordMapping
    let number: Int
    let binding: ColumnBinding
    private let readings: [CellReading]

    private(set) var issues: [ImportIssue] = []
    private(set) var unknowns: [UnknownTally] = []
    private(set) var drafts: [RecordDraft] = []
    private var byKey: [[UInt8]: Int] = [:]
    /// Rows that said nothing beyond an earlier row.
    private(set) var repeated: Set<Int> = []

    init(_ mapping: RecordMapping, number: Int, binding: ColumnBinding, names: NameIndex) {
        self.mapping = mapping
        self.number = number
        self.binding = binding
        readings = mapping.fields.map { CellReading(field: $0, names: names) }
    }

    mutating func take(_ row: Row) {
        var members: [JSON.Member] = []
        var isGood = true
        for reading in readings {
            switch value(reading, row) {
            case .value(let value):
                members.append(JSON.Member(reading.field.name, fitted(value, reading.field)))
            case .omitted: continue
            case .problem(let problem):
                isGood = false
                note(problem, reading.field, row)
            }
        }
        guard isGood, let day = orderDay(row) else { return }
        add(.object(members), row, day.day)
    }

    private func value(_ reading: CellReading, _ row: Row) -> CellReading.Outcome {
        if case .constant(let value) = reading.field.origin { return .value(value) }
        return reading.read(text(of: reading.field, row))
    }

    /// A field of several values takes a single one as a list of one.
    private func fitted(_ value: JSON, _ field: FieldMapping) -> JSON {
        if case .list = field.shape, value.arrayValue == nil { return .array([value]) }
        return value
    }

    private func text(of field: FieldMapping, _ row: Row) -> String {
        switch field.origin {
        case .column(let column): return cell(column, row)
        case .constant: return ""
        case .template(let parts):
            let isBlank = parts.allSatisfy { $0.column.map { cell($0, row).isEmpty } ?? true }
            if isBlank { return "" }
            let texts = parts.map { part in
                switch part {
                case .text(let text): text
                case .column(let column): cell(column, row)
                }
            }
            return Trimming.trimmed(texts.joined())
        }
    }

    private func cell(_ column: ColumnReference, _ row: Row) -> String {
        guard let index = binding.index(column), row.cells.indices.contains(index) else {
            return ""
        }
        return Trimming.trimmed(row.cells[index].text)
    }

    /// The row's day in the order; nil, with an issue, where it should have one and has none.
    private mutating func orderDay(_ row: Row) -> (day: Day?, Void)? {
        guard let order = mapping.order else { return (nil, ()) }
        let text = cell(order.column, row)
        if let day = DatePattern.day(text, order.formats) { return (day, ()) }
        let names = DatePattern.names(order.formats)
        issues.append(
            ImportIssue(
                .cellUnreadable, row: row.number, line: row.line, column: order.column.words,
                value: text, zh: "用于排序的日期，格式应为 \(names)",
                en: "puts the rows in order, so it must be a date of the form \(names)"))
        return nil
    }

    private mutating func note(
        _ problem: CellReading.Problem, _ field: FieldMapping, _ row: Row
    ) {
        issues.append(
            ImportIssue(
                problem.code, row: row.number, line: row.line,
                column: field.origin.columns.map(\.words).joined(separator: " + "),
                value: text(of: field, row), zh: problem.words.zh, en: problem.words.en))
    }

    private mutating func add(_ object: JSON, _ row: Row, _ day: Day?) {
        let parts = mapping.key.map { object[$0] ?? .null }
        let identity = Array(JSON.array(parts).text().utf8)
        guard let index = byKey[identity] else {
            byKey[identity] = drafts.count
            let key = parts.map { $0.stringValue ?? $0.text() }.joined(separator: " · ")
            drafts.append(
                RecordDraft(
                    record: number, key: key, object: object, row: row, day: day,
                    fields: mapping.fields))
            return
        }
        repeated.insert(row.number)
        let before = drafts[index].object
        let earlier = drafts[index].rows[0]
        guard
            let field = drafts[index].merge(object, row: row, day: day, fields: mapping.fields)
        else { return }
        let mine = object[field.name]?.text() ?? "∅"
        let theirs = before[field.name]?.text() ?? "∅"
        issues.append(
            ImportIssue(
                .rowsDisagree, row: row.number, line: row.line,
                column: field.origin.columns.map(\.words).joined(separator: " + "),
                value: text(of: field, row),
                zh: "与第 \(earlier.number) 行对同一\(mapping.entity.words.zh)"
                    + "（\(drafts[index].key)）的说法不同：\(mine)、\(theirs)；"
                    + "请改正其一，或对字段 \(field.name) 写 repeats: last",
                en: "disagrees with row \(earlier.number) about the same "
                    + "\(mapping.entity.words.en) (\(drafts[index].key)): \(mine), \(theirs); "
                    + "mend one, or say repeats: last for the field \(field.name)"))
    }

    /// How often each field was kept as unknown, and why.
    func unknownTallies() -> [UnknownTally] {
        var tallies: [UnknownTally] = []
        for draft in drafts {
            for member in draft.object.objectValue ?? [] {
                guard let text = member.value["unknown"]?.stringValue,
                    let reason = UnknownReason(rawValue: text)
                else { continue }
                let index = tallies.firstIndex { $0.field == member.key && $0.reason == reason }
                if let index {
                    tallies[index].count += 1
                } else {
                    tallies.append(
                        UnknownTally(
                            entity: mapping.entity.name, field: member.key, reason: reason,
                            count: 1))
                }
            }
        }
        return tallies
    }

    mutating func reject(_ issue: ImportIssue) { issues.append(issue) }

    /// Puts every draft into the command's own canonical form; what the command cannot take is
    /// an issue.
    mutating func normalize() {
        for index in drafts.indices {
            let draft = drafts[index]
            let command = draft.object.setting("cmd", .string(mapping.entity.command))
            do throws(Refusal) {
                let read = try CommandKind.read(canonicalBytes(command))
                let bytes = CommandKind.canonical(read)
                let object = (try? JSON.parse(bytes)) ?? draft.object
                drafts[index].replace(object.setting("cmd", nil))
            } catch {
                refuse(error, draft)
            }
        }
    }

    private mutating func refuse(_ refusal: Refusal, _ draft: RecordDraft) {
        let name = refusal.field?.prefix { $0 != "." && $0 != "[" }
        let field = mapping.fields.first { $0.name == name.map(String.init) }
        let row = draft.rows[0]
        issues.append(
            ImportIssue(
                .fieldRefused, row: row.number, line: row.line,
                column: field?.origin.columns.map(\.words).joined(separator: " + "),
                value: field.map { text(of: $0, row) }, refusal: refusal.code,
                zh: "\(mapping.entity.name).\(refusal.field ?? ""):\(refusal.words.zh)",
                en: "\(mapping.entity.name).\(refusal.field ?? ""): \(refusal.words.en)"))
    }
}

/// The command as the canonical JSON that the reader of commands wants.
func canonicalBytes(_ command: JSON) throws(Refusal) -> [UInt8] {
    do throws(JSONError) { return try command.canonical() } catch {
        throw Refusal(.fieldMalformed, zh: error.zh, en: error.en)
    }
}
