import CityHall
package import Delivery
package import Rulebook

extension RaceDesk {
    /// How far back months are offered to choose from.
    package static let mostPeriods = 36
    /// How many periods a history shows.
    package static let historyLength = 12

    /// The latest period with facts that had ended on the city's day, while the rules were in
    /// force; where none had, the one under way.
    ///
    /// - Parameter lastFact: the latest day of which anything is known.
    package func latestPeriod(
        _ adopted: AdoptedRulebook, in city: City, lastFact: Day?
    ) -> Period? {
        let unit = rulebook(adopted)?.period?.unit ?? .month
        guard let today = city.day else { return nil }
        let heading = adopted.heading
        var day = min(today, lastFact ?? today)
        if let until = heading.effectiveUntil, until <= day, let last = until.adding(days: -1) {
            day = last
        }
        let period = Period(unit, containing: day)
        let isOver = period.end <= today && heading.effectiveUntil.map { period.end < $0 } ?? true
        if isOver { return period }
        guard let before = period.previous, heading.effectiveFrom.map({ $0 <= before.end }) ?? true
        else { return period }
        return before
    }

    /// The periods that can be looked at, the latest first: those under way or over for which
    /// rules were in force and, where rules have a cut-off, anything was recorded by it.
    ///
    /// - Parameter firstFact: the first day of which anything is known.
    package func periods(
        _ id: String, like period: Period, in city: City, firstFact: Day?
    ) -> [Period] {
        guard let today = city.day else { return [] }
        let earliest = min(firstFact ?? today, period.start)
        var periods: [Period] = []
        var next: Period? = max(Period(period.unit, containing: today), period)
        while let one = next, one.end >= earliest, periods.count < Self.mostPeriods {
            next = one.previous
            guard one.start <= today, let adopted = city.rulebook(id, inForceOn: one.end) else {
                if periods.isEmpty { continue } else { break }
            }
            let cutoff = rulebook(adopted)?.lastCountedDay(of: one)
            if let cutoff, city.size(atEndOf: cutoff) == 0 { break }
            periods.append(one)
        }
        return periods
    }

    private func max(_ one: Period, _ other: Period) -> Period {
        one.end < other.end ? other : one
    }
}
