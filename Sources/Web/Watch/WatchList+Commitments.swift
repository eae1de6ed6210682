import Delivery
import Rulebook

extension WatchList {
    /// What is owed and late, and what its lead has not acknowledged in time.
    static func commitments(of city: City, on today: Day) -> [Item] {
        city.commitments.all.compactMap { item in
            if item.isOverdue(on: today), let due = item.profile.due {
                let days = due.days(to: today)
                return Item(
                    light: days > redAfterDays ? .red : .yellow,
                    reason: .commitmentOverdue(due: due), commitment: item.id,
                    owner: item.profile.lead, since: due, days: days, record: nil)
            }
            let clock = city.commitmentClocks.acknowledge
            guard item.isEscalated(on: today, city: city),
                let by = item.acknowledgeBy(city.calendar, within: clock)?.value
            else { return nil }
            return Item(
                light: .yellow, reason: .notAcknowledged(by: by), commitment: item.id,
                owner: item.profile.lead, since: by, days: by.days(to: today),
                record: item.step(.issued)?.seq)
        }
    }
}
