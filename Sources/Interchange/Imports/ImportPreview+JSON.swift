import Delivery
package import JSON

extension ImportPreview {
    /// For programs; every list is whole.
    package func json() -> JSON {
        .object([
            JSON.Member("file", .string(file)),
            JSON.Member("mapping", .string(mapping)),
            JSON.Member("encoding", encoding.map(JSON.string) ?? .null),
            JSON.Member("delimiter", delimiter.map(JSON.string) ?? .null),
            JSON.Member("sheet", sheet.map(JSON.string) ?? .null),
            JSON.Member("rows", .integer(rows)),
            JSON.Member("acceptable", .bool(isAcceptable)),
            JSON.Member("commands", .integer(commands)),
            JSON.Member("entities", .array(entities.map(Self.json))),
            JSON.Member("changes", .array(changes.map(Self.json))),
            JSON.Member("kept_unknown", .array(unknowns.map(Self.json))),
            JSON.Member("notes", .array(notes.map(Self.json))),
            JSON.Member("rejected", .array(rejected.map(Self.json))),
            JSON.Member("warnings", .array(warnings.map(Self.json))),
        ])
    }

    private static func json(_ tally: EntityTally) -> JSON {
        .object([
            JSON.Member("entity", .string(tally.entity)),
            JSON.Member("new", .integer(tally.new)),
            JSON.Member("changed", .integer(tally.changed)),
            JSON.Member("unchanged", .integer(tally.unchanged)),
        ])
    }

    private static func json(_ change: ImportChange) -> JSON {
        var members = [
            JSON.Member("entity", .string(change.entity)),
            JSON.Member("key", .string(change.key)),
            JSON.Member("rows", .array(change.rows.map(JSON.integer))),
            JSON.Member("change", .string(change.isNew ? "new" : "changed")),
        ]
        if !change.isNew {
            let fields = change.fields.map { field in
                JSON.object([
                    JSON.Member("field", .string(field.field)),
                    JSON.Member("from", field.from ?? .null),
                    JSON.Member("to", field.to ?? .null),
                ])
            }
            members.append(JSON.Member("fields", .array(fields)))
        }
        return .object(members)
    }

    private static func json(_ tally: UnknownTally) -> JSON {
        .object([
            JSON.Member("entity", .string(tally.entity)),
            JSON.Member("field", .string(tally.field)),
            JSON.Member("reason", .string(tally.reason.rawValue)),
            JSON.Member("count", .integer(tally.count)),
        ])
    }

    private static func json(_ note: ImportNote) -> JSON {
        .object([
            JSON.Member("code", .string(note.code.rawValue)),
            JSON.Member("count", .integer(note.count)),
            JSON.Member("zh", .string(note.words.zh)),
            JSON.Member("en", .string(note.words.en)),
        ])
    }

    private static func json(_ issue: ImportIssue) -> JSON {
        var members = [
            JSON.Member("row", .integer(issue.row)),
            JSON.Member("line", .integer(issue.line)),
            JSON.Member("column", issue.column.map(JSON.string) ?? .null),
            JSON.Member("value", issue.value.map(JSON.string) ?? .null),
            JSON.Member("code", .string(issue.code.rawValue)),
        ]
        if let refusal = issue.refusal {
            members.append(JSON.Member("refusal", .string(refusal.rawValue)))
        }
        members.append(JSON.Member("zh", .string(issue.words.zh)))
        members.append(JSON.Member("en", .string(issue.words.en)))
        return .object(members)
    }
}
