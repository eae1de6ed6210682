import HashTreeCollections
package import Rulebook

/// That a commitment is due so many days later.
package struct Reminder: Sendable, Hashable {
    /// Days before it is due.
    package var distance: Int
    /// The day on which the reminder falls; who sends it sends it on this day.
    package var day: Day
}

/// That nobody acknowledged a commitment in time, and who is to hear of it.
package struct Escalation: Sendable, Hashable {
    /// The last day on which it would have been in time.
    package var by: Day
    /// The leaders of what stands above the lead, and its supervisors and dispatchers, by id.
    package var to: [PersonID]
}

extension Commitment {
    /// The last day on which it is acknowledged in time; nil before it is issued. One that
    /// was resumed unacknowledged, or handed over to another lead, has its whole time again.
    package func acknowledgeBy(
        _ calendar: WorkingCalendar, within clock: Int
    ) -> CalendarAnswer<Day>? {
        step(.issued).flatMap { calendar.adding(clock, to: $0.day) }
    }

    /// Whether its acknowledgement is overdue on the day.
    package func isEscalated(on day: Day, city: City) -> Bool {
        guard state == .issued else { return false }
        let clock = city.commitmentClocks.acknowledge
        return acknowledgeBy(city.calendar, within: clock).map { $0.value < day } ?? false
    }

    /// The reminders that have fallen by the day, the latest last; none before it is issued, once
    /// it is reported done, while it is suspended, and after it is due.
    package func reminders(on day: Day, _ clocks: CommitmentClocks) -> [Reminder] {
        guard state == .issued || state.isAtWork, let due = profile.due, day <= due else {
            return []
        }
        return clocks.reminders.compactMap { distance in
            guard let at = due.adding(days: -distance), at <= day else { return nil }
            return Reminder(distance: distance, day: at)
        }
    }

    /// Whether those who carry it out have said nothing for longer than they may, on the day.
    package func isSilent(on day: Day, clocks: CommitmentClocks) -> Bool {
        guard state.isAtWork, let word = lastWord else { return false }
        return word.days(to: day) > clocks.update
    }
}

extension City {
    /// Nil where the commitment is not escalated on the day.
    package func escalation(of commitment: Commitment, on day: Day) -> Escalation? {
        guard commitment.isEscalated(on: day, city: self),
            let by = commitment.acknowledgeBy(calendar, within: commitmentClocks.acknowledge)
        else { return nil }
        let lead = commitment.profile.lead
        return Escalation(by: by.value, to: overseers(of: lead, on: day))
    }

    /// Who looks after what a house owes: the leaders, supervisors and dispatchers of what stands
    /// above it, and the supervisors and dispatchers of the departments there.
    package func overseers(of house: OrganizationID, on day: Day) -> [PersonID] {
        let lineage = organizations.lineage(of: house, on: day)
        let above = Set(lineage.count > 1 ? lineage.dropFirst() : lineage[...])
        let offices: Set<Role> = [.supervisor, .dispatcher]
        return people.filter { _, appointment in
            let home = appointment.organization
            if above.contains(home) {
                return !appointment.roles.isDisjoint(with: offices.union([.leader]))
            }
            guard !appointment.roles.isDisjoint(with: offices),
                organizations[home]?.kind == .department,
                let parent = organizations.parent(of: home, on: day), above.contains(parent)
            else { return false }
            return !organizations.isWithin(home, house, on: day)
        }.map(\.key).sorted()
    }
}
