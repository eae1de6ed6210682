/// Puts measures, scores, adjustments, totals and ranks together.
struct Reckoner {
    let preparation: Preparation
    let measuring: Measuring
    let scorings: [Scoring]
    let adjustings: [Adjusting]
    let totalling: Totalling
    let ranking: Ranking

    init(_ preparation: Preparation, _ scans: [TableScan]) throws(Problems) {
        self.preparation = preparation
        let measuring = Measuring(preparation, scans)
        self.measuring = measuring
        scorings = preparation.rulebook.indicators.map {
            Scoring($0, measuring.values($0.measure), preparation)
        }
        adjustings = zip(preparation.rulebook.adjustments, preparation.adjustments).compactMap {
            adjustment, job in
            job.map { Adjusting(adjustment, $0, preparation, scans[$0.table]) }
        }
        let problems =
            measuring.aggregation.problems + measuring.problems
            + scorings.flatMap(\.problems) + adjustings.flatMap(\.problems)
        guard problems.isEmpty else { throw Problems(problems) }
        totalling = Totalling(preparation, scorings, adjustings)
        ranking = Ranking(preparation, totalling)
    }

    func standings() -> Standings {
        let writer = preparation.traces ? ReckoningWriter(self) : nil
        var lines: [Standings.Line] = []
        for group in preparation.groups {
            let ranked = group.units.enumerated().sorted {
                (ranking.ranks[$0.element] ?? Int.max, $0.offset)
                    < (ranking.ranks[$1.element] ?? Int.max, $1.offset)
            }
            lines += ranked.map { _, unit in
                var line = line(of: unit, group: group.name)
                line.reckoning = writer?.reckoning(of: unit)
                return line
            }
        }
        return Standings(
            rulebook: preparation.rulebook.id, version: preparation.rulebook.version,
            period: preparation.facts.period, places: totalling.places, lines: lines)
    }

    private func line(of unit: Int, group: String) -> Standings.Line {
        let result = totalling.units[unit]
        let scores = zip(scorings, result.points).map { scoring, points in
            let earned = scoring.scores[unit].flatMap { score in
                points.map { Standings.Earned(score: score, points: $0) }
            }
            return Standings.Score(indicator: scoring.indicator.id, earned: earned)
        }
        return Standings.Line(
            group: group, unit: preparation.facts.units[unit].id, rank: ranking.ranks[unit],
            exactTotal: result.exactTotal, total: result.total, base: result.base,
            bonus: result.bonus, penalty: result.penalty, veto: result.vetoed,
            ineligible: result.ineligible, scores: scores, reckoning: nil)
    }
}
