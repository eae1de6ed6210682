package import CityHall
package import Rulebook

/// One race as it was run: rules, facts, standings and the hashes of both.
package struct RaceResult: Sendable {
    package var period: Period
    package var prepared: PreparedRace
    package var scored: ScoredRace

    package init(period: Period, prepared: PreparedRace, scored: ScoredRace) {
        self.period = period
        self.prepared = prepared
        self.scored = scored
    }

    package var rulebook: Rulebook { prepared.rulebook }
    package var standings: Standings { scored.standings }

    package var summary: RaceSummary {
        RaceSummary(
            period: period, rulebook: rulebook, standings: standings, counted: prepared.counted)
    }

    package var groups: [(name: String, lines: [Standings.Line])] { summary.groups }

    package func line(of unit: String) -> Standings.Line? { summary.line(of: unit) }

    package func title(of indicator: String) -> Phrase { summary.title(of: indicator) }

    package static func words(_ title: Rulebook.Title?, or id: String) -> Phrase {
        RaceSummary.words(title, or: id)
    }
}
