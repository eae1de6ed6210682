package import CityHall
package import Delivery
package import JSON

/// What an import would do: everything that would be new or change, and everything against it.
package struct ImportPreview: Sendable {
    /// The sheet's file name.
    package var file: String
    package var mapping: String
    /// Of a text file; nil for a workbook.
    package var encoding: String?
    package var delimiter: String?
    /// Of a workbook; nil for a text file.
    package var sheet: String?
    /// Rows under the header that are not blank.
    package var rows: Int
    package var entities: [EntityTally]
    /// In the order of their commands.
    package var changes: [ImportChange]
    package var unknowns: [UnknownTally]
    /// What was done with the sheet as the mapping says.
    package var notes: [ImportNote]
    package var rejected: [ImportIssue]
    package var warnings: [ImportIssue]
    /// How many commands would be carried out, all or none.
    package var commands: Int

    /// Whether it may be applied: nothing is rejected.
    package var isAcceptable: Bool { rejected.isEmpty }
    /// Whether applying it would change nothing.
    package var isUnchanged: Bool { commands == 0 }
}

package struct EntityTally: Sendable, Hashable {
    package var entity: String
    package var words: Words
    package var new = 0
    package var changed = 0
    package var unchanged = 0
}

/// One thing that would be new, or different in some fields.
package struct ImportChange: Sendable {
    package var entity: String
    package var key: String
    /// The rows of the sheet that speak of it.
    package var rows: [Int]
    package var isNew: Bool
    /// Of a changed one: the fields that differ.
    package var fields: [FieldChange]
}

package struct FieldChange: Sendable {
    package var field: String
    /// Nil: not there.
    package var from: JSON?
    package var to: JSON?
}

/// How often a field was kept as unknown for a reason.
package struct UnknownTally: Sendable, Hashable {
    package var entity: String
    package var field: String
    package var reason: UnknownReason
    package var count: Int
}

/// A preview with the commands that would carry it out, all or none, in order.
package struct ImportPlan: Sendable {
    package var preview: ImportPreview
    /// Empty where anything is rejected.
    package var steps: [ImportStep]
    /// What the commands cite as evidence and is not kept yet: to be kept before they are carried
    /// out.
    package var files: [EvidenceFile]
}

/// One command, and the row it comes from.
package struct ImportStep: Sendable {
    /// Canonical JSON with `cmd`.
    package var command: [UInt8]
    package var entity: String
    package var row: Int
    package var line: Int
    /// The key's values, for people.
    package var key: String
    /// Which cell fills a field of the command, where a row answers something; by the field.
    package var cells: [String: Cell] = [:]

    package struct Cell: Sendable {
        /// The header of its column.
        package var column: String
        package var value: String
    }

    /// The city's refusal of the command, as an issue of the row.
    package func issue(_ refusal: Refusal) -> ImportIssue {
        let name = refusal.field?.prefix { $0 != "." && $0 != "[" }
        if let cell = name.flatMap({ cells[String($0)] }) {
            return ImportIssue(
                .commandRefused, row: row, line: line, column: cell.column, value: cell.value,
                refusal: refusal.code, zh: refusal.words.zh, en: refusal.words.en)
        }
        let field = refusal.field.map { ".\($0)" } ?? ""
        return ImportIssue(
            .commandRefused, row: row, line: line, value: key, refusal: refusal.code,
            zh: "\(entity)\(field):\(refusal.words.zh)",
            en: "\(entity)\(field): \(refusal.words.en)")
    }
}
