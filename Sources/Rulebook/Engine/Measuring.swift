/// Works out every measure for every unit.
struct Measuring {
    /// Longer numbers, which only a rulebook made for the purpose can reach, are refused.
    static let widest = 1 << 18

    let preparation: Preparation
    private(set) var aggregation: Aggregation
    /// By measure, then unit.
    private(set) var measures: [[Value]]
    private(set) var problems: [Problem] = []

    init(_ preparation: Preparation, _ scans: [TableScan]) {
        self.preparation = preparation
        aggregation = Aggregation(preparation, scans)
        measures = [[Value]](repeating: [], count: preparation.rulebook.measures.count)
        for index in preparation.order {
            measures[index] = values(of: index)
            checkWidth(index)
        }
    }

    /// By unit.
    func values(_ operand: Rulebook.Operand) -> [Value] {
        switch preparation.sources[ExactText(operand.name)] {
        case .measure(let index): measures[index]
        case .values(let index): given(index)
        case nil: []
        }
    }

    private func given(_ index: Int) -> [Value] {
        preparation.facts.values[index].figures.map { Value($0?.value) }
    }

    private mutating func checkWidth(_ index: Int) {
        for value in measures[index] {
            guard let number = value.number, number.width > Measuring.widest else { continue }
            let measure = preparation.rulebook.measures[index]
            problems.append(
                Problem(
                    file: preparation.rulebook.file, line: measure.line, code: "number_too_long",
                    zh: "计量“\(measure.name)”的结果位数过多",
                    en: "measure \"\(measure.name)\" gives a number with too many digits"))
            measures[index] = measures[index].map { _ in .missing }
            return
        }
    }

    private mutating func values(of index: Int) -> [Value] {
        let measure = preparation.rulebook.measures[index]
        switch measure.form {
        case .fact(let name):
            return preparation.valueIndexes[ExactText(name.name)].map(given) ?? []
        case .aggregate(let aggregate):
            guard let job = preparation.aggregates[index] else { return [] }
            return aggregation.values(of: aggregate, job)
        case .ratio(let a, let b, let zero):
            return combine(a, b) { Measuring.ratio($0, $1, zero) }
        case .difference(let a, let b): return combine(a, b) { .number($0 - $1) }
        case .growth(let now, let base, let turnaround):
            return combine(now, base) { Measuring.growth($0, $1, turnaround: turnaround) }
        case .share(let a): return shares(values(a))
        case .mix(let parts): return mix(parts)
        }
    }

    private func combine(
        _ a: Rulebook.Operand, _ b: Rulebook.Operand, _ with: (Rational, Rational) -> Value
    ) -> [Value] {
        zip(values(a), values(b)).map { a, b in
            if let a = a.number, let b = b.number { return with(a, b) }
            return [a, b].obstacle ?? .missing
        }
    }

    private static func ratio(
        _ a: Rational, _ b: Rational, _ zero: Rulebook.Measure.ZeroDenominator
    ) -> Value {
        if let quotient = a.divided(by: b) { return .number(quotient) }
        switch zero {
        case .missing: return .missing
        case .notApplicable: return .notApplicable
        case .zero: return .number(.zero)
        case .full: return .number(a.isPositive ? .one : .zero)
        }
    }

    private static func growth(_ now: Rational, _ base: Rational, turnaround: Bool) -> Value {
        guard base.isPositive || turnaround else { return .missing }
        return Value((now - base).divided(by: base.magnitude))
    }

    private func shares(_ values: [Value]) -> [Value] {
        var shares = values
        for group in preparation.groups {
            let sum = group.units.reduce(Rational.zero) { $0 + (values[$1].number ?? .zero) }
            for unit in group.units {
                guard let value = values[unit].number else { continue }
                shares[unit] = Value(value.divided(by: sum))
            }
        }
        return shares
    }

    private func mix(_ parts: [Rulebook.Measure.Part]) -> [Value] {
        let weights = parts.map { preparation.terms[$0.weight] }
        let columns = parts.map { values($0.of) }
        return preparation.facts.units.indices.map { unit in
            let row = columns.map { $0[unit] }
            if let obstacle = row.obstacle { return obstacle }
            return .number(
                zip(weights, row).reduce(.zero) { $0 + $1.0 * ($1.1.number ?? .zero) })
        }
    }
}
