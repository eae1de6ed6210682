import Delivery
import Rulebook

extension Daily {
    /// Of what is due soon the nearest reminder alone: the further ones are past.
    func drafts(of commitment: Commitment) -> [NoticeDraft] {
        var drafts: [NoticeDraft] = []
        let owners = who.owners(of: commitment.id)
        let reminders = commitment.reminders(on: day, city.commitmentClocks)
        if let due = commitment.profile.due, let reminder = reminders.last {
            drafts += tell(owners, .dueSoon, commitment, mark: "\(due)-\(reminder.distance)")
        }
        if commitment.isOverdue(on: day), let due = commitment.profile.due {
            let overseers = city.overseers(of: commitment.profile.lead, on: day)
            drafts += tell(owners + overseers, .overdue, commitment, mark: "\(due)")
        }
        if let escalation = city.escalation(of: commitment, on: day) {
            drafts += tell(
                owners + escalation.to, .notAcknowledged, commitment, mark: "\(escalation.by)")
        }
        return drafts
    }

    private func tell(
        _ persons: [PersonID], _ kind: NoticeKind, _ commitment: Commitment, mark: String
    ) -> [NoticeDraft] {
        Recipients.once(persons).map {
            NoticeDraft($0, kind, NoticeSubject(.commitment, commitment.id.text), mark: mark)
        }
    }
}
