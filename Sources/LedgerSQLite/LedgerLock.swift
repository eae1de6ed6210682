internal import Glibc
internal import Ledger
internal import Synchronization

/// The right to write one ledger: `ledger.lock` beside it, locked by the kernel for as long as
/// its holder lives, however it ends. The file says the holder's process id.
final class LedgerLock: Sendable {
    private let descriptor: Mutex<CInt?>

    /// `store_locked` where another process, or another store in this one, holds it.
    init(directory: String) throws(LedgerError) {
        let path = directory + "/ledger.lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .system("open", path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.holder(descriptor)
            Glibc.close(descriptor)
            throw LedgerError(
                .storeLocked,
                zh: "台账正由进程 \(holder ?? "（未知）") 写入，同时只能有一个写入者",
                en: "the ledger is being written by process \(holder ?? "(unknown)");"
                    + " there can be one writer only")
        }
        let pid = Array("\(getpid())\n".utf8)
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, pid, pid.count, 0) == pid.count
        else {
            Glibc.close(descriptor)
            throw .system("write", path)
        }
        self.descriptor = Mutex(descriptor)
    }

    private static func holder(_ descriptor: CInt) -> String? {
        var room = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &room, room.count, 0)
        let digits = room.prefix(max(0, count)).prefix { $0 &- 0x30 < 10 }
        return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
    }

    func release() {
        descriptor.withLock { descriptor in
            if let open = descriptor { Glibc.close(open) }
            descriptor = nil
        }
    }

    deinit { release() }
}

extension LedgerError {
    /// What the system call just said.
    static func system(_ call: String, _ path: String) -> LedgerError {
        let reason = String(cString: strerror(errno))
        return LedgerError(
            errno == ENOENT ? .storeMissing : .storeFailed,
            zh: "\(path)：\(call) 失败（\(reason)）", en: "\(path): \(call): \(reason)")
    }
}
