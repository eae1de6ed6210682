import Foundation
import JSON
import SaimaProgram
import Testing

struct DoTests {
    @Test("each line is answered in order by a receipt or a refusal")
    func answered() throws {
        let book = try Book()
        let run = try book.run([
            Line.target("x", key: "k1"), "", "no json", Line.target("x", key: "k2"),
            Line.object("no.such", ["key": "k3"]), Line.target("y", key: "k 4"), "[1]",
            Line.target("y").replacing("\"3\"", with: "3.5"), Line.target("y", key: "k1"),
        ])
        #expect(run.status == 1 && run.isOrderly)
        let answers = try book.answers(run)
        #expect(answers.map { $0["line"]?.intValue } == [1, 3, 4, 5, 6, 7, 8, 9])
        #expect(answers[0]["first"] == .integer(2) && answers[0]["key"] == .string("k1"))
        let codes = answers.dropFirst().map { $0["refused"]?["code"]?.stringValue }
        #expect(
            codes == [
                "field_malformed", "nothing_changes", "command_unknown", "field_malformed",
                "field_wrong_type", "field_malformed", "key_reused",
            ])
        for answer in answers.dropFirst() {
            #expect(answer["refused"]?["zh"]?.stringValue?.isEmpty == false)
            #expect(answer["refused"]?["en"]?.stringValue?.isEmpty == false)
        }
        #expect(try book.verified)
    }

    @Test("the same command with the same key gets the same receipt")
    func repeated() throws {
        let book = try Book()
        let lines = (0..<300).map { Line.target("m\($0)", key: "k\($0)") }
        let first = try book.answers(try book.run(lines))
        let again = try book.run(lines)
        #expect(again.status == 0)
        for (old, new) in zip(first, try book.answers(again)) {
            #expect(old["first"] == new["first"] && old["last"] == new["last"])
            #expect(old["repeat"] == .bool(false) && new["repeat"] == .bool(true))
        }
    }

    @Test("with --atomic one refused line holds all of them back")
    func atomic() throws {
        let book = try Book()
        let lines = [Line.target("x", key: "k1"), "{", Line.target("y", key: "k2")]
        let broken = try book.run(lines, ["--atomic"])
        #expect(broken.status == 1)
        #expect(
            try book.answers(broken).map { $0["refused"]?["code"]?.stringValue }
                == ["held_back", "field_malformed", "held_back"])
        let twice = [lines[0], Line.target("x", key: "k3"), lines[2]]
        #expect(
            try book.answers(try book.run(twice, ["--atomic"])).map {
                $0["refused"]?["code"]?.stringValue
            } == ["held_back", "nothing_changes", "held_back"])
        let right = try book.run([lines[0], lines[2]], ["--atomic"])
        #expect(right.status == 0)
        #expect(try book.answers(right).map { $0["first"] } == [.integer(2), .integer(3)])
        #expect(try book.run([], ["--atomic"]).status == 0)
    }

    @Test("a byte order mark, CRLF and a last line without an end are taken")
    func lineEnds() throws {
        let book = try Book()
        let text = "\u{FEFF}" + Line.target("x") + "\r\n  \r\n" + Line.target("y")
        let run = try SaimaProgram.run(
            ["do", "-", "--data", book.data, "--as", "console"], input: text)
        #expect(run.status == 0 && run.lines.count == 2, "\(run.output)")
    }

    @Test("lines that are too long, binary or in another encoding are refused, each by itself")
    func hostileLines() throws {
        let book = try Book()
        var bytes = Array(repeating: UInt8(ascii: "x"), count: 3_000_000) + [0x0A]
        bytes += [0x00, 0x01, 0xFF, 0xFE, 0x0A] + [0xC4, 0xE3, 0x0A]
        bytes += Array(repeating: UInt8(ascii: "["), count: 100_000) + [0x0A]
        bytes += Array((Line.target("x") + "\n").utf8)
        let run = try SaimaProgram.run(
            ["do", "-", "--data", book.data, "--as", "console"], inputBytes: bytes)
        let answers = try book.answers(run)
        #expect(run.isOrderly && run.status == 1)
        #expect(answers.count == 5)
        #expect(answers.map { $0["refused"] == nil } == [false, false, false, false, true])
        #expect(answers[0]["refused"]?["code"] == .string("field_too_long"))
    }

    @Test("who is not known or not permitted is refused")
    func persons() throws {
        let book = try Book()
        let unknown = try book.answers(try book.run([Line.target("x")], as: "p-nobody"))
        #expect(unknown[0]["refused"]?["code"] == .string("person_unknown"))
        _ = try book.run([
            #"{"cmd":"person.appoint","person":"p1","organization":"a","roles":["leader"]}"#
        ])
        let leader = try book.answers(try book.run([Line.target("x")], as: "p1"))
        #expect(leader[0]["refused"]?["code"] == .string("not_permitted"))
    }

    @Test("a reader of the answers that goes away ends the run quietly")
    func closedOutput() throws {
        let book = try Book()
        let pipe = Pipe()
        let input = Pipe()
        let process = try SaimaProgram.started(
            ["do", "-", "--data", book.data, "--as", "console"]
        ) { process in
            process.standardInput = input
            process.standardOutput = pipe
        }
        try pipe.fileHandleForReading.close()
        try pipe.fileHandleForWriting.close()
        // The input stays open: it is the closed output that ends the run.
        try input.fileHandleForWriting.write(contentsOf: Data((Line.target("x") + "\n").utf8))
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 1)
        #expect(try book.verified)
    }

    @Test("output that cannot be written is said, with status 1")
    func fullOutput() throws {
        let book = try Book()
        let errors = try book.scratch.write("errors", "")
        let process = try SaimaProgram.started(["commands"]) { process in
            process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
            process.standardError = FileHandle(forWritingAtPath: errors)
        }
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 1)
        #expect(try String(contentsOfFile: errors, encoding: .utf8).contains("output_failed"))
    }
}
