import Rulebook
import RulebookYAML
import Testing

@Suite("Ranks keep their sense")
struct RankTests {
    private static let rules = """
        rulebook: t
        schema: 1
        version: "1"
        indicators:
        - {id: x, weight: "2", measure: x, score: [{minmax: {no_spread: "1"}}]}
        - {id: y, weight: "1", measure: y, missing: group_median, \
        score: [{percentile_rank: {no_spread: "1"}}]}
        rank: {tie_break: [score.y]}
        """

    private struct Field {
        var values: [(unit: String, x: Int, y: Int?)]

        init(_ random: inout SeededGenerator) {
            values = (0..<Int.random(in: 1...9, using: &random)).map { index in
                let y = Int.random(in: 0...6, using: &random)
                return ("u\(index)", Int.random(in: -4...9, using: &random), y == 6 ? nil : y)
            }
        }

        func lines(times factor: Int = 1, plus term: Int = 0) throws -> [Standings.Line] {
            let period = try #require(Period("2024"))
            var builder = FactsBuilder(period: period)
            builder.declareValue("y")
            for (unit, x, y) in values {
                builder.add(Facts.Unit(id: unit, group: "g"))
                builder.set("x", unit: unit, .scaled(Int64(x * factor + term), places: 0))
                builder.set("y", unit: unit, y.map { .scaled(Int64($0), places: 0) } ?? .null)
            }
            let rulebook = try Rulebook(yaml: Array(RankTests.rules.utf8), file: "rules.yaml")
            return try rulebook.score(builder.build()).lines
        }
    }

    private static func ranks(_ lines: [Standings.Line]) -> [String: Int?] {
        Dictionary(uniqueKeysWithValues: lines.map { ($0.unit, $0.rank) })
    }

    @Test("the order of units, and another measure of the same thing, change no rank")
    func invariance() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            var field = Field(&random)
            let ranks = Self.ranks(try field.lines())
            #expect(Self.ranks(try field.lines(times: 7, plus: -3)) == ranks)
            field.values.shuffle(using: &random)
            #expect(Self.ranks(try field.lines()) == ranks)
        }
    }

    @Test("doing better never ranks worse, and ranks skip what is shared")
    func monotone() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            var field = Field(&random)
            let before = try field.lines()
            for (index, line) in before.enumerated() {
                let ahead = before.count { ($0.rank ?? 0) < (line.rank ?? 0) }
                #expect(line.rank == ahead + 1, "line \(index)")
            }
            let one = Int.random(in: field.values.indices, using: &random)
            field.values[one].x += Int.random(in: 1...5, using: &random)
            let unit = field.values[one].unit
            let after = Self.ranks(try field.lines())
            let old = Self.ranks(before)[unit] ?? nil
            let new = after[unit] ?? nil
            #expect((new ?? 99) <= (old ?? 0))
        }
    }

    @Test("a chain of thousands of measures is worked out without recursion")
    func longChain() throws {
        let links = 6000
        var rules = "{rulebook: t, schema: 1, version: \"1\", measures: {m0: {fact: x}"
        for link in 1...links { rules += ", m\(link): {difference: [m\(link - 1), x]}" }
        rules += "}, indicators: [{id: i, weight: \"1\", measure: m\(links)}]}"
        let facts = """
            {"schema":1,"period":"2024","units":[{"id":"a","group":"g"}],"values":{"x":{"a":"1"}}}
            """
        #expect(try Fixtures.score(rules, facts).lines.first?.base == Rational(1 - links))
    }

    @Test("numbers that grow without bound are refused in time")
    func growth() {
        var rules =
            "{rulebook: t, schema: 1, version: \"1\", measures: {one: {fact: o}, m0: {fact: x}"
        for link in 1...60 {
            rules += ", i\(link): {ratio: [one, m\(link - 1)]}"
            rules += ", m\(link): {ratio: [m\(link - 1), i\(link)]}"
        }
        rules += "}, indicators: [{id: i, weight: \"1\", measure: m60}]}"
        let facts = """
            {"schema":1,"period":"2024","units":[{"id":"a","group":"g"}],
             "values":{"x":{"a":"7e99"},"o":{"a":1}}}
            """
        #expect {
            try Fixtures.score(rules, facts)
        } throws: { error in
            (error as? Problems)?.all.first?.code == "number_too_long"
        }
    }
}
