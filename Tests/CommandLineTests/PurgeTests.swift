import Foundation
import JSON
import SaimaProgram
import Testing

struct PurgeTests {
    /// A finding with a text, and the administrators who may purge it.
    private func book() throws -> (book: Book, hash: String) {
        let book = try Book()
        try book.run([
            Line.organization("o", "department"), Line.appointment("p1", "o", ["inspector"]),
            Line.appointment("xitong", "o", ["system_administrator"]),
            Line.appointment("shenji", "o", ["audit_administrator"]),
        ])
        try book.run(
            [
                #"{"cmd":"finding.record","id":"f1","organization":"a","severity":"minor","#
                    + #""found_on":"2024-05-01","note":"现场未设公示牌"}"#
            ], as: "p1")
        let names = try FileManager.default.subpathsOfDirectory(atPath: book.data + "/blobs")
        let path = try #require(names.first { $0.contains("/") })
        return (book, String(path.dropFirst(3)))
    }

    private func purge(_ book: Book, _ hash: String) throws {
        let proposed = try book.run(
            [
                Line.object(
                    "blob.proposePurge", ["sha256": hash, "reason": "personal"],
                    number: ["record": 6])
            ], as: "xitong")
        #expect(proposed.status == 0, "\(proposed.output) \(proposed.errors)")
        let confirmed = try book.run(
            [Line.object("blob.confirmPurge", ["sha256": hash])], as: "shenji")
        #expect(confirmed.status == 0, "\(confirmed.output) \(confirmed.errors)")
    }

    private func verify(_ book: Book, _ more: [String] = []) throws -> SaimaProgram.Ended {
        try SaimaProgram.run(["verify", "--data", book.data] + more)
    }

    @Test("a purged text is gone from the disk, and verify passes and names it")
    func verified() throws {
        let (book, hash) = try book()
        let path = "\(book.data)/blobs/\(hash.prefix(2))/\(hash)"
        #expect(FileManager.default.fileExists(atPath: path))
        try purge(book, hash)
        #expect(!FileManager.default.fileExists(atPath: path))
        let words = try verify(book)
        #expect(words.status == 0 && words.output.contains(hash), "\(words.output)")
        let json = try JSON.parse(try verify(book, ["--json"]).bytes)
        #expect(json["texts"] == .integer(0))
        let purged = try #require(json["purged"]?.arrayValue?.first)
        #expect(purged["sha256"] == .string(hash) && purged["seq"] == .integer(8))
        #expect(purged["record"] == .integer(6) && purged["reason"] == .string("personal"))
    }

    @Test("a text that is missing before its purge is confirmed is missed")
    func withoutTombstone() throws {
        let (book, hash) = try book()
        let path = "\(book.data)/blobs/\(hash.prefix(2))/\(hash)"
        let kept = try Data(contentsOf: URL(filePath: path))
        try FileManager.default.removeItem(atPath: path)
        let found = try verify(book)
        #expect(found.status == 1 && found.output.contains("seq 6"), "\(found.output)")
        try kept.write(to: URL(filePath: path))
        #expect(try book.verified)
    }

    @Test("bytes that lie there although purged are complained of, and go at the next start")
    func lingering() throws {
        // Given a purged text, of which somebody brings the bytes back
        let (book, hash) = try book()
        let path = "\(book.data)/blobs/\(hash.prefix(2))/\(hash)"
        let kept = try Data(contentsOf: URL(filePath: path))
        try purge(book, hash)
        for place in [path, "\(book.data)/files/\(hash.prefix(2))/\(hash)"] {
            try FileManager.default.createDirectory(
                atPath: (place as NSString).deletingLastPathComponent,
                withIntermediateDirectories: true)
            try kept.write(to: URL(filePath: place))
            // When the ledger is verified, then the tombstone's seq is named
            let found = try verify(book)
            #expect(found.status == 1 && found.output.contains("seq 8"), "\(found.output)")
            // When the program opens the ledger to write, then they are gone again
            try book.run([])
            #expect(!FileManager.default.fileExists(atPath: place))
            #expect(try book.verified)
        }
    }

    @Test("tables name what was purged")
    func exported() throws {
        let (book, hash) = try book()
        try purge(book, hash)
        let file = book.scratch.path("city.sqlite")
        let run = try SaimaProgram.run(["export", "tables", "--data", book.data, "-o", file])
        #expect(run.status == 0, "\(run.errors)")
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sqlite3", file, "SELECT sha256, state, settled_seq FROM purges"]
        process.standardOutput = pipe
        try process.run()
        process.waitUntilExit()
        let row = String(
            decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(row == "\(hash)|purged|8\n")
    }
}
