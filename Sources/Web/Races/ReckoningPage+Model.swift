import CityHall
package import Delivery
package import JSON
package import Rulebook
import RulebookJSON

/// One unit's total, taken apart down to the rows and their records.
package enum ReckoningPage {}

extension ReckoningPage {
    package struct Model: Sendable {
        package var sight: Sight
        /// With traces.
        package var result: RaceResult
        package var before: RaceSummary?
        package var line: Standings.Line
        package var reckoning: Reckoning
        /// The lines of its group, by rank.
        package var peers: [Standings.Line]
        /// The indicator to be shown opened, and whether with all of its rows.
        package var opened: String?
        package var showsAllRows: Bool
        /// Claims of this unit that do not count.
        package var uncounted: [UncountedClaim]
        /// The last record looked at; nil for all there are.
        package var asOf: Int?

        /// Nil where the unit is not in the race.
        package init?(
            _ sight: Sight, unit: String, result: RaceResult, before: RaceSummary?, query: Query,
            lookingFrom city: City
        ) {
            guard let line = result.line(of: unit), let reckoning = line.reckoning else {
                return nil
            }
            self.sight = sight
            self.result = result
            self.before = before
            self.line = line
            self.reckoning = reckoning
            peers = result.standings.lines.filter { $0.group.utf8.elementsEqual(line.group.utf8) }
            opened = query["show"]
            showsAllRows = query["rows"] == "all"
            uncounted = UncountedClaim.all(of: result, lookingFrom: city).filter { claim in
                claim.units.contains { $0.text.utf8.elementsEqual(unit.utf8) }
            }
            asOf = city.size == sight.city.size ? nil : city.size - 1
        }

        /// The figures under an indicator: its measure first, then what that is made of.
        package func figures(of indicator: Reckoning.Indicator) -> [Reckoning.Figure] {
            var found: [Reckoning.Figure] = []
            var names = [indicator.measure]
            while let name = names.first {
                names.removeFirst()
                guard !found.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }),
                    let figure = reckoning.figure(name)
                else { continue }
                found.append(figure)
                names += figure.operands
            }
            return found
        }

        /// Points now less points one period before; nil where there is nothing to compare.
        package func change(of indicator: String) -> Rational? {
            guard let now = line.points(indicator),
                let then = before?.line(of: line.unit)?.points(indicator)
            else { return nil }
            return now - then
        }

        package var changeOfTotal: Rational? {
            guard let now = line.total, let then = before?.line(of: line.unit)?.total
            else { return nil }
            return now - then
        }

        /// Adjustments that did something here.
        package var adjustments: [Reckoning.Adjustment] {
            reckoning.adjustments.filter { !$0.rows.isEmpty }
        }

        /// The race's output with this one line, its trace included.
        package var json: JSON {
            var standings = result.standings
            standings.lines = [line]
            return standings.json(
                Standings.Hashes(
                    rulebook: result.scored.rulebookHash, facts: result.scored.factsHash))
        }
    }
}
