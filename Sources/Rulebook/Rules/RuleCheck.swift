/// Finds what is wrong with a rulebook beyond its form.
///
/// Runs twice: on reading, where parameters may have no value yet, and before scoring, where
/// `value` knows them all and the groups are known.
struct RuleCheck {
    let rulebook: Rulebook
    /// Nil where a parameter's value is not known yet.
    let value: (Rulebook.Amount) -> Rational?
    let groups: [String]?
    private(set) var found: [Problem] = []

    init(
        _ rulebook: Rulebook, groups: [String]?, value: @escaping (Rulebook.Amount) -> Rational?
    ) {
        (self.rulebook, self.groups, self.value) = (rulebook, groups, value)
    }

    mutating func report(_ line: Int, _ code: String, zh: String, en: String) {
        found.append(Problem(file: rulebook.file, line: line, code: code, zh: zh, en: en))
    }

    /// What depends on the values of parameters.
    mutating func checkNumbers() {
        checkWeights()
        for measure in rulebook.measures { check(measure) }
        for indicator in rulebook.indicators {
            for step in indicator.steps { check(step) }
        }
        for adjustment in rulebook.adjustments {
            if case .tiers(let tiers, _)? = adjustment.award?.points {
                checkDistinct(tiers, of: "tiers", key: "ge")
            }
        }
        if let round = rulebook.total.round {
            checkWhole(round, "total.round", in: 0...12, zh: "0 到 12 的整数", en: "0 to 12")
        }
        if let cutoff = rulebook.cutoff {
            checkWhole(
                cutoff, "cutoff.days_after_period_end", in: 0...3660, zh: "0 到 3660 的整数",
                en: "0 to 3660")
        }
    }

    private mutating func checkWeights() {
        var hopeful = groups.map { Set($0.map(ExactText.init)) }
        for indicator in rulebook.indicators {
            let named: [(group: ExactText?, weight: Rulebook.Amount)]
            switch indicator.weight {
            case .everywhere(let weight): named = [(nil, weight)]
            case .byGroup(let weights):
                named = weights.map { (ExactText($0.group), $0.weight) }
                checkGroups(of: indicator, weights)
            }
            for (group, amount) in named {
                guard let weight = value(amount) else {
                    hopeful = group.map { hopeful?.subtracting([$0]) } ?? []
                    continue
                }
                if weight.isNegative {
                    report(
                        amount.line, "negative_weight",
                        zh: "指标“\(indicator.id)”的权重为负数 \(weight)；权重须不小于 0",
                        en: "the weight of indicator \"\(indicator.id)\" is \(weight); "
                            + "a weight must be 0 or more")
                } else if weight.isPositive {
                    hopeful = group.map { hopeful?.subtracting([$0]) } ?? []
                }
            }
        }
        for group in groups ?? [] where hopeful?.contains(ExactText(group)) ?? false {
            report(
                rulebook.indicators.first?.line ?? 1, "no_positive_weight",
                zh: "组“\(group)”没有任何指标的权重大于 0",
                en: "no indicator has a weight above 0 in group \"\(group)\"; "
                    + "each group needs at least one")
        }
    }

    private mutating func checkGroups(
        of indicator: Rulebook.Indicator, _ weights: [Rulebook.Indicator.GroupWeight]
    ) {
        guard let groups else { return }
        let known = Set(groups.map(ExactText.init))
        for weight in weights where !known.contains(ExactText(weight.group)) {
            let near = suggestionClause(for: weight.group, among: groups, found: found.count)
            report(
                weight.weight.line, "unknown_group",
                zh: "指标“\(indicator.id)”的权重所列的组“\(weight.group)”不存在" + near.zh,
                en: "the weight of indicator \"\(indicator.id)\" names group "
                    + "\"\(weight.group)\", which does not exist" + near.en)
        }
        let given = Set(weights.map { ExactText($0.group) })
        for group in groups where !given.contains(ExactText(group)) {
            report(
                indicator.line, "weight_missing",
                zh: "指标“\(indicator.id)”没有给出组“\(group)”的权重",
                en: "indicator \"\(indicator.id)\" gives no weight for group \"\(group)\"; "
                    + "give one number for each group, 0 where it does not apply")
        }
    }

    private mutating func check(_ measure: Rulebook.Measure) {
        switch measure.form {
        case .aggregate(let aggregate):
            guard let minimum = aggregate.minimum else { return }
            checkWhole(
                minimum, "min_n", in: 0...Int.max, zh: "不小于 0 的整数", en: "0 or more")
        case .mix(let parts):
            for part in parts {
                guard let weight = value(part.weight), weight.isNegative else { continue }
                report(
                    part.weight.line, "negative_weight",
                    zh: "“\(measure.name)”中“\(part.of.name)”的权重为负数；权重须不小于 0",
                    en: "the weight of \"\(part.of.name)\" in mix \"\(measure.name)\" is "
                        + "\(weight); a weight must be 0 or more")
            }
        case .fact, .ratio, .difference, .share, .growth: break
        }
    }

    private mutating func check(_ step: Rulebook.Step) {
        switch step.form {
        case .goalposts(let at0, let at1):
            guard let a = value(at0), let b = value(at1), a == b else { return }
            report(
                step.line, "no_spread", zh: "goalposts 的 at0 与 at1 相等；两者须不同",
                en: "at0 and at1 of goalposts are both \(a); they must differ")
        case .efficacy(let efficacy):
            check(efficacy, line: step.line)
        case .bands(let edges, _): checkDistinct(edges, of: "bands", key: "ge")
        case .marginal(let brackets): checkDistinct(brackets, of: "marginal", key: "from")
        case .cap, .floor, .clamp, .multiply, .add, .minmax, .rankLadder, .percentileRank:
            break
        }
    }

    private mutating func check(_ efficacy: Rulebook.Efficacy, line: Int) {
        guard efficacy.noSpread == nil else { return }
        if let fail = efficacy.fail.amount, let best = efficacy.best.amount {
            guard let a = value(fail), let b = value(best), a == b else { return }
            report(
                line, "no_spread", zh: "efficacy 的 fail 与 best 相等；两者须不同，或给出 no_spread",
                en: "fail and best of efficacy are both \(a); they must differ, "
                    + "or no_spread must be given")
        } else {
            report(
                line, "missing_no_spread",
                zh: "efficacy 用到 group_min 或 group_max 时须给出 no_spread",
                en: "efficacy with group_min or group_max needs no_spread: "
                    + "the score where all peers are equal")
        }
    }

    private mutating func checkDistinct(_ pairs: [Rulebook.Pair], of name: String, key: String) {
        var seen: Set<Rational> = []
        for pair in pairs {
            guard let from = value(pair.from), !seen.insert(from).inserted else { continue }
            report(
                pair.from.line, "duplicate_edge",
                zh: "\(name) 中 \(key) 为 \(from) 的出现了两次",
                en: "\(key) \(from) stands twice in \(name); each may stand once")
        }
    }

    private mutating func checkWhole(
        _ amount: Rulebook.Amount, _ name: String, in range: ClosedRange<Int>, zh: String,
        en: String
    ) {
        guard let value = value(amount) else { return }
        if let whole = value.wholeNumber, range.contains(whole) { return }
        report(
            amount.line, "not_a_whole_number", zh: "\(name) 为 \(value)；须为\(zh)",
            en: "\(name) is \(value); it must be a whole number, \(en)")
    }
}
