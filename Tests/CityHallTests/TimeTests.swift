import CityHall
import Delivery
import Rulebook
import Testing

@Suite("Time and local days")
struct TimeTests {
    private func configured(_ zone: String) -> ConfigureCity {
        ConfigureCity {
            $0.nameZh = "市"
            $0.nameEn = "City"
            $0.timeZone = zone
        }
    }

    @Test(
        "the local day is the city's own around midnight and when clocks change",
        arguments: [
            ("Asia/Shanghai", "2024-10-15T15:59:59.999Z", "2024-10-15"),
            ("Asia/Shanghai", "2024-10-15T16:00:00.000Z", "2024-10-16"),
            ("America/New_York", "2024-03-10T04:59:59.999Z", "2024-03-09"),
            ("America/New_York", "2024-03-10T05:00:00.000Z", "2024-03-10"),
            ("America/New_York", "2024-03-11T03:59:59.999Z", "2024-03-10"),
            ("America/New_York", "2024-03-11T04:00:00.000Z", "2024-03-11"),
            ("America/New_York", "2024-11-04T04:59:59.999Z", "2024-11-03"),
            ("America/New_York", "2024-11-04T05:00:00.000Z", "2024-11-04"),
            ("Pacific/Kiritimati", "2024-12-31T10:00:00.000Z", "2025-01-01"),
            ("UTC", "1969-12-31T23:59:59.999Z", "1969-12-31"),
        ])
    func localDay(zone: String, at: String, expected: String) {
        #expect(LocalCalendar.knows(zone))
        let settings = Settings(
            name: Words(zh: "市", en: "City"), timeZone: zone, currency: "CNY", unit: .yi, seq: 0)
        #expect(LocalCalendar(settings).day(of: moment(at)) == day(expected))
    }

    @Test("a clock set back does not set the book back")
    func clockBackwards() async throws {
        // Given a record of one moment
        let test = try TestHall()
        test.clock.set("2024-10-15T04:00:00.000Z")
        try await test.ask(configured("Asia/Shanghai"))
        // When the clock falls back by a day
        test.clock.set("2024-10-14T04:00:00.000Z")
        try await test.register("a", .district)
        // Then the next record has the last time, and the one after goes on with the clock
        #expect(test.city.time == moment("2024-10-15T04:00:00.000Z"))
        test.clock.set("2024-10-15T04:00:00.001Z")
        try await test.register("b", .district)
        #expect(test.city.time == moment("2024-10-15T04:00:00.001Z"))
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("moving the city to another time zone leaves earlier days as they were")
    func otherZone() async throws {
        // Given records of the 15th, late in the evening in Shanghai
        let test = try TestHall()
        test.clock.set("2024-10-15T02:00:00.000Z")
        try await test.ask(configured("Asia/Shanghai"))
        try await test.register("a", .district)
        let marks = test.city.days
        // When the city moves to New York, where it is still the 14th
        try await test.ask(configured("America/New_York"))
        try await test.register("b", .district)
        // Then no day goes back, and what was recorded keeps its day
        #expect(test.city.day == day("2024-10-15"))
        test.clock.set("2024-10-16T05:00:00.000Z")
        try await test.register("c", .district)
        #expect(test.city.days.map(\.day) == [day("2024-10-15"), day("2024-10-16")])
        #expect(marks.map(\.day) == [day("2024-10-15")])
        #expect(test.city.checkInvariants().isEmpty)
        let live = test.city
        #expect(try test.reopened().city == live)
    }

    @Test("the size at a day's end counts what was recorded by then")
    func sizes() async throws {
        let test = try TestHall()
        for (at, id) in [("10-13", "a"), ("10-13", "b"), ("10-15", "c")] {
            test.clock.set("2024-\(at)T04:00:00.000Z")
            try await test.register(id, .district)
        }
        let expected = [("2024-10-12", 0), ("2024-10-13", 2), ("2024-10-14", 2), ("2024-10-15", 3)]
        for (text, size) in expected { #expect(test.city.size(atEndOf: day(text)) == size) }
        #expect(test.city.size(atEndOf: .latest) == 3)
    }
}
