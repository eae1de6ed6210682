import CityHall
import Foundation

/// A file that a user wants written. It is filled under another name beside its place and renamed,
/// so that under its own name it is whole or not there; what stood there before is replaced only
/// then.
struct OutputFile {
    /// As the user named it.
    let path: String
    /// Where it lies once links are followed.
    private let place: String

    private static let draftPrefix = ".saima-making-"

    /// Checks the place before any work is done.
    ///
    /// - Parameter data: the data directory, in which nothing is written from outside.
    init(_ path: String, outside data: DataDirectory?) throws {
        self.path = path
        var status = stat()
        let isThere = stat(path, &status) == 0
        if isThere, status.st_mode & S_IFMT == S_IFDIR { throw InputFile.isDirectory(path) }
        guard !path.isEmpty, !path.hasSuffix("/"), !isThere || status.st_mode & S_IFMT == S_IFREG
        else {
            throw Complaint(
                "output_not_a_file", zh: "“\(path)”不是普通文件，不能写入",
                en: "\"\(path)\" is not an ordinary file and is not written to")
        }
        let followed = isThere ? OutputFile.resolved(path) ?? path : path
        let folder = (followed as NSString).deletingLastPathComponent
        guard let parent = OutputFile.resolved(folder.isEmpty ? "." : folder) else {
            throw OutputFile.unwritable(path, errno)
        }
        let home = data.map { OutputFile.resolved($0.path) ?? $0.path }
        guard parent != home, !(home.map { parent.hasPrefix($0 + "/") } ?? false) else {
            throw Complaint(
                "output_in_data_directory",
                zh: "\(path) 在数据目录之内；数据目录里只有赛马自己的文件，请换一个地方",
                en: "\(path) lies in the data directory, which holds Saima's own files only; "
                    + "name another place")
        }
        place = parent + "/" + (followed as NSString).lastPathComponent
    }

    /// Writes the file whole.
    ///
    /// - Returns: whether another one was replaced.
    func write(_ bytes: [UInt8]) throws -> Bool {
        try fill(mode: 0o666) { draft in
            guard let file = FileHandle(forWritingAtPath: draft) else {
                throw OutputFile.unwritable(path, errno)
            }
            do {
                try file.write(contentsOf: bytes)
                try file.close()
            } catch {
                throw OutputFile.unwritable(path, OutputFile.code(of: error))
            }
        }
    }

    /// Has the file filled under the name given, which is there and empty.
    ///
    /// - Parameter mode: of a new file, before the process's mask; one that is replaced hands
    ///   its own on.
    func fill(mode: mode_t, _ body: (String) throws -> Void) throws -> Bool {
        let folder = (place as NSString).deletingLastPathComponent
        removeAbandonedDrafts(in: folder)
        let draft = folder + "/\(OutputFile.draftPrefix)\(getpid())-\(UInt32.random(in: 0...9_999))"
        let descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw OutputFile.unwritable(path, errno) }
        close(descriptor)
        do {
            try body(draft)
            var status = stat()
            let replaces = stat(place, &status) == 0
            if replaces { chmod(draft, status.st_mode & 0o777) }
            try? DurableFile.sync(URL(filePath: draft))
            guard rename(draft, place) == 0 else { throw OutputFile.unwritable(path, errno) }
            try? DurableFile.sync(URL(filePath: folder))
            return replaces
        } catch {
            unlink(draft)
            throw error
        }
    }

    /// The beginning of what stands at the place now; nil where nothing does.
    func present(_ count: Int) -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: place) else { return nil }
        defer { try? file.close() }
        return (try? file.read(upToCount: count)).map { $0.map(Array.init) ?? [] }
    }

    /// Whether a file lies beside the place, under its name with an ending more.
    func hasBeside(_ ending: String) -> Bool { access(place + ending, F_OK) == 0 }

    /// Drafts of processes that ended before they were done.
    private func removeAbandonedDrafts(in folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix(OutputFile.draftPrefix) {
            let owner = name.dropFirst(OutputFile.draftPrefix.count).prefix { $0 != "-" }
            guard let owner = pid_t(owner), owner != getpid(), kill(owner, 0) != 0, errno == ESRCH
            else { continue }
            unlink(folder + "/" + name)
        }
    }

    private static func resolved(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    private static func code(of error: any Error) -> Int32 {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        let cause = underlying ?? error as NSError
        return cause.domain == NSPOSIXErrorDomain ? Int32(truncatingIfNeeded: cause.code) : EIO
    }

    static func unwritable(_ path: String, _ code: Int32) -> Complaint {
        let reason = String(cString: strerror(code))
        return Complaint(
            "output_unwritable", zh: "无法写入 \(path)（\(reason)）",
            en: "\(path) cannot be written: \(reason)")
    }
}
