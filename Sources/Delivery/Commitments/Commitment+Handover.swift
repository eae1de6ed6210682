import Rulebook

/// 移交: another house leads it from here on, and has yet to acknowledge it. It is an event of its
/// own beside the decision that changes the lead, so that ledgers in which the new lead took it
/// over without a word fold as they always did.
package struct CommitmentHandedOver: EventBody {
    package static let type: StaticString = "commitment.handed_over"
    package var commitment = CommitmentID.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("commitment", &commitment)
    }

    /// It stands issued again, as of that day: the clock of its acknowledgement begins anew, while
    /// its first issue, its baseline and what was done so far stay.
    package func apply(to city: inout City, _ at: Occurrence) {
        city.commitments.update(commitment, at) {
            $0.steps.append(Commitment.Step(.issued, on: at.day, at))
        }
    }
}

extension Commitment {
    /// Whether the adjustment, once carried out, leaves it in the hands of a house that has not
    /// acknowledged it. What is suspended is in nobody's hands until it is resumed.
    func isHandedOver(by adjustment: Adjustment) -> Bool {
        switch adjustment.kind {
        case .revise: state != .suspended && adjustment.changesLead
        case .resume:
            adjustment.changesLead
                || adjustments.contains { earlier in
                    guard let suspended = steps.last, let decision = earlier.decision else {
                        return false
                    }
                    return decision.isApproved && earlier.changesLead
                        && decision.mark.seq > suspended.seq
                }
        case .suspend, .cancel: false
        }
    }
}

extension Adjustment {
    package var changesLead: Bool { changes.contains { $0.field == .lead } }
}
