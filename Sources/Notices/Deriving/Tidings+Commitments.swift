import Delivery
import Rulebook

extension Tidings {
    /// Whether the event is one of a commitment's.
    mutating func readCommitments(_ body: any EventBody) -> Bool {
        switch body {
        case let event as CommitmentIssued: tellOwners(event.commitment, .commitmentIssued)
        case let event as CommitmentReportedDone:
            tellJudges(event.commitment, .commitmentReported)
        default: return false
        }
        return true
    }

    private mutating func tellOwners(_ id: CommitmentID, _ kind: NoticeKind) {
        tell(who.owners(of: id), kind, NoticeSubject(.commitment, id.text))
    }

    /// Offices outside of those who carry it out.
    private mutating func tellJudges(_ id: CommitmentID, _ kind: NoticeKind) {
        guard let profile = city.commitments[id]?.profile else { return }
        let houses = Set([profile.lead] + profile.supporting)
        tell(
            who.outside(houses, in: Recipients.offices), kind,
            NoticeSubject(.commitment, id.text))
    }
}
