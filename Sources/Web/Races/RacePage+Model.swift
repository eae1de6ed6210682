import CityHall
import Delivery
package import JSON
package import Rulebook

/// One race of one period.
package enum RacePage {}

extension RacePage {
    package struct Model: Sendable {
        package var sight: Sight
        package var result: RaceResult
        package var before: RaceResult?

        package init(_ sight: Sight, result: RaceResult, before: RaceResult?) {
            self.sight = sight
            self.result = result
            self.before = before
        }

        /// Whether the race's rules are in force at a period's end, and the period has begun.
        package func canBeRun(_ period: Period) -> Bool {
            let city = sight.city
            return city.day.map { period.start <= $0 } ?? false
                && city.rulebook(result.rulebook.id, inForceOn: period.end) != nil
        }

        package var json: JSON { result.scored.json }

        /// Adjustments other than vetoes take part only where any line has one.
        package var hasBonus: Bool { result.standings.lines.contains { !$0.bonus.isZero } }
        package var hasPenalty: Bool { result.standings.lines.contains { !$0.penalty.isZero } }

        package var leaders: [Standings.Line] {
            result.standings.lines.filter { $0.rank == 1 }
        }
    }
}
