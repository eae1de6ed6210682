import JSON
import Rulebook
import RulebookJSON
import RulebookYAML
import Testing

@Suite("Facts made in memory")
struct MemoryTests {
    /// Projects of 13 units with every kind of cell.
    static func facts(rows: Int, seed: UInt64) throws -> Facts {
        var random = SeededGenerator(seed: seed)
        let period = try #require(Period("2024-10"))
        var builder = FactsBuilder(period: period)
        for unit in 0..<13 {
            builder.add(Facts.Unit(id: "u\(unit)", name: "单位\(unit)", group: "g\(unit % 3)"))
            builder.set("target", unit: "u\(unit)", .scaled(Int64(unit * 10 + 100), places: 1))
        }
        var table = TableBuilder(
            "projects", fields: ["id", "amount", "on", "month", "kind", "strategic", "mixed"])
        for row in 0..<rows {
            let number = 19_500 + Int.random(in: 0..<700, using: &random)
            let day = Day(number: number) ?? .earliest
            let amount = Int64.random(in: -50..<1_000_000, using: &random)
            let places = [0, 1, 4].randomElement(using: &random) ?? 0
            table.append(
                unit: "u\(Int.random(in: 0..<13, using: &random))",
                [
                    .text("p\(row)"), .scaled(amount, places: places),
                    Bool.random(using: &random) ? .day(day) : .null, .month(day.month),
                    .text(["major", "minor", "重大"].randomElement(using: &random) ?? ""),
                    .bool(Bool.random(using: &random)),
                    Bool.random(using: &random) ? .number("7.0") : .text("x"),
                ])
        }
        builder.add(table)
        return try builder.build()
    }

    static let rules = """
        rulebook: t
        schema: 1
        version: "1"
        period: {unit: month, basis: ytd}
        measures:
          n: {agg: count, of: projects, where: [{field: on, op: in_period}]}
          prior: {agg: count, of: projects, where: [{field: on, op: in_prior_year}, \
        {field: strategic, op: eq, value: true}]}
          amount: {agg: sum, field: amount, of: projects, where: [{field: kind, op: ne, \
        value: minor}]}
          middle: {agg: median, field: amount, of: projects, where: [{field: amount, op: ge, \
        value: "10.5"}]}
          least: {agg: min, field: amount, of: projects}
          kinds: {agg: count_distinct, field: mixed, of: projects}
          months: {agg: count, of: projects, where: [{field: month, op: in_period}]}
          rate: {ratio: [n, target]}
        indicators:
        - {id: rate, weight: "2", measure: rate, missing: zero, \
        score: [{rank_ladder: {step: "0.1", floor: "0"}}]}
        - {id: prior, weight: "1", measure: prior, score: [{minmax: {no_spread: "1", within: all}}]}
        - {id: amount, weight: "1", measure: amount, score: []}
        - {id: middle, weight: "1", measure: middle, missing: zero, score: []}
        - {id: least, weight: "1", measure: least, missing: zero, score: []}
        - {id: kinds, weight: "1", measure: kinds, score: []}
        - {id: months, weight: "1", measure: months, score: []}
        adjust:
        - {id: b, kind: bonus, of: projects, field: kind, points: {major: "0.25", 重大: "1"}, \
        cap: "9000"}
        """

    private static func randomSeed() -> UInt64 {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        return seed
    }

    @Test("facts score to the same bytes after being written as JSON and read again")
    func sameAsJSON() throws {
        // given facts built cell by cell
        let facts = try Self.facts(rows: 3000, seed: Self.randomSeed())
        let rulebook = try Rulebook(yaml: Array(Self.rules.utf8), file: "rules.yaml")
        // when they go through JSON
        let again = try Facts(json: facts.canonicalJSON(), file: "facts")
        // then nothing changes
        #expect(try rulebook.score(facts).json().text() == rulebook.score(again).json().text())
        #expect(try facts.canonicalJSON() == again.canonicalJSON())
    }

    @Test("two tasks find what one finds")
    func sameInTwoTasks() async throws {
        let facts = try Self.facts(rows: 120_001, seed: Self.randomSeed())
        let rulebook = try Rulebook(yaml: Array(Self.rules.utf8), file: "rules.yaml")
        let alone = try rulebook.score(facts, traces: true).json()
        let together = try await rulebook.scoreConcurrently(facts, traces: true).json()
        #expect(alone == together)
    }

    @Test("scaled numbers print without zeros at the end")
    func printing() throws {
        #expect(Cell.scaled(1250, places: 2).text == "12.5")
        #expect(Cell.scaled(-5, places: 3).text == "-0.005")
        #expect(Cell.scaled(0, places: 4).text == "0")
        #expect(Cell.scaled(Int64.min, places: 18).text == "-9.223372036854775808")
    }

    @Test("sums beyond 64 bits are exact")
    func bigSums() throws {
        let period = try #require(Period("2024"))
        var builder = FactsBuilder(period: period)
        builder.add(Facts.Unit(id: "a", group: "g"))
        var table = TableBuilder("t", fields: ["v"])
        for _ in 0..<5 { table.append(unit: "a", [.scaled(999_999_999_999_999_999, places: 0)]) }
        builder.add(table)
        let rules = """
            {rulebook: t, schema: 1, version: "1", measures: {s: {agg: sum, of: t, field: v}},
             indicators: [{id: i, weight: "1", measure: s}]}
            """
        let rulebook = try Rulebook(yaml: Array(rules.utf8), file: "rules.yaml")
        #expect(
            try rulebook.score(builder.build()).lines.first?.base.text() == "4999999999999999995")
    }

    @Test(
        "rows of a unit that is not there, units twice and values that are no numbers are refused")
    func refusals() throws {
        let period = try #require(Period("2024"))
        var builder = FactsBuilder(period: period)
        builder.add(Facts.Unit(id: "a", group: "g"))
        builder.add(Facts.Unit(id: "a", group: "g"))
        builder.set("x", unit: "a", .text("twelve"))
        var table = TableBuilder("t", fields: ["v"])
        table.append(unit: "b", [.null])
        builder.add(table)
        #expect {
            try builder.build()
        } throws: { error in
            (error as? Problems)?.all.map(\.code)
                == ["duplicate_unit", "not_a_number", "unknown_unit"]
        }
    }
}
