package import Rulebook

/// One thing that waits for a person: what is asked, of what, by when, and the command that answers
/// it.
package struct WorkItem: Sendable, Hashable {
    package var kind: WorkKind
    package var subject: Subject
    /// Nil where no command of this person answers it, and somebody else must be moved to.
    package var command: Order?
    /// The day by which it is asked; nil where nothing sets one.
    package var due: Day?
    /// The day from which it waits.
    package var since: Day?
    package var urgency: Urgency

    package enum Subject: Sendable, Hashable {
        case commitment(CommitmentID)
        case project(ProjectID, Stage?)
        case figure(SeriesKey, ObservedPeriod)
        case blocker(BlockerID)
        case finding(FindingID)
        case revision(ListID, Int)

        /// The id of what it is of.
        package var text: String {
            switch self {
            case .commitment(let id): id.text
            case .project(let id, _): id.text
            case .figure(let key, _): key.indicator.text
            case .blocker(let id): id.text
            case .finding(let id): id.text
            case .revision(let id, _): id.text
            }
        }
    }

    /// A command by its name, with the fields that say what it is of.
    package struct Order: Sendable, Hashable {
        package var name: String
        package var fields: [Field]

        package struct Field: Sendable, Hashable {
            package var name: String
            package var value: String
        }

        package init(_ name: StaticString, _ fields: [(String, String)]) {
            self.name = name.description
            self.fields = fields.map { Field(name: $0.0, value: $0.1) }
        }
    }

    /// What was returned first, since somebody waits for a better answer; then the most urgent, by
    /// their days, then by what is asked.
    static func isBefore(_ a: WorkItem, _ b: WorkItem) -> Bool {
        if a.kind.isReturned != b.kind.isReturned { return a.kind.isReturned }
        if a.urgency != b.urgency { return a.urgency < b.urgency }
        let (due, other) = (a.due ?? .latest, b.due ?? .latest)
        if due != other { return due < other }
        let (place, next) = (a.kind.place, b.kind.place)
        if place != next { return place < next }
        return a.subject.text < b.subject.text
    }
}

extension WorkKind {
    fileprivate var isReturned: Bool { self == .answerReturn }
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
