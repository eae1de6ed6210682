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
        /// Claims that wait for somebody's word, the oldest first.
        package var pending: [(project: Project, claim: Claim)]
        package var pendingCount: Int
        /// Findings not put right, the gravest first.
        package var openFindings: [Finding]

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
            recent = try await house.ledger.entries(max(0, city.size - 8)..<city.size).reversed()
            checkpoint = try await house.ledger.checkpoint()?.checkpoint
            let waiting = sight.projects.rows.filter(\.hasPendingClaim)
                .compactMap { city.projects[$0.id] }
                .flatMap { project in
                    project.claims.filter(\.isPending).map { (project: project, claim: $0) }
                }
                .sorted { $0.claim.seq < $1.claim.seq }
            pending = Array(waiting.prefix(6))
            pendingCount = waiting.count
            let severities = Severity.allCases
            openFindings = city.findings.values.filter { $0.closed == nil }.sorted {
                let (a, b) = (
                    severities.firstIndex(of: $0.severity), severities.firstIndex(of: $1.severity)
                )
                return (b ?? 0, $0.seq) < (a ?? 0, $1.seq)
            }
            try await addRace(house)
        }

        private mutating func addRace(_ house: House) async throws {
            let city = sight.city
            guard let first = city.rulebooks.first,
                let adopted = city.rulebooks.last(where: {
                    $0.heading.id.utf8.elementsEqual(first.heading.id.utf8)
                }),
                let period = await house.races.latestPeriod(
                    adopted, in: city, lastFact: sight.projects.lastFact)
            else { return }
            do throws(RaceRefusal) {
                let id = adopted.heading.id
                race = try await house.races.run(id, period, in: city)
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
                .init("pending_claims", .integer(pendingCount)),
                .init("open_findings", .integer(openFindings.count)),
                .init("race", race?.scored.json ?? .null),
            ])
        }
    }
}
