package import Delivery
package import Rulebook

/// A week of one person's: what is open, what of it is overdue, and what closed.
package struct Digest: Sendable, Hashable {
    package private(set) var waiting: [CommitmentID] = []
    package private(set) var overdue: [CommitmentID] = []
    /// In the seven days before.
    package private(set) var closed: [CommitmentID] = []

    /// - Parameter city: as the person may see it.
    package init(_ city: City, for person: PersonID, on day: Day) {
        let who = Recipients(city: city, day: day)
        let week = (day.adding(days: -7) ?? day)..<day
        for commitment in city.commitments.all where commitment.baseline != nil {
            guard who.owners(of: commitment.id).contains(person) else { continue }
            if commitment.isDone {
                if let day = commitment.steps.last?.day, week.contains(day) {
                    closed.append(commitment.id)
                }
            } else {
                waiting.append(commitment.id)
                if commitment.isOverdue(on: day) { overdue.append(commitment.id) }
            }
        }
    }

    package var isEmpty: Bool { waiting.isEmpty && overdue.isEmpty && closed.isEmpty }
}
