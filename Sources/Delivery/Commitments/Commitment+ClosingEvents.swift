package import Rulebook

package struct CommitmentVerified: EventBody {
    package static let type: StaticString = "commitment.verified"
    package var commitment = CommitmentID.blank
    package var note: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("commitment", &commitment)
        try visitor.optional("note", &note)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.commitments.update(commitment, at) {
            $0.steps.append(Commitment.Step(.verified, on: at.day, note: note, at))
        }
    }
}

package struct CommitmentReturned: EventBody {
    package static let type: StaticString = "commitment.returned"
    package var commitment = CommitmentID.blank
    package var reason = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("commitment", &commitment)
        try visitor.field("reason", &reason)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.commitments.update(commitment, at) {
            $0.steps.append(Commitment.Step(.returned, on: at.day, note: reason, at))
        }
    }
}

package struct CommitmentStruckOff: EventBody {
    package static let type: StaticString = "commitment.struck_off"
    package var commitment = CommitmentID.blank
    package var note: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("commitment", &commitment)
        try visitor.optional("note", &note)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.commitments.update(commitment, at) {
            $0.steps.append(Commitment.Step(.struckOff, on: at.day, note: note, at))
        }
    }
}

/// A standing commitment goes on: what was struck off is its latest period, and the next is due.
package struct CommitmentRenewed: EventBody {
    package static let type: StaticString = "commitment.renewed"
    package var commitment = CommitmentID.blank
    package var due = Day.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("commitment", &commitment)
        try visitor.field("due", &due)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.commitments.update(commitment, at) {
            $0.closePeriod(at)
            $0.profile.due = due
            $0.steps.append(Commitment.Step(.acknowledged, on: at.day, at))
        }
    }
}
