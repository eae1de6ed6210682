package import Delivery
package import JSON
package import Rulebook

/// Every indicator with its latest figure, by the line that it serves.
package enum IndicatorList {}

extension IndicatorList {
    package struct Model: Sendable {
        package var sight: Sight
        /// In the order of the frames' lines; those on no line last.
        package var parts: [(line: Line?, rows: [IndicatorRow])]

        package init(_ sight: Sight) {
            self.sight = sight
            let rows = sight.city.indicators.all.map { IndicatorRow($0, in: sight.city) }
            let lines = sight.city.frames.flatMap(\.lines)
            parts = (lines.map { $0 as Line? } + [nil]).compactMap { line in
                let those = rows.filter { row in
                    let main = row.indicator.profile.alignment.main
                    return line.map { $0.id == main }
                        ?? (main.flatMap { sight.city.line($0) } == nil)
                }
                return those.isEmpty ? nil : (line, those)
            }
        }

        package var json: JSON {
            .object([
                .init("as_of", .integer(sight.city.size)),
                .init("indicators", .array(parts.flatMap(\.rows).map(\.json))),
            ])
        }
    }
}

/// An indicator of the city's own with what is to be seen of it at once.
package struct IndicatorRow: Sendable {
    package var indicator: Indicator
    package var series: Series
    /// The latest point that counts.
    package var point: Series.Point?
    package var growth: Derived<Rational>?
    package var attainments: [Attainment]

    package init(_ indicator: Indicator, in city: City) {
        self.indicator = indicator
        let key = SeriesKey(
            indicator: indicator.id, organization: indicator.reporters.first ?? nil)
        let series = city.indicators.series(key)
        self.series = series
        point = series.points.last { $0.standing != nil }
        growth = point.map { indicator.growth(in: series, at: $0.period) }
        let year = point?.period.end?.year
        attainments = year.map { indicator.attainments(in: series, of: $0) } ?? []
    }

    package var standing: Observation? { point?.standing }

    package var json: JSON {
        .object([
            .init("id", .string(indicator.id.text)),
            .init("name", .string(indicator.profile.name)),
            .init("name_en", indicator.profile.nameEn.map { .string($0) } ?? .null),
            .init("unit", indicator.profile.unit.map { .string($0) } ?? .null),
            .init("line", indicator.profile.alignment.main.map { .string($0.text) } ?? .null),
            .init("period", point.map { .string($0.period.description) } ?? .null),
            .init(
                "figure",
                standing.map { .string($0.figure.words(decimals: 0).en) } ?? .null),
            .init("growth", growth?.value.map { .string($0.text()) } ?? .null),
            .init(
                "provenance", standing?.provenance.basis.map { .string($0.rawValue) } ?? .null),
            .init("reference", standing?.provenance.reference.map { .string($0) } ?? .null),
            .init("record", standing.map { .integer($0.seq) } ?? .null),
        ])
    }
}
