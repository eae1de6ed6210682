package import Rulebook

/// Something about a figure that somebody should look at. It refuses nothing.
package struct FigureWarning: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case growthDiffers, outlier, missing, belowFloor
    }

    package var kind: Kind
    package var period: ObservedPeriod
    package var words: Words
    /// Of the observations it is about.
    package var seqs: [Int]
}

/// That a figure has fallen below what may not be undercut.
package struct FloorAlarm: Sendable, Hashable {
    package var key: SeriesKey
    package var period: ObservedPeriod
    /// The first of the periods, up to this one, that are all below it.
    package var since: ObservedPeriod
    package var value: Rational
    package var floor: Decimal
    package var seq: Int?
}

extension Indicator {
    /// In the order of the periods.
    ///
    /// - Parameter factor: a figure more than so many times the last year's, or less than that
    ///   part of it, is an outlier.
    package func warnings(
        in series: Series, factor: Rational = Rational(2)
    ) -> [FigureWarning] {
        var warnings = missing(in: series)
        for point in series.points where point.standing != nil {
            let found = [
                growthWarning(point, series), outlier(point, series, factor),
                floorWarning(point),
            ]
            warnings += found.compactMap { $0 }
        }
        return warnings.sorted { $0.period < $1.period }
    }

    /// The stated growth may differ by one in its last digit: the figures are rounded too.
    private func growthWarning(_ point: Series.Point, _ series: Series) -> FigureWarning? {
        guard let stated = point.standing?.growth else { return nil }
        let computed = computedGrowth(in: series, at: point.period)
        guard let value = computed.value,
            (value - stated.rational).magnitude
                > Decimal(unscaled: 1, places: stated.places).rational
        else { return nil }
        let text = value.text(places: stated.places, fixed: true)
        return FigureWarning(
            kind: .growthDiffers, period: point.period,
            words: Words(
                zh: "\(point.period.words.zh)：写明同比 \(stated)%，按数据计算为 \(text)%",
                en: "\(point.period.words.en): a growth of \(stated)% is stated, "
                    + "the figures give \(text)%"),
            seqs: computed.seqs)
    }

    private func outlier(
        _ point: Series.Point, _ series: Series, _ factor: Rational
    ) -> FigureWarning? {
        guard profile.basis != .growth, let earlier = point.period.oneYearEarlier else {
            return nil
        }
        let (now, before) = (
            exact(in: series, at: point.period), exact(in: series, at: earlier)
        )
        guard let value = now.value, let base = before.value, base.isPositive,
            value > base * factor || value * factor < base
        else { return nil }
        return FigureWarning(
            kind: .outlier, period: point.period,
            words: Words(
                zh: "\(point.period.words.zh)：\(value)，与上年同期 \(base) 相差很大",
                en: "\(point.period.words.en): \(value) is far from last year's \(base)"),
            seqs: before.seqs + now.seqs)
    }

    private func floorWarning(_ point: Series.Point) -> FigureWarning? {
        guard let floor = profile.floor, let standing = point.standing,
            let value = standing.figure.exact, value < floor.rational
        else { return nil }
        return FigureWarning(
            kind: .belowFloor, period: point.period,
            words: Words(
                zh: "\(point.period.words.zh)：\(value)，低于底线 \(floor)",
                en: "\(point.period.words.en): \(value) is below the floor of \(floor)"),
            seqs: [standing.seq])
    }

    /// 底线: that the latest figure lies below the floor, and since which period every figure has.
    /// An earlier one that did is a warning, and an alarm no more.
    package func alarm(in series: Series) -> FloorAlarm? {
        guard let floor = profile.floor else { return nil }
        let standing = series.points.filter { $0.standing != nil }
        let below = standing.reversed().prefix { point in
            point.standing?.figure.exact.map { $0 < floor.rational } == true
        }
        guard let latest = below.first, let first = below.last,
            let value = latest.standing?.figure.exact
        else { return nil }
        return FloorAlarm(
            key: series.key, period: latest.period, since: first.period, value: value,
            floor: floor, seq: latest.standing?.seq)
    }

    /// Periods between the first and the latest for which no figure stands. A January that is
    /// published with February is not missing.
    private func missing(in series: Series) -> [FigureWarning] {
        guard let length = profile.frequency.months else { return [] }
        let standing = series.points.filter { $0.standing != nil }
        let ends = Set(standing.compactMap { $0.period.span?.last })
        guard let first = ends.min(), let last = ends.max() else { return [] }
        let all = stride(from: Int(first.number), to: Int(last.number), by: length)
        return all.compactMap { Month(number: $0) }.compactMap { end in
            let isWithFebruary = standing.contains {
                end.monthOfYear == 1 && $0.period.span?.isYearToDate == true
                    && $0.period.span?.last == end.adding(months: 1)
            }
            guard !ends.contains(end), !isWithFebruary else { return nil }
            let span = end.adding(months: 1 - length).flatMap { MonthSpan($0, end) }
            let period = profile.normal(.months(span ?? MonthSpan(end)))
            return FigureWarning(
                kind: .missing, period: period, words: WhyNone.notObserved(period).words, seqs: [])
        }
    }
}
