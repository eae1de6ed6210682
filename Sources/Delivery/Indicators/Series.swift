import HashTreeCollections
package import Rulebook

package struct SeriesKey: Sendable, Hashable {
    package var indicator: IndicatorID
    /// Nil: the city's own.
    package var organization: OrganizationID?

    package init(indicator: IndicatorID, organization: OrganizationID?) {
        self.indicator = indicator
        self.organization = organization
    }
}

/// One word on a figure of one period: a vintage, which no later one replaces.
package struct Observation: Sendable, Hashable {
    package var figure: Figure
    /// Year-on-year in percent, as it was stated beside the figure.
    package var growth: Decimal?
    package var periodInferred: Bool
    package var provenance: Provenance
    package var note: Note?
    package var reason: Note?
    package var seq: Int
    /// The day it was recorded.
    package var day: Day
    package var by: PersonID
    /// What was said of it since, in order.
    package var reviews: [Review] = []

    package struct Review: Sendable, Hashable {
        package var step: ReviewStep
        package var reason: Note?
        package var by: PersonID
        package var seq: Int
    }

    /// Whether others than those concerned see it: accepted, or set down by whoever stands at the
    /// machine, whom nobody reviews, and not sent back.
    package var isPublished: Bool {
        state == .accepted || state != .returned && by == Actor.console.person
    }

    package var state: ReportingState {
        switch reviews.last?.step {
        case nil: .submitted
        case .approved: .approved
        case .accepted: .accepted
        case .returned: .returned
        }
    }
}

package enum ReviewStep: Sendable, Hashable { case approved, accepted, returned }

/// How far a figure has come. Its period is locked for all organizations together.
package enum ReportingState: Sendable, Hashable {
    case submitted, approved, accepted, returned, locked

    package var words: Words {
        switch self {
        case .submitted: Words(zh: "已填报", en: "submitted")
        case .approved: Words(zh: "已审核", en: "approved")
        case .accepted: Words(zh: "已采用", en: "accepted")
        case .returned: Words(zh: "已退回", en: "returned")
        case .locked: Words(zh: "已锁定", en: "locked")
        }
    }
}

/// The figures of one indicator and organization.
package struct Series: Sendable, Hashable {
    package struct Point: Sendable, Hashable {
        package var period: ObservedPeriod
        /// In the order of recording; never empty.
        package var vintages: [Observation]

        /// What counts: the latest that was not returned.
        package var standing: Observation? { vintages.last { $0.state != .returned } }

        /// The latest word, returned or not.
        package var latest: Observation? { vintages.last }
    }

    package var key: SeriesKey
    /// In the order of their periods, one a period.
    package private(set) var points: [Point] = []

    package init(key: SeriesKey) { self.key = key }

    package func point(_ period: ObservedPeriod) -> Point? {
        let index = place(of: period)
        guard points.indices.contains(index), points[index].period == period else { return nil }
        return points[index]
    }

    package func standing(_ period: ObservedPeriod) -> Observation? { point(period)?.standing }

    private func place(of period: ObservedPeriod) -> Int {
        var (low, high) = (0, points.count)
        while low < high {
            let middle = (low + high) / 2
            if points[middle].period < period { low = middle + 1 } else { high = middle }
        }
        return low
    }

    mutating func add(_ observation: Observation, _ period: ObservedPeriod) {
        let index = place(of: period)
        if points.indices.contains(index), points[index].period == period {
            points[index].vintages.append(observation)
        } else {
            points.insert(Point(period: period, vintages: [observation]), at: index)
        }
    }

    mutating func review(_ period: ObservedPeriod, _ review: Observation.Review) {
        let index = place(of: period)
        guard points.indices.contains(index), points[index].period == period else { return }
        let latest = points[index].vintages.count - 1
        points[index].vintages[latest].reviews.append(review)
    }

    /// Takes out what is not published of a period, and answers the seqs of its records.
    mutating func withhold(_ period: ObservedPeriod) -> [Int] {
        let index = place(of: period)
        guard points.indices.contains(index), points[index].period == period else { return [] }
        let hidden = points[index].vintages.filter { !$0.isPublished }
        points[index].vintages.removeAll { !$0.isPublished }
        if points[index].vintages.isEmpty { points.remove(at: index) }
        return hidden.flatMap { [$0.seq] + $0.reviews.map(\.seq) }
    }
}
