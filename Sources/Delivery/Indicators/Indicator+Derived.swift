import HashTreeCollections
package import Rulebook

/// How far a year has come.
package struct SoFar: Sendable, Hashable {
    package var value: Rational
    /// The month to whose end it counts.
    package var through: Month
}

extension Indicator {
    private static let percent = Rational(100)

    /// The number that stands for a period, where there is exactly one.
    package func exact(in series: Series, at period: ObservedPeriod) -> Derived<Rational> {
        guard let standing = series.standing(period) else { return .none(.notObserved(period)) }
        guard let value = standing.figure.exact else {
            return .none(.notExact(period), of: [standing.seq])
        }
        return Derived(.value(value), of: [standing.seq])
    }

    /// Year-on-year in percent, by the figures themselves: against the same time a year before.
    package func computedGrowth(
        in series: Series, at period: ObservedPeriod
    ) -> Derived<Rational> {
        guard profile.basis != .growth, let earlier = period.oneYearEarlier else {
            return .none(.unfit)
        }
        let now = exact(in: series, at: period)
        let before = exact(in: series, at: earlier)
        let seqs = before.seqs + now.seqs
        if let why = now.why ?? before.why { return .none(why, of: seqs) }
        guard let value = now.value, let base = before.value, base.isPositive,
            let growth = ((value - base) * Indicator.percent).divided(by: base)
        else { return .none(.baseNotPositive(earlier), of: seqs) }
        return Derived(.value(growth), of: seqs)
    }

    /// Year-on-year in percent: the figure itself of an indicator of growth, else what was stated
    /// beside the figure, else what the figures give.
    package func growth(in series: Series, at period: ObservedPeriod) -> Derived<Rational> {
        if profile.basis == .growth { return exact(in: series, at: period) }
        if let standing = series.standing(period), let stated = standing.growth {
            return Derived(.value(stated.rational), of: [standing.seq])
        }
        return computedGrowth(in: series, at: period)
    }

    /// What came from January to the month's end: of a flow the sum of its periods, all of which
    /// must stand; of a year-to-date figure the figure.
    package func yearToDate(in series: Series, through month: Month) -> Derived<Rational> {
        if profile.basis == .yearToDate {
            return exact(in: series, at: .months(.yearToDate(month)))
        }
        guard profile.flow, let length = profile.frequency.months,
            month.monthOfYear.isMultiple(of: length)
        else { return .none(.unfit) }
        var sum = Rational.zero
        var seqs: [Int] = []
        for period in Indicator.periods(of: month.year, length: length) {
            guard let span = period.span, span.last <= month else { break }
            let part = exact(in: series, at: period)
            seqs += part.seqs
            guard let value = part.value else {
                return .none(part.why ?? .notObserved(period), of: seqs)
            }
            sum = sum + value
        }
        return Derived(.value(sum), of: seqs)
    }

    /// The months, quarters or the year, in order.
    static func periods(of year: Int, length: Int) -> [ObservedPeriod] {
        stride(from: 1, through: 12, by: length).compactMap { number in
            guard let first = Month(year: year, month: number),
                let last = first.adding(months: length - 1)
            else { return nil }
            return MonthSpan(first, last).map { .months($0) }
        }
    }

    /// How far the year has come, as targets count it: what came so far of a flow or a
    /// year-to-date figure, the latest of others.
    ///
    /// - Parameter through: nothing later is looked at.
    package func soFar(
        in series: Series, of year: Int, through month: Month? = nil
    ) -> Derived<SoFar> {
        let ends = ends(in: series, of: year).filter { end in month.map { end <= $0 } ?? true }
        guard let last = ends.last else { return .none(.nothingIn(year: year)) }
        return soFar(in: series, at: last)
    }

    func soFar(in series: Series, at end: Month) -> Derived<SoFar> {
        let counts = profile.basis == .yearToDate || profile.flow
        let value: Derived<Rational> =
            if counts {
                yearToDate(in: series, through: end)
            } else {
                period(in: series, endingWith: end).map { exact(in: series, at: $0) }
                    ?? .none(.notObserved(.month(end)))
            }
        switch value.outcome {
        case .value(let number):
            return Derived(.value(SoFar(value: number, through: end)), of: value.seqs)
        case .none(let why): return .none(why, of: value.seqs)
        }
    }

    /// The last months of the year's periods for which a figure stands, in order.
    func ends(in series: Series, of year: Int) -> [Month] {
        let ends = series.points.compactMap { point -> Month? in
            guard point.standing != nil, let span = point.period.span, span.last.year == year
            else { return nil }
            return span.last
        }
        return Set(ends).sorted()
    }

    /// Of several periods that end with the month, the one that begins with the year.
    func period(in series: Series, endingWith month: Month) -> ObservedPeriod? {
        let ending = series.points.filter {
            $0.standing != nil && $0.period.span?.last == month
        }
        return (ending.first { $0.period.span?.isYearToDate == true } ?? ending.first)?.period
    }
}
