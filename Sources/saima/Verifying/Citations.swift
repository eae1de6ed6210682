import CityHall
import Delivery
import Foundation
import Ledger

/// Looks up the texts and files that records cite by their hashes.
struct Citations {
    private(set) var texts = 0
    private(set) var files = 0
    private(set) var filesElsewhere = 0

    private let blobs: DirectoryBlobStore
    private let folder: URL
    private var seen: Set<SHA256Text> = []
    /// Cited texts that are not there, with the first record that cites each.
    private var missingTexts: [(hash: SHA256Text, seq: Int)] = []
    private var missingFiles: Set<SHA256Text> = []

    init(_ directory: DataDirectory) {
        blobs = directory.blobs
        folder = directory.files
    }

    /// - Throws: with the record's seq, what is cited and is something else.
    mutating func check(_ record: RecordView) throws(LedgerError) {
        guard let kind = EventKind.citing.first(where: { record.type == $0.type }) else { return }
        let body: any EventBody
        do throws(FieldProblem) { body = try kind.read(record.data).body } catch {
            throw LedgerError(
                .recordValue, seq: record.seq, zh: error.words.zh, en: error.words.en)
        }
        let cited = Cited(in: [body])
        for hash in cited.texts { try checkText(hash, record.seq) }
        for evidence in cited.files { try checkFile(evidence, record.seq) }
    }

    private mutating func checkText(_ hash: SHA256Text, _ seq: Int) throws(LedgerError) {
        texts += 1
        let kept: [UInt8]?
        do { kept = try blobs.bytes(of: hash) } catch {
            throw LedgerError(
                .storeDamaged, seq: seq, zh: "文本 \(hash.text) 无法读取",
                en: "the text \(hash.text) cannot be read")
        }
        guard let kept else {
            missingTexts.append((hash, seq))
            return
        }
        guard kept.sha256 == hash.text else { throw differs("blobs/", hash, seq) }
    }

    private mutating func checkFile(_ evidence: Evidence, _ seq: Int) throws(LedgerError) {
        let hash = evidence.sha256
        guard seen.insert(hash).inserted else { return }
        let place = place(of: hash)
        guard FileManager.default.fileExists(atPath: place.path) else {
            missingFiles.insert(hash)
            return
        }
        guard let kept = try? Data(contentsOf: place), Array(kept).sha256 == hash.text else {
            throw differs("files/", hash, seq)
        }
        files += 1
    }

    /// Compares what is not there with what was purged, once all records are read.
    ///
    /// - Throws: a text that is missing and was not purged, with the record that cites it; what
    ///   was purged and still lies there, with the record that purged it.
    mutating func settle(_ purges: PurgeRegister) throws(LedgerError) {
        for (hash, seq) in missingTexts where !purges.isPurged(hash) {
            throw LedgerError(
                .storeDamaged, seq: seq, zh: "引用的文本 \(hash.text) 不在 blobs/ 中，也没有清除记录",
                en: "the cited text \(hash.text) is not in blobs/, and no record says it was purged"
            )
        }
        texts -= missingTexts.count
        filesElsewhere = missingFiles.count { !purges.isPurged($0) }
        for purge in purges.all {
            guard let tombstone = purge.tombstone else { continue }
            let hash = purge.sha256
            let lies = try? blobs.bytes(of: hash) != nil
            if lies != false || FileManager.default.fileExists(atPath: place(of: hash).path) {
                throw LedgerError(
                    .storeDamaged, seq: tombstone.seq,
                    zh: "\(hash.text) 已清除，但仍在数据目录中；重新启动服务会再次删除它",
                    en: "\(hash.text) was purged and still lies in the data directory; a server"
                        + " that starts removes it")
            }
        }
    }

    private func place(of hash: SHA256Text) -> URL {
        folder.appending(path: String(hash.text.prefix(2))).appending(path: hash.text)
    }

    private func differs(_ folder: String, _ hash: SHA256Text, _ seq: Int) -> LedgerError {
        LedgerError(
            .storeDamaged, seq: seq, zh: "\(folder) 中的 \(hash.text) 与其哈希不符",
            en: "what is kept in \(folder) as \(hash.text) is something else")
    }
}

extension [UInt8] {
    fileprivate var sha256: String { withUnsafeBytes { Merkle.sha256($0) }.hex }
}

extension EventKind {
    /// Those with a free text or a hash among their fields.
    static let citing = all.filter { kind in kind.fields.contains { $0.shape.cites } }
}

extension FieldShape {
    fileprivate var cites: Bool {
        switch self {
        case .note, .sha256: true
        case .known(let shape), .list(let shape): shape.cites
        case .structure(let fields): fields.contains { $0.shape.cites }
        default: false
        }
    }
}
