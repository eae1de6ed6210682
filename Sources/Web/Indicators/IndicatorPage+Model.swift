package import Delivery
package import JSON
package import Rulebook

/// One indicator: its figures with all their vintages, and what follows from them.
package enum IndicatorPage {}

extension IndicatorPage {
    package struct Model: Sendable {
        package var sight: Sight
        package var row: IndicatorRow
        /// Of every organization that has figures, the first reporter first.
        package var all: [Series]
        package var yearToDate: (month: Month, sum: Derived<Rational>)?
        package var streak: Derived<Streak>?
        package var warnings: [FigureWarning]

        /// Two digits, as 两位数 says.
        package static let streakPercent = 10

        /// Nil where there is no such indicator.
        package init?(_ sight: Sight, id: String) {
            guard let id = IndicatorID(id), let indicator = sight.city.indicators[id] else {
                return nil
            }
            self.sight = sight
            row = IndicatorRow(indicator, in: sight.city)
            all = sight.city.indicators.allSeries(of: id)
            warnings = indicator.warnings(in: row.series)
            if let last = row.point?.period.span?.last, indicator.profile.flow {
                yearToDate = (last, indicator.yearToDate(in: row.series, through: last))
            }
            let streak = indicator.streak(in: row.series, atLeast: Rational(Self.streakPercent))
            self.streak = (streak.value?.count ?? 0) > 1 ? streak : nil
        }

        package var indicator: Indicator { row.indicator }

        package var json: JSON {
            .object([
                .init("as_of", .integer(sight.city.size)),
                .init("indicator", row.json),
                .init("series", .array(all.map(seriesJSON))),
                .init(
                    "streak", streak?.value.map { .integer($0.count) } ?? .null),
            ])
        }

        private func seriesJSON(_ series: Series) -> JSON {
            .object([
                .init(
                    "organization", series.key.organization.map { .string($0.text) } ?? .null),
                .init(
                    "points",
                    .array(
                        series.points.map { point in
                            .object([
                                .init("period", .string(point.period.description)),
                                .init("vintages", .array(point.vintages.map(vintage))),
                            ])
                        })),
            ])
        }

        private func vintage(_ observation: Observation) -> JSON {
            .object([
                .init("figure", .string(observation.figure.words(decimals: 0).en)),
                .init("growth", observation.growth.map { .string($0.description) } ?? .null),
                .init("state", .string(observation.state.words.en)),
                .init("record", .integer(observation.seq)),
            ])
        }
    }
}
