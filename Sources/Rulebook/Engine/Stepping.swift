/// Leads the values of one indicator step by step to scores.
struct Stepping {
    let terms: Terms
    let direction: Rulebook.Indicator.Direction
    /// Unit indexes by group.
    let groups: [[Int]]

    /// `values` by unit, nil where the unit has none; the result likewise.
    func apply(_ step: Rulebook.Step, to values: [Rational?]) -> [Rational?] {
        switch step.form {
        case .cap(let cap): return each(values) { [cap = terms[cap]] in min($0, cap) }
        case .floor(let floor): return each(values) { [floor = terms[floor]] in max($0, floor) }
        case .clamp(let low, let high):
            let (low, high) = (terms[low], terms[high])
            return each(values) { max(low, min(high, $0)) }
        case .multiply(let factor): return each(values) { [f = terms[factor]] in $0 * f }
        case .add(let term): return each(values) { [t = terms[term]] in $0 + t }
        case .goalposts(let at0, let at1):
            let (at0, at1) = (terms[at0], terms[at1])
            return each(values) { ($0 - at0).divided(by: at1 - at0) ?? .zero }
        case .bands(let edges, let below):
            let steps = edges.map { (terms[$0.from], terms[$0.value]) }.sorted { $0.0 > $1.0 }
            let below = terms[below] ?? .zero
            return each(values) { value in steps.first { value >= $0.0 }?.1 ?? below }
        case .marginal(let brackets): return marginal(brackets, values)
        case .minmax(let noSpread, let within):
            let constant = terms[noSpread]
            return among(within, values) { minmax($0, $1, constant) }
        case .rankLadder(let ladder):
            return among(ladder.within, values) { rung(ladder, $0, $1) }
        case .percentileRank(let noSpread, let within):
            let constant = terms[noSpread]
            return among(within, values) { value, peers in
                let below = Rational(peers.count - peers.rank(of: value, direction))
                return below.divided(by: Rational(peers.count - 1)) ?? constant
            }
        case .efficacy(let efficacy):
            return among(efficacy.within, values) { self.efficacy(efficacy, $0, $1) }
        }
    }

    private func each(_ values: [Rational?], _ change: (Rational) -> Rational) -> [Rational?] {
        values.map { $0.map(change) }
    }

    private func among(
        _ within: Rulebook.Within, _ values: [Rational?], _ change: (Rational, Peers) -> Rational
    ) -> [Rational?] {
        var result = values
        let pools = within == .all ? [Array(values.indices)] : groups
        for pool in pools {
            let peers = Peers(pool.compactMap { values[$0] })
            for unit in pool { result[unit] = values[unit].map { change($0, peers) } }
        }
        return result
    }

    private func minmax(_ value: Rational, _ peers: Peers, _ constant: Rational) -> Rational {
        let distance =
            direction == .higher ? value - peers.least : peers.greatest - value
        return distance.divided(by: peers.greatest - peers.least) ?? constant
    }

    private func rung(_ ladder: Rulebook.RankLadder, _ value: Rational, _ peers: Peers) -> Rational
    {
        if value.isZero, let zero = terms[ladder.zeroValue] { return zero }
        let below = Rational(peers.rank(of: value, direction) - 1)
        return max(
            terms[ladder.floor], (terms[ladder.first] ?? .one) - terms[ladder.step] * below)
    }

    private func efficacy(
        _ efficacy: Rulebook.Efficacy, _ value: Rational, _ peers: Peers
    ) -> Rational {
        func bound(_ bound: Rulebook.Efficacy.Bound) -> Rational {
            switch bound {
            case .amount(let amount): terms[amount]
            case .groupMin: peers.least
            case .groupMax: peers.greatest
            }
        }
        let (fail, best) = (bound(efficacy.fail), bound(efficacy.best))
        guard let part = (value - fail).divided(by: best - fail) else {
            return terms[efficacy.noSpread] ?? .zero
        }
        return terms[efficacy.base] + terms[efficacy.span] * part
    }

    /// Each slice at the rate of the bracket in which it lies.
    private func marginal(_ brackets: [Rulebook.Pair], _ values: [Rational?]) -> [Rational?] {
        let steps = brackets.map { (from: terms[$0.from], rate: terms[$0.value]) }
            .sorted { $0.from < $1.from }
        return each(values) { value in
            var sum = Rational.zero
            for (index, step) in steps.enumerated() where value > step.from {
                let next = index + 1 < steps.count ? min(value, steps[index + 1].from) : value
                sum = sum + (next - step.from) * step.rate
            }
            return sum
        }
    }
}
