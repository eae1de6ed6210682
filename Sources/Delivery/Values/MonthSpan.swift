package import Rulebook

/// One month or several, one after the other: `2024-10`, `2024-Q3`, `2024`, `2024-01..2024-10`.
/// Where the months make a month, quarter, half-year or year, it is that and is written so.
package struct MonthSpan: Hashable, Sendable {
    package let first: Month
    package let last: Month

    /// Nil where the last comes before the first.
    package init?(_ first: Month, _ last: Month) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    package init(_ month: Month) {
        first = month
        last = month
    }

    package init(_ period: Period) {
        first = period.firstMonth
        last = period.lastMonth
    }

    package init?(_ text: String) {
        if let period = Period(text) {
            self.init(period)
            return
        }
        let parts = text.split(separator: "..", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = Month(parts[0]), let last = Month(parts[1]) else {
            return nil
        }
        self.init(first, last)
    }

    /// How many months.
    package var count: Int { Int(last.number - first.number) + 1 }

    package var period: Period? {
        let unit = Period.Unit.allCases.first { $0.months == count }
        let period = unit.map { Period($0, containing: first.firstDay) }
        return period?.firstMonth == first ? period : nil
    }

    /// Whether it begins with its year and does not leave it.
    package var isYearToDate: Bool { first.monthOfYear == 1 && first.year == last.year }

    /// The same months a year before; nil in the year 1.
    package var oneYearEarlier: MonthSpan? {
        guard let first = first.adding(months: -12), let last = last.adding(months: -12) else {
            return nil
        }
        return MonthSpan(first, last)
    }

    /// From January to this month.
    package static func yearToDate(_ month: Month) -> MonthSpan {
        MonthSpan(Month(year: month.year, month: 1) ?? month, month) ?? MonthSpan(month)
    }
}

extension MonthSpan: CustomStringConvertible {
    package var description: String { period?.description ?? "\(first)..\(last)" }
}

extension MonthSpan {
    package var words: Words {
        guard let period else {
            let isOneYear = first.year == last.year
            let months = "\(first.monthOfYear)—\(last.monthOfYear)月"
            return Words(
                zh: isOneYear
                    ? "\(first.year)年\(months)"
                    : "\(first.year)年\(first.monthOfYear)月—\(last.year)年\(last.monthOfYear)月",
                en: isOneYear
                    ? "\(first.name) to \(last.name) \(last.year)"
                    : "\(first.name) \(first.year) to \(last.name) \(last.year)")
        }
        let year = period.year
        switch period.unit {
        case .year: return Words(zh: "\(year)年", en: "\(year)")
        case .half:
            return Words(
                zh: "\(year)年\(period.number == 1 ? "上" : "下")半年",
                en: "\(period.number == 1 ? "first" : "second") half of \(year)")
        case .quarter:
            let number = ["一", "二", "三", "四"][period.number - 1]
            return Words(zh: "\(year)年第\(number)季度", en: "Q\(period.number) \(year)")
        case .month:
            return Words(zh: "\(year)年\(period.number)月", en: "\(first.name) \(year)")
        }
    }
}

extension Month {
    fileprivate var name: String {
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ][monthOfYear - 1]
    }
}
