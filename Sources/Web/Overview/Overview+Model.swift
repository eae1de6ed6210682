import CityHall
package import Delivery
import HashTreeCollections
package import JSON
package import Ledger
import Rulebook

/// Where things stand, for somebody who looks for ten seconds.
package enum Overview {}

extension Overview {
    package struct Model: Sendable {
        package var sight: Sight
        package var tracks: [Stages]
        /// The race whose rules were adopted first, at its latest period.
        package var race: RaceResult?
        package var raceRefused: Phrase?
        package var before: RaceSummary?
        /// Latest first.
        package var recent: [LedgerDesk.Entry]
        package var checkpoint: Checkpoint?
        /// What waits for somebody, and whose it is.
        package var watch: WatchList
        /// Yearly targets at the race's period.
        package var targets: TargetBoard?

        /// How many projects of a track stand at each stage.
        package struct Stages: Sendable {
            package var track: Track
            package var counts: [(stage: Stage?, count: Int)]
            package var total: Int
        }

        package init(_ sight: Sight, house: House) async throws {
            self.sight = sight
            let city = sight.city
            tracks = Track.allCases.compactMap { Self.stages($0, sight.projects.rows) }
            recent = try await house.ledger.entries(max(0, city.size - 8)..<city.size)
                .reversed().map(sight.seen)
            checkpoint = try await house.ledger.checkpoint()?.checkpoint
            watch = house.watch(of: sight)
            try await addRace(house)
        }

        private mutating func addRace(_ house: House) async throws {
            let city = sight.city
            guard let (id, period) = await house.mainRace(of: sight) else { return }
            do throws(RaceRefusal) {
                race = try await house.races.run(id, period, in: city)
                targets = await house.targets(id, period, in: city)
                if let previous = period.previous {
                    before = try? await house.races.summary(id, previous, in: city)
                }
            } catch {
                raceRefused = error.trouble.detail
            }
        }

        private static func stages(_ track: Track, _ rows: [ProjectRow]) -> Stages? {
            let mine = rows.filter { $0.track == track }
            guard !mine.isEmpty else { return nil }
            let all: [Stage?] = [nil] + track.stages.map { $0 }
            let counts = all.map { stage in (stage: stage, count: mine.count { $0.stage == stage })
            }
            return Stages(track: track, counts: counts.filter { $0.count > 0 }, total: mine.count)
        }

        package var json: JSON {
            .object([
                .init("city", sight.city.settings.map { .string($0.name.zh) } ?? .null),
                .init("size", .integer(sight.city.size)),
                .init("day", sight.city.day.map { .string($0.description) } ?? .null),
                .init("projects", .integer(sight.projects.rows.count)),
                .init("watch", watch.json),
                .init("targets", targets?.json ?? .null),
                .init("race", race?.scored.json ?? .null),
            ])
        }
    }
}
