import CityHall
package import Delivery
package import JSON
package import Rulebook

/// One race of one period.
package enum RacePage {}

extension RacePage {
    package struct Model: Sendable {
        package var sight: Sight
        package var result: RaceResult
        package var before: RaceSummary?
        /// The earliest first, the one shown last.
        package var history: [RaceSummary] = []
        /// Those that can be looked at, the latest first.
        package var periods: [Period] = []
        package var uncounted: [UncountedClaim]
        /// The last record looked at; nil for all there are.
        package var asOf: Int?

        /// - Parameter city: the city looked from.
        package init(
            _ sight: Sight, result: RaceResult, before: RaceSummary?, lookingFrom city: City
        ) {
            self.sight = sight
            self.result = result
            self.before = before
            uncounted = UncountedClaim.all(of: result, lookingFrom: city)
            asOf = city.size == sight.city.size ? nil : city.size - 1
        }

        package var json: JSON { result.scored.json }

        /// The claims that do not count, as figures.
        package var uncountedJSON: JSON {
            .object([
                .init("rulebook", .string(result.rulebook.id)),
                .init("period", .string(result.period.description)),
                .init("claims", .array(uncounted.map(\.json))),
            ])
        }

        /// Adjustments other than vetoes take part only where any line has one.
        package var hasBonus: Bool { result.standings.lines.contains { !$0.bonus.isZero } }
        package var hasPenalty: Bool { result.standings.lines.contains { !$0.penalty.isZero } }
    }
}

extension UncountedClaim {
    package var json: JSON {
        .object([
            .init("project", .string(project.id.text)),
            .init("stage", .string(claim.stage.rawValue)),
            .init("claimed", .string(claim.day.description)),
            .init("units", .array(units.map { .string($0.text) })),
            .init("reason", .string(reason.rawValue)),
            .init("claim_record", .integer(claim.seq)),
            .init("record", .integer(record)),
        ])
    }
}
