import Delivery
import JSON
import Rulebook
import Sheets

/// Checks a stated change against the difference of the values before and after.
struct ChangeComparison {
    private let check: ChangeCheck

    init(_ check: ChangeCheck) { self.check = check }

    func warnings(_ conversions: [RowConversion]) -> [ImportIssue] {
        conversions.filter { $0.mapping.entity.name == check.entity }.flatMap { conversion in
            let field = conversion.mapping.fields.first { $0.name == check.change }
            let header = field?.origin.columns.map(\.words).joined(separator: " + ")
            var groups: [[UInt8]: [RecordDraft]] = [:]
            for draft in conversion.drafts {
                let key = draft.object[check.by]?.text() ?? ""
                groups[Array(key.utf8), default: []].append(draft)
            }
            let found = groups.values.flatMap { drafts in
                let ordered = drafts.sorted { text($0, check.along) < text($1, check.along) }
                return zip(ordered, ordered.dropFirst()).compactMap { warning($0, $1, header) }
            }
            return found.sorted { $0.row < $1.row }
        }
    }

    private func text(_ draft: RecordDraft, _ field: String) -> String {
        draft.object[field]?.stringValue ?? ""
    }

    private func warning(
        _ before: RecordDraft, _ after: RecordDraft, _ header: String?
    ) -> ImportIssue? {
        guard let stated = decimal(after.object[check.change]),
            let difference = difference(before.object[check.value], after.object[check.value]),
            let gap = subtract(stated, difference)
        else { return nil }
        let size = Decimal(unscaled: abs(gap.unscaled), places: gap.places)
        guard check.tolerance.isLess(than: size) else { return nil }
        let row = after.rows[0]
        return ImportIssue(
            .changeDiffers, row: row.number, line: row.line, column: header,
            value: stated.description,
            zh: "\(after.key):\(check.change) 写 \(stated)，而与第 \(before.rows[0].number) 行相比 "
                + "\(check.value) 的变化为 \(difference)",
            en: "\(after.key): \(check.change) says \(stated), but \(check.value) changed by "
                + "\(difference) since row \(before.rows[0].number)")
    }

    /// Of two amounts in major units, or of two days in days.
    private func difference(_ before: JSON?, _ after: JSON?) -> Decimal? {
        guard let from = before?.stringValue, let to = after?.stringValue else { return nil }
        if let start = Day(from), let end = Day(to) { return Decimal(Int64(start.days(to: end))) }
        guard let start = Decimal(from), let end = Decimal(to) else { return nil }
        return subtract(end, start)
    }

    private func decimal(_ value: JSON?) -> Decimal? {
        if let whole = value?.intValue { return Decimal(Int64(whole)) }
        return value?.stringValue.flatMap { Decimal($0) }
    }

    private func subtract(_ left: Decimal, _ right: Decimal) -> Decimal? {
        let places = max(left.places, right.places)
        guard let a = left.scaled(to: places), let b = right.scaled(to: places) else { return nil }
        let (gap, overflow) = a.subtractingReportingOverflow(b)
        return overflow || gap == .min ? nil : Decimal(unscaled: gap, places: places)
    }
}
