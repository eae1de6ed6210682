import CityHall
import Delivery
import Foundation
import Testing

@Suite("Notes are sealed")
struct NoteTests {
    @Test("a note's text stands in no record, and is read through its hash")
    func sealed() async throws {
        // Given two projects
        let test = try await TestHall.dalian()
        try await test.ask(registering("p1"))
        try await test.ask(registering("p2"))
        // When the same words are noted of both
        let words = "投资方调整计划,涉及联系人"
        try await test.ask(suspending("p1", words), as: "diaodu")
        try await test.ask(suspending("p2", words), as: "diaodu")
        // Then no record holds them, each cites another hash, and the blob has the text
        let records = try test.records()
        for record in records {
            #expect(!String(decoding: record, as: UTF8.self).contains("投资方"))
        }
        let hashes = records.suffix(2).compactMap(Self.blob)
        #expect(hashes.count == 2 && hashes[0] != hashes[1])
        for hash in hashes {
            let bytes = try #require(test.blobs.bytes(of: hash))
            #expect(String(decoding: bytes.dropFirst(16), as: UTF8.self) == words)
            #expect(test.blobs.text(of: .sealed(hash)) == words)
        }
    }

    @Test("a city that was folded shows the hash, and so does one folded again")
    func folded() async throws {
        let test = try await TestHall.dalian()
        var command = registering("p1")
        command.proposed.profile.description = .text("说明")
        try await test.ask(command)
        guard case .sealed(let hash)? = test.project().profile.description else {
            Issue.record("the description is not sealed")
            return
        }
        #expect(test.blobs.text(of: .sealed(hash)) == "说明")
        let live = test.city
        #expect(try test.reopened().city == live)
    }

    @Test("notes are sealed however deep they lie: in lists, in files, beside a figure")
    func nested() async throws {
        // Given a directive whose clauses are free text
        let test = try await TestHall.dalian()
        try await test.ask(RegisterDirective.example)
        // When its record is read, then it cites one text a clause and holds none
        let record = String(decoding: try #require(test.records().last), as: UTF8.self)
        #expect(!record.contains("调度机制"))
        let clauses = try #require(
            test.city.directives[RegisterDirective.example.proposed.id]
        ).profile.clauses
        let texts = RegisterDirective.example.proposed.profile.clauses.map(\.text)
        #expect(clauses.map { test.blobs.text(of: $0.text).map { .text($0) } } == texts)
        // When a commitment gets a file with a name, then the name is sealed too
        try await test.ask(DraftCommitment.example)
        try await test.ask(IssueCommitment.example)
        try await test.ask(AcknowledgeCommitment.example, as: "zs")
        try await test.ask(SubmitEvidence.example, as: "zs")
        let commitment = test.city.commitments[DraftCommitment.example.proposed.id]
        let name = try #require(commitment?.evidence.first?.evidence.name)
        #expect(test.blobs.text(of: name) == "施工许可证.pdf")
        #expect(name != .text("施工许可证.pdf"))
        // Then the ledger folds to the same city
        let live = test.city
        #expect(try test.reopened().city == live)
    }

    @Test("a note whose text is gone has none, and the record that cites it still folds")
    func purged() async throws {
        let test = try await TestHall.dalian()
        try await test.ask(registering("p1"))
        try await test.ask(suspending("p1", "原因"), as: "diaodu")
        let hash = try #require(try test.records().last.flatMap(Self.blob))
        let reopened = try test.reopened()
        #expect(reopened.blobs.text(of: .sealed(hash)) == nil)
        #expect(reopened.project().standing == .suspended(from: day("2024-08-01")))
    }

    @Test("a repeat with the same note is known by its key, one with another note is refused")
    func repeats() async throws {
        let test = try await TestHall.dalian()
        try await test.ask(registering("p1"))
        let once = try await test.ask(suspending("p1", "原因"), as: "diaodu", key: "k")
        let again = try await test.ask(suspending("p1", "原因"), as: "diaodu", key: "k")
        #expect(again.isRepeat && again.first == once.first)
        let other = await refusal { () async throws(Refusal) in
            _ = try await test.ask(suspending("p1", "别的原因"), as: "diaodu", key: "k")
        }
        #expect(other?.code == .keyReused)
    }

    @Test("texts are kept as files by their hashes and found again")
    func directory() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "saima-blobs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let texts = (0..<40).compactMap { number -> SealedText? in
            let hash = SHA256Text(String(repeating: "ab", count: 31) + String(number + 10))
            return hash.map {
                SealedText(hash: $0, bytes: Array("salt of 16 bytes文\(number)".utf8))
            }
        }
        let store = DirectoryBlobStore(folder)
        try store.keep(texts)
        try store.keep(texts)
        for text in texts {
            #expect(try DirectoryBlobStore(folder).bytes(of: text.hash) == text.bytes)
        }
        let absent = SHA256Text(String(repeating: "0", count: 64)) ?? .blank
        #expect(try store.bytes(of: absent) == nil)
    }

    private static func blob(_ record: [UInt8]) -> SHA256Text? {
        let text = String(decoding: record, as: UTF8.self)
        return text.range(of: #"{"blob":""#).flatMap {
            SHA256Text(String(text[$0.upperBound...].prefix(64)))
        }
    }
}
