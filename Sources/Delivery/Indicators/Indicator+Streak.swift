package import Rulebook

/// 连续19个月: months in a row, counted back from the latest.
package struct Streak: Sendable, Hashable {
    package var count: Int
    /// Nil where there is not one.
    package var first: Month?
    /// The latest month with a figure, whether or not it counts.
    package var last: Month
}

extension Indicator {
    /// How many months in a row, up to the latest, grew year-on-year by the threshold (percent) or
    /// more. Official statistics publish January and February together; such a figure counts for
    /// both.
    ///
    /// - Parameter through: nothing later is looked at.
    package func streak(
        in series: Series, atLeast threshold: Rational, through: Month? = nil
    ) -> Derived<Streak> {
        guard profile.frequency == .month else { return .none(.unfit) }
        let standing = series.points.filter { point in
            guard point.standing != nil, let last = point.period.span?.last else { return false }
            return through.map { last <= $0 } ?? true
        }
        guard let latest = standing.last?.period.span?.last else {
            return .none(.notObserved(through.map { .month($0) } ?? .undated(.notStated)))
        }
        var streak = Streak(count: 0, first: nil, last: latest)
        var seqs: [Int] = []
        var month: Month? = latest
        while let current = month {
            // Of those that end together the month's own stands last.
            let own = standing.last { $0.period.span?.last == current }?.period
            if let own {
                let growth = growth(in: series, at: own)
                guard let value = growth.value, value >= threshold else { break }
                seqs += growth.seqs
            } else if !coversJanuary(current, standing) {
                break
            }
            streak.count += 1
            streak.first = current
            month = current.adding(months: -1)
        }
        return Derived(.value(streak), of: seqs)
    }

    /// Whether the month is a January without a figure of its own beside a February that begins
    /// with the year.
    private func coversJanuary(_ month: Month, _ standing: [Series.Point]) -> Bool {
        guard month.monthOfYear == 1, let february = month.adding(months: 1) else { return false }
        return standing.contains {
            $0.period.span?.last == february && $0.period.span?.isYearToDate == true
        }
    }
}
