import Delivery
import Rulebook
import Testing

@Suite("Growth year on year")
struct GrowthTests {
    @Test(
        "growth is that of the figures against the same time a year before",
        arguments: [
            ("1000", "1074", "7.4"), ("8.1", "15.7", "93.8"), ("254.0", "305.8", "20.4"),
            ("52", "68", "30.8"), ("100", "92.55", "-7.5"), ("3", "1", "-66.7"),
            ("0.0000001", "0.0000003", "200.0"),
        ])
    func computed(_ before: String, _ now: String, _ growth: String) throws {
        // Given figures of two years
        var test = try TestCity.dalian()
        try test.registerIndicator()
        try test.observe([("2023-01..2023-10", before), ("2024-01..2024-10", now)])
        // When the later one's growth is worked out
        let derived = test.indicator.computedGrowth(in: test.series(), at: time)
        // Then it is the exact one, and says of which records
        #expect(derived.value?.text(places: 1, fixed: true) == growth)
        #expect(derived.seqs == [test.city.size - 2, test.city.size - 1])
        #expect(test.indicator.growth(in: test.series(), at: time) == derived)
    }

    @Test("what was stated beside a figure goes before what the figures give")
    func stated() throws {
        var test = try TestCity.dalian()
        try test.registerIndicator()
        try test.observe([("2023-10", "100")])
        try test.accept(observing("2024-10", "113", of: nil, growth: "13.7"), as: .console)
        let stated = test.indicator.growth(in: test.series(), at: time)
        #expect(stated.value?.description == "13.7")
        #expect(stated.seqs == [test.city.size - 1])
        let computed = test.indicator.computedGrowth(in: test.series(), at: time)
        #expect(computed.value?.description == "13")
    }

    @Test("an indicator of growth has no other growth than its figures")
    func ofGrowth() throws {
        var test = try TestCity.dalian()
        try test.registerIndicator { $0.basis = .growth }
        try test.observe([("2023-01..2023-10", "5.2"), ("2024-01..2024-10", "7.4")])
        let growth = test.indicator.growth(in: test.series(), at: time)
        #expect(growth.value?.description == "7.4")
        #expect(test.indicator.computedGrowth(in: test.series(), at: time).why == .unfit)
    }

    @Test("where a side is missing, not exact or not positive, it says so")
    func none() throws {
        let earlier = time.oneYearEarlier ?? .blank
        let cases: [([(String, Figure)], WhyNone, Int)] = [
            ([], .notObserved(time), 0),
            ([("2024-10", .exact(Decimal(5)))], .notObserved(earlier), 1),
            ([("2023-10", .exact(Decimal(5)))], .notObserved(time), 1),
            (
                [("2023-10", .atLeast(Decimal(5))), ("2024-10", .exact(Decimal(5)))],
                .notExact(earlier), 2
            ),
            (
                [("2023-10", .exact(Decimal(5))), ("2024-10", .range(Decimal(5), Decimal(6)))],
                .notExact(time), 2
            ),
            (
                [("2023-10", .exact(.zero)), ("2024-10", .exact(Decimal(5)))],
                .baseNotPositive(earlier), 2
            ),
            (
                [("2023-10", .exact(Decimal(-1))), ("2024-10", .exact(Decimal(5)))],
                .baseNotPositive(earlier), 2
            ),
        ]
        for (figures, why, count) in cases {
            var test = try TestCity.dalian()
            try test.registerIndicator()
            for (period, figure) in figures {
                try test.accept(
                    observing(period, of: nil) { $0.figure = figure }, as: .console)
            }
            let derived = test.indicator.computedGrowth(in: test.series(), at: time)
            #expect(derived.value == nil && derived.why == why)
            #expect(derived.seqs.count == count)
            #expect(!why.words.zh.isEmpty && !why.words.en.isEmpty)
        }
    }

    @Test("a returned figure is none")
    func returned() throws {
        var test = try TestCity.dalian()
        try test.registerIndicator()
        try test.observe([("2023-10", "100"), ("2024-10", "107.4")])
        try test.accept(returning("2024-01..2024-10", of: nil), as: .keeper)
        let derived = test.indicator.computedGrowth(in: test.series(), at: time)
        #expect(derived.why == .notObserved(time))
    }

    private let time = ObservedPeriod("2024-01..2024-10") ?? .blank
}
