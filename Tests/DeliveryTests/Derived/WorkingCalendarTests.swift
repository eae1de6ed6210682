import Delivery
import RandomValues
import Rulebook
import Testing

@Suite("Working days")
struct WorkingCalendarTests {
    /// National Day 2024: off from Tuesday to the next Monday, worked on two weekend days.
    private func city() throws -> TestCity {
        var test = try TestCity.dalian()
        try test.accept(
            calendar(
                2024, (1...7).map { "2024-10-0\($0)" } + ["2025-01-01"],
                ["2024-09-29", "2024-10-12"]), as: .system)
        return test
    }

    @Test("without a calendar Monday to Friday are worked on, and the answer says so")
    func none() {
        let calendar = City().calendar
        let answers = ["2024-10-04", "2024-10-05", "2024-10-06", "2024-10-07"]
            .map { calendar.isWorkingDay(day($0)) }
        #expect(answers.map(\.value) == [true, false, false, true])
        #expect(answers.allSatisfy { $0.yearsWithout == [2024] })
    }

    @Test(
        "holidays and make-up days go before the weekday",
        arguments: [
            ("2024-09-28", false), ("2024-09-29", true), ("2024-09-30", true),
            ("2024-10-01", false), ("2024-10-07", false), ("2024-10-08", true),
            ("2024-10-12", true), ("2024-10-13", false),
        ])
    func arranged(_ text: String, _ isWorked: Bool) throws {
        let answer = try city().city.calendar.isWorkingDay(day(text))
        #expect(answer.value == isWorked && answer.yearsWithout.isEmpty)
    }

    @Test(
        "counting passes over what is off",
        arguments: [
            ("2024-09-27", 1, "2024-09-29"), ("2024-09-27", 2, "2024-09-30"),
            ("2024-09-27", 3, "2024-10-08"), ("2024-10-01", 1, "2024-10-08"),
            ("2024-10-11", 2, "2024-10-14"), ("2024-10-08", -1, "2024-09-30"),
            ("2024-10-05", 0, "2024-10-05"), ("2024-10-08", -3, "2024-09-27"),
        ])
    func adding(_ from: String, _ count: Int, _ to: String) throws {
        let calendar = try city().city.calendar
        let answer = try #require(calendar.adding(count, to: day(from)))
        #expect(answer.value == day(to) && answer.yearsWithout.isEmpty)
        #expect(calendar.workingDays(from: day(from), to: day(to)).value == count)
    }

    @Test("a neighbour's arrangement reaches over New Year, and the years without one are named")
    func neighbours() throws {
        let calendar = try city().city.calendar
        let answer = calendar.adding(1, to: day("2024-12-31"))
        #expect(answer?.value == day("2025-01-02"))
        #expect(answer?.yearsWithout == [2025])
        let long = calendar.workingDays(from: day("2023-12-29"), to: day("2026-01-02"))
        #expect(long.yearsWithout == [2023, 2025, 2026])
    }

    @Test("a year set again is replaced whole, and what was before stays before")
    func replaced() throws {
        var test = try city()
        let before = test.city
        try test.accept(calendar(2024, ["2024-10-01"]), as: .dispatcher)
        #expect(test.city.calendar.isWorkingDay(day("2024-10-02")).value)
        #expect(!before.calendar.isWorkingDay(day("2024-10-02")).value)
    }

    @Test("counting never leaves the calendar's years")
    func ends() {
        let calendar = City().calendar
        #expect(calendar.adding(1, to: .latest) == nil)
        #expect(calendar.adding(-1, to: .earliest) == nil)
        #expect(calendar.workingDays(from: day("2024-10-14"), to: day("2024-10-14")).value == 0)
    }

    @Test("adding and counting agree for any days and counts")
    func agree() throws {
        let calendar = try city().city.calendar
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed)
        for _ in 0..<500 {
            let start = Day(number: .random(in: 19_900...20_200, using: &random)) ?? .blank
            let count = Int.random(in: -60...60, using: &random)
            let end = try #require(calendar.adding(count, to: start)).value
            #expect(
                calendar.workingDays(from: start, to: end).value == count,
                "seed \(seed): \(start) \(count)")
        }
    }
}
