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

    /// Groups in the rulebook's order, each with its lines in the order of rank.
    package var groups: [(name: String, lines: [Standings.Line])] {
        var groups: [(name: String, lines: [Standings.Line])] = []
        for line in standings.lines {
            if let last = groups.last, last.name.utf8.elementsEqual(line.group.utf8) {
                groups[groups.count - 1].lines.append(line)
            } else {
                groups.append((line.group, [line]))
            }
        }
        return groups
    }

    package func line(of unit: String) -> Standings.Line? {
        standings.lines.first { $0.unit.utf8.elementsEqual(unit.utf8) }
    }

    package func title(of indicator: String) -> Phrase {
        let found = rulebook.indicators.first { $0.id.utf8.elementsEqual(indicator.utf8) }
        return Self.words(found?.title, or: indicator)
    }

    package static func words(_ title: Rulebook.Title?, or id: String) -> Phrase {
        let any = title?.zh ?? title?.en ?? id
        return Phrase(title?.zh ?? any, title?.en ?? any)
    }
}

extension Standings.Line {
    package func points(_ indicator: String) -> Rational? {
        scores.first { $0.indicator.utf8.elementsEqual(indicator.utf8) }?.earned?.points
    }
}

extension Rational {
    /// For drawing only; nothing is compared or printed from it.
    package var drawn: Double { Double(text(places: 6)) ?? 0 }
}
