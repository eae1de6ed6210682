/// A year, half-year, quarter or month: `2024`, `2024-H1`, `2024-Q3`, `2024-10`.
public struct Period: Sendable, Hashable {
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        case year, half, quarter, month

        /// Months in one such period.
        public var months: Int {
            switch self {
            case .year: 12
            case .half: 6
            case .quarter: 3
            case .month: 1
            }
        }
    }

    public let unit: Unit
    public let firstMonth: Month

    /// `number` counts from 1 within the year. Nil where there is no such period.
    public init?(year: Int, unit: Unit, number: Int = 1) {
        guard number >= 1, number <= 12 / unit.months,
            let month = Month(year: year, month: (number - 1) * unit.months + 1)
        else { return nil }
        self.unit = unit
        firstMonth = month
    }

    /// The period of that unit in which the day lies.
    public init(_ unit: Unit, containing day: Day) {
        self.unit = unit
        let month = day.month
        let within = (month.monthOfYear - 1) % unit.months
        firstMonth = month.adding(months: -within) ?? month
    }

    public init?(_ text: some StringProtocol) {
        var digits = DateText(text.utf8)
        guard let year = digits.number(of: 4) else { return nil }
        let length = text.utf8.count
        if length == 4 {
            self.init(year: year, unit: .year)
            return
        }
        guard length == 7, digits.skip("-") else { return nil }
        if digits.skip("H") {
            self.init(year: year, unit: .half, digits: &digits, width: 1)
        } else if digits.skip("Q") {
            self.init(year: year, unit: .quarter, digits: &digits, width: 1)
        } else {
            self.init(year: year, unit: .month, digits: &digits, width: 2)
        }
    }

    public var year: Int { firstMonth.year }
    /// Counts from 1 within the year.
    public var number: Int { (firstMonth.monthOfYear - 1) / unit.months + 1 }
    public var start: Day { firstMonth.firstDay }
    public var end: Day { lastMonth.lastDay }
    public var lastMonth: Month {
        Month(uncheckedYear: year, month: firstMonth.monthOfYear + unit.months - 1)
    }

    /// The period before this one, nil before the year 1.
    public var previous: Period? {
        firstMonth.adding(months: -unit.months).map { Period(unit, containing: $0.firstDay) }
    }
    /// The period after this one, nil after the year 9999.
    public var next: Period? {
        firstMonth.adding(months: unit.months).map { Period(unit, containing: $0.firstDay) }
    }
    /// The same period one year earlier, nil in the year 1.
    public var oneYearEarlier: Period? {
        firstMonth.adding(months: -12).map { Period(unit, containing: $0.firstDay) }
    }

    public func contains(_ day: Day) -> Bool { start <= day && day <= end }

    private init?(
        year: Int, unit: Unit, digits: inout DateText<some Collection<UInt8>>, width: Int
    ) {
        guard let number = digits.number(of: width) else { return nil }
        self.init(year: year, unit: unit, number: number)
    }
}

extension Period: CustomStringConvertible {
    public var description: String {
        switch unit {
        case .year: padded(year, to: 4)
        case .half: padded(year, to: 4) + "-H" + String(number)
        case .quarter: padded(year, to: 4) + "-Q" + String(number)
        case .month: firstMonth.description
        }
    }
}
