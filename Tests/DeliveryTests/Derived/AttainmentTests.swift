import Delivery
import Rulebook
import Testing

@Suite("Targets and what was reached of them")
struct AttainmentTests {
    @Test("15.7 by September is 93.8 percent more and past both targets of the year")
    func bothPassedEarly() throws {
        // Given foreign investment by month, and the targets of province and city
        var test = try TestCity.dalian()
        try test.registerIndicator()
        try test.observe([
            ("2023-09", "8.1"), ("2024-06", "10.2"), ("2024-07", "12.5"), ("2024-08", "13.9"),
            ("2024-09", "15.7"),
        ])
        try test.accept(aiming("12.5", by: .province), as: .dispatcher)
        try test.accept(
            aiming("15", schedule: [1, 2, 3, 4, 5, 7, 8, 10, 11, 12, 14, 15]), as: .dispatcher)
        // When they are set against each other
        let series = test.series()
        let growth = test.indicator.growth(
            in: series, at: ObservedPeriod("2024-01..2024-09") ?? .blank)
        let both = test.indicator.attainments(in: series, of: 2024)
        // Then
        #expect(growth.value?.text(places: 1) == "93.8")
        #expect(both.map(\.target.key.setter) == [.province, .city])
        #expect(both.map { $0.percent?.text(places: 1) } == ["125.6", "104.7"])
        #expect(both.map { $0.difference?.description } == ["3.2", "0.7"])
        #expect(both.map(\.reachedIn.value) == [month("2024-07"), month("2024-09")])
        #expect(both.map(\.pace) == [nil, .ahead])
        #expect(both[1].due == Decimal(11))
        #expect(both[1].soFar.value?.through == month("2024-09"))
        #expect(both[1].soFar.seqs == [test.city.size - 3])
        #expect(both[1].reachedIn.seqs == [test.city.size - 3])
    }

    @Test("what was not yet known counts not yet")
    func through() throws {
        var test = try TestCity.dalian()
        try test.registerIndicator()
        try test.observe([("2024-07", "12.5"), ("2024-09", "15.7")])
        try test.accept(aiming("15"), as: .dispatcher)
        let july = test.indicator.attainments(
            in: test.series(), of: 2024, through: month("2024-08"))
        #expect(july[0].soFar.value?.value.description == "12.5")
        #expect(july[0].reachedIn.why == .notReached)
        let before = test.indicator.attainments(
            in: test.series(), of: 2024, through: month("2024-06"))
        #expect(before[0].soFar.why == .nothingIn(year: 2024))
        #expect(before[0].percent == nil && before[0].reachedIn.why == .nothingIn(year: 2024))
    }

    @Test(
        "ahead, on and behind are by the direction",
        arguments: [
            (Direction.higher, "12", Attainment.Pace.ahead), (.higher, "11", .on),
            (.higher, "10", .behind), (.lower, "12", .behind), (.lower, "10", .ahead),
            (.neither, "12", nil),
        ] as [(Direction, String, Attainment.Pace?)])
    func pace(_ direction: Direction, _ figure: String, _ pace: Attainment.Pace?) throws {
        var test = try TestCity.dalian()
        try test.registerIndicator { $0.direction = direction }
        try test.observe([("2024-09", figure)])
        try test.accept(
            aiming("15", schedule: [1, 2, 3, 4, 5, 7, 8, 10, 11, 12, 14, 15]), as: .dispatcher)
        let attainment = test.indicator.attainments(in: test.series(), of: 2024)[0]
        #expect(attainment.pace == pace)
        #expect((attainment.reachedIn.why == .unfit) == (direction != .higher))
        #expect(attainment.pace?.words.en.isEmpty != true)
    }

    @Test("a flow's year to date is the sum of its months, all of which must stand")
    func flow() throws {
        // Given a flow from January to April without March
        var test = try TestCity.dalian()
        try test.registerIndicator {
            $0.basis = .level
            $0.flow = true
        }
        try test.observe([("2024-01", "1.1"), ("2024-02", "2.2"), ("2024-04", "4.4")])
        try test.accept(aiming("6"), as: .dispatcher)
        let march = ObservedPeriod("2024-03") ?? .blank
        #expect(sum(test, "2024-02").value?.description == "3.3")
        #expect(sum(test, "2024-04").why == .notObserved(march))
        #expect(test.indicator.soFar(in: test.series(), of: 2024).why == .notObserved(march))
        // When March comes in
        try test.observe([("2024-03", "3.3")])
        // Then the sum stands, exact, and the target was passed in March
        #expect(sum(test, "2024-04").value?.description == "11")
        #expect(sum(test, "2024-04").seqs.count == 4)
        let attainment = test.indicator.attainments(in: test.series(), of: 2024)[0]
        #expect(attainment.reachedIn.value == month("2024-03"))
        #expect(attainment.reachedIn.seqs.count == 3)
    }

    @Test("quarters add up by quarter, and a stock adds up to nothing")
    func quarters() throws {
        var test = try TestCity.dalian()
        try test.registerIndicator {
            ($0.basis, $0.frequency, $0.flow) = (.level, .quarter, true)
        }
        try test.observe([("2024-Q1", "1"), ("2024-Q2", "2")])
        #expect(sum(test, "2024-06").value?.description == "3")
        #expect(sum(test, "2024-05").why == .unfit)
        var stock = test.indicator
        stock.profile.flow = false
        #expect(stock.yearToDate(in: test.series(), through: month("2024-06")).why == .unfit)
        let soFar = stock.soFar(in: test.series(), of: 2024)
        #expect(soFar.value?.value == Rational(2) && soFar.value?.through == month("2024-06"))
    }

    @Test("a growth is compared by its difference, and a bound is enough to be past a target")
    func growthsAndBounds() throws {
        var test = try TestCity.dalian()
        try test.registerIndicator { $0.basis = .growth }
        try test.accept(
            observing("2024-10", of: nil) { $0.figure = .moreThan(Decimal(8)) }, as: .console)
        try test.accept(aiming("7"), as: .dispatcher)
        let bound = test.indicator.attainments(in: test.series(), of: 2024)[0]
        #expect(bound.reachedIn.value == month("2024-10"))
        #expect(bound.soFar.why == .notExact(ObservedPeriod("2024-10") ?? .blank))
        try test.accept(observing("2024-10", "7.4", of: nil, reason: "确数"), as: .console)
        let exact = test.indicator.attainments(in: test.series(), of: 2024)[0]
        #expect(exact.percent == nil && exact.difference?.description == "0.4")
    }

    private func sum(_ test: TestCity, _ text: String) -> Derived<Rational> {
        test.indicator.yearToDate(in: test.series(), through: month(text))
    }
}
