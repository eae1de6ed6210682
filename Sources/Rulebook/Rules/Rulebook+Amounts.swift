extension Rulebook {
    /// Every place where a number stands that may be a parameter.
    var amounts: [Amount] {
        var all = [cutoff, scale, total.floor, total.cap, total.round].compactMap { $0 }
        for measure in measures { all += measure.amounts }
        for indicator in indicators {
            all += indicator.weight.amounts
            for step in indicator.steps { all += step.amounts }
        }
        for adjustment in adjustments { all += adjustment.amounts }
        return all
    }
}

extension Rulebook.Measure {
    var amounts: [Rulebook.Amount] {
        switch form {
        case .aggregate(let aggregate):
            aggregate.conditions.flatMap(\.amounts) + [aggregate.minimum].compactMap { $0 }
        case .mix(let parts): parts.map(\.weight)
        case .fact, .ratio, .difference, .share, .growth: []
        }
    }
}

extension Rulebook.Condition {
    var amounts: [Rulebook.Amount] {
        switch test {
        case .compare(_, let literal): [literal.amount].compactMap { $0 }
        case .isOneOf(let literals): literals.compactMap(\.amount)
        case .exists, .absent, .date: []
        }
    }
}

extension Rulebook.Condition.Literal {
    var amount: Rulebook.Amount? {
        guard case .param(let name, let line) = self else { return nil }
        return Rulebook.Amount(.param(name), line: line)
    }
}

extension Rulebook.Indicator.Weight {
    var amounts: [Rulebook.Amount] {
        switch self {
        case .everywhere(let amount): [amount]
        case .byGroup(let weights): weights.map(\.weight)
        }
    }
}

extension Rulebook.Step {
    var amounts: [Rulebook.Amount] {
        switch form {
        case .cap(let a), .floor(let a), .multiply(let a), .add(let a): [a]
        case .clamp(let a, let b), .goalposts(let a, let b): [a, b]
        case .minmax(let noSpread, _), .percentileRank(let noSpread, _): [noSpread]
        case .rankLadder(let ladder):
            [ladder.first, ladder.step, ladder.floor, ladder.zeroValue].compactMap { $0 }
        case .efficacy(let efficacy):
            [efficacy.fail.amount, efficacy.best.amount, efficacy.noSpread].compactMap { $0 }
                + [efficacy.base, efficacy.span]
        case .bands(let pairs, let below): pairs.amounts + [below].compactMap { $0 }
        case .marginal(let pairs): pairs.amounts
        }
    }
}

extension Rulebook.Efficacy.Bound {
    var amount: Rulebook.Amount? {
        guard case .amount(let amount) = self else { return nil }
        return amount
    }
}

extension [Rulebook.Pair] {
    var amounts: [Rulebook.Amount] { flatMap { [$0.from, $0.value] } }
}

extension Rulebook.Adjustment {
    var amounts: [Rulebook.Amount] {
        var all = conditions.flatMap(\.amounts)
        if case .veto(let veto) = form, let score = veto.score { all.append(score) }
        guard let award else { return all }
        if let cap = award.cap { all.append(cap) }
        switch award.points {
        case .each(let amount): all.append(amount)
        case .listed(let listed): all += listed.map(\.points)
        case .tiers(let tiers, _): all += tiers.amounts
        }
        return all
    }
}
