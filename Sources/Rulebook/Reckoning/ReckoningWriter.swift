/// Writes down how the numbers of one unit came about.
struct ReckoningWriter {
    let reckoner: Reckoner
    private let paramUnits: [ExactText: String]
    private var preparation: Preparation { reckoner.preparation }
    private var rulebook: Rulebook { reckoner.preparation.rulebook }

    init(_ reckoner: Reckoner) {
        self.reckoner = reckoner
        var units: [ExactText: String] = [:]
        for param in reckoner.preparation.rulebook.params {
            units[ExactText(param.name)] = param.unit
        }
        paramUnits = units
    }

    func reckoning(of unit: Int) -> Reckoning {
        let indicators = reckoner.scorings.indices.map { indicator($0, unit) }
        return Reckoning(
            indicators: indicators, figures: figures(unit),
            adjustments: reckoner.adjustings.indices.map { adjustment($0, unit) },
            totalSteps: totalSteps(unit), rank: rank(of: unit))
    }

    func parameters(in amounts: [Rulebook.Amount]) -> [Reckoning.Parameter] {
        var seen: Set<ExactText> = []
        return amounts.compactMap { amount in
            guard case .param(let name) = amount.kind, seen.insert(ExactText(name)).inserted,
                let value = preparation.terms.param(name)
            else { return nil }
            return Reckoning.Parameter(
                name: name, unit: paramUnits[ExactText(name)], from: value.from,
                value: value.value, line: value.line)
        }
    }

    func conditions(_ conditions: [Rulebook.Condition]) -> [Reckoning.Condition] {
        conditions.map { condition in
            let (op, value) = condition.test.words
            return Reckoning.Condition(
                field: condition.field.name, op: op, value: value, line: condition.line)
        }
    }

    func peers(_ units: [Int], _ value: (Int) -> Rational?) -> [Reckoning.Peer] {
        units.compactMap { unit in
            value(unit).map { Reckoning.Peer(unit: preparation.facts.units[unit].id, value: $0) }
        }
    }

    private func indicator(_ index: Int, _ unit: Int) -> Reckoning.Indicator {
        let scoring = reckoner.scorings[index]
        let rule = scoring.indicator
        let total = reckoner.totalling.units[unit]
        let used = scoring.values[unit] == .missing && !scoring.weights[unit].isZero
        return Reckoning.Indicator(
            id: rule.id, title: rule.title, line: rule.line, measure: rule.measure.name,
            value: scoring.values[unit], direction: rule.direction,
            steps: steps(scoring, unit), missing: used ? rule.missing : nil,
            score: scoring.scores[unit], weight: scoring.weights[unit],
            weightSum: total.weightSum, scale: preparation.terms[rulebook.scale] ?? .one,
            points: total.points[index],
            parameters: parameters(
                in: rule.weight.amounts + [rulebook.scale].compactMap { $0 }))
    }

    private func steps(_ scoring: Scoring, _ unit: Int) -> [Reckoning.Step] {
        var column = scoring.values.map(\.number)
        var steps: [Reckoning.Step] = []
        for (step, after) in zip(scoring.indicator.steps, scoring.steps) {
            guard let old = column[unit], let new = after[unit] else { break }
            let pool = step.within.map { self.pool($0, unit) } ?? []
            let values = Peers(pool.compactMap { column[$0] })
            let direction = scoring.indicator.direction
            steps.append(
                Reckoning.Step(
                    name: step.name, line: step.line, before: old, after: new,
                    peers: peers(pool) { column[$0] },
                    rank: step.usesRank ? values.rank(of: old, direction) : nil,
                    parameters: parameters(in: step.amounts)))
            column = after
        }
        return steps
    }

    private func pool(_ within: Rulebook.Within, _ unit: Int) -> [Int] {
        within == .all
            ? preparation.groups.flatMap(\.units)
            : preparation.groups[preparation.groupOfUnit[unit]].units
    }
}

extension Rulebook.Condition.Test {
    /// The operator and what it compares with, as the rulebook writes them.
    fileprivate var words: (op: String, value: String?) {
        switch self {
        case .compare(let comparison, let literal): (comparison.rawValue, literal.words)
        case .isOneOf(let literals):
            ("in", "[" + literals.map(\.words).joined(separator: ", ") + "]")
        case .exists: ("exists", nil)
        case .absent: ("absent", nil)
        case .date(let window): (window.rawValue, nil)
        }
    }
}

extension Rulebook.Condition.Literal {
    fileprivate var words: String {
        switch self {
        case .text(let text): text
        case .param(let name, _): "{param: " + name + "}"
        }
    }
}

extension Rulebook.Step {
    /// Whom the step compares; nil where it looks at one unit alone.
    fileprivate var within: Rulebook.Within? {
        switch form {
        case .minmax(_, let within), .percentileRank(_, let within): within
        case .rankLadder(let ladder): ladder.within
        case .efficacy(let efficacy):
            efficacy.fail.amount == nil || efficacy.best.amount == nil ? efficacy.within : nil
        case .cap, .floor, .clamp, .multiply, .add, .goalposts, .bands, .marginal: nil
        }
    }

    fileprivate var usesRank: Bool {
        switch form {
        case .rankLadder, .percentileRank: true
        default: false
        }
    }
}
