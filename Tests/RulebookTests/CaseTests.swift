import JSON
import RulebookJSON
import Testing

@Suite("The cases that define the language")
struct CaseTests {
    @Test("there are cases to run")
    func casesExist() {
        #expect(Fixtures.cases.count >= 69)
    }

    @Test("each case gives its expected standings or is refused", arguments: Fixtures.cases)
    func smallCase(name: String) throws {
        // given a rulebook and facts
        let rules = try Fixtures.bytes(name + ".yaml")
        let facts = try Fixtures.bytes(name + ".facts.json")
        // when they are scored
        let result = Fixtures.result(rules: rules, facts: facts)
        // then the standings are the expected ones, or there are none
        if Fixtures.exists(name + ".refused") {
            #expect(throws: (any Error).self) { try result.get() }
        } else {
            let expected = try JSON.parse(Fixtures.bytes(name + ".expected.json"))
            #expect(try result.get() == expected)
        }
    }

    @Test(
        "the whole rulebooks give their expected standings",
        arguments: [
            ("annual-efficacy", "annual-efficacy"), ("project-race", "project-race"),
            ("project-race-2", "project-race"),
        ])
    func wholeRulebook(rules: String, facts: String) throws {
        let standings = Fixtures.result(
            rules: try Fixtures.bytes(rules + ".yaml"),
            facts: try Fixtures.bytes(facts + ".facts.json"))
        let expected = try JSON.parse(Fixtures.bytes(rules + ".expected.json"))
        #expect(try standings.get() == expected)
    }

    @Test("hashes stand before the standings, where they are given")
    func hashes() throws {
        let name = "cases/30-full"
        let rules = try Fixtures.bytes(name + ".yaml")
        let facts = try Fixtures.bytes(name + ".facts.json")
        let standings = try Fixtures.score(rules, facts)
        let text = standings.json(.init(rulebook: "ab", facts: "cd")).text()
        #expect(
            text.hasPrefix(
                #"{"rulebook":"t","version":"1","period":"2024-10","rulebook_sha256":"ab","#
                    + #""facts_sha256":"cd","standings":["#))
    }
}
