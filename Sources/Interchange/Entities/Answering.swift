package import Delivery
package import JSON
package import Rulebook

/// How rows become deeds about something that the city holds already: a ruling on a claim, a word
/// on the progress of a commitment. Which deeds they are follows from what differs and from the
/// state of the thing; whether they are allowed the city says itself, as it would to a form.
package struct Answering: Sendable {
    /// The commands that rows can become.
    package var commands: [String]
    /// The row's fields in the canonical form of their shapes.
    package var normal: @Sendable (_ row: JSON) throws(Refusal) -> JSON
    package var answer: @Sendable (_ row: JSON, _ holding: Holding, _ today: Day) -> RowAnswer

    init<Row: Fielded>(
        _: Row.Type, commands: [StaticString],
        answer: @escaping @Sendable (Row, Holding, Day) -> RowAnswer
    ) {
        self.commands = commands.map(\.description)
        normal = { (json: JSON) throws(Refusal) -> JSON in
            Entity.object(try Self.read(json, as: Row.self)) ?? json
        }
        self.answer = { json, holding, today in
            // What cannot be read was told when the row was put into its canonical form.
            (try? Self.read(json, as: Row.self)).map { answer($0, holding, today) } ?? RowAnswer()
        }
    }

    private static func read<Row: Fielded>(
        _ json: JSON, as _: Row.Type
    ) throws(Refusal) -> Row {
        let bytes = try canonicalBytes(json)
        let result: Result<Row, FieldProblem> = bytes.withUnsafeBufferPointer { bytes in
            do throws(FieldProblem) {
                var row = Row()
                try RawValue(JSONRaw(bytes)).read(into: &row)
                return .success(row)
            } catch {
                return .failure(error)
            }
        }
        do throws(FieldProblem) { return try result.get() } catch { throw Refusal(error) }
    }
}

/// What a row comes to, set against what the city holds: nothing, deeds, or what is wrong with it.
package struct RowAnswer: Sendable {
    /// In the order in which they are to be carried out.
    package var orders: [Order] = []
    /// What will stand differently, field by field of the row.
    package var changes: [FieldChange] = []
    package var problems: [Problem] = []
    package var warnings: [Problem] = []
    /// Whether it says nothing yet.
    package var isUndecided = false

    package struct Order: Sendable {
        /// Canonical JSON with `cmd`.
        package var command: [UInt8]
        /// Which field of the row fills a field of the command, where it is called otherwise.
        package var fields: [String: String]

        init(_ command: some Command, fields: [String: String] = [:]) {
            self.command = CommandKind.canonical(command)
            self.fields = fields
        }
    }

    package struct Problem: Sendable {
        package var code: ImportIssue.Code
        /// Of the row; nil where the whole of it is meant.
        package var field: String?
        package var refusal: Refusal.Code?
        package var words: Words

        init(_ code: ImportIssue.Code, field: String? = nil, zh: String, en: String) {
            self.code = code
            self.field = field
            words = Words(zh: zh, en: en)
        }
    }

    package init() {}

    init(problem: Problem) { problems = [problem] }

    mutating func change(_ field: String, from: JSON?, to: JSON?) {
        changes.append(FieldChange(field: field, from: from, to: to))
    }
}
