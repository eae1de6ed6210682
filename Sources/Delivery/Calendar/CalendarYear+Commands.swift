import Rulebook

/// Says which days of a year are off although it is a weekday, and which are worked on although
/// it is a weekend. The whole of a year at once; a later word replaces it.
package struct SetCalendarYear: ProposingCommand {
    package static let name: StaticString = "calendar.setYear"
    package static let title = Words(zh: "设定年度工作日历", en: "Set a year's working days")
    package static let may: Set<Role> = [.console, .systemAdministrator, .dispatcher]
    package static let refusals: [Refusal.Code] = [
        .yearOutOfRange, .calendarMalformed, .nothingChanges,
    ]
    package static let example = SetCalendarYear {
        $0.year = 2030
        $0.holidays = (1...3).compactMap { Day(year: 2030, month: 1, day: $0) }
        $0.workdays = Day(year: 2030, month: 1, day: 5).map { [$0] } ?? []
    }

    package var proposed = CalendarYearSet()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        try requireYear(proposed.year)
        var seen: Set<Day> = []
        for (field, days) in [("holidays", proposed.holidays), ("workdays", proposed.workdays)] {
            for day in days {
                try requireNear(day, field: field)
                guard seen.insert(day).inserted else {
                    throw Refusal(
                        .calendarMalformed, field: field, zh: "\(day) 列了两次，只能是假日或上班日之一",
                        en: "\(day) stands twice; it is either a holiday or a working day")
                }
            }
        }
        if let standing = city.calendar.years[proposed.year],
            standing.holidays == proposed.holidays, standing.workdays == proposed.workdays
        {
            throw Refusal(
                .nothingChanges, zh: "\(proposed.year) 年的日历已如此设定",
                en: "the calendar of \(proposed.year) is set like this already")
        }
    }

    /// An arrangement of New Year may begin in December.
    private func requireNear(_ day: Day, field: String) throws(Refusal) {
        let year = proposed.year
        let isNear =
            day.year == year || day.year == year - 1 && day.monthOfYear == 12
            || day.year == year + 1 && day.monthOfYear == 1
        guard isNear else {
            throw Refusal(
                .calendarMalformed, field: field, zh: "\(day) 不在 \(year) 年（可含上年 12 月、下年 1 月）",
                en: "\(day) lies neither in \(year), nor in the December before it or the "
                    + "January after it")
        }
    }
}
