import Foundation
import JSON
import SaimaProgram
import Testing

struct RulebookCaseTests {
    private static let folder = SaimaProgram.root.appending(path: "Tests/Fixtures/rulebooks").path

    /// Paths without `.yaml`, of every rulebook with facts of its own.
    static let cases: [String] = {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.map { folder + "/" + $0.dropLast(5) }
            .filter { FileManager.default.fileExists(atPath: $0 + ".facts.json") }.sorted()
    }()

    private static func canonical(_ text: String, _ member: String) throws -> [UInt8] {
        try (JSON.parse(Array(text.utf8))[member] ?? .null).canonical()
    }

    @Test("a case is scored as expected, or refused with status 1", arguments: cases)
    func scored(name: String) throws {
        let run = try SaimaProgram.run(
            ["score", name + ".yaml", name + ".facts.json", "--json"])
        #expect(run.isOrderly)
        if FileManager.default.fileExists(atPath: name + ".refused") {
            #expect(run.status == 1, "\(run.output)")
            #expect(run.errors.contains("["))
            return
        }
        let expected = try String(contentsOfFile: name + ".expected.json", encoding: .utf8)
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            try RulebookCaseTests.canonical(run.output, "standings")
                == RulebookCaseTests.canonical(expected, "standings"))
    }

    @Test("the second project race is scored on the facts of the first")
    func second() throws {
        let folder = RulebookCaseTests.folder
        let facts = folder + "/project-race.facts.json"
        let run = try SaimaProgram.run(["score", folder + "/project-race-2.yaml", facts, "--json"])
        let expected = try String(
            contentsOfFile: folder + "/project-race-2.expected.json", encoding: .utf8)
        #expect(
            try RulebookCaseTests.canonical(run.output, "standings")
                == RulebookCaseTests.canonical(expected, "standings"))
    }

    @Test("standings are printed for people in either language, with their reckoning if asked")
    func printed() throws {
        let folder = RulebookCaseTests.folder
        let files = [folder + "/project-race.yaml", folder + "/project-race.facts.json"]
        let chinese = try SaimaProgram.run(["score"] + files, language: "zh_CN.UTF-8")
        #expect(chinese.output.contains("名次") && chinese.output.contains("中山区"))
        let english = try SaimaProgram.run(["score"] + files + ["--trace"])
        #expect(english.output.contains("rank") && english.output.contains("Reckoning of 中山区"))
        let asked = try SaimaProgram.run(["score"] + files + ["--lang", "zh"])
        #expect(asked.output == chinese.output)
        let traced = try SaimaProgram.run(["score"] + files + ["--json", "--trace"])
        let standings = try JSON.parse(traced.bytes)["standings"]?.arrayValue
        #expect(standings?.first?["trace"] != nil)
    }
}
