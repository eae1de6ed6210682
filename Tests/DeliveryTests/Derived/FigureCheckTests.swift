import Delivery
import Rulebook
import Testing

@Suite("Warnings about figures and ranks by them")
struct FigureCheckTests {
    @Test(
        "a stated growth that the figures do not give is a warning, one of rounding is not",
        arguments: [
            ("13.7", nil), ("13.8", nil), ("13.9", "13.7"), ("14", nil), ("12", "14"),
            ("13.71", nil), ("-13.71", "13.71"),
        ] as [(String, String?)])
    func growthDiffers(_ stated: String, _ computed: String?) throws {
        // Given figures that give 13.71 percent, and what is stated
        var test = try TestCity.dalian()
        try test.registerIndicator()
        try test.observe([("2023-10", "1000")])
        try test.accept(observing("2024-10", "1137.1", of: nil, growth: stated), as: .console)
        // When they are checked, then the warning says what the figures give
        let warning = test.indicator.warnings(in: test.series())
            .first { $0.kind == .growthDiffers }
        #expect((warning != nil) == (computed != nil))
        if let computed {
            #expect(warning?.words.en.contains("the figures give \(computed)%") == true)
            #expect(warning?.seqs.count == 2)
        }
    }

    @Test("more than double or less than half of last year's is an outlier")
    func outliers() throws {
        for (figure, isOut) in [("200", false), ("200.1", true), ("50", false), ("49.9", true)] {
            var test = try TestCity.dalian()
            try test.registerIndicator()
            try test.observe([("2023-10", "100"), ("2024-10", figure)])
            let kinds = test.indicator.warnings(in: test.series()).map(\.kind)
            #expect(kinds.contains(.outlier) == isOut, "\(figure)")
            let wide = test.indicator.warnings(in: test.series(), factor: Rational(3))
            #expect(!wide.contains { $0.kind == .outlier })
        }
    }

    @Test("months between the first and the latest are missed, January beside February is not")
    func missing() throws {
        var test = try TestCity.dalian()
        try test.registerIndicator()
        try test.observe([("2023-11", "1"), ("2024-02", "1"), ("2024-05", "1")])
        let missing = test.indicator.warnings(in: test.series()).filter { $0.kind == .missing }
        let spans = ["2023", "2024-Q1", "2024-01..2024-04"]
        #expect(missing.map(\.period.description) == spans)
        #expect(missing[0].words.zh == "缺少2023年的数据")
    }

    @Test("a figure below the floor is an alarm")
    func floor() throws {
        var test = try TestCity.dalian()
        try test.registerIndicator { $0.floor = Decimal("99.5") }
        try test.observe([("2024-09", "99.5"), ("2024-10", "99.4")])
        let warnings = test.indicator.warnings(in: test.series())
        #expect(warnings.map(\.kind) == [.belowFloor])
        #expect(warnings[0].seqs == [test.city.size - 1])
    }

    @Test("the best is first by the direction, and who is equal shares the place")
    func ranks() throws {
        var test = try TestCity.dalian()
        try test.registerIndicator()
        for (house, figure) in [("zhongshan", "5"), ("xigang", "7"), ("changhai", "5.0")] {
            try test.accept(observing("2024-09", figure, of: house), as: .console)
        }
        try test.accept(
            observing("2024-09", of: "yuanqu") { $0.figure = .atLeast(Decimal(9)) }, as: .console)
        let houses = ["changhai", "yuanqu", "xigang", "zhongshan", "old"].map(organization)
        func places() -> [String] {
            test.city.ranks(of: TestCity.investment, at: .month(month("2024-09")), among: houses)
                .map { "\($0.place) \($0.organization)" }
        }
        #expect(places() == ["1 xigang", "2 changhai", "2 zhongshan"])
        try revise(&test) { $0.direction = .lower }
        #expect(places() == ["1 changhai", "1 zhongshan", "3 xigang"])
        try revise(&test) { $0.direction = .neither }
        #expect(places().isEmpty)
    }

    private func revise(
        _ test: inout TestCity, _ change: (inout IndicatorProfile) -> Void
    ) throws {
        var command = ReviseIndicator.example
        command.proposed.profile = test.indicator.profile
        change(&command.proposed.profile)
        try test.accept(command, as: .dispatcher)
    }
}
