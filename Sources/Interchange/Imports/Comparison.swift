import Delivery
import JSON
import Sheets

/// Sets what the sheet says against what the city holds.
struct Comparison {
    let mapping: Mapping
    let holding: Holding
    private(set) var tallies: [EntityTally] = []
    private(set) var changes: [ImportChange] = []
    private(set) var steps: [ImportStep] = []

    init(mapping: Mapping, holding: Holding) {
        self.mapping = mapping
        self.holding = holding
    }

    mutating func take(_ conversion: RowConversion) {
        let record = conversion.mapping
        var tally = EntityTally(entity: record.entity.name, words: record.entity.words)
        for draft in conversion.drafts {
            guard let held = record.entity.held(draft.object, record.key, holding) else {
                tally.new += 1
                add(draft, record, isNew: true, [])
                step(
                    draft.object.setting("cmd", .string(record.entity.command)), record, draft)
                continue
            }
            let fields = differences(draft.object, held, record)
            guard !fields.isEmpty else {
                tally.unchanged += 1
                continue
            }
            tally.changed += 1
            add(draft, record, isNew: false, fields)
            let wanted = overlay(draft.object, fields, record)
            for command in record.entity.change(wanted, held, fields.map(\.field)) {
                step(command, record, draft)
            }
        }
        tallies.append(tally)
    }

    /// What the city holds, with the sheet's word where it differs. Free texts that stay are
    /// named as they are sealed, so that they are not written anew.
    private func overlay(
        _ object: JSON, _ fields: [FieldChange], _ record: RecordMapping
    ) -> JSON {
        let sealed = Holding(city: holding.city) { _ in nil }
        var wanted = record.entity.held(object, record.key, sealed) ?? object
        let circumstances = record.fields.map(\.name).filter {
            record.entity.onlyWhenNew.contains($0) && $0 != "id"
        }
        for name in fields.map(\.field) + circumstances {
            wanted = wanted.setting(name, object[name])
        }
        return wanted
    }

    /// Only what the mapping fills is compared: the sheet has no say in the rest.
    private func differences(
        _ wanted: JSON, _ held: JSON, _ record: RecordMapping
    ) -> [FieldChange] {
        record.fields.compactMap { field in
            guard !record.entity.onlyWhenNew.contains(field.name) else { return nil }
            let from = held[field.name]
            let to = wanted[field.name]
            let isSame = from.map { value in to.map(value.isSame) ?? false } ?? (to == nil)
            return isSame ? nil : FieldChange(field: field.name, from: from, to: to)
        }
    }

    private mutating func add(
        _ draft: RecordDraft, _ record: RecordMapping, isNew: Bool, _ fields: [FieldChange]
    ) {
        changes.append(
            ImportChange(
                entity: record.entity.name, key: draft.key, rows: draft.rows.map(\.number),
                isNew: isNew, fields: fields))
    }

    private mutating func step(_ command: JSON, _ record: RecordMapping, _ draft: RecordDraft) {
        // Every object here came out of the canonical form, so it has one.
        guard let bytes = try? command.canonical() else { return }
        let row = draft.rows[0]
        steps.append(
            ImportStep(
                command: bytes, entity: record.entity.name, row: row.number, line: row.line,
                key: draft.key))
    }
}
