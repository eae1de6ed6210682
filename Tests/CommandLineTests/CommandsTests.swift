import Foundation
import JSON
import SaimaProgram
import Testing

struct CommandsTests {
    private static func catalogue() throws -> [JSON] {
        try JSON.parse(try SaimaProgram.run(["commands", "--json"]).bytes).arrayValue ?? []
    }

    @Test("every command is told with its fields, who may, refusals and an example")
    func told() throws {
        let catalogue = try CommandsTests.catalogue()
        #expect(catalogue.count >= 26)
        let text = try SaimaProgram.run(["commands"]).output
        for entry in catalogue {
            let name = try #require(entry["cmd"]?.stringValue)
            #expect(text.contains(name) && entry["example"]?["cmd"] == .string(name))
            #expect(entry["may"]?.arrayValue?.isEmpty == false)
            #expect(entry["refusals"]?.arrayValue != nil && entry["title"]?["zh"] != nil)
            let fields = entry["fields"]?.arrayValue ?? []
            #expect(fields.allSatisfy { $0["name"] != nil && $0["shape"] != nil })
        }
    }

    /// What the examples stand on, beside one another.
    private static let ground = [
        Line.organization("dalian", "government"), Line.organization("changhai", "district"),
        Line.organization("huayuankou", "district"), Line.organization("office", "department"),
        Line.appointment("p-office", "office", ["dispatcher", "inspector", "supervisor"]),
        Line.appointment("p-second", "office", ["dispatcher"]),
        Line.appointment("p-city", "dalian", ["supervisor"]),
    ].map { ("console", $0) }

    /// The examples in an order in which each finds what it speaks of, and who asks.
    private static let story: [(person: String, name: String)] = [
        ("console", "city.configure"), ("console", "rulebook.adopt"),
        ("console", "organization.register"), ("ground", ""),
        ("console", "organization.rename"), ("console", "organization.move"),
        ("console", "organization.group"), ("console", "person.appoint"),
        ("console", "project.register"), ("console", "project.scheduleStage"),
        ("p-zhongshan-1", "project.claimStage"), ("p-office", "project.recogniseStage"),
        ("p-office", "project.revokeRecognition"), ("p-zhongshan-1", "project.claimStage"),
        ("p-office", "project.refuseStage 2"), ("p-zhongshan-1", "project.claimStage"),
        ("p-zhongshan-1", "project.withdrawClaim 3"), ("console", "project.planYear"),
        ("console", "project.reportInvestment"), ("console", "project.report"),
        ("p-office", "project.enterStatistics"), ("console", "target.set"),
        ("p-office", "finding.record"), ("p-office", "finding.close"),
        ("console", "project.credit"), ("console", "project.changeStanding"),
        ("console", "project.revise"), ("console", "organization.close"),
        ("console", "frame.declare"), ("console", "source.register"),
        ("console", "indicator.register"), ("console", "indicator.revise"),
        ("p-zhongshan-1", "indicator.observe"), ("p-office", "indicator.approve"),
        ("p-second", "indicator.accept"), ("p-office", "indicator.lock"),
        ("p-office", "indicator.unlock"), ("p-office", "indicator.return"),
        ("console", "indicator.setTarget"), ("console", "calendar.setYear"),
        ("console", "directive.register"), ("console", "directive.revise"),
        ("console", "commitment.draft"), ("console", "commitment.redraft"),
        ("console", "commitment.issue"), ("p-zhongshan-1", "commitment.acknowledge"),
        ("p-zhongshan-1", "commitment.progress"), ("p-zhongshan-1", "commitment.submitEvidence"),
        ("p-zhongshan-1", "commitment.reportDone"),
        ("console", "blocker.setClocks"), ("console", "blocker.raise"),
        ("p-zhongshan-1", "blocker.escalate"), ("p-city", "blocker.solve"),
        ("p-zhongshan-1", "blocker.reopen"), ("p-city", "blocker.solve"),
        ("p-zhongshan-1", "blocker.confirm"),
        ("console", "person.dismiss"),
    ]

    @Test("every example works as a line of saima do")
    func examples() throws {
        let scratch = try Scratch()
        let data = scratch.path("data")
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: false)
        var lines: [String: String] = [:]
        for entry in try CommandsTests.catalogue() {
            lines[entry["cmd"]?.stringValue ?? ""] = entry["example"]?.text()
        }
        var left = Set(lines.keys)
        for step in CommandsTests.story {
            let words = step.name.split(separator: " ").map(String.init)
            var asked = CommandsTests.ground
            if let name = words.first {
                var line = try #require(lines[name], "\(name)")
                if words.count > 1 {
                    line = line.replacing(#""claim":1"#, with: "\"claim\":\(words[1])")
                }
                asked = [(step.person, line)]
                left.remove(name)
            }
            for (person, line) in asked {
                let run = try SaimaProgram.run(
                    ["do", "-", "--data", data, "--as", person], input: line)
                #expect(run.status == 0, "\(line) \(run.output) \(run.errors)")
            }
        }
        #expect(left.isEmpty)
        #expect(try SaimaProgram.run(["verify", "--data", data]).status == 0)
    }
}
