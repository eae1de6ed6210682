import CityHall
import Delivery
import Foundation
import Ledger
import Synchronization
import Testing

@Suite("Purging")
struct PurgeTests {
    /// With administrators, a suspended project whose reason is a text, and its hash and record.
    private func scene(
        _ store: TroubledStore = TroubledStore()
    ) async throws -> (test: TestHall, hash: SHA256Text, seq: Int) {
        let test = try await TestHall.dalian(store)
        try await test.appoint("xitong", "dalian", .systemAdministrator)
        try await test.appoint("anquan", "dalian", .securityAdministrator)
        try await test.appoint("shenji", "dalian", .auditAdministrator)
        try await test.ask(registering("p1"))
        let receipt = try await test.ask(suspending("p1", "涉及联系人"), as: "diaodu")
        let record = try #require(try test.records().last)
        let hash = try #require(DecodedRecord.cited(in: record, at: receipt.first)?.texts.first)
        return (test, hash, receipt.first)
    }

    private func proposing(_ hash: SHA256Text, _ record: Int) -> ProposePurge {
        ProposePurge { ($0.sha256, $0.record) = (hash, record) }
    }

    private func confirming(_ hash: SHA256Text) -> ConfirmPurge {
        ConfirmPurge { $0.sha256 = hash }
    }

    @Test("what two administrators purge is gone, and the records stand")
    func purged() async throws {
        // Given a text on record, which one administrator proposes to purge
        let (test, hash, seq) = try await scene()
        try await test.ask(proposing(hash, seq), as: "xitong")
        #expect(test.blobs.text(of: .sealed(hash)) == "涉及联系人")
        // When another confirms
        let receipt = try await test.ask(confirming(hash), as: "shenji")
        // Then the text is gone, the record that cited it is as it was, and the tombstone says so
        #expect(test.blobs.bytes(of: hash) == nil)
        #expect(test.city.purges[hash]?.tombstone?.seq == receipt.first)
        #expect(test.project().standing == .suspended(from: day("2024-08-01")))
        let live = test.city
        #expect(try test.reopened().city == live)
        #expect(live.checkInvariants().isEmpty)
    }

    @Test("what is declined stays, and may be proposed again")
    func declined() async throws {
        let (test, hash, seq) = try await scene()
        try await test.ask(proposing(hash, seq), as: "xitong")
        try await test.ask(
            DeclinePurge {
                $0.sha256 = hash
                $0.note = .text("无需清除")
            }, as: "anquan")
        #expect(test.blobs.bytes(of: hash) != nil)
        try await test.ask(proposing(hash, seq), as: "anquan")
        try await test.ask(confirming(hash), as: "shenji")
        #expect(test.blobs.bytes(of: hash) == nil)
        #expect(test.city.purges.all.count == 2)
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("a purge that was durable but not carried out is carried out at the next start")
    func interrupted() async throws {
        // Given a proposed purge, and a disk that keeps what it says it did not
        let store = TroubledStore()
        let (test, hash, seq) = try await scene(store)
        try await test.ask(proposing(hash, seq), as: "anquan")
        store.fail(.afterAppending)
        let failed = await refusal { () async throws(Refusal) in
            _ = try await test.ask(confirming(hash), as: "shenji")
        }
        #expect(failed?.code == .storeFailed)
        #expect(test.blobs.bytes(of: hash) != nil)
        // When the ledger is opened again
        let next = try TestHall(TroubledStore(store.inner), blobs: test.blobs)
        // Then the purge stands on record and the text is gone
        #expect(next.city.purges.isPurged(hash))
        #expect(next.blobs.bytes(of: hash) == nil)
    }

    @Test("a removal that fails is tried again with the next command")
    func retried() async throws {
        // Given a purge whose text cannot be removed
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "saima-purge-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let blobs = StubbornBlobStore(DirectoryBlobStore(folder))
        let (test, hash, seq) = try await scene()
        let text = SealedText(hash: hash, bytes: try #require(test.blobs.bytes(of: hash)))
        try blobs.keep([text])
        let hall = try CityHall(
            store: TroubledStore(test.store.inner), blobs: blobs, log: TestHall.log, signer: nil)
        _ = try await hall.submit(submission(proposing(hash, seq), as: "anquan"))
        blobs.isStubborn.withLock { $0 = true }
        _ = try await hall.submit(submission(confirming(hash), as: "shenji"))
        #expect(try blobs.bytes(of: hash) != nil)
        // When it can, and any command is carried out
        blobs.isStubborn.withLock { $0 = false }
        _ = try await hall.submit(submission(registering("p2")))
        // Then it is gone
        #expect(try blobs.bytes(of: hash) == nil)
    }

    @Test("a purged file is not taken back, whoever brings it")
    func broughtAgain() async throws {
        // Given a claim whose file is purged
        let (test, _, _) = try await scene()
        try await test.ask(registering("p2"))
        let receipt = try await test.ask(claiming(.signed, of: "p2", on: "2024-09-01"), as: "zs")
        let file = try #require(test.project("p2").claims.first?.evidence.first)
        test.files.keep([SealedText(hash: file.sha256, bytes: [1])])
        try await test.ask(proposing(file.sha256, receipt.first), as: "shenji")
        try await test.ask(confirming(file.sha256), as: "anquan")
        #expect(test.files.bytes(of: file.sha256) == nil)
        // When it is kept again and submitted with another claim
        test.files.keep([SealedText(hash: file.sha256, bytes: [1])])
        let size = test.city.size
        let refused = await refusal { () async throws(Refusal) in
            _ = try await test.ask(claiming(.landed, of: "p2", on: "2024-09-02"), as: "zs")
        }
        // Then the claim is refused, nothing is recorded, and the file is removed again
        #expect(refused?.code == .blobPurged && test.city.size == size)
        #expect(test.files.bytes(of: file.sha256) == nil)
    }

    @Test("a text on disk goes with the drafts of it that a crash left")
    func directory() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "saima-purge-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let hash = try #require(SHA256Text(String(repeating: "ab", count: 32)))
        let store = DirectoryBlobStore(folder)
        try store.remove(hash)
        try store.keep([SealedText(hash: hash, bytes: [1, 2])])
        let draft = folder.appending(path: "ab/.\(hash.text).draft")
        try Data([1, 2]).write(to: draft)
        try store.remove(hash)
        try store.remove(hash)
        #expect(try store.bytes(of: hash) == nil)
        #expect(!FileManager.default.fileExists(atPath: draft.path))
    }
}
