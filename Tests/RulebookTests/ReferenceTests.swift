import Foundation
import JSON
import Rulebook
import RulebookJSON
import RulebookYAML
import Testing

@Suite("The engine against a plain reading of the language in Python")
struct ReferenceTests {
    /// `TRIALS` asks for more, `SEED` for the same ones again.
    private static let count = ProcessInfo.processInfo.environment["TRIALS"] ?? "2000"
    private static let seed =
        ProcessInfo.processInfo.environment["SEED"] ?? String(Int.random(in: 0..<1_000_000))

    @Test("random rulebooks and facts, many of them spoilt, score the same or are refused by both")
    func trials() throws {
        print("seed \(Self.seed)")
        let script = Fixtures.tests.appending(path: "reference/trials.py").path
        let (status, output) = try Python.run([script, Self.seed, Self.count])
        try #require(status == 0, "the reference did not run")
        var (scored, refused) = (0, 0)
        for (index, line) in output.split(separator: UInt8(ascii: "\n")).enumerated() {
            let trial = try JSON.parse(Array(line))
            let rules = try #require(trial["rules"]?.stringValue)
            let facts = try #require(trial["facts"]?.stringValue)
            let ours = Fixtures.standings(rules: Array(rules.utf8), facts: Array(facts.utf8))
            let expected = trial["expected"] == .null ? nil : trial["expected"]
            if expected == nil { refused += 1 } else { scored += 1 }
            #expect(ours == expected, "trial \(index) of seed \(Self.seed): \(rules)\n\(facts)")
            if ours != expected { return }
        }
        #expect(scored > refused / 2 && refused > 0)
    }

    @Test("facts score the same after being written as canonical JSON and read again")
    func roundTrip() throws {
        print("seed \(Self.seed)")
        let script = Fixtures.tests.appending(path: "reference/trials.py").path
        let (status, output) = try Python.run([script, Self.seed, "400"])
        try #require(status == 0)
        for line in output.split(separator: UInt8(ascii: "\n")) {
            let trial = try JSON.parse(Array(line))
            guard trial["expected"] != .null, let rules = trial["rules"]?.stringValue,
                let text = trial["facts"]?.stringValue
            else { continue }
            let facts = try Facts(json: Array(text.utf8), file: "facts.json")
            let bytes = try facts.canonicalJSON()
            let again = try Facts(json: bytes, file: "facts.json")
            let rulebook = try Rulebook(yaml: Array(rules.utf8), file: "rules.yaml")
            #expect(try rulebook.score(again).json() == trial["expected"])
            #expect(try again.canonicalJSON() == bytes)
            #expect(Self.untraced(try rulebook.score(facts, traces: true)) == trial["expected"])
        }
    }

    /// The standings as if no trace had been asked for.
    private static func untraced(_ standings: Standings) -> JSON {
        var standings = standings
        for index in standings.lines.indices { standings.lines[index].reckoning = nil }
        return standings.json()
    }
}
