import Foundation
import JSON
import SaimaProgram
import Testing

struct RaceCommandTests {
    private func race(_ more: [String], _ command: String = "race") throws -> SaimaProgram.Ended {
        try SaimaProgram.run(
            [command, "--data", try SharedCity.data, "--rulebook", "project-race", "--json"] + more)
    }

    @Test("every month of the made-up year has standings", arguments: 1...12)
    func months(month: Int) throws {
        let run = try race(["--period", "2024-\(month < 10 ? "0" : "")\(month)"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(try JSON.parse(run.bytes)["standings"]?.arrayValue?.count == 13)
    }

    @Test("in English the city's own English names stand in the table")
    func names() throws {
        let run = try SaimaProgram.run([
            "race", "--data", try SharedCity.data, "--rulebook", "project-race", "--period",
            "2024-10",
        ])
        #expect(run.status == 0 && run.output.contains("Zhongshan"))
        #expect(!run.output.contains("中山区"))
    }

    @Test("facts fed to score give the bytes of the race")
    func factsScored() throws {
        let scratch = try Scratch()
        let facts = try race(["--period", "2024-10"], "facts")
        #expect(facts.status == 0 && facts.bytes.last == UInt8(ascii: "}"))
        let file = try scratch.write("facts.json", facts.output)
        let rulebook = SaimaProgram.root.appending(
            path: "Samples/dalian-2024/rulebooks/project-race-2.yaml"
        ).path
        for more in [[], ["--trace"]] {
            let scored = try SaimaProgram.run(["score", rulebook, file, "--json"] + more)
            #expect(try race(["--period", "2024-10"] + more).bytes == scored.bytes)
        }
        let byFile = try SaimaProgram.run([
            "race", "--data", try SharedCity.data, "--rulebook", rulebook, "--period", "2024-10",
            "--json",
        ])
        #expect(byFile.bytes == (try race(["--period", "2024-10"]).bytes))
        #expect(try JSON.parse(facts.bytes).canonical() == facts.bytes)
    }

    @Test("a race is looked at from any record, and never from one that is not there")
    func asOf() throws {
        let now = try race(["--period", "2024-05"])
        let first = try SaimaProgram.run(["verify", "--data", try SharedCity.data, "--json"])
        let size = try #require(try JSON.parse(first.bytes)["records"]?.intValue)
        let last = try race(["--period", "2024-05", "--as-of", "\(size - 1)"])
        #expect(last.bytes == now.bytes)
        let earlier = try race(["--period", "2024-05", "--as-of", "\(size / 3)"])
        #expect(try JSON.parse(earlier.bytes)["version"] == .string("2024.1"))
        for asOf in [size, size + 1, Int.max] {
            let beyond = try race(["--period", "2024-05", "--as-of", "\(asOf)"])
            #expect(beyond.status == 1 && beyond.errors.contains("\(size - 1)"))
        }
    }

    struct Question: Sendable {
        var more: [String]
        var status: Int32

        init(_ more: String..., status: Int32) {
            self.more = more
            self.status = status
        }
    }

    static let questions: [Question] = [
        Question("--period", "2024-13", status: 64), Question("--period", "2024-00", status: 64),
        Question("--period", "", status: 64), Question("--period", "2024-10-01", status: 64),
        Question("--period", "二〇二四", status: 64), Question("--period", "99999", status: 64),
        Question(status: 64), Question("--period", "2024-10", "--as-of=-1", status: 64),
        Question("--period", "2024-10", "--as-of", "x", status: 64),
        Question("--period", "2024-10", "--as-of", "99999999999999999999", status: 64),
        Question("--period", "2024-10", "--rulebook", "no-such", status: 1),
        Question("--period", "2024-10", "--rulebook", "no-such.yaml", status: 1),
        Question("--period", "2024-10", "--rulebook", "/", status: 1),
        Question("--period", "2025-01", status: 1), Question("--period", "2024", status: 1),
        Question("--period", "0001-01", status: 1),
    ]

    @Test("a question that cannot be asked is refused", arguments: questions)
    func refused(question: Question) throws {
        for command in ["race", "facts"] {
            let named = question.more.contains("--rulebook")
            let own = named ? [] : ["--rulebook", "project-race"]
            let run = try SaimaProgram.run(
                [command, "--data", try SharedCity.data] + own + question.more)
            // Facts are not scored, so only a race finds that the period has the wrong length.
            let isScored = command == "race" || question.more != ["--period", "2024"]
            let status = isScored ? question.status : run.status
            #expect(run.status == status && run.isOrderly, "\(run.errors)")
            #expect(run.status == 0 || run.bytes.isEmpty && !run.errors.isEmpty)
        }
    }
}
