package import Rulebook

/// An organization's place among others by one figure.
package struct FigureRank: Sendable, Hashable {
    package var organization: OrganizationID
    /// From 1; those with the same figure share a place, and the one after it is left out.
    package var place: Int
    package var value: Rational
    package var seq: Int
}

extension City {
    /// The organizations by their figures of a period, the best first. Those without an exact
    /// figure have no place; where neither way is better nobody has.
    package func ranks(
        of id: IndicatorID, at period: ObservedPeriod, among organizations: [OrganizationID]
    ) -> [FigureRank] {
        guard let indicator = indicators[id], indicator.profile.direction != .neither else {
            return []
        }
        let isHigher = indicator.profile.direction == .higher
        let found = organizations.compactMap { organization -> FigureRank? in
            let series = indicators.series(id, of: organization)
            let figure = indicator.exact(in: series, at: indicator.profile.normal(period))
            guard let value = figure.value, let seq = figure.seqs.first else { return nil }
            return FigureRank(organization: organization, place: 0, value: value, seq: seq)
        }
        var sorted = found.sorted {
            $0.value == $1.value
                ? $0.organization < $1.organization : ($0.value > $1.value) == isHigher
        }
        for index in sorted.indices {
            let isTied = index > 0 && sorted[index - 1].value == sorted[index].value
            sorted[index].place = isTied ? sorted[index - 1].place : index + 1
        }
        return sorted
    }
}
