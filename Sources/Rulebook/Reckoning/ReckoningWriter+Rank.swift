extension ReckoningWriter {
    /// From the base to the total.
    func totalSteps(_ unit: Int) -> [Reckoning.TotalStep] {
        let rulebook = reckoner.preparation.rulebook
        let terms = reckoner.preparation.terms
        let result = reckoner.totalling.units[unit]
        var steps: [Reckoning.TotalStep] = []
        var current = Rational.zero
        func step(
            _ name: Reckoning.TotalStep.Name, _ amount: Rulebook.Amount?, to after: Rational
        ) {
            steps.append(
                Reckoning.TotalStep(
                    name: name, line: amount?.line, before: current, after: after,
                    parameters: parameters(in: [amount].compactMap { $0 })))
            current = after
        }
        step(.base, nil, to: result.base)
        step(.bonus, nil, to: current + result.bonus)
        step(.penalty, nil, to: current - result.penalty)
        if let floor = rulebook.total.floor { step(.floor, floor, to: max(terms[floor], current)) }
        if let cap = rulebook.total.cap { step(.cap, cap, to: min(terms[cap], current)) }
        if let score = result.vetoScore { step(.veto, nil, to: score) }
        if let total = result.total { step(.rounding, rulebook.total.round, to: total) }
        return steps
    }

    func rank(of unit: Int) -> Reckoning.Rank? {
        guard let rank = reckoner.ranking.ranks[unit],
            let pool = reckoner.ranking.pools.first(where: { $0.contains(unit) }),
            let place = pool.firstIndex(of: unit)
        else { return nil }
        let neighbours = [place - 1, place + 1].filter(pool.indices.contains).map { pool[$0] }
        return Reckoning.Rank(
            rank: rank, among: pool.count,
            comparisons: neighbours.compactMap { compare(unit, with: $0) })
    }

    private func compare(_ unit: Int, with other: Int) -> Reckoning.Comparison? {
        guard let own = reckoner.ranking.keys[unit], let theirs = reckoner.ranking.keys[other]
        else { return nil }
        let (ahead, deciding) = own.compare(with: theirs)
        var criteria: [Reckoning.Comparison.Criterion] = []
        if deciding < 0 {
            criteria.append(.init(name: "veto", own: nil, theirs: nil))
        } else {
            criteria.append(.init(name: "total", own: own.total, theirs: theirs.total))
            let ties = reckoner.preparation.rulebook.rank.tieBreaks
            for index in 0..<min(deciding, ties.count) {
                criteria.append(
                    .init(
                        name: "score." + ties[index].indicator, own: own.tieBreaks[index],
                        theirs: theirs.tieBreaks[index]))
            }
        }
        let outcome = ahead.map { $0 ? Reckoning.Comparison.Outcome.ahead : .behind } ?? .tied
        return Reckoning.Comparison(
            unit: reckoner.preparation.facts.units[other].id, outcome: outcome,
            criteria: criteria)
    }
}
