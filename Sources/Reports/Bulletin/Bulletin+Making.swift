package import CityHall
package import Delivery
package import Rulebook

/// Why a period cannot be reported on.
package enum BulletinRefusal: Error, Sendable, Hashable {
    case periodNotBegun(Period, today: Day)
}

extension Bulletin {
    /// - Parameters:
    ///   - before: the standings of the period before, where there was such a race.
    ///   - city: the city that the race was looked at from.
    package init(
        _ prepared: PreparedRace, _ scored: ScoredRace, before: Standings?, in city: City,
        head: Head
    ) throws(BulletinRefusal) {
        let standings = scored.standings
        let period = standings.period
        let rulebook = prepared.rulebook
        if let today = city.day, today < period.start {
            throw .periodNotBegun(period, today: today)
        }
        self.head = head
        self.city = city.settings?.name ?? Words(zh: "", en: "")
        notice = city.settings?.notice
        self.period = period
        start = prepared.window.lowerBound
        rulebookTitle = Bulletin.words(rulebook.title, or: rulebook.id)
        indicators = rulebook.indicators.map {
            Indicator(id: $0.id, title: Bulletin.words($0.title, or: $0.id))
        }
        groups = Bulletin.groups(standings, before: before, rulebook, prepared.city)
        uncounted = UncountedTally(
            UncountedClaim.all(of: prepared),
            units: groups.flatMap(\.rows).map { ($0.unit, $0.name) })
        let cutoff = rulebook.lastCountedDay(of: period)
        basis = Basis(
            rulebook: standings.rulebook, version: standings.version,
            rulebookHash: scored.rulebookHash, factsHash: scored.factsHash,
            records: prepared.asOf, counted: prepared.counted, cutoff: cutoff,
            isProvisional: city.day.map { $0 <= cutoff ?? period.end } ?? true)
    }

    private static func words(_ title: Rulebook.Title, or id: String) -> Words {
        let any = title.zh ?? title.en ?? id
        return Words(zh: title.zh ?? any, en: title.en ?? any)
    }

    private static func groups(
        _ standings: Standings, before: Standings?, _ rulebook: Rulebook, _ city: City
    ) -> [Group] {
        var groups: [(name: String, lines: [Standings.Line])] = []
        for line in standings.lines {
            if let last = groups.last, last.name.utf8.elementsEqual(line.group.utf8) {
                groups[groups.count - 1].lines.append(line)
            } else {
                groups.append((line.group, [line]))
            }
        }
        return groups.map { group in
            let rows = group.lines.map { line in
                let organization = OrganizationID(line.unit).flatMap { city.organizations[$0] }
                let name = organization?.name ?? line.unit
                return Row(
                    unit: line.unit, name: Words(zh: name, en: organization?.nameEn ?? name),
                    rank: line.rank, total: standings.totalText(of: line),
                    base: line.base.text(), bonus: line.bonus.text(),
                    penalty: line.penalty.text(), vetoed: line.veto,
                    movement: Movement(line, before: before, rulebook.rank.within),
                    marks: line.scores.map { Mark($0, in: group.lines) },
                    reason: RankReason(line, in: group.lines))
            }
            return Group(name: group.name, rows: rows)
        }
    }
}

extension Bulletin.Movement {
    fileprivate init(_ line: Standings.Line, before: Standings?, _ within: Rulebook.Within) {
        let former = before?.lines.first { $0.unit.utf8.elementsEqual(line.unit.utf8) }
        guard let former, let then = former.rank, let now = line.rank,
            within == .all || former.group.utf8.elementsEqual(line.group.utf8)
        else {
            self = .unknown
            return
        }
        self = now == then ? .same : now < then ? .up(then - now) : .down(now - then)
    }
}

extension Bulletin.Mark {
    fileprivate init(_ score: Standings.Score, in group: [Standings.Line]) {
        guard let earned = score.earned else {
            self.init()
            return
        }
        let better = group.count { line in
            let other = line.scores.first {
                $0.indicator.utf8.elementsEqual(score.indicator.utf8)
            }
            return other?.earned.map { earned.score < $0.score } ?? false
        }
        self.init(score: earned.score.text(), points: earned.points.text(), rank: better + 1)
    }
}
