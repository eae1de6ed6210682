package import Delivery
package import Rulebook

/// The language a report is written in; Chinese is the form of the house.
package enum ReportLanguage: String, Sendable, CaseIterable {
    case zh, en

    package func of(_ words: Words) -> String { self == .zh ? words.zh : words.en }

    package func of(zh: String, en: String) -> String { self == .zh ? zh : en }

    /// 2024年10月15日, 15 October 2024.
    package func day(_ day: Day) -> String {
        let (year, month, date) = (day.year, day.monthOfYear, day.dayOfMonth)
        return of(zh: "\(year)年\(month)月\(date)日", en: "\(date) \(Self.months[month - 1]) \(year)")
    }

    /// 2024年10月, 2024年第三季度; October 2024, third quarter of 2024.
    package func period(_ period: Period) -> String {
        let (year, number) = (period.year, period.number)
        switch period.unit {
        case .year: return of(zh: "\(year)年", en: "\(year)")
        case .half:
            return of(
                zh: "\(year)年\(number == 1 ? "上" : "下")半年",
                en: "\(number == 1 ? "first" : "second") half of \(year)")
        case .quarter:
            let ordinal = ["first", "second", "third", "fourth"][number - 1]
            return of(
                zh: "\(year)年第\(["一", "二", "三", "四"][number - 1])季度",
                en: "\(ordinal) quarter of \(year)")
        case .month: return of(zh: "\(year)年\(number)月", en: "\(Self.months[number - 1]) \(year)")
        }
    }

    /// 2024年1月至10月 where the span begins with the year and has more than one month.
    package func span(_ first: Day, through last: Period) -> String {
        guard first < last.start else { return period(last) }
        let end = last.lastMonth.monthOfYear
        return of(
            zh: "\(last.year)年\(first.monthOfYear)月至\(end)月",
            en: "\(Self.months[first.monthOfYear - 1]) to \(Self.months[end - 1]) \(last.year)")
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}

extension ReportLanguage {
    /// BCP 47.
    var tag: String { self == .zh ? "zh-CN" : "en" }
}
