import Foundation
import Ledger
import LedgerSQLite

enum Samples {
    static let log = "ledger.city.example/main"
    static let seed = (0..<32).map { UInt8($0) }

    static func key() throws(LedgerError) -> SigningKey { try SigningKey(name: log, seed: seed) }

    static var verifierKey: VerifierKey { get throws(LedgerError) { try key().verifier } }

    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    static func draft(
        _ cmd: String, records: Int = 1, body: String = #"{"cmd":"figure.submit"}"#,
        text: String = "12.50"
    ) -> CommandDraft {
        let events = (0..<records).map { index in
            CommandDraft.Event(
                type: "figure.submitted", org: "330100",
                data: bytes(#"{"n":\#(index),"指标":"\#(text)"}"#))
        }
        return CommandDraft(
            cmd: cmd, actor: "u0", at: "2026-01-01T00:00:00.000Z", body: bytes(body),
            events: events)
    }

    /// Seals drafts one after the other behind a head.
    static func seal(_ drafts: [CommandDraft], after head: LedgerHead) throws -> [SealedCommand] {
        var head = head
        return try drafts.map { try head.seal($0, log: log) }
    }

    /// Six records in three commands, with a checkpoint after one and after all.
    static func fill(_ store: any LedgerStore) throws {
        let signer = CheckpointSigner(key: try key())
        var tree = MerkleFrontier()
        for (index, count) in [1, 2, 3].enumerated() {
            let head = try store.head()
            let sealed = try seal([draft("c\(index * 2)", records: count)], after: head)
            try store.append(sealed, expecting: head)
            for line in sealed[0].records { tree.append(line.leaf) }
            if index != 1 { try store.save(signer.checkpoint(of: tree)) }
        }
    }

    static func verifier(_ reader: any LedgerReader) throws -> LedgerVerifier {
        LedgerVerifier(readers: [reader], keys: [try key().verifier], log: log)
    }

    static func records(_ reader: any LedgerReader, _ range: Range<Int>) throws -> [[UInt8]] {
        var batch = RecordBatch()
        try reader.read(range, into: &batch)
        return (0..<batch.count).map { batch.record($0) }
    }
}

/// A directory that is gone after the test.
final class ScratchDirectory {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("saima-ledger-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func store() throws -> SQLiteLedgerStore { try SQLiteLedgerStore(directory: path) }
}

enum Files {
    static let package: URL = {
        var url = URL(fileURLWithPath: #filePath)
        while !FileManager.default.fileExists(
            atPath: url.appendingPathComponent("Package.swift").path), url.path != "/"
        {
            url.deleteLastPathComponent()
        }
        return url
    }()

    static func fixture(_ name: String) throws -> [UInt8] {
        let url = package.appendingPathComponent("Tests/Fixtures/ledger/\(name)")
        return Array(try Data(contentsOf: url))
    }

    /// The folder of shared material beside the package, if there is one.
    static let shared: URL? = {
        let set = ProcessInfo.processInfo.environment["SAIMA_SHARED"]
        let url =
            set.map { URL(fileURLWithPath: $0) }
            ?? package.deletingLastPathComponent().appendingPathComponent("shared")
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }()
}
