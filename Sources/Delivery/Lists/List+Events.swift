import HashTreeCollections
import Rulebook

package struct ListOpened: EventBody {
    package static let type: StaticString = "list.opened"
    package var id = ListID.blank
    package var profile = ListProfile()

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("id", &id)
        try profile.visit(&visitor)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.lists.insert(CommitmentList(id: id, profile: profile, records: [at.seq]))
    }
}

/// The next number is the revision's.
package struct RevisionOpened: EventBody {
    package static let type: StaticString = "list.revision_opened"
    package var list = ListID.blank
    package var directive: DirectiveID?
    package var reason: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("list", &list)
        try visitor.optional("directive", &directive)
        try visitor.optional("reason", &reason)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.lists.update(list, at) {
            $0.revisions.append(
                Revision(
                    number: $0.revisions.count + 1, directive: directive, reason: reason,
                    steps: [Revision.Step(.opened, at)]))
        }
    }
}

/// One change of a revision; it holds from the publication of the edition on.
package struct ChangeDrawn: EventBody {
    package static let type: StaticString = "list.change_drawn"
    package var list = ListID.blank
    package var revision = 0
    package var kind = ChangeKind.added
    package var items: [CommitmentID] = []
    package var into: [CommitmentID] = []
    package var title: String?
    package var criterion: Note?
    package var reason = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("list", &list)
        try visitor.field("revision", &revision)
        try visitor.field("kind", &kind)
        try visitor.list("items", &items)
        try visitor.list("into", &into)
        try visitor.optional("title", &title)
        try visitor.optional("criterion", &criterion)
        try visitor.field("reason", &reason)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.revise(list, revision, at) {
            $0.drawnCount += 1
            $0.changes.append(
                Revision.Change(
                    number: $0.drawnCount, kind: kind, items: items, into: into, title: title,
                    criterion: criterion, reason: reason, by: at.actor,
                    organization: at.organization, day: at.day,
                    seq: at.seq))
        }
    }
}

package struct ChangeDropped: EventBody {
    package static let type: StaticString = "list.change_dropped"
    package var list = ListID.blank
    package var revision = 0
    package var change = 0

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("list", &list)
        try visitor.field("revision", &revision)
        try visitor.field("change", &change)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.revise(list, revision, at) { revision in
            revision.changes.removeAll { $0.number == change }
            revision.droppers.insert(at.actor)
        }
    }
}

/// Which revision a step is of, and what is said with it.
package struct RevisionStepFields: Fielded, Hashable {
    package var list = ListID.blank
    package var revision = 0
    package var note: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("list", &list)
        try visitor.field("revision", &revision)
        try visitor.optional("note", &note)
    }
}

/// An event that is a step of a revision and nothing else.
package protocol RevisionStepped: EventBody {
    static var what: Revision.Step.What { get }
    var step: RevisionStepFields { get set }
}

extension RevisionStepped {
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try step.visit(&visitor)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.revise(step.list, step.revision, at) {
            $0.steps.append(Revision.Step(Self.what, note: step.note, at))
        }
    }
}

package struct RevisionSubmitted: RevisionStepped {
    package static let type: StaticString = "list.revision_submitted"
    package static let what = Revision.Step.What.submitted
    package var step = RevisionStepFields()

    package init() {}
}

package struct RevisionApproved: RevisionStepped {
    package static let type: StaticString = "list.revision_approved"
    package static let what = Revision.Step.What.approved
    package var step = RevisionStepFields()

    package init() {}
}

package struct RevisionReturned: RevisionStepped {
    package static let type: StaticString = "list.revision_returned"
    package static let what = Revision.Step.What.returned
    package var step = RevisionStepFields()

    package init() {}
}

package struct RevisionWithdrawn: RevisionStepped {
    package static let type: StaticString = "list.revision_withdrawn"
    package static let what = Revision.Step.What.withdrawn
    package var step = RevisionStepFields()

    package init() {}
}

extension City {
    /// Changes a revision in place.
    mutating func revise(
        _ list: ListID, _ number: Int, _ at: Occurrence, _ change: (inout Revision) -> Void
    ) {
        lists.update(list, at) { list in
            guard let place = list.revisions.firstIndex(where: { $0.number == number }) else {
                return
            }
            change(&list.revisions[place])
        }
    }
}
