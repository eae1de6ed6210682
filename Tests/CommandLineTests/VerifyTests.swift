import Foundation
import JSON
import SaimaProgram
import Testing

struct VerifyTests {
    /// With one text beside the ledger.
    private func book() throws -> Book {
        let book = try Book()
        try book.run([
            Line.organization("o", "department"), Line.appointment("p1", "o", ["inspector"]),
        ])
        try book.run(
            [
                #"{"cmd":"finding.record","id":"f1","organization":"a","severity":"minor","#
                    + #""found_on":"2024-05-01","note":"现场未设公示牌"}"#
            ], as: "p1")
        return book
    }

    private func text(of book: Book) throws -> String {
        let folder = book.data + "/blobs"
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return folder + "/" + (try #require(names.first { $0.contains("/") }))
    }

    private func verify(_ book: Book, _ more: [String] = []) throws -> SaimaProgram.Ended {
        try SaimaProgram.run(["verify", "--data", book.data] + more)
    }

    @Test("a ledger in order is verified, in words and as JSON")
    func inOrder() throws {
        let book = try book()
        let words = try verify(book)
        #expect(words.status == 0 && words.output.contains("5 "), "\(words.errors)")
        let json = try JSON.parse(try verify(book, ["--json"]).bytes)
        #expect(json["verified"] == .bool(true) && json["records"] == .integer(5))
        #expect(json["texts"] == .integer(1))
    }

    @Test("a text that was changed or is gone is named with the record that cites it")
    func texts() throws {
        let book = try book()
        let path = try text(of: book)
        let kept = try Data(contentsOf: URL(filePath: path))
        try (kept + [0x21]).write(to: URL(filePath: path))
        for _ in 0..<2 {
            let found = try verify(book)
            #expect(found.status == 1 && found.output.contains("seq 4"), "\(found.output)")
            #expect(try JSON.parse(verify(book, ["--json"]).bytes)["seq"] == .integer(4))
            try? FileManager.default.removeItem(atPath: path)
        }
        try kept.write(to: URL(filePath: path))
        #expect(try verify(book).status == 0)
    }

    @Test("any changed byte of a record is found, with its seq")
    func changed() throws {
        let book = try book()
        #expect(try book.sqlite("PRAGMA wal_checkpoint(TRUNCATE)"))
        let path = book.data + "/ledger.sqlite"
        var bytes = try Data(contentsOf: URL(filePath: path))
        let name = try #require(bytes.range(of: Data("甲区".utf8)))
        bytes.replaceSubrange(name, with: Data("乙区".utf8))
        try bytes.write(to: URL(filePath: path))
        let found = try verify(book)
        #expect(found.status == 1 && found.output.contains("seq 1"), "\(found.output)")
    }

    @Test("a last record that was taken away is missed")
    func cutShort() throws {
        let book = try book()
        #expect(try book.sqlite("DELETE FROM records WHERE seq = 4"))
        let found = try verify(book)
        #expect(found.status == 1 && found.isOrderly)
        #expect(found.output.contains("seq 4"), "\(found.output)")
    }

    @Test("a checkpoint kept elsewhere is compared, and one that is none is refused")
    func outside() throws {
        let book = try book()
        let note = try #require(try book.checkpoint())
        let file = try book.scratch.write("checkpoint", note)
        #expect(try verify(book, ["--checkpoint", file]).status == 0)
        let other = try self.book()
        #expect(try verify(other, ["--checkpoint", file]).status == 1)
        let fixture = SaimaProgram.root.appending(path: "Tests/Fixtures/ledger/checkpoint.note")
        let empty = try book.scratch.write("empty", "")
        for path in [fixture.path, empty, "/", book.scratch.path("none"), "/dev/zero"] {
            let run = try verify(book, ["--checkpoint", path])
            #expect(run.status == 1 && run.isOrderly, "\(path) \(run.errors)")
        }
    }
}

extension Book {
    private func sqlite(_ statement: String, into output: Any?) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sqlite3", data + "/ledger.sqlite", statement]
        process.standardOutput = output
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    /// Changes the ledger's file behind the program's back.
    func sqlite(_ statement: String) throws -> Bool {
        try sqlite(statement, into: FileHandle.nullDevice)
    }

    /// The last one that was signed.
    func checkpoint() throws -> String? {
        let pipe = Pipe()
        let query = "SELECT note FROM checkpoints ORDER BY size DESC LIMIT 1"
        guard try sqlite(query, into: pipe) else { return nil }
        let note = String(
            decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        return note.hasSuffix("\n\n") ? String(note.dropLast()) : note
    }
}
