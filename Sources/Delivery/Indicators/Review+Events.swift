import Rulebook

package struct FigureApproved: EventBody {
    package static let type: StaticString = "indicator.approved"
    package var indicator = IndicatorID.blank
    package var organization: OrganizationID?
    package var period = ObservedPeriod.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("indicator", &indicator)
        try visitor.optional("organization", &organization)
        try visitor.field("period", &period)
    }

    package var key: SeriesKey { SeriesKey(indicator: indicator, organization: organization) }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.indicators.review(
            key, period, Observation.Review(step: .approved, by: at.actor, seq: at.seq))
    }
}

package struct FigureAccepted: EventBody {
    package static let type: StaticString = "indicator.accepted"
    package var indicator = IndicatorID.blank
    package var organization: OrganizationID?
    package var period = ObservedPeriod.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("indicator", &indicator)
        try visitor.optional("organization", &organization)
        try visitor.field("period", &period)
    }

    package var key: SeriesKey { SeriesKey(indicator: indicator, organization: organization) }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.indicators.review(
            key, period, Observation.Review(step: .accepted, by: at.actor, seq: at.seq))
    }
}

/// The latest vintage counts no more, and the one before it does again.
package struct FigureReturned: EventBody {
    package static let type: StaticString = "indicator.returned"
    package var indicator = IndicatorID.blank
    package var organization: OrganizationID?
    package var period = ObservedPeriod.blank
    package var reason = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("indicator", &indicator)
        try visitor.optional("organization", &organization)
        try visitor.field("period", &period)
        try visitor.field("reason", &reason)
    }

    package var key: SeriesKey { SeriesKey(indicator: indicator, organization: organization) }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.indicators.review(
            key, period,
            Observation.Review(step: .returned, reason: reason, by: at.actor, seq: at.seq))
    }
}

package struct PeriodLocked: EventBody {
    package static let type: StaticString = "indicator.locked"
    package var indicator = IndicatorID.blank
    package var period = ObservedPeriod.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("indicator", &indicator)
        try visitor.field("period", &period)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.indicators.update(indicator, at) {
            $0.locks[period, default: []].append(
                Indicator.LockChange(isLocked: true, by: at.actor, seq: at.seq))
        }
    }
}

package struct PeriodUnlocked: EventBody {
    package static let type: StaticString = "indicator.unlocked"
    package var indicator = IndicatorID.blank
    package var period = ObservedPeriod.blank
    package var reason = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("indicator", &indicator)
        try visitor.field("period", &period)
        try visitor.field("reason", &reason)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.indicators.update(indicator, at) {
            $0.locks[period, default: []].append(
                Indicator.LockChange(
                    isLocked: false, reason: reason, by: at.actor, seq: at.seq))
        }
    }
}
