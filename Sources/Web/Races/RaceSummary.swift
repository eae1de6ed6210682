package import Rulebook

/// What a race came to, without the facts it was scored on: small enough to be kept for every
/// month that anybody looks at.
package struct RaceSummary: Sendable {
    package var period: Period
    package var rulebook: Rulebook
    package var standings: Standings
    /// How many records counted.
    package var counted: Int

    package init(period: Period, rulebook: Rulebook, standings: Standings, counted: Int) {
        self.period = period
        self.rulebook = rulebook
        self.standings = standings
        self.counted = counted
    }

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
