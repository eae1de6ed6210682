import Accounts
import CityHall
import Delivery
import Foundation
import Ledger
import LedgerSQLite

extension DataDirectory {
    /// Makes the directory whole or not at all: it is filled beside its place under another
    /// name, closed, and renamed. What `saima.yaml` says comes first, who can sign in last.
    func make(
        clock: Clock = .system, evidence: [[UInt8]] = [],
        fill: (CityHall) async throws -> Void,
        people: (AccountBook) async throws -> Void = { _ in }
    ) async throws {
        try requireVacant()
        try requireReplaceable()
        let seed = try SeedSettings.read(path + "/" + DataDirectory.seedName)
        let draft = try makeDraft()
        do {
            for file in evidence {
                var incoming = try draft.evidence.receive()
                try incoming.append(file)
                _ = try incoming.keep()
            }
            let hall = try draft.open(clock: clock)
            do {
                if let seed { try await seed.settle(hall) }
                try await fill(hall)
            } catch {
                await hall.close()
                throw error
            }
            await hall.close()
            let book = try AccountBook(directory: draft.path)
            defer { book.close() }
            try await people(book)
            if seed != nil { try draft.copySeed(from: self) }
            try place(draft)
        } catch {
            try? FileManager.default.removeItem(atPath: draft.path)
            throw error
        }
    }

    /// A rename takes the place, which a link, a mount and the folder one stands in do not allow.
    private func requireReplaceable() throws {
        var place = stat()
        guard lstat(path, &place) == 0 else { return }
        var (here, above) = (stat(), stat())
        let isLink = place.st_mode & S_IFMT == S_IFLNK
        let isHere =
            stat(".", &here) == 0 && here.st_dev == place.st_dev && here.st_ino == place.st_ino
        let isMount = stat(parent, &above) == 0 && above.st_dev != place.st_dev
        guard isLink || isHere || isMount else { return }
        throw Complaint(
            "directory_not_replaceable",
            zh: "\(path) 是当前所在的文件夹、链接或挂载点，不能整个替换；"
                + "请写其中的新目录，如 \(path)/data",
            en: "\(path) is the folder you are in, a link or a mount, which cannot be replaced "
                + "as a whole; name a new folder in it, such as \(path)/data")
    }

    private var parent: String { (path as NSString).deletingLastPathComponent }
    private var name: String { (path as NSString).lastPathComponent }

    private func makeDraft() throws -> DataDirectory {
        try FileManager.default.createDirectory(
            atPath: parent, withIntermediateDirectories: true)
        removeAbandonedDrafts()
        let draft = DataDirectory(parent + "/.\(name).making-\(getpid())")
        try? FileManager.default.removeItem(atPath: draft.path)
        for folder in ["", "/files", "/blobs", "/keys"] {
            guard mkdir(draft.path + folder, 0o700) == 0 else {
                let reason = String(cString: strerror(errno))
                throw Complaint(
                    "directory_not_made", zh: "无法创建目录 \(draft.path + folder)(\(reason))",
                    en: "the directory \(draft.path + folder) cannot be made: \(reason)")
            }
        }
        let number = String(UInt32.random(in: .min ... .max), radix: 16)
        let padded = String(repeating: "0", count: 8 - number.utf8.count) + number
        _ = try KeyFile.create(directory: draft.keys, name: "saima.local/\(padded)")
        return draft
    }

    /// Drafts of processes that ended before they were done.
    private func removeAbandonedDrafts() {
        let prefix = ".\(name).making-"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for name in names where name.hasPrefix(prefix) {
            guard let owner = pid_t(name.dropFirst(prefix.count)), owner != getpid(),
                kill(owner, 0) != 0, errno == ESRCH
            else { continue }
            try? FileManager.default.removeItem(atPath: parent + "/" + name)
        }
    }

    private func copySeed(from place: DataDirectory) throws {
        let name = "/" + DataDirectory.seedName
        try FileManager.default.copyItem(atPath: place.path + name, toPath: path + name)
    }

    /// Renames the draft into its place. A rename replaces an empty directory; one with
    /// `saima.yaml` in it, which the draft has a copy of, steps aside first.
    private func place(_ draft: DataDirectory) throws {
        for folder in ["/keys", "/files", "/blobs", ""] {
            try DurableFile.sync(URL(filePath: draft.path + folder))
        }
        let former = parent + "/.\(name).before-\(getpid())"
        if case .fresh(hasSeed: true) = try state() {
            guard rename(path, former) == 0 else { throw notPlaced }
        }
        guard rename(draft.path, path) == 0 else {
            let failure = notPlaced
            _ = rename(former, path)
            throw failure
        }
        try? FileManager.default.removeItem(atPath: former)
        try DurableFile.sync(URL(filePath: parent))
    }

    private var notPlaced: Complaint {
        let reason = String(cString: strerror(errno))
        return Complaint(
            "directory_not_made", zh: "无法建成 \(path)(\(reason))",
            en: "\(path) cannot be put in place: \(reason)")
    }
}
