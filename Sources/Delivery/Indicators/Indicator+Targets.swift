package import Rulebook

/// How a target stands against what was reached.
package struct Attainment: Sendable, Hashable {
    package enum Pace: Sendable, Hashable {
        case ahead, on, behind

        package var words: Words {
            switch self {
            case .ahead: Words(zh: "超序时", en: "ahead of schedule")
            case .on: Words(zh: "达序时", en: "on schedule")
            case .behind: Words(zh: "欠序时", en: "behind schedule")
            }
        }
    }

    package var target: IndicatorTarget
    package var soFar: Derived<SoFar>
    /// Of the target, in percent. Nil for growths, which are compared by their difference, and
    /// for targets that are not positive.
    package var percent: Rational?
    /// What was reached less the target.
    package var difference: Rational?
    /// What was due by the end of the same month.
    package var due: Decimal?
    /// Nil where nothing was due, or where neither way is better.
    package var pace: Pace?
    /// The first month to whose end the year's target was reached.
    package var reachedIn: Derived<Month>
}

extension Indicator {
    /// Each of the year's targets, side by side.
    ///
    /// - Parameter through: nothing later is looked at.
    package func attainments(
        in series: Series, of year: Int, through month: Month? = nil
    ) -> [Attainment] {
        targets(of: series.key.organization, in: year).map {
            attainment(of: $0, in: series, through: month)
        }
    }

    package func attainment(
        of target: IndicatorTarget, in series: Series, through month: Month? = nil
    ) -> Attainment {
        let soFar = soFar(in: series, of: target.key.year, through: month)
        let amount = target.amount.rational
        let value = soFar.value?.value
        let due = (soFar.value?.through).flatMap { target.due(in: $0) }
        return Attainment(
            target: target, soFar: soFar,
            percent: profile.basis == .growth || !amount.isPositive
                ? nil : value.flatMap { ($0 * Rational(100)).divided(by: amount) },
            difference: value.map { $0 - amount }, due: due,
            pace: value.flatMap { value in due.flatMap { pace(value, due: $0.rational) } },
            reachedIn: reached(target, in: series, through: month))
    }

    private func pace(_ value: Rational, due: Rational) -> Attainment.Pace? {
        if profile.direction == .neither { return nil }
        if value == due { return .on }
        return (value > due) == (profile.direction == .higher) ? .ahead : .behind
    }

    /// A bound is enough where it cannot be less. What should stay low is reached only with the
    /// year itself, so no month is named for it.
    private func reached(
        _ target: IndicatorTarget, in series: Series, through month: Month?
    ) -> Derived<Month> {
        guard profile.direction == .higher else { return .none(.unfit) }
        let counts = profile.basis == .level && profile.flow
        var why = WhyNone.nothingIn(year: target.key.year)
        var seqs: [Int] = []
        for end in ends(in: series, of: target.key.year) {
            if let month, end > month { break }
            why = .notReached
            let value: Rational?
            if counts {
                let sum = yearToDate(in: series, through: end)
                (value, seqs) = (sum.value, sum.seqs)
            } else {
                let period = period(in: series, endingWith: end)
                let standing = period.flatMap { series.standing($0) }
                (value, seqs) = (standing?.figure.lowerBound, standing.map { [$0.seq] } ?? [])
            }
            guard let value, value >= target.amount.rational else { continue }
            return Derived(.value(end), of: seqs)
        }
        return .none(why, of: seqs)
    }
}
