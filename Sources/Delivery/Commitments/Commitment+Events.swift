package import Rulebook

package struct CommitmentDrafted: EventBody {
    package static let type: StaticString = "commitment.drafted"
    package var id = CommitmentID.blank
    package var profile = CommitmentProfile()

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("id", &id)
        try profile.visit(&visitor)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.commitments.insert(
            Commitment(
                id: id, profile: profile, drafted: Commitment.Step(.draft, on: at.day, at)))
    }
}

/// The whole draft as it stands from now on.
package struct CommitmentRedrafted: EventBody {
    package static let type: StaticString = "commitment.redrafted"
    package var commitment = CommitmentID.blank
    package var profile = CommitmentProfile()

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("commitment", &commitment)
        try profile.visit(&visitor)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.commitments.update(commitment, at) { $0.profile = profile }
    }
}

package struct CommitmentIssued: EventBody {
    package static let type: StaticString = "commitment.issued"
    package var commitment = CommitmentID.blank
    package var day = Day.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("commitment", &commitment)
        try visitor.field("day", &day)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.commitments.update(commitment, at) {
            $0.steps.append(Commitment.Step(.issued, on: day, at))
            $0.baseline = $0.profile
        }
    }
}

package struct CommitmentAcknowledged: EventBody {
    package static let type: StaticString = "commitment.acknowledged"
    package var commitment = CommitmentID.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("commitment", &commitment)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.commitments.update(commitment, at) {
            $0.steps.append(Commitment.Step(.acknowledged, on: at.day, at))
        }
    }
}

/// The first word on its progress begins the work, or takes it up again.
package struct CommitmentProgressed: EventBody {
    package static let type: StaticString = "commitment.progressed"
    package var commitment = CommitmentID.blank
    package var asOf = Day.blank
    package var percent: Int?
    package var note: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("commitment", &commitment)
        try visitor.field("as_of", &asOf)
        try visitor.optional("percent", &percent)
        try visitor.optional("note", &note)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.commitments.update(commitment, at) {
            if $0.state == .acknowledged || $0.state == .returned {
                $0.steps.append(Commitment.Step(.inProgress, on: asOf, at))
            }
            $0.progress.append(
                Commitment.Progress(
                    asOf: asOf, percent: percent, note: note, by: at.actor,
                    organization: at.organization, seq: at.seq))
        }
    }
}

package struct EvidenceSubmitted: EventBody {
    package static let type: StaticString = "commitment.evidence_submitted"
    package var commitment = CommitmentID.blank
    package var evidence: [Evidence] = []

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("commitment", &commitment)
        try visitor.list("evidence", &evidence)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.commitments.update(commitment, at) {
            $0.evidence += evidence.map {
                Commitment.Submitted(
                    evidence: $0, day: at.day, by: at.actor, organization: at.organization,
                    seq: at.seq)
            }
        }
    }
}

package struct CommitmentReportedDone: EventBody {
    package static let type: StaticString = "commitment.reported_done"
    package var commitment = CommitmentID.blank
    /// The day on which it was done.
    package var day = Day.blank
    package var note: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("commitment", &commitment)
        try visitor.field("day", &day)
        try visitor.optional("note", &note)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.commitments.update(commitment, at) {
            $0.steps.append(Commitment.Step(.reportedDone, on: day, note: note, at))
        }
    }
}
