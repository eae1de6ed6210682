import Delivery
import Rulebook

extension WatchList {
    /// Indicators whose latest figure lies below their floor: whose figures they are, or where they
    /// are the city's own, who keeps the indicator.
    static func floors(of city: City, on today: Day) -> [Item] {
        city.indicators.all.filter { $0.profile.floor != nil }.flatMap { indicator in
            city.indicators.allSeries(of: indicator.id).compactMap { series -> Item? in
                guard let alarm = indicator.alarm(in: series) else { return nil }
                let since = alarm.since.end ?? today
                return Item(
                    light: .red, reason: .belowFloor(alarm), indicator: indicator.id,
                    owner: series.key.organization ?? indicator.profile.owner, since: since,
                    days: max(0, since.days(to: today)), record: alarm.seq)
            }
        }
    }

    /// Blockers past the clock of the tier that is to solve them; they are whoever's they are with.
    static func blockers(of city: City, on today: Day) -> [Item] {
        city.blockers.all.compactMap { blocker in
            guard blocker.daysLate(on: today, city.calendar) != nil,
                let due = blocker.due(city.calendar)?.value, let start = blocker.clockStart
            else { return nil }
            return Item(
                light: .red, reason: .blockerLate(blocker.tier, clock: start.clock),
                project: blocker.project, blocker: blocker.id, owner: blocker.handler, since: due,
                days: due.days(to: today), record: start.seq)
        }
    }
}
