import Delivery
import JSON
import Rulebook
import Sheets

/// Turns rows into drafts of one record mapping, noting what is wrong on the way.
struct RowConversion {
    let mapping: RecordMapping
    let number: Int
    let binding: ColumnBinding
    private let setting: Setting
    private let readings: [CellReading]

    /// What is the same for all rows.
    struct Setting {
        /// Whether texts are known to be texts.
        var isWorkbook: Bool
        /// The year that the sheet's title names.
        var titleYear: Int?
        /// Where files that cells name lie.
        var files: EvidenceFolder
    }

    var issues: [ImportIssue] = []
    var drafts: [RecordDraft] = []
    private var byKey: [[UInt8]: Int] = [:]
    /// Rows that said nothing beyond an earlier row.
    private(set) var repeated: Set<Int> = []
    private(set) var notFilled = 0
    /// By field.
    private(set) var imprecise: [String: Int] = [:]

    init(
        _ mapping: RecordMapping, number: Int, binding: ColumnBinding, names: NameIndex,
        setting: Setting
    ) {
        self.mapping = mapping
        self.setting = setting
        self.number = number
        self.binding = binding
        readings = mapping.fields.map {
            CellReading(field: $0, names: names, files: setting.files)
        }
    }

    mutating func take(_ row: Row) {
        if mapping.whenFilled.contains(where: { cell($0, row).text.isEmpty }) {
            notFilled += 1
            return
        }
        var members: [JSON.Member] = []
        var isGood = true
        for reading in readings {
            switch value(reading, row) {
            case .impreciseDay(let value):
                imprecise[reading.field.name, default: 0] += 1
                members.append(JSON.Member(reading.field.name, fitted(value, reading.field)))
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

    /// What the thing that a row registers is called, as far as it can be read.
    func identity(_ row: Row) -> JSON {
        let telling: Set<String> = ["id", "kind", "name", "name_en", "aliases", "code"]
        return .object(
            readings.filter { telling.contains($0.field.name) }.compactMap { reading in
                guard case .value(let value) = self.value(reading, row) else { return nil }
                return JSON.Member(reading.field.name, value)
            })
    }

    private func value(_ reading: CellReading, _ row: Row) -> CellReading.Outcome {
        if case .constant(let value) = reading.field.origin { return .value(value) }
        let context = CellReading.Context(year: year(reading.field.reading, row))
        return reading.read(input(of: reading.field, row), context)
    }

    private func year(_ reading: Reading, _ row: Row) -> Int? {
        switch reading {
        case .date(let dates), .month(let dates), .period(let dates):
            switch dates.year {
            case .none: return nil
            case .fixed(let year): return year
            case .title: return setting.titleYear
            case .column(let column):
                let text = NameForm.folded(cell(column, row).text)
                return TitleYear.only(in: [text])
            }
        case .list(_, let reading): return year(reading, row)
        default: return nil
        }
    }

    /// A field of several values takes a single one as a list of one.
    private func fitted(_ value: JSON, _ field: FieldMapping) -> JSON {
        if case .list = field.shape, value.arrayValue == nil { return .array([value]) }
        return value
    }

    func text(of field: FieldMapping, _ row: Row) -> String { input(of: field, row).text }

    private func input(of field: FieldMapping, _ row: Row) -> CellInput {
        let own = ownInput(of: field, row)
        guard own.text.isEmpty, let other = field.otherwise else { return own }
        return cell(other, row)
    }

    private func ownInput(of field: FieldMapping, _ row: Row) -> CellInput {
        switch field.origin {
        case .column(let column): return cell(column, row)
        case .constant: return CellInput(text: "")
        case .template(let parts):
            let cells = parts.map { part in part.column.map { cell($0, row) } }
            if cells.allSatisfy({ $0?.text.isEmpty ?? true }) { return CellInput(text: "") }
            if let broken = cells.compactMap({ $0 }).first(where: \.isError) { return broken }
            let texts = zip(parts, cells).map { part, cell in
                if case .text(let text) = part { text } else { cell?.text ?? "" }
            }
            return CellInput(text: Trimming.trimmed(texts.joined()))
        }
    }

    private func cell(_ column: ColumnReference, _ row: Row) -> CellInput {
        guard let index = binding.index(column), row.cells.indices.contains(index) else {
            return CellInput(text: "")
        }
        return CellInput(row.cells[index], isWorkbook: setting.isWorkbook)
    }

    /// The row's day in the order; nil, with an issue, where it should have one and has none.
    private mutating func orderDay(_ row: Row) -> (day: Day?, Void)? {
        guard let order = mapping.order else { return (nil, ()) }
        let input = cell(order.column, row)
        if let day = order.formats.day(input) { return (day, ()) }
        let names = order.formats.names
        issues.append(
            ImportIssue(
                .cellUnreadable, row: row.number, line: row.line, column: order.column.words,
                value: input.text, zh: "用于排序的日期，格式应为 \(names)",
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

    mutating func reject(_ issue: ImportIssue) { issues.append(issue) }
}
