package import Rulebook

/// 公开: a decision that everybody may read an edition without signing in, or no longer may.
package struct Disclosure: Sendable, Hashable {
    /// Nil where nothing of the list is public from then on.
    package var edition: Int?
    package var reason: Note
    package var day: Day
    package var by: PersonID
    package var organization: OrganizationID?
    package var seq: Int

    init(_ edition: Int?, _ reason: Note, _ at: Occurrence) {
        self.edition = edition
        self.reason = reason
        day = at.day
        by = at.actor
        organization = at.organization
        seq = at.seq
    }
}

extension CommitmentList {
    /// The decision by which an edition is public now; nil where none is.
    package var disclosure: Disclosure? {
        disclosures.last.flatMap { $0.edition == nil ? nil : $0 }
    }

    /// The edition that everybody may read.
    package var disclosedEdition: Edition? { disclosure?.edition.flatMap { edition($0) } }

    /// The editions that were public since the list last was not, the latest last. What one of
    /// them promised and a later one does not is not to vanish from sight.
    package var editionsDisclosedSoFar: [Edition] {
        let start = (disclosures.lastIndex { $0.edition == nil } ?? -1) + 1
        return disclosures[start...].compactMap { $0.edition.flatMap { edition($0) } }
    }
}

package struct EditionDisclosed: EventBody {
    package static let type: StaticString = "list.edition_disclosed"
    package var list = ListID.blank
    package var edition = 0
    package var reason = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("list", &list)
        try visitor.field("edition", &edition)
        try visitor.field("reason", &reason)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.lists.update(list, at) { $0.disclosures.append(Disclosure(edition, reason, at)) }
    }
}

package struct ListConcealed: EventBody {
    package static let type: StaticString = "list.concealed"
    package var list = ListID.blank
    package var reason = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("list", &list)
        try visitor.field("reason", &reason)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.lists.update(list, at) { $0.disclosures.append(Disclosure(nil, reason, at)) }
    }
}
