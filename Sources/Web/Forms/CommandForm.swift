package import CityHall
package import Delivery
import JSON
package import Rulebook

/// The form of one command: what is asked, what was typed, and what is wrong with it.
package struct CommandForm: Sendable {
    package var kind: CommandKind
    package var sight: Sight
    package var visit: Visit
    package var typed: TypedForm
    /// The idempotency key: a repeated click carries out nothing twice.
    package var key: String
    /// How many records the city had when the form was opened.
    package var seen: Int
    /// By the path of the field.
    package var problems: [String: Words] = [:]
    /// What concerns no field that the form shows.
    package var refusal: Words?
    package var state = State.open
    /// Whether it was sent before, and comes back with what was typed.
    package var isReturned = false
    /// What the form brought along beside what was typed: files that were not kept.
    package var items: [Query.Item] = []
    /// The city's day, which dates begin with.
    package var today: Day
    /// How persons are called, where the directory knows them.
    package var names: @Sendable (PersonID) -> String? = { _ in nil }

    /// The form's own id in the page.
    static let formID: HTML = "command"

    /// Where the form of a command is opened and sent.
    static func link(_ kind: CommandKind) -> Link { "/do/\(kind.name)" }

    package enum State: Sendable {
        case open
        /// Records of the subject that are newer than the form.
        case changed([LedgerDesk.Entry])
        /// Signed in anew since the page was made.
        case renewed
    }

    package init(
        _ kind: CommandKind, sight: Sight, visit: Visit, typed: TypedForm, key: String,
        seen: Int? = nil, today: Day
    ) {
        self.kind = kind
        self.sight = sight
        self.visit = visit
        self.typed = typed
        self.key = key
        self.seen = seen ?? sight.city.size
        self.today = today
    }

    /// Takes blank rows out, reads what was typed and makes the command of it; nil where
    /// something is missing or malformed, which then stands at its field.
    package mutating func submission(as person: PersonID) -> Submission? {
        for field in kind.fields { dropBlankRows(field, below: "") }
        let sight = sight
        var reading = FormReading(typed, unit: sight.unit) { sight.plainText(.sealed($0)) }
        let members = reading.members(kind.fields)
        problems = reading.problems
        guard problems.isEmpty else { return nil }
        do throws(Refusal) {
            let command = JSON.object([.init("cmd", .string(kind.name))] + members)
            var submission = try Submission(
                key: key, json: Array(command.text().utf8), as: person)
            submission.seen = seen
            return submission
        } catch {
            note(error)
            return nil
        }
    }

    private mutating func dropBlankRows(_ field: FieldDescription, below prefix: String) {
        let path = prefix + field.name
        switch field.shape {
        case .list(.code): return
        case .list(let inner):
            typed.dropBlankRows(path)
            guard case .structure(let fields) = inner else { return }
            for row in 0..<typed.rowCount(path) {
                for field in fields { dropBlankRows(field, below: "\(path)[\(row)].") }
            }
        case .structure(let fields):
            for field in fields { dropBlankRows(field, below: path + ".") }
        default: return
        }
    }

    /// Puts a refusal where it belongs: at its field, or above the form.
    package mutating func note(_ refusal: Refusal) {
        guard let field = refusal.field,
            let top = field.split(whereSeparator: { ".[".contains($0) })
                .first, kind.fields.contains(where: { $0.name == top })
        else {
            self.refusal = refusal.words
            return
        }
        problems[field] = refusal.words
    }
}

extension FieldShape {
    /// Whether files are brought in it.
    var takesFiles: Bool {
        switch self {
        case .list(let inner): inner.takesFiles
        case .structure: self == Evidence.shape
        default: false
        }
    }
}
