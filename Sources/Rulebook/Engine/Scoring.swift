/// The scores of one indicator for every unit.
struct Scoring {
    let indicator: Rulebook.Indicator
    /// What the indicator measures, by unit.
    let values: [Value]
    /// Values after each step, by step, then unit.
    private(set) var steps: [[Rational?]] = []
    /// By unit; nil where the indicator does not apply.
    private(set) var scores: [Rational?] = []
    /// By unit; zero where the indicator does not apply in the group.
    let weights: [Rational]
    private(set) var problems: [Problem] = []
    private let preparation: Preparation

    init(_ indicator: Rulebook.Indicator, _ values: [Value], _ preparation: Preparation) {
        (self.indicator, self.values, self.preparation) = (indicator, values, preparation)
        weights = Scoring.weights(of: indicator, preparation)
        var current = values.map(\.number)
        let stepping = Stepping(
            terms: preparation.terms, direction: indicator.direction,
            groups: preparation.groups.map(\.units))
        for step in indicator.steps {
            current = stepping.apply(step, to: current)
            steps.append(current)
            if current.contains(where: { ($0?.width ?? 0) > Measuring.widest }) {
                report(
                    step.line, "number_too_long", zh: "指标“\(indicator.id)”的结果位数过多",
                    en: "indicator \"\(indicator.id)\" gives a number with too many digits")
                break
            }
        }
        fillMissing(current)
    }

    private mutating func report(_ line: Int, _ code: String, zh: String, en: String) {
        problems.append(
            Problem(file: preparation.rulebook.file, line: line, code: code, zh: zh, en: en))
    }

    private static func weights(
        of indicator: Rulebook.Indicator, _ preparation: Preparation
    ) -> [Rational] {
        let byGroup: [Rational]
        switch indicator.weight {
        case .everywhere(let weight):
            byGroup = preparation.groups.map { _ in preparation.terms[weight] }
        case .byGroup(let weights):
            let named = Dictionary(
                weights.map { (ExactText($0.group), preparation.terms[$0.weight]) },
                uniquingKeysWith: { first, _ in first })
            byGroup = preparation.groups.map { named[ExactText($0.name)] ?? .zero }
        }
        return preparation.groupOfUnit.map { byGroup[$0] }
    }

    private mutating func fillMissing(_ current: [Rational?]) {
        scores = current
        for unit in scores.indices where values[unit] == .missing && !weights[unit].isZero {
            scores[unit] = policyScore(unit, current)
        }
        for unit in scores.indices where weights[unit].isZero { scores[unit] = nil }
    }

    private mutating func policyScore(_ unit: Int, _ current: [Rational?]) -> Rational? {
        let group = preparation.groups[preparation.groupOfUnit[unit]].units
        let others = group.compactMap { current[$0] }
        switch indicator.missing {
        case .zero: return .zero
        case .notApplicable: return nil
        case .failScore: return failScore
        case .groupMean:
            return others.reduce(.zero, +).divided(by: Rational(others.count))
        case .groupMedian:
            return middle(others).flatMap { ($0.low + $0.high).divided(by: Rational(2)) }
        case .reject:
            let id = preparation.facts.units[unit].id
            report(
                indicator.line, "missing_value",
                zh: "单位“\(id)”没有指标“\(indicator.id)”的值；请补数据，或给出 missing",
                en: "unit \"\(id)\" has no value for indicator \"\(indicator.id)\"; "
                    + "supply it, or say under missing what then holds")
            return nil
        }
    }

    private var failScore: Rational {
        for step in indicator.steps {
            if case .efficacy(let efficacy) = step.form { return preparation.terms[efficacy.base] }
        }
        return .zero
    }
}
