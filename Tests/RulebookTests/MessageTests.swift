import Rulebook
import RulebookYAML
import Testing

@Suite("What an author is told")
struct MessageTests {
    private static let head = """
        rulebook: t
        schema: 1
        version: "1"

        """

    @Test("a mistyped key is named with its line and the key that was meant")
    func mistypedKey() {
        let problems = Fixtures.problems(
            of: Self.head + "indicators:\n- {id: i, wieght: \"1\", measure: x}\n")
        #expect(
            problems == [
                "rules.yaml:5: unknown key \"wieght\" in indicator \"i\"; did you mean \"weight\"?",
                "rules.yaml:5: indicator \"i\" lacks \"weight\"",
            ]
        )
    }

    @Test("all mistakes are told at once, in the order of the file")
    func allAtOnce() {
        let problems = Fixtures.problems(
            of: Self.head + """
                params: {p: {unit: x, values: {}}}
                measures:
                  a: {ratio: [b, x], zero_den: nul}
                  b: {difference: [a, x]}
                  c: {agg: sum, of: t}
                indicators:
                - {id: i, weight: "-1", measure: x, score: [{minmax: {}}, {capp: "1"}]}
                - {id: i, weight: "1", measure: x, score: [{cap: {param: q}}]}
                rank: {tie_break: [score.j]}
                """)
        #expect(
            problems == [
                "rules.yaml:4: parameter \"p\" has no value; give at least one",
                "rules.yaml:6: zero_den of measure \"a\" \"nul\" is unknown; it must be missing or "
                    + "not_applicable or zero or full",
                "rules.yaml:6: measures depend on each other in a circle: a → b → a; break it",
                "rules.yaml:8: measure \"c\" lacks \"field\" (or \"days\"); "
                    + "only count does without",
                "rules.yaml:10: minmax needs no_spread: the score where all peers are equal",
                "rules.yaml:10: step \"capp\" is unknown; it must be cap or floor or clamp or "
                    + "multiply or add or goalposts or minmax or rank_ladder or percentile_rank or "
                    + "efficacy or bands or marginal; did you mean \"cap\"?",
                "rules.yaml:10: the weight of indicator \"i\" is -1; a weight must be 0 or more",
                "rules.yaml:11: indicator \"i\" stands twice (first on line 10); "
                    + "each may stand once",
                "rules.yaml:11: parameter \"q\" is not defined under params",
                "rules.yaml:12: tie_break names score.j, but there is no such indicator",
            ]
        )
    }

    @Test(
        "what YAML can do and a rulebook must not is refused",
        arguments: [
            ("a: &x 1\nb: *x\n", "anchor"), ("a: !!int 1\n", "tag"),
            ("a: 1\na: 2\n", "duplicate_key"), ("a: 1\n\"a\": 2\n", "duplicate_key"),
            ("---\na: 1\n---\nb: 2\n", "several_documents"), ("", "empty"),
            ("a: [1\n", "not_yaml"), ("? [a, b]\n: 1\n", "key_not_text"),
            ("- 1\n", "not_a_mapping"),
            (String(repeating: "[", count: 60) + String(repeating: "]", count: 60), "too_deep"),
            (String(repeating: "[", count: 5000), "not_yaml"),
            ("a: " + String(repeating: "x", count: 300_000), "too_long"),
            ("a: \u{0}\n", "not_yaml"),
        ])
    func refusedYAML(text: String, code: String) {
        do throws(Problems) {
            _ = try Rulebook(yaml: Array(text.utf8), file: "rules.yaml")
            Issue.record("read")
        } catch {
            #expect(error.all.first?.code == code)
            #expect(error.all.allSatisfy { !$0.zh.isEmpty && !$0.en.isEmpty })
        }
    }

    @Test("bytes that are not UTF-8 are refused")
    func notUTF8() {
        #expect(throws: Problems.self) { try Rulebook(yaml: [0x61, 0xFF], file: "rules.yaml") }
    }

    @Test("a swarm of aliases is refused before it is expanded")
    func aliasBomb() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let uses = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(uses)]\n"
        }
        text += "? *a9\n: 1\n"
        let problems = Fixtures.problems(of: text)
        #expect(problems.count == 1)
        #expect(problems.first?.contains("anchors") ?? false)
    }

    @Test("a row that cannot be used is named with its table, id, unit and field")
    func rowProblem() {
        let rules =
            Self.head + """
                measures: {n: {agg: count, of: projects, where: [{field: on, op: in_period}]}}
                indicators: [{id: i, weight: "1", measure: n}]
                """
        let facts = """
            {"schema":1,"period":"2024-10","units":[{"id":"a","group":"g"}],
             "tables":{"projects":[{"unit":"a","id":"p7","on":"31.10.2024"}]}}
            """
        #expect {
            try Fixtures.score(rules, facts)
        } throws: { error in
            (error as? Problems)?.description
                == "facts.json: table \"projects\", row p7 (unit \"a\"), field \"on\" is "
                + "\"31.10.2024\"; in_period at rules.yaml:4 needs a day such as 2024-03-02 "
                + "or a month such as 2024-03"
        }
    }

    @Test("a missing value is named with unit and indicator")
    func missingValue() {
        let rules = Self.head + "indicators: [{id: i, weight: \"1\", measure: x}]\n"
        let facts = """
            {"schema":1,"period":"2024","units":[{"id":"甲","group":"g"}],"values":{"x":{}}}
            """
        #expect {
            try Fixtures.score(rules, facts)
        } throws: { error in
            (error as? Problems)?.all.first?.zh
                == "单位“甲”没有指标“i”的值；请补数据，或给出 missing"
        }
    }
}
