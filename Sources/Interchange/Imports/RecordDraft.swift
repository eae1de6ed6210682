import Delivery
import JSON
import Rulebook
import Sheets

/// What the rows of a sheet say of one thing.
struct RecordDraft {
    let record: Int
    /// The values of the key's fields, for people: `420 · 2019-09-01`.
    let key: String
    /// The command's fields.
    private(set) var object: JSON
    /// The rows that speak of it, in the order of the sheet.
    private(set) var rows: [Row]
    /// By which row each field was given, for fields that take the first or the last.
    private var days: [String: Day] = [:]

    init(record: Int, key: String, object: JSON, row: Row, day: Day?, fields: [FieldMapping]) {
        self.record = record
        self.key = key
        self.object = object
        rows = [row]
        for field in fields where field.repeats != .same { days[field.name] = day }
    }

    /// Takes in another row about the same thing.
    ///
    /// - Returns: the field on which the rows disagree and may not.
    mutating func merge(
        _ other: JSON, row: Row, day: Day?, fields: [FieldMapping]
    ) -> FieldMapping? {
        var disagreement: FieldMapping?
        for field in fields {
            let mine = object[field.name]
            let theirs = other[field.name]
            switch field.repeats {
            case .same:
                let isSame = mine.map { value in theirs.map(value.isSame) ?? false }
                if !(isSame ?? (theirs == nil)), disagreement == nil { disagreement = field }
            case .first, .last:
                guard let day, let known = days[field.name] else { continue }
                let isNewer = field.repeats == .last ? day >= known : day < known
                guard isNewer else { continue }
                days[field.name] = day
                object = object.setting(field.name, theirs)
            }
        }
        rows.append(row)
        return disagreement
    }

    mutating func replace(_ object: JSON) { self.object = object }
}
