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
        Line.organization("fagaiwei", "department"),
        Line.appointment("p-fagaiwei", "fagaiwei", ["supervisor"]), draft("c-002"), draft("c-003"),
    ].map { ("console", $0) }

    private static func draft(_ id: String) -> String {
        Line.object(
            "commitment.draft",
            [
                "id": id, "kind": "task", "title": "示例：第 \(id) 项", "criterion": "验收文件 1 份",
                "lead": "changhai",
            ])
    }

    /// A list through three editions' worth of revisions, each example once.
    private static let lists: [(person: String, name: String)] = [
        ("console", "list.open"), ("console", "list.revise"), ("console", "list.addItem"),
        ("console", "list.dropChange"), ("console", "list.addItem"),
        ("console", "list.addItem item=\"c-002\""), ("console", "list.submitRevision"),
        ("p-fagaiwei", "list.approveRevision"), ("console", "list.publishEdition"),
        ("p-fagaiwei", "list.disclose"), ("p-fagaiwei", "list.conceal"),
        ("console", "list.amend"), ("console", "list.revise"), ("console", "list.rewordItem"),
        ("console", "list.submitRevision revision=2"),
        ("p-fagaiwei", "list.returnRevision revision=2"),
        ("console", "list.withdrawRevision revision=2"),
        ("console", "list.revise"), ("console", "list.mergeItems revision=3"),
        ("console", "list.submitRevision revision=3"),
        ("p-fagaiwei", "list.approveRevision revision=3"),
        ("console", "list.publishEdition revision=3"),
        ("console", "list.revise"), ("console", "list.splitItem revision=4"),
        ("console", "list.dropChange revision=4"), ("console", "list.removeItem revision=4"),
    ]

    /// The examples in an order in which each finds what it speaks of, and who asks.
    private static let story: [(person: String, name: String)] =
        [
            ("console", "city.configure"), ("console", "rulebook.adopt"),
            ("console", "organization.register"), ("ground", ""),
            ("console", "organization.rename"), ("console", "organization.move"),
            ("console", "organization.group"), ("console", "person.appoint"),
            ("console", "project.register"), ("console", "project.scheduleStage"),
            ("p-zhongshan-1", "project.claimStage"), ("p-office", "project.recogniseStage"),
            ("p-office", "project.revokeRecognition"), ("p-zhongshan-1", "project.claimStage"),
            ("p-office", "project.refuseStage claim=2"), ("p-zhongshan-1", "project.claimStage"),
            ("p-zhongshan-1", "project.withdrawClaim claim=3"), ("console", "project.planYear"),
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
        ]
        + lists + [
            ("console", "commitment.issue"), ("p-zhongshan-1", "commitment.acknowledge"),
            ("p-zhongshan-1", "commitment.progress"), ("console", "commitment.setClocks"),
            ("p-zhongshan-1", "commitment.proposeAdjustment"),
            ("p-city", "commitment.decideAdjustment"),
            ("p-zhongshan-1", "commitment.submitEvidence"),
            ("p-zhongshan-1", "commitment.reportDone"), ("p-office", "commitment.return"),
            ("p-zhongshan-1", "commitment.reportDone"), ("p-office", "commitment.verify"),
            ("p-office", "commitment.strikeOff"),
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
                for word in words.dropFirst() { line = setting(word, in: line) }
                asked = [(step.person, line)]
                left.remove(name)
            }
            for (person, line) in asked {
                let run = try SaimaProgram.run(
                    ["do", "-", "--data", data, "--as", person], input: line)
                #expect(run.status == 0, "\(line) \(run.output) \(run.errors)")
            }
        }
        // A purge names a text by its hash, which is another in every book: see PurgeTests.
        #expect(left == ["blob.proposePurge", "blob.confirmPurge", "blob.declinePurge"])
        #expect(try SaimaProgram.run(["verify", "--data", data]).status == 0)
    }

    /// The line with another value of one field: `claim=2`.
    private func setting(_ word: String, in line: String) -> String {
        let pair = word.split(separator: "=").map(String.init)
        guard pair.count == 2, let start = line.range(of: "\"\(pair[0])\":")?.upperBound,
            let end = line[start...].firstIndex(where: { $0 == "," || $0 == "}" })
        else { return line }
        return line[..<start] + pair[1] + line[end...]
    }
}
