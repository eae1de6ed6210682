package import Delivery
package import JSON
package import Rulebook

/// Which races there are.
package enum RaceList {}

extension RaceList {
    package struct Model: Sendable {
        package var sight: Sight
        package var races: [Race]

        /// One rulebook by name, with the versions of it that were adopted.
        package struct Race: Sendable {
            /// Latest adoption first.
            package var versions: [AdoptedRulebook]
            package var latestPeriod: Period?
        }

        package init(_ sight: Sight, desk: RaceDesk) async {
            self.sight = sight
            races = []
            for adopted in sight.city.rulebooks.reversed() {
                let place = races.firstIndex {
                    $0.versions[0].heading.id.utf8.elementsEqual(adopted.heading.id.utf8)
                }
                if let place {
                    races[place].versions.append(adopted)
                } else {
                    let period = await desk.latestPeriod(
                        adopted, in: sight.city, lastFact: sight.projects.lastFact)
                    races.append(Race(versions: [adopted], latestPeriod: period))
                }
            }
            races.reverse()
        }

        package var json: JSON {
            .object([
                .init("as_of", .integer(sight.city.size)),
                .init("races", .array(races.map(\.json))),
            ])
        }
    }
}

extension RaceList.Model.Race {
    fileprivate var json: JSON {
        .object([
            .init("rulebook", .string(versions[0].heading.id)),
            .init("latest_period", latestPeriod.map { .string($0.description) } ?? .null),
            .init(
                "versions",
                .array(
                    versions.map {
                        .object([
                            .init("version", .string($0.heading.version)),
                            .init("record", .integer($0.seq)),
                        ])
                    })),
        ])
    }
}
