package import Delivery
import HashTreeCollections
package import Rulebook

/// A week of one person's: what waits, what of it is overdue, and what closed.
package struct Digest: Sendable, Hashable {
    /// The most urgent first.
    package private(set) var waiting: [WorkItem] = []
    /// Of what the person answers for, in the seven days before.
    package private(set) var closed: [CommitmentID] = []

    package var overdue: Int { waiting.count { $0.urgency == .overdue } }
    package var isEmpty: Bool { waiting.isEmpty && closed.isEmpty }

    /// - Parameter city: as the person may see it.
    package init(_ city: City, for person: PersonID, on day: Day) {
        guard let actor = city.actor(person) else { return }
        waiting = city.work(for: actor, on: day)
        let who = Recipients(city: city, day: day)
        let week = (day.adding(days: -7) ?? day)..<day
        for commitment in city.commitments.all where commitment.isDone {
            guard let closing = commitment.steps.last?.day, week.contains(closing),
                who.owners(of: commitment.id).contains(person)
            else { continue }
            closed.append(commitment.id)
        }
    }
}
