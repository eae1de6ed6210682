package import Rulebook

/// Something that was counted in working days, and the years among those it went over for which
/// there is no calendar, so that Monday to Friday were taken for them.
package struct CalendarAnswer<Value: Sendable & Hashable>: Sendable, Hashable {
    package var value: Value
    /// Ascending.
    package var yearsWithout: [Int]

    package init(_ value: Value, yearsWithout: Set<Int>) {
        self.value = value
        self.yearsWithout = yearsWithout.sorted()
    }
}

/// Which days are worked on: Monday to Friday, but for the holidays and the make-up working days
/// of the years that were given.
package struct WorkingCalendar: Sendable, Hashable {
    package struct Year: Sendable, Hashable {
        /// Days off, weekends among them or not.
        package var holidays: [Day]
        /// 调休: days of a weekend that are worked on.
        package var workdays: [Day]
        package var seq: Int
    }

    package var years: [Int: Year] = [:]

    package init() {}

    package func isWorkingDay(_ day: Day) -> CalendarAnswer<Bool> {
        CalendarAnswer(isWorked(day), yearsWithout: years[day.year] == nil ? [day.year] : [])
    }

    /// A year's own arrangement goes before those of its neighbours, which may reach into the
    /// last days of the year before them and the first of the one after.
    private func isWorked(_ day: Day) -> Bool {
        for year in [day.year, day.year + 1, day.year - 1] {
            guard let arrangement = years[year] else { continue }
            if arrangement.holidays.contains(day) { return false }
            if arrangement.workdays.contains(day) { return true }
        }
        return day.weekday <= 5
    }

    /// The last of so many working days after the day, or before it where the count is negative;
    /// the day itself for 0. Nil where that leaves the years 1 to 9999.
    package func adding(_ count: Int, to day: Day) -> CalendarAnswer<Day>? {
        let step = count < 0 ? -1 : 1
        var (current, left) = (day, count.magnitude)
        var without: Set<Int> = []
        while left > 0 {
            guard let next = current.adding(days: step) else { return nil }
            current = next
            if years[current.year] == nil { without.insert(current.year) }
            if isWorked(current) { left -= 1 }
        }
        return CalendarAnswer(current, yearsWithout: without)
    }

    /// How many working days come after the first day up to the second; negative where the second
    /// is earlier. `adding` so many to the first comes to the second where that is a working day.
    package func workingDays(from first: Day, to second: Day) -> CalendarAnswer<Int> {
        let (low, high) = first < second ? (first, second) : (second, first)
        var count = 0
        var without: Set<Int> = []
        for number in stride(from: Int(low.number), through: Int(high.number), by: 1) {
            // Going forwards the first day is not counted, going backwards the second is.
            guard let day = Day(number: number), day != first else { continue }
            if years[day.year] == nil { without.insert(day.year) }
            if isWorked(day) { count += 1 }
        }
        return CalendarAnswer(first < second ? count : -count, yearsWithout: without)
    }
}

/// A year's whole arrangement as it stands from now on.
package struct CalendarYearSet: EventBody {
    package static let type: StaticString = "calendar.year_set"
    package var year = 0
    package var holidays: [Day] = []
    package var workdays: [Day] = []

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("year", &year)
        try visitor.list("holidays", &holidays)
        try visitor.list("workdays", &workdays)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.calendar.years[year] = WorkingCalendar.Year(
            holidays: holidays, workdays: workdays, seq: at.seq)
    }
}
