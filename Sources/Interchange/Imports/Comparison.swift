import Delivery
import JSON
import Rulebook
import Sheets

/// Sets what the sheet says against what the city holds.
struct Comparison {
    let mapping: Mapping
    let holding: Holding
    let today: Day
    private(set) var tallies: [EntityTally] = []
    private(set) var changes: [ImportChange] = []
    var steps: [ImportStep] = []
    var notes: [ImportNote] = []
    var rejected: [ImportIssue] = []
    var warnings: [ImportIssue] = []

    init(mapping: Mapping, holding: Holding, on today: Day) {
        self.mapping = mapping
        self.holding = holding
        self.today = today
    }

    mutating func take(_ conversion: RowConversion) {
        let entity = conversion.mapping.entity
        var tally = EntityTally(entity: entity.name, words: entity.words)
        switch entity.course {
        case .registers(let registering): take(conversion, registering, &tally)
        case .answers(let answering): take(conversion, answering, &tally)
        }
        tallies.append(tally)
    }

    private mutating func take(
        _ conversion: RowConversion, _ registering: Entity.Registering, _ tally: inout EntityTally
    ) {
        let record = conversion.mapping
        for draft in conversion.drafts {
            guard let held = registering.held(draft.object, record.key, holding) else {
                tally.new += 1
                add(draft, record, isNew: true, [])
                step(draft.object.setting("cmd", .string(registering.command)), record, draft)
                continue
            }
            let fields = differences(draft.object, held, record)
            guard !fields.isEmpty else {
                tally.unchanged += 1
                continue
            }
            tally.changed += 1
            add(draft, record, isNew: false, fields)
            let wanted = overlay(draft.object, fields, record, registering)
            for command in registering.change(wanted, held, fields.map(\.field)) {
                step(command, record, draft)
            }
        }
    }

    /// What the city holds, with the sheet's word where it differs. Free texts that stay are
    /// named as they are sealed, so that they are not written anew.
    private func overlay(
        _ object: JSON, _ fields: [FieldChange], _ record: RecordMapping,
        _ registering: Entity.Registering
    ) -> JSON {
        let sealed = Holding(city: holding.city) { _ in nil }
        var wanted = registering.held(object, record.key, sealed) ?? object
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

    mutating func add(
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
