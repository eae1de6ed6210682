import Rulebook

package struct IndicatorRegistered: EventBody {
    package static let type: StaticString = "indicator.registered"
    package var id = IndicatorID.blank
    package var profile = IndicatorProfile()

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("id", &id)
        try profile.visit(&visitor)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.indicators.insert(Indicator(id: id, profile: profile, seq: at.seq))
    }
}

/// The whole profile as it stands from now on.
package struct IndicatorRevised: EventBody {
    package static let type: StaticString = "indicator.revised"
    package var indicator = IndicatorID.blank
    package var profile = IndicatorProfile()

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("indicator", &indicator)
        try profile.visit(&visitor)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.indicators.update(indicator, at) { $0.profile = profile }
    }
}

/// A figure, or a revision of one: a vintage beside those before it.
package struct FigureObserved: EventBody {
    package static let type: StaticString = "indicator.observed"
    package var indicator = IndicatorID.blank
    /// Nil: the city's own.
    package var organization: OrganizationID?
    package var period = ObservedPeriod.blank
    /// Whether the time is concluded and not stated.
    package var periodInferred = false
    package var figure = Figure.blank
    /// Year-on-year in percent, as it was stated beside the figure.
    package var growth: Decimal?
    package var provenance = Provenance()
    package var note: Note?
    /// Why a figure that stands is given anew.
    package var reason: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("indicator", &indicator)
        try visitor.optional("organization", &organization)
        try visitor.field("period", &period)
        try visitor.flag("period_inferred", &periodInferred)
        try visitor.field("figure", &figure)
        try visitor.optional("growth", &growth)
        try provenance.visit(&visitor)
        try visitor.optional("note", &note)
        try visitor.optional("reason", &reason)
    }

    package var key: SeriesKey { SeriesKey(indicator: indicator, organization: organization) }

    func observation(_ at: Occurrence) -> Observation {
        Observation(
            figure: figure, growth: growth, periodInferred: periodInferred,
            provenance: provenance, note: note, reason: reason, seq: at.seq, day: at.day,
            by: at.actor)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.indicators.observe(key, period, observation(at), at)
    }
}
