import JSON
import Ledger

extension ImportPlan {
    /// Everything that hangs on the city's state, in 64 hexadecimal digits: two plans of one sheet
    /// with the same fingerprint would do the same.
    package var fingerprint: String {
        let telling: Set<String> = ["mapping", "entities", "changes", "rejected"]
        let members = (preview.json().objectValue ?? []).filter { telling.contains($0.key) }
        var bytes = Array(JSON.object(members).text().utf8)
        for step in steps { bytes += step.command }
        return bytes.withUnsafeBytes { Merkle.sha256($0) }.hex
    }
}

/// One thing of which a later preview says otherwise than an earlier one.
package struct PreviewDifference: Sendable {
    package var entity: String
    package var key: String
    /// Nil: it was as the sheet says.
    package var before: ImportChange?
    /// Nil: it is as the sheet says by now, or refused.
    package var after: ImportChange?
}

extension ImportPreview {
    /// Where this preview says otherwise than an earlier one of the same sheet, in the sheet's
    /// order.
    package func differences(from earlier: ImportPreview) -> [PreviewDifference] {
        var known: [ChangeName: ImportChange] = [:]
        for change in earlier.changes { known[ChangeName(change)] = change }
        var found: [PreviewDifference] = []
        for change in changes {
            let before = known.removeValue(forKey: ChangeName(change))
            if let before, before.isSame(as: change) { continue }
            found.append(
                PreviewDifference(
                    entity: change.entity, key: change.key, before: before, after: change))
        }
        let gone = earlier.changes.filter { known[ChangeName($0)] != nil }
        return found
            + gone.map { change in
                PreviewDifference(
                    entity: change.entity, key: change.key, before: change, after: nil)
            }
    }
}

private struct ChangeName: Hashable {
    var entity: String
    var key: String

    init(_ change: ImportChange) {
        entity = change.entity
        key = change.key
    }
}

extension ImportChange {
    fileprivate func isSame(as other: ImportChange) -> Bool {
        isNew == other.isNew && fields.count == other.fields.count
            && zip(fields, other.fields).allSatisfy { one, other in
                one.field == other.field && Self.isSame(one.from, other.from)
                    && Self.isSame(one.to, other.to)
            }
    }

    private static func isSame(_ one: JSON?, _ other: JSON?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return one.isSame(as: other)
    }
}
