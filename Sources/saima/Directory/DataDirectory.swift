import CityHall
import Foundation
import Ledger
import LedgerSQLite

/// A city on disk: `ledger.sqlite`, `files/`, `blobs/`, `keys/`, and `saima.sock` while a server
/// runs. What it is made of is readable by its owner only.
struct DataDirectory {
    let path: String

    static let seedName = "saima.yaml"

    init(_ path: String) {
        let url = URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL
        var text = url.path(percentEncoded: false)
        while text.count > 1, text.hasSuffix("/") { text.removeLast() }
        self.path = text
    }

    var blobs: DirectoryBlobStore { DirectoryBlobStore(folder("blobs")) }
    var files: URL { folder("files") }
    var evidence: EvidenceStore { EvidenceStore(files) }
    /// What a server keeps for a while: sheets that wait to be taken in.
    var staging: URL { folder("staging") }
    var keys: String { path + "/keys" }

    private func folder(_ name: String) -> URL {
        URL(filePath: path + "/" + name, directoryHint: .isDirectory)
    }

    private var ledger: String { path + "/" + SQLiteLedgerStore.fileName }

    enum State {
        case missing
        /// An empty directory, or one in which only `saima.yaml` lies.
        case fresh(hasSeed: Bool)
        case made
    }

    /// - Throws: where the path is something else than a data directory or room for one.
    func state() throws -> State {
        guard path.hasPrefix("/") else {
            throw Complaint(
                "folder_gone",
                zh: "当前所在的文件夹已被移走，找不到“\(path)”；请重新 cd 进去，或写完整路径",
                en: "the folder you are in is gone, so \"\(path)\" is nowhere; cd into it again, "
                    + "or write the whole path")
        }
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return .missing }
            throw InputFile.unreadable(path, errno)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw isNone }
        if stat(ledger, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else { throw isNone }
            guard status.st_size > 0 else {
                throw LedgerError(
                    .storeDamaged, zh: "\(ledger) 是空文件，台账已丢失；请从备份恢复",
                    en: "\(ledger) is empty: the ledger is lost; bring it back from a backup")
            }
            return .made
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw InputFile.unreadable(path, EACCES)
        }
        guard names.allSatisfy({ $0 == DataDirectory.seedName }) else { throw isNone }
        return .fresh(hasSeed: !names.isEmpty)
    }

    private var isNone: Complaint {
        Complaint(
            "not_a_data_directory", zh: "\(path) 不是数据目录（其中没有 ledger.sqlite）",
            en: "\(path) is not a data directory: it has no ledger.sqlite")
    }

    private var isMissing: Complaint {
        Complaint(
            "data_directory_missing",
            zh: "数据目录 \(path) 不存在；saima sample、new 或 import 可以新建",
            en: "there is no data directory \(path); saima sample, new or import makes one")
    }

    func requireMade() throws {
        switch try state() {
        case .made: return
        case .missing: throw isMissing
        case .fresh: throw isNone
        }
    }

    func requireVacant() throws {
        switch try state() {
        case .missing, .fresh: return
        case .made:
            throw Complaint(
                "data_directory_taken", zh: "\(path) 已有台账，不会覆盖；请换一个目录",
                en: "\(path) holds a ledger already, which is not overwritten; name another")
        }
    }

    /// Opens the ledger as its one writer. An empty directory becomes a city first.
    ///
    /// - Throws: `store_locked` with the process id of whoever writes it already.
    func openWriter(clock: Clock = .system) async throws -> CityHall {
        switch try state() {
        case .made: break
        case .missing: throw isMissing
        case .fresh: try await make(clock: clock) { _ in }
        }
        return try open(clock: clock)
    }

    func open(clock: Clock) throws -> CityHall {
        let key = try KeyFile.load(directory: keys)
        let store = try SQLiteLedgerStore(directory: path)
        do throws(LedgerError) {
            return try CityHall(
                store: store, blobs: blobs, files: DirectoryBlobStore(files), log: key.name,
                signer: CheckpointSigner(key: key), clock: clock)
        } catch {
            store.close()
            throw error
        }
    }

    /// A reader beside the writer, if there is one.
    func openReader() throws -> SQLiteLedgerReader {
        try requireMade()
        return try SQLiteLedgerReader(directory: path)
    }
}
