import Delivery
import Rulebook

extension Tidings {
    /// Whether the event is one of a commitment's, or of the list that it stands in.
    mutating func readCommitments(_ body: any EventBody) -> Bool {
        switch body {
        case let event as CommitmentIssued: tellOwners(event.commitment, .commitmentIssued)
        case let event as CommitmentReturned: tellOwners(event.commitment, .commitmentReturned)
        case let event as CommitmentStruckOff:
            tellOwners(event.commitment, .commitmentStruckOff)
        case let event as CommitmentReportedDone:
            tellJudges(event.commitment, .commitmentReported)
        case let event as CommitmentVerified:
            tellJudges(event.commitment, .commitmentVerified)
        case let event as AdjustmentProposed:
            tell(
                who.anybody(in: [.leader, .supervisor]), .adjustmentProposed,
                subject(event.commitment))
        case let event as AdjustmentDecided: tellDecided(event)
        case let event as RevisionSubmitted:
            tell(
                who.anybody(in: ApproveRevision.may), .revisionSubmitted,
                NoticeSubject(.list, event.step.list.text))
        default: return false
        }
        return true
    }

    private func subject(_ id: CommitmentID) -> NoticeSubject {
        NoticeSubject(.commitment, id.text)
    }

    private mutating func tellOwners(_ id: CommitmentID, _ kind: NoticeKind) {
        tell(who.owners(of: id), kind, subject(id))
    }

    /// Offices outside of those who carry it out.
    private mutating func tellJudges(_ id: CommitmentID, _ kind: NoticeKind) {
        guard let profile = city.commitments[id]?.profile else { return }
        let houses = Set([profile.lead] + profile.supporting)
        tell(who.outside(houses, in: Recipients.offices), kind, subject(id))
    }

    private mutating func tellDecided(_ event: AdjustmentDecided) {
        let kind: NoticeKind = event.approved ? .adjustmentApproved : .adjustmentDeclined
        let adjustment = city.commitments[event.commitment]?.adjustment(event.adjustment)
        let proposer = [adjustment?.proposed.by].compactMap(\.self)
        tell(
            Recipients.once(proposer + who.owners(of: event.commitment)), kind,
            subject(event.commitment))
    }
}
