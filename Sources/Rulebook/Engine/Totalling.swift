/// From scores and adjustments to the total of every unit.
struct Totalling {
    struct Unit {
        var weightSum = Rational.zero
        /// By indicator.
        var points: [Rational?] = []
        var base = Rational.zero
        var bonus = Rational.zero
        var penalty = Rational.zero
        /// After floor and cap, before a veto.
        var beforeVeto = Rational.zero
        var vetoed = false
        var vetoScore: Rational?
        var ranksLast = false
        var ineligible = false
        /// Nil where nothing applies.
        var exactTotal: Rational?
        var total: Rational?
    }

    private(set) var units: [Unit]
    let places: Int

    init(_ preparation: Preparation, _ scorings: [Scoring], _ adjustings: [Adjusting]) {
        let (rulebook, terms) = (preparation.rulebook, preparation.terms)
        let places = terms[rulebook.total.round]?.wholeNumber ?? 2
        self.places = places
        let scale = terms[rulebook.scale] ?? .one
        units = preparation.facts.units.indices.map { unit in
            var result = Unit()
            result.addPoints(unit, scorings, scale)
            result.adjust(unit, adjustings, terms)
            var total = result.base + result.bonus - result.penalty
            if let floor = terms[rulebook.total.floor] { total = max(floor, total) }
            if let cap = terms[rulebook.total.cap] { total = min(cap, total) }
            result.beforeVeto = total
            if let score = result.vetoScore { total = score }
            if !result.weightSum.isZero {
                result.exactTotal = total
                result.total = total.rounded(places: places)
            }
            return result
        }
    }
}

extension Totalling.Unit {
    fileprivate mutating func addPoints(_ unit: Int, _ scorings: [Scoring], _ scale: Rational) {
        for scoring in scorings where scoring.scores[unit] != nil {
            weightSum = weightSum + scoring.weights[unit]
        }
        points = scorings.map { scoring in
            guard let score = scoring.scores[unit] else { return nil }
            return (scoring.weights[unit] * score * scale).divided(by: weightSum)
        }
        base = points.reduce(.zero) { $0 + ($1 ?? .zero) }
    }

    fileprivate mutating func adjust(_ unit: Int, _ adjustings: [Adjusting], _ terms: Terms) {
        for adjusting in adjustings {
            switch adjusting.adjustment.form {
            case .bonus: bonus = bonus + adjusting.points[unit]
            case .penalty: penalty = penalty + adjusting.points[unit]
            case .veto(let veto):
                guard adjusting.applies[unit] else { continue }
                vetoed = true
                ranksLast = ranksLast || veto.ranksLast
                ineligible = ineligible || veto.makesIneligible
                guard let score = terms[veto.score] else { continue }
                vetoScore = min(vetoScore ?? score, score)
            }
        }
    }
}
