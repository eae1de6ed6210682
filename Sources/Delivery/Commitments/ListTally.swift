package import Rulebook

/// What an organization owes and how it keeps it, counted over the commitments that it leads.
package struct ListTally: Sendable, Hashable {
    /// Issued and not over; what is suspended is not owed for now.
    package var owed = 0
    package var suspended = 0
    /// Of what is owed: past its day.
    package var overdue = 0
    /// Of what is owed: nobody said anything for longer than the clock allows.
    package var silent = 0
    /// Of what is owed: not acknowledged in time.
    package var escalated = 0
    /// Of what is owed: reported done, and waiting for somebody from outside.
    package var reported = 0
    /// How often one was returned, over all of its life.
    package var returned = 0
    /// Struck off; of a standing one, each period.
    package var closed = 0
    /// Of what is closed: done by the day it was due on, adjustments counted.
    package var onTime = 0
    /// Of what is closed: done by the day that it was issued with, or of its period.
    package var onFirstDue = 0

    package init() {}

    package mutating func count(_ commitment: Commitment, on day: Day, in city: City) {
        let state = commitment.state
        guard state != .draft else { return }
        returned += commitment.returns
        closed += commitment.closedPeriods.count
        let kept = commitment.closedPeriods.count { $0.isOnTime }
        onTime += kept
        onFirstDue += kept
        switch state {
        case .struckOff:
            closed += 1
            guard let done = commitment.doneOn else { return }
            if let due = commitment.profile.due, done <= due { onTime += 1 }
            if let due = commitment.firstDue, done <= due { onFirstDue += 1 }
        case .suspended: suspended += 1
        case .cancelled, .draft: return
        default:
            owed += 1
            if commitment.isOverdue(on: day) { overdue += 1 }
            if commitment.isSilent(on: day, clocks: city.commitmentClocks) { silent += 1 }
            if commitment.isEscalated(on: day, city: city) { escalated += 1 }
            if state.isReported { reported += 1 }
        }
    }

    package static func + (left: ListTally, right: ListTally) -> ListTally {
        var sum = left
        sum.owed += right.owed
        sum.suspended += right.suspended
        sum.overdue += right.overdue
        sum.silent += right.silent
        sum.escalated += right.escalated
        sum.reported += right.reported
        sum.returned += right.returned
        sum.closed += right.closed
        sum.onTime += right.onTime
        sum.onFirstDue += right.onFirstDue
        return sum
    }
}

extension Commitment {
    /// The day that it was issued with; of a standing one, the day of the period that runs.
    fileprivate var firstDue: Day? { isStanding ? profile.due : baseline?.due }
}

extension City {
    /// One for each organization that leads anything that was issued, as it stands on the day.
    package func listTallies(on day: Day) -> [OrganizationID: ListTally] {
        var tallies: [OrganizationID: ListTally] = [:]
        for commitment in commitments.all where commitment.state != .draft {
            tallies[commitment.profile.lead, default: ListTally()]
                .count(commitment, on: day, in: self)
        }
        return tallies
    }

    /// The sum over the organization and all that belongs to it.
    package func listTally(of id: OrganizationID, on day: Day) -> ListTally {
        listTallies(on: day).reduce(ListTally()) { sum, entry in
            organizations.isWithin(entry.key, id, on: day) ? sum + entry.value : sum
        }
    }
}
