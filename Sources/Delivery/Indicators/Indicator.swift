import Rulebook

/// Which way a figure should go.
package enum Direction: String, CaseIterable, Sendable, FieldCode {
    case higher, lower, neither

    package var words: Words {
        switch self {
        case .higher: Words(zh: "越高越好", en: "higher is better")
        case .lower: Words(zh: "越低越好", en: "lower is better")
        case .neither: Words(zh: "不论高低", en: "neither is better")
        }
    }
}

package enum Frequency: String, CaseIterable, Sendable, FieldCode {
    case month, quarter, year, once

    package var words: Words {
        switch self {
        case .month: Words(zh: "月度", en: "monthly")
        case .quarter: Words(zh: "季度", en: "quarterly")
        case .year: Words(zh: "年度", en: "yearly")
        case .once: Words(zh: "一次性", en: "once")
        }
    }

    /// Months in one period; nil where there are no periods.
    package var months: Int? {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        case .once: nil
        }
    }
}

package enum IndicatorBasis: String, CaseIterable, Sendable, FieldCode {
    /// What stands at a period's end, or, of a flow, what came in the period.
    case level
    /// What came from January to the period's end.
    case yearToDate = "year_to_date"
    /// A year-on-year growth in percent, without the level itself.
    case growth

    package var words: Words {
        switch self {
        case .level: Words(zh: "当期值", en: "level")
        case .yearToDate: Words(zh: "累计值", en: "year to date")
        case .growth: Words(zh: "同比增速", en: "growth")
        }
    }
}

/// What an indicator measures.
package struct IndicatorProfile: FieldStructure, Hashable {
    package var name = ""
    package var nameEn: String?
    package var unit: String?
    package var unitEn: String?
    package var direction = Direction.higher
    package var frequency = Frequency.month
    package var basis = IndicatorBasis.level
    /// Whether the levels of a year's periods add up to the year's.
    package var flow = false
    /// How many digits are shown after the point, 0 to 6; a figure that has more shows them.
    package var decimals = 0
    /// What defines the count and so stands in the name: 亿元以上.
    package var threshold: String?
    /// 底线: below it there is an alarm.
    package var floor: Decimal?
    /// Who keeps it.
    package var owner: OrganizationID?
    package var alignment = Alignment()
    package var note: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("name", &name)
        try visitor.optional("name_en", &nameEn)
        try visitor.optional("unit", &unit)
        try visitor.optional("unit_en", &unitEn)
        try visitor.field("direction", &direction)
        try visitor.field("frequency", &frequency)
        try visitor.field("basis", &basis)
        try visitor.flag("flow", &flow)
        try visitor.field("decimals", &decimals)
        try visitor.optional("threshold", &threshold)
        try visitor.optional("floor", &floor)
        try visitor.optional("owner", &owner)
        try alignment.visit(&visitor)
        try visitor.optional("note", &note)
    }

    /// The time as the indicator's figures know it: a year-to-date figure said to be of October
    /// is of January to October.
    package func normal(_ period: ObservedPeriod) -> ObservedPeriod {
        guard basis == .yearToDate, case .months(let span) = period,
            span.first.year == span.last.year
        else { return period }
        return .months(.yearToDate(span.last))
    }

    /// Whether its figures can be of that time.
    package func fits(_ period: ObservedPeriod) -> Bool {
        guard let months = frequency.months else { return true }
        guard case .months(let span) = normal(period),
            span.last.monthOfYear.isMultiple(of: months)
        else { return false }
        return basis == .level
            ? span.count == months : span.isYearToDate || basis == .growth && span.count == months
    }
}

/// A measured series by organization and period.
package struct Indicator: Registered, Hashable {
    package var id: IndicatorID
    package var profile: IndicatorProfile
    /// Whose figures there are, in the order in which they came; nil is the city's own.
    package var reporters: [OrganizationID?] = []
    /// What was set for each year, the latest word last.
    package var targets: [IndicatorTarget.Key: [IndicatorTarget]] = [:]
    /// Periods that were locked and unlocked, the latest word last.
    package var locks: [ObservedPeriod: [LockChange]] = [:]
    /// Without those of its figures, which stand in the series.
    package var records: [Int]

    package struct LockChange: Sendable, Hashable {
        package var isLocked: Bool
        package var reason: Note?
        package var by: PersonID
        package var seq: Int
    }

    package init(id: IndicatorID, profile: IndicatorProfile, seq: Int) {
        self.id = id
        self.profile = profile
        records = [seq]
    }

    package func isLocked(_ period: ObservedPeriod) -> Bool {
        locks[period]?.last?.isLocked ?? false
    }

    package func target(_ key: IndicatorTarget.Key) -> IndicatorTarget? { targets[key]?.last }

    /// The targets of a year that stand side by side, in the order of their setters.
    package func targets(of organization: OrganizationID?, in year: Int) -> [IndicatorTarget] {
        TargetSetter.allCases.compactMap {
            target(IndicatorTarget.Key(organization: organization, year: year, setter: $0))
        }
    }
}
