import Rulebook
import Testing
import Web

@Suite struct LanguageTests {
    @Test(
        "The address decides the language, then the cookie, then the browser, then Chinese",
        arguments: [
            ("en", "zh", "zh-CN", Language.en), ("zh", "en", "en", .zh), (nil, "en", "zh", .en),
            ("xx", nil, "en-GB,en;q=0.9", .en), (nil, nil, "fr, en;q=0.3, zh;q=0.8", .zh),
            (nil, nil, "zh;q=0, en;q=0.001", .en), (nil, nil, "de", .zh), (nil, nil, nil, .zh),
            (nil, nil, ";;;,q=,en;q=abc", .en),
        ] as [(String?, String?, String?, Language)])
    func choice(asked: String?, cookie: String?, accepted: String?, expected: Language) {
        #expect(Language(asked: asked, cookie: cookie, accepted: accepted) == expected)
    }

    @Test("Days and periods are written as each language writes them")
    func days() throws {
        let day = try #require(Day("2024-10-05"))
        #expect(Localizer(.zh).day(day) == "2024年10月5日")
        #expect(Localizer(.en).day(day) == "5 October 2024")
        let quarter = try #require(Period("2024-Q3"))
        #expect(Localizer(.zh).period(quarter) == "2024年三季度")
        #expect(Localizer(.en).period(quarter) == "third quarter of 2024")
    }

    @Test(
        "Figures are grouped and never rounded",
        arguments: [
            ("0", "0"), ("1234567", "1,234,567"), ("-1234.50", "−1,234.50"), ("999", "999"),
            ("0.000001", "0.000001"), ("100000000000000000", "100,000,000,000,000,000"),
            ("n/a", "n/a"),
        ])
    func figures(literal: String, expected: String) {
        #expect(Localizer(.zh).decimal(literal) == expected)
    }

    @Test("On an English page the city's own Chinese words are marked as Chinese")
    func marking() {
        #expect(Localizer(.en).data("中山区 <1>").text == "<span lang=\"zh\">中山区 &lt;1&gt;</span>")
        #expect(Localizer(.en).data("Bronx – “A”").text == "Bronx – “A”")
        #expect(Localizer(.zh).data("中山区").text == "中山区")
    }
}
