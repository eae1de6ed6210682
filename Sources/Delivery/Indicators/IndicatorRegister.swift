import HashTreeCollections

/// Every indicator with the series of its figures.
package struct IndicatorRegister: Sendable, Equatable {
    private var indicators = Register<Indicator>()
    private var series: TreeDictionary<SeriesKey, Boxed<Series>> = [:]

    package init() {}

    /// In the order of registration.
    package var ids: [IndicatorID] { indicators.ids }
    package var count: Int { indicators.count }
    package var all: some Sequence<Indicator> { indicators.all }

    package subscript(id: IndicatorID) -> Indicator? { indicators[id] }

    /// Empty where nothing was observed.
    package func series(_ key: SeriesKey) -> Series { series[key]?.value ?? Series(key: key) }

    package func series(
        _ id: IndicatorID, of organization: OrganizationID? = nil
    ) -> Series {
        series(SeriesKey(indicator: id, organization: organization))
    }

    /// The series of every organization that has figures, in the order in which they came.
    package func allSeries(of id: IndicatorID) -> [Series] {
        (indicators[id]?.reporters ?? []).map { series(id, of: $0) }
    }

    mutating func insert(_ indicator: Indicator) { indicators.insert(indicator) }

    mutating func update(
        _ id: IndicatorID, _ at: Occurrence, _ change: (inout Indicator) -> Void
    ) {
        indicators.update(id, at, change)
    }

    mutating func observe(
        _ key: SeriesKey, _ period: ObservedPeriod, _ observation: Observation, _ at: Occurrence
    ) {
        if series[key] == nil {
            series[key] = Boxed(Series(key: key))
            indicators.update(key.indicator, at) { $0.reporters.append(key.organization) }
        }
        series[key]?.modify { $0.add(observation, period) }
    }

    mutating func review(
        _ key: SeriesKey, _ period: ObservedPeriod, _ review: Observation.Review
    ) {
        series[key]?.modify { $0.review(period, review) }
    }

    func checkInvariants() -> [String] {
        var broken = indicators.checkInvariants("indicator")
        let keys = all.flatMap { indicator in
            indicator.reporters.map { SeriesKey(indicator: indicator.id, organization: $0) }
        }
        if Set(keys).count != keys.count || Set(keys) != Set(series.keys) {
            broken.append("the list of series is not the series")
        }
        for series in keys.map(series) {
            let name = "\(series.key.indicator)/\(series.key.organization?.text ?? "city")"
            let periods = series.points.map(\.period)
            if periods != periods.sorted() || Set(periods).count != periods.count {
                broken.append("\(name): periods are \(periods)")
            }
            let profile = self[series.key.indicator]?.profile
            for point in series.points {
                let seqs = point.vintages.map(\.seq)
                if seqs.isEmpty || !seqs.isStrictlyAscending {
                    broken.append("\(name) \(point.period): vintages are \(seqs)")
                }
                if profile?.fits(point.period) == false {
                    broken.append("\(name): \(point.period) is no period of the indicator")
                }
            }
        }
        for indicator in all {
            for (period, changes) in indicator.locks where indicator.isLocked(period) {
                let latest = allSeries(of: indicator.id).compactMap { $0.point(period)?.latest }
                if latest.contains(where: { $0.state != .accepted }) {
                    broken.append("\(indicator.id) \(period): locked and not all accepted")
                }
                if latest.contains(where: { $0.seq > changes.last?.seq ?? 0 }) {
                    broken.append("\(indicator.id) \(period): observed while locked")
                }
            }
        }
        return broken
    }
}
