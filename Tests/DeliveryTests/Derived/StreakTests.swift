import Delivery
import Rulebook
import Testing

@Suite("Months in a row")
struct StreakTests {
    private let ten = Rational(10)

    /// Growths of the year to date by month, from the first on; without the months left out.
    private func city(
        from first: String, _ growths: [String], without: Set<String> = []
    ) throws -> TestCity {
        var test = try TestCity.dalian()
        try test.registerIndicator { $0.basis = .growth }
        for (index, growth) in growths.enumerated() {
            let end = month(first).adding(months: index) ?? .blank
            guard !without.contains(end.description) else { continue }
            try test.observe([(MonthSpan.yearToDate(end).description, growth)])
        }
        return test
    }

    @Test("nineteen months of two digits up to October 2024, the last of them 14.9 percent")
    func nineteen() throws {
        // Given 9.9 percent in March 2023 and two digits in each month since
        let growths = ["9.9"] + Array(repeating: "10.0", count: 18) + ["14.9"]
        let test = try city(from: "2023-03", growths)
        // When the streak is counted
        let streak = test.indicator.streak(in: test.series(), atLeast: ten)
        // Then it is nineteen months, made of nineteen figures
        #expect(streak.value?.count == 19)
        #expect(streak.value?.first == month("2023-04"))
        #expect(streak.value?.last == month("2024-10"))
        #expect(streak.seqs.count == 19)
        let latest = ObservedPeriod("2024-01..2024-10") ?? .blank
        #expect(
            test.indicator.growth(in: test.series(), at: latest).value?.description == "14.9")
    }

    @Test("a January that is published with February counts with it")
    func january() throws {
        let growths = ["9.9"] + Array(repeating: "10.0", count: 18) + ["14.9"]
        let test = try city(from: "2023-03", growths, without: ["2024-01"])
        let streak = test.indicator.streak(in: test.series(), atLeast: ten)
        #expect(streak.value?.count == 19)
        #expect(streak.seqs.count == 18)
    }

    @Test("any other month without a figure ends the streak")
    func gap() throws {
        let growths = Array(repeating: "12", count: 20)
        let test = try city(from: "2023-03", growths, without: ["2024-02", "2024-05"])
        let streak = test.indicator.streak(in: test.series(), atLeast: ten)
        #expect(streak.value?.count == 5)
        #expect(streak.value?.first == month("2024-06"))
        let earlier = test.indicator.streak(
            in: test.series(), atLeast: ten, through: month("2024-01"))
        #expect(earlier.value?.count == 11)
    }

    @Test("a latest month below the threshold leaves a streak of none")
    func none() throws {
        let test = try city(from: "2024-08", ["12", "12", "9.9"])
        let streak = test.indicator.streak(in: test.series(), atLeast: ten)
        #expect(streak.value?.count == 0 && streak.value?.first == nil)
        #expect(streak.value?.last == month("2024-10"))
        #expect(streak.seqs.isEmpty)
    }

    @Test("of levels it is counted by what was stated, else by what the figures give")
    func levels() throws {
        var test = try TestCity.dalian()
        try test.registerIndicator {
            $0.basis = .level
            $0.flow = true
        }
        try test.observe([("2023-09", "100"), ("2023-10", "100"), ("2024-10", "111")])
        try test.accept(observing("2024-08", "5", of: nil, growth: "10"), as: .console)
        try test.accept(observing("2024-09", "110", of: nil), as: .console)
        let streak = test.indicator.streak(in: test.series(), atLeast: ten)
        #expect(streak.value?.count == 3)
        #expect(streak.seqs.count == 5)
    }

    @Test("what is not monthly, or was never observed, has no streak")
    func unfit() throws {
        var test = try TestCity.dalian()
        try test.registerIndicator()
        let empty = test.indicator.streak(in: test.series(), atLeast: ten)
        #expect(empty.value == nil)
        var quarterly = test.indicator
        quarterly.profile.frequency = .quarter
        #expect(quarterly.streak(in: test.series(), atLeast: ten).why == .unfit)
    }
}
