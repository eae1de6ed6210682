import CityHall
import Delivery
import Foundation
import Hummingbird
import HummingbirdTesting
import JSON
import Ledger
import Rulebook
import Testing
import Web

@Suite struct LedgerPageTests {
    @Test("Records are found by who acted, what they are about and the day, together")
    func filters() async throws {
        let made = try await MadeHouse()
        let sight = made.house.sight(for: .person(.console))
        func found(_ query: String) async throws -> [String] {
            let model = try await RecordList.Model(
                sight, Query(parsing: query), desk: made.house.ledger)
            return model.shown.map(\.record.type)
        }
        #expect(try await found("actor=judge&subject=p2") == ["project.stage_refused"])
        #expect(try await found("subject=f1") == ["finding.recorded"])
        #expect(try await found("subject=p1&type=project.year_planned").count == 1)
        #expect(try await found("actor=nobody") == [])
        #expect(try await found("subject=nothing") == [])
        let day = try #require(sight.city.day)
        let before = try #require(day.adding(days: -1))
        #expect(try await found("from=\(day)&to=\(day)&type=city.configured").count == 1)
        #expect(try await found("to=\(before)") == [])
    }

    @Test("A downloaded proof leads from the record's own bytes to the signed root")
    func proof() async throws {
        let made = try await MadeHouse()
        try made.sign()
        try await made.application.test(.router) { client in
            let answer = try await client.execute(uri: "/api/v1/ledger/7/proof", method: .get)
            let proof = try JSON.parse(Array(answer.body.readableBytesView))
            let bytes = try #require(
                proof["record"]?.stringValue.flatMap { Data(base64Encoded: $0) })
            guard case .array(let nodes)? = proof["inclusion"] else {
                Issue.record("no inclusion")
                return
            }
            let note = try #require(proof["checkpoint"]?.stringValue)
            let signed = try Checkpoint(text: SignedNote(Array(note.utf8)).text)
            let hashes = try nodes.map { node in
                try #require(Hash256(hex: node.stringValue ?? ""))
            }
            let size = try #require(proof["size"]?.intValue)
            #expect(
                MerkleProof.includes(
                    Merkle.leaf(Array(bytes)), at: 7, size: size, root: signed.root, proof: hashes))
        }
    }

    @Test("Before anything is signed there is no proof to give")
    func unsigned() async throws {
        let made = try await MadeHouse()
        try await made.application.test(.router) { client in
            let answer = try await client.execute(uri: "/api/v1/ledger/7/proof", method: .get)
            #expect(answer.status == .notFound)
        }
    }

    @Test("Verifying finds a sound ledger sound, and does not begin again while it is")
    func verification() async throws {
        let made = try await MadeHouse()
        let key = try SigningKey.random(name: "test.example/log")
        let leaves = try made.store.leaves(0..<made.hall.city.size)
        try made.store.save(
            try CheckpointSigner(key: key).checkpoint(of: MerkleFrontier(leaves[...])))
        let desk = VerificationDesk(
            readers: [try made.store.reader()], keys: [key.verifier], pause: .zero)
        let size = made.hall.city.size
        guard case .sound(let finding, let at) = await Self.outcome(desk, size) else {
            Issue.record("the ledger is not found sound")
            return
        }
        #expect(finding.head.size == size && finding.vouchedSize == size)
        guard case .sound(_, let again) = await desk.verify(size: size) else {
            Issue.record("verified again")
            return
        }
        #expect(at == again)
    }

    @Test("Verifying with another's key says what is wrong")
    func wrongKey() async throws {
        let made = try await MadeHouse()
        try made.sign()
        let other = try SigningKey.random(name: "test.example/log")
        let desk = VerificationDesk(
            readers: [try made.store.reader()], keys: [other.verifier])
        guard case .unsound(let error, _) = await Self.outcome(desk, made.hall.city.size) else {
            Issue.record("a forged checkpoint passes")
            return
        }
        #expect(error.code == .checkpointInvalid)
    }

    private static func outcome(
        _ desk: VerificationDesk, _ size: Int
    ) async -> VerificationDesk.State {
        while true {
            let state = await desk.verify(size: size)
            switch state {
            case .never, .running: await Task.yield()
            case .sound, .unsound: return state
            }
        }
    }
}
