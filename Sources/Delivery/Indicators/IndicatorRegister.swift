import HashTreeCollections

/// Every indicator with the series of its figures.
package struct IndicatorRegister: Sendable, Equatable {
    private var indicators = Register<Indicator>()
    private var series: TreeDictionary<SeriesKey, Boxed<Series>> = [:]
    /// Where figures are not published.
    private var unpublished: TreeSet<Place> = []

    private struct Place: Sendable, Hashable {
        var series: SeriesKey
        var period: ObservedPeriod
    }

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
        note(key, period)
    }

    mutating func review(
        _ key: SeriesKey, _ period: ObservedPeriod, _ review: Observation.Review
    ) {
        series[key]?.modify { $0.review(period, review) }
        note(key, period)
    }

    private mutating func note(_ key: SeriesKey, _ period: ObservedPeriod) {
        let vintages = series[key]?.value.point(period)?.vintages ?? []
        if vintages.allSatisfy(\.isPublished) {
            unpublished.remove(Place(series: key, period: period))
        } else {
            unpublished.insert(Place(series: key, period: period))
        }
    }

    /// Takes out the figures that are not published and that `opens` does not open, and answers
    /// the seqs of their records.
    mutating func withhold(unless opens: (SeriesKey) -> Bool) -> Set<Int> {
        var records: [SeriesKey: Set<Int>] = [:]
        for place in unpublished where !opens(place.series) {
            series[place.series]?.modify {
                records[place.series, default: []].formUnion($0.withhold(place.period))
            }
            unpublished.remove(place)
        }
        for (key, hidden) in records {
            let isEmpty = series[key]?.value.points.isEmpty == true
            if isEmpty { series[key] = nil }
            indicators.modify(key.indicator) { indicator in
                indicator.records.removeAll(where: hidden.contains)
                if isEmpty { indicator.reporters.removeAll { $0 == key.organization } }
            }
        }
        return records.values.reduce(into: []) { $0.formUnion($1) }
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
