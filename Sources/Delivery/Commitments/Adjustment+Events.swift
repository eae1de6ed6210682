package import Rulebook

/// What may be left without a value.
package enum ClearedField: String, CaseIterable, Sendable, FieldCode {
    case supporting, owner, post

    package var words: Words {
        switch self {
        case .supporting: AdjustedField.supporting.words
        case .owner: AdjustedField.owner.words
        case .post: AdjustedField.post.words
        }
    }
}

/// Names what is to change and how; a field that is not named stays as it is.
package struct AdjustmentProposed: EventBody {
    package static let type: StaticString = "commitment.adjustment_proposed"
    package var commitment = CommitmentID.blank
    package var kind = AdjustmentKind.revise
    package var title: String?
    package var criterion: Note?
    package var lead: OrganizationID?
    /// All that are to support it, where it names any.
    package var supporting: [OrganizationID] = []
    package var owner: PersonID?
    package var post: String?
    package var due: Day?
    /// What is to stand without a value from then on.
    package var clears: [ClearedField] = []
    package var reason = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("commitment", &commitment)
        try visitor.field("kind", &kind)
        try visitor.optional("title", &title)
        try visitor.optional("criterion", &criterion)
        try visitor.optional("lead", &lead)
        try visitor.list("supporting", &supporting)
        try visitor.optional("owner", &owner)
        try visitor.optional("post", &post)
        try visitor.optional("due", &due)
        try visitor.list("clears", &clears)
        try visitor.field("reason", &reason)
    }

    /// The profile as it would be.
    func adjusted(_ profile: CommitmentProfile) -> CommitmentProfile {
        var profile = profile
        if clears.contains(.supporting) { profile.supporting = [] }
        if clears.contains(.owner) { profile.owner = nil }
        if clears.contains(.post) { profile.post = nil }
        if let title { profile.title = title }
        if let criterion { profile.criterion = criterion }
        if let lead { profile.lead = lead }
        if !supporting.isEmpty { profile.supporting = supporting }
        if let owner { profile.owner = owner }
        if let post { profile.post = post }
        if let due { profile.due = due }
        return profile
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.commitments.update(commitment, at) {
            $0.adjustments.append(
                Adjustment(
                    number: $0.adjustments.count + 1, kind: kind,
                    changes: $0.profile.changes(to: adjusted($0.profile)), reason: reason,
                    proposed: Adjustment.Mark(at)))
        }
    }
}

package struct AdjustmentDecided: EventBody {
    package static let type: StaticString = "commitment.adjustment_decided"
    package var commitment = CommitmentID.blank
    /// The adjustment's number.
    package var adjustment = 0
    package var approved = false
    package var reason: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("commitment", &commitment)
        try visitor.field("adjustment", &adjustment)
        try visitor.flag("approved", &approved)
        try visitor.optional("reason", &reason)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.commitments.update(commitment, at) { item in
            guard let place = item.adjustments.firstIndex(where: { $0.number == adjustment })
            else { return }
            item.adjustments[place].decision = Adjustment.Decision(
                isApproved: approved, reason: reason, mark: Adjustment.Mark(at))
            if approved { item.carryOut(item.adjustments[place], at) }
        }
    }
}

extension Commitment {
    fileprivate mutating func carryOut(_ adjustment: Adjustment, _ at: Occurrence) {
        for change in adjustment.changes { profile[change.field] = change.after }
        let state: CommitmentState? =
            switch adjustment.kind {
            case .revise: nil
            case .suspend: .suspended
            // Where it stood before it was suspended.
            case .resume: steps.last { $0.state != .suspended }?.state
            case .cancel: .cancelled
            }
        if let state {
            steps.append(Step(state, on: at.day, note: adjustment.reason, at))
        }
    }
}
