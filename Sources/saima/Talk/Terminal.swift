import Foundation

/// Standard output and standard error, written as bytes.
enum Terminal {
    /// Whoever read the output has gone.
    struct Closed: Error {}

    /// A reader that goes away is no reason to be killed; and a standard descriptor that was
    /// closed must not become that of the ledger's file.
    static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
        where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    /// Results. Written at once, whole.
    static func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count)
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE {
                throw Closed()
            } else if errno != EINTR && errno != EAGAIN {
                let reason = String(cString: strerror(errno))
                throw Complaint(
                    "output_failed", zh: "无法写入标准输出：\(reason)",
                    en: "standard output cannot be written: \(reason)")
            }
        }
    }

    static func write(line: String) throws { try write(Array((line + "\n").utf8)) }

    /// Talk: a line on standard error. Nothing hangs on whether anybody hears it.
    static func tell(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    static let hearsProgress = isatty(STDERR_FILENO) == 1

    /// Overwrites the line that says how far long work has come; only on a terminal.
    static func progress(_ text: String) {
        guard hearsProgress else { return }
        let bytes = Array("\r\u{1B}[K\(text)".utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    static func endProgress() { progress("") }
}
