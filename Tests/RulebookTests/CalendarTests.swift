import Rulebook
import Testing

@Suite("Days, months and periods")
struct CalendarTests {
    @Test("every day from 1 to 9999 is read back as itself")
    func everyDay() {
        var expected = (year: 1, month: 1, day: 1)
        for number in Day.earliest.number...Day.latest.number {
            guard let day = Day(number: Int(number)) else {
                Issue.record("no day \(number)")
                return
            }
            let found = (day.year, day.monthOfYear, day.dayOfMonth)
            if found != expected {
                Issue.record("\(number) is \(found), not \(expected)")
                return
            }
            expected.day += 1
            if expected.day > (day.month.length) {
                expected = (expected.year, expected.month + 1, 1)
                if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
            }
        }
        #expect(expected.year == 10_000)
    }

    @Test("known days have their number and weekday")
    func knownDays() {
        #expect(Day("1970-01-01")?.number == 0)
        #expect(Day("2024-02-29")?.number == 19_782)
        #expect(Day("2024-10-31")?.weekday == 4)
        #expect(Day("0001-01-01")?.weekday == 1)
        #expect(Day("2024-03-01")?.adding(days: -1)?.description == "2024-02-29")
    }

    @Test(
        "what is not exactly an ISO day is none",
        arguments: [
            "", "2024-1-01", "2024-02-30", "2023-02-29", "1900-02-29", "0000-01-01", "2024-13-01",
            "2024-00-10", "2024-01-00", "2024-01-32", "20240101", "2024-01-01T00:00", " 2024-01-01",
            "2024-01-0１", "+024-01-01", "2024/01/01",
        ])
    func notADay(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("a month knows its first and last day")
    func months() {
        #expect(Month("2024-02")?.lastDay == Day("2024-02-29"))
        #expect(Month("2100-02")?.lastDay == Day("2100-02-28"))
        #expect(Month("2024-12")?.adding(months: 1)?.description == "2025-01")
        #expect(Month("2024-13") == nil)
        #expect(Month("2024-1") == nil)
        #expect(Month("9999-12")?.adding(months: 1) == nil)
    }

    @Test(
        "a period knows its ends",
        arguments: [
            ("2024", "2024-01-01", "2024-12-31"), ("2024-H1", "2024-01-01", "2024-06-30"),
            ("2024-H2", "2024-07-01", "2024-12-31"), ("2024-Q3", "2024-07-01", "2024-09-30"),
            ("2024-02", "2024-02-01", "2024-02-29"), ("9999", "9999-01-01", "9999-12-31"),
        ])
    func periods(text: String, start: String, end: String) throws {
        let period = try #require(Period(text))
        #expect(period.start == Day(start))
        #expect(period.end == Day(end))
        #expect(period.description == text)
        #expect(Period(period.unit, containing: period.end) == period)
    }

    @Test(
        "what is no period is none",
        arguments: [
            "", "24", "0000", "2024-H3", "2024-Q0", "2024-13", "2024-h1", "2024-1", "2024-H11",
        ])
    func notAPeriod(text: String) {
        #expect(Period(text) == nil)
    }

    @Test("periods follow each other")
    func neighbours() {
        #expect(Period("2024-Q1")?.previous?.description == "2023-Q4")
        #expect(Period("2024-12")?.next?.description == "2025-01")
        #expect(Period("2024-H2")?.oneYearEarlier?.description == "2023-H2")
        #expect(Period("0001")?.previous == nil)
        #expect(Period("9999-12")?.next == nil)
    }
}
