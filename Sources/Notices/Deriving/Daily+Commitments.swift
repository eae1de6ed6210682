import Delivery
import Rulebook

extension Daily {
    func drafts(of commitment: Commitment) -> [NoticeDraft] {
        guard commitment.isOverdue(on: day), let due = commitment.profile.due else { return [] }
        return tell(who.owners(of: commitment.id), .overdue, commitment, mark: "\(due)")
    }

    private func tell(
        _ persons: [PersonID], _ kind: NoticeKind, _ commitment: Commitment, mark: String
    ) -> [NoticeDraft] {
        Recipients.once(persons).map {
            NoticeDraft($0, kind, NoticeSubject(.commitment, commitment.id.text), mark: mark)
        }
    }
}
