import Delivery
import Rulebook
import Testing

@Suite("Periods and figures as they are written")
struct PeriodTests {
    @Test(
        "a time is written in its shortest form",
        arguments: [
            ("2024-10", "2024-10", "2024年10月", "October 2024"),
            ("2024-10..2024-10", "2024-10", "2024年10月", "October 2024"),
            ("2024-Q3", "2024-Q3", "2024年第三季度", "Q3 2024"),
            ("2024-01..2024-06", "2024-H1", "2024年上半年", "first half of 2024"),
            ("2024-07..2024-12", "2024-H2", "2024年下半年", "second half of 2024"),
            ("2024-01..2024-12", "2024", "2024年", "2024"),
            ("2024-01..2024-10", "2024-01..2024-10", "2024年1—10月", "January to October 2024"),
            ("2024-02..2024-04", "2024-02..2024-04", "2024年2—4月", "February to April 2024"),
            (
                "2023-04..2024-10", "2023-04..2024-10", "2023年4月—2024年10月",
                "April 2023 to October 2024"
            ),
            ("2024-10-15", "2024-10-15", "2024年10月15日", "2024-10-15"),
        ])
    func forms(_ text: String, _ written: String, _ zh: String, _ en: String) throws {
        let period = try #require(ObservedPeriod(text))
        #expect(period.description == written)
        #expect(period.words == Words(zh: zh, en: en))
    }

    @Test(
        "what is no time is none",
        arguments: ["", "2024-13", "2024-10..2024-09", "2024-1", "2024..2025", "2024-01..", "前三季度"])
    func malformed(_ text: String) { #expect(ObservedPeriod(text) == nil) }

    @Test("times are in the order of their ends, the undated first")
    func order() {
        let sorted = [
            ObservedPeriod.undated(.current), ObservedPeriod("2024-09"),
            ObservedPeriod("2024-01..2024-10"), ObservedPeriod("2024-10"),
            ObservedPeriod("2024-10-31"), ObservedPeriod("2024"),
        ].compactMap { $0 }
        #expect(sorted.reversed().sorted() == sorted)
        #expect(
            sorted.map(\.oneYearEarlier?.description) == [
                nil, "2023-09", "2023-01..2023-10", "2023-10", nil, "2023",
            ])
        #expect(sorted[0].words.zh == "目前")
    }

    @Test("a figure says how exactly it is known, and only what is exact has a number")
    func figures() {
        let hundred = Decimal(100)
        let cases: [(Figure, String, String, String?)] = [
            (.exact(hundred), "100.0", "100.0", "100"),
            (.atLeast(hundred), "不少于 100.0", "at least 100.0", "100"),
            (.moreThan(hundred), "超过 100.0", "more than 100.0", "100"),
            (.upTo(hundred), "最高 100.0", "up to 100.0", nil),
            (.range(Decimal(-40), hundred), "-40.0 至 100.0", "-40.0 to 100.0", "-40"),
            (.ofClass("兆瓦级"), "兆瓦级", "兆瓦级", nil),
        ]
        for (figure, zh, en, low) in cases {
            #expect(figure.words(decimals: 1) == Words(zh: zh, en: en))
            #expect(figure.lowerBound?.description == low)
            #expect((figure.exact != nil) == (figure == .exact(hundred)))
        }
        #expect(Decimal("12.345")?.text(atLeast: 1) == "12.345")
        #expect(Decimal("-0.5")?.rational.description == "-0.5")
    }
}
