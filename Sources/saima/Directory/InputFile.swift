import Foundation

/// Reads files that a user names, whatever they turn out to be.
enum InputFile {
    static func read(_ path: String, atMost limit: Int) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(path, errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw isDirectory(path) }
        if status.st_mode & S_IFMT == S_IFREG, status.st_size > limit {
            throw tooLarge(path, limit)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size) + 1)
        var room = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &room, room.count)
            if count == 0 { return bytes }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw unreadable(path, errno)
            }
            bytes.append(contentsOf: room.prefix(count))
            guard bytes.count <= limit else { throw tooLarge(path, limit) }
        }
    }

    /// A file's bytes as UTF-8.
    static func readText(_ path: String, atMost limit: Int) throws -> String {
        let bytes = try read(path, atMost: limit)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Complaint(
                "file_not_text", zh: "\(path) 不是 UTF-8 文本", en: "\(path) is not UTF-8 text")
        }
        return text
    }

    static func isDirectory(_ path: String) -> Complaint {
        Complaint(
            "file_is_directory", zh: "\(path) 是目录，这里需要文件",
            en: "\(path) is a directory; a file is wanted here")
    }

    private static func tooLarge(_ path: String, _ limit: Int) -> Complaint {
        Complaint(
            "file_too_large", zh: "\(path) 超过 \(limit) 字节",
            en: "\(path) has more than \(limit) bytes")
    }

    static func unreadable(_ path: String, _ code: Int32) -> Complaint {
        if code == ENOENT || code == ENOTDIR {
            return Complaint(
                "file_missing", zh: "没有文件 \(path)", en: "there is no file \(path)")
        }
        let reason = String(cString: strerror(code))
        return Complaint(
            "file_unreadable", zh: "无法读取 \(path)(\(reason))",
            en: "\(path) cannot be read: \(reason)")
    }
}

extension InputFile {
    private static let longestSecret = 4_096

    /// The first line of a file in which a secret is kept.
    static func secret(_ path: String) throws -> [UInt8] {
        let bytes = try read(path, atMost: longestSecret)
        return Array(bytes.prefix { $0 != 0x0A && $0 != 0x0D })
    }

    /// Whether there is a file that can be read, before it is handed to a reader of its own.
    static func probe(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw unreadable(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(path, errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw isDirectory(path) }
    }
}
