package import Rulebook

/// Who set a target.
package enum TargetSetter: String, CaseIterable, Sendable, FieldCode {
    case province, city, own

    package var words: Words {
        switch self {
        case .province: Words(zh: "省定目标", en: "set by the province")
        case .city: Words(zh: "市定目标", en: "set by the city")
        case .own: Words(zh: "自定目标", en: "set by itself")
        }
    }
}

/// What is to be reached in a year, and by the end of each month if that is planned.
package struct IndicatorTarget: Sendable, Hashable {
    package struct Key: Sendable, Hashable {
        /// Nil: the city's own.
        package var organization: OrganizationID?
        package var year: Int
        package var setter: TargetSetter

        package init(organization: OrganizationID?, year: Int, setter: TargetSetter) {
            self.organization = organization
            self.year = year
            self.setter = setter
        }
    }

    package var key: Key
    package var amount: Decimal
    /// Twelve cumulative figures, January to December; empty where none are planned.
    package var schedule: [Decimal]
    package var provenance: Provenance
    package var seq: Int

    /// What is due by the end of a month.
    package func due(in month: Month) -> Decimal? {
        let index = month.monthOfYear - 1
        return month.year == key.year && schedule.indices.contains(index) ? schedule[index] : nil
    }
}

package struct IndicatorTargetSet: EventBody {
    package static let type: StaticString = "indicator.target_set"
    package var indicator = IndicatorID.blank
    /// Nil: the city's own.
    package var organization: OrganizationID?
    package var year = 0
    package var setter = TargetSetter.city
    package var amount = Decimal.zero
    package var schedule: [Decimal] = []
    package var provenance = Provenance()

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("indicator", &indicator)
        try visitor.optional("organization", &organization)
        try visitor.field("year", &year)
        try visitor.field("setter", &setter)
        try visitor.field("amount", &amount)
        try visitor.list("schedule", &schedule)
        try provenance.visit(&visitor)
    }

    package var key: IndicatorTarget.Key {
        IndicatorTarget.Key(organization: organization, year: year, setter: setter)
    }

    func target(seq: Int) -> IndicatorTarget {
        IndicatorTarget(
            key: key, amount: amount, schedule: schedule, provenance: provenance, seq: seq)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.indicators.update(indicator, at) {
            $0.targets[key, default: []].append(target(seq: at.seq))
        }
    }
}

/// Sets a year's target of an indicator. Those of province, city and the organization itself
/// stand side by side; a later word of the same setter counts from then on.
package struct SetIndicatorTarget: ProposingCommand {
    package static let name: StaticString = "indicator.setTarget"
    package static let title = Words(zh: "下达指标目标", en: "Set an indicator's yearly target")
    package static let may: Set<Role> = [.console, .dispatcher]
    package static let refusals: [Refusal.Code] =
        [
            .indicatorUnknown, .organizationUnknown, .yearOutOfRange, .scheduleMalformed,
            .nothingChanges,
        ] + Provenance.refusals
    package static let example = SetIndicatorTarget {
        $0.indicator = IndicatorID(unchecked: "investment-100m")
        $0.organization = OrganizationID(unchecked: "zhongshan")
        $0.year = 2024
        $0.setter = .city
        $0.amount = Decimal(150)
        $0.schedule = [5, 11, 24, 38, 52, 68, 82, 96, 110, 124, 137, 150].map { Decimal($0) }
    }

    package var proposed = IndicatorTargetSet()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let indicator = try city.require(proposed.indicator)
        if let id = proposed.organization { try city.require(id, field: "organization") }
        try requireYear(proposed.year)
        guard proposed.schedule.isEmpty || proposed.schedule.count == 12 else {
            throw Refusal(
                .scheduleMalformed, field: "schedule",
                zh: "序时进度应有 12 个累计数，而不是 \(proposed.schedule.count) 个",
                en: "a schedule has twelve cumulative figures, not \(proposed.schedule.count)")
        }
        let earlier = indicator.targets[proposed.key] ?? []
        try city.check(proposed.provenance, doubts: earlier.map(\.provenance.doubt))
        if let standing = earlier.last, standing == proposed.target(seq: standing.seq) {
            throw Refusal(
                .nothingChanges, zh: "该目标已如此下达", en: "the target is set to this already")
        }
    }
}
