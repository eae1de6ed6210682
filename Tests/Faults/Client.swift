import Foundation
import JSON
import SaimaProgram

/// A `saima do -` to which lines are sent and whose answers are read while it runs.
final class Client {
    let process: Process
    private let answers: Pipe
    private let lines: Pipe
    private var partial: [UInt8] = []
    private(set) var received: [JSON] = []
    private var rest: [UInt8]

    init(_ data: String, _ lines: [String]) throws {
        let (input, output) = (Pipe(), Pipe())
        process = try SaimaProgram.started(["do", "-", "--data", data, "--as", "console"]) {
            $0.standardInput = input
            $0.standardOutput = output
            $0.standardError = FileHandle.nullDevice
        }
        (self.lines, answers) = (input, output)
        try? input.fileHandleForReading.close()
        try? output.fileHandleForWriting.close()
        rest = Array(lines.map { $0 + "\n" }.joined().utf8)
        for pipe in [input.fileHandleForWriting, output.fileHandleForReading] {
            let descriptor = pipe.fileDescriptor
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        }
    }

    private var isOpen = true

    /// Sends and receives until so many answers are in, the end is reached, or so many
    /// microseconds have gone by.
    func exchange(until count: Int, within limit: Int = .max) {
        let start = DispatchTime.now().uptimeNanoseconds
        while received.count < count, isOpen {
            let gone = Int(DispatchTime.now().uptimeNanoseconds - start) / 1_000
            if gone >= limit { return }
            var wanted = [
                pollfd(
                    fd: answers.fileHandleForReading.fileDescriptor, events: Int16(POLLIN),
                    revents: 0)
            ]
            if !rest.isEmpty {
                let input = lines.fileHandleForWriting.fileDescriptor
                wanted.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0))
            }
            _ = poll(&wanted, nfds_t(wanted.count), Int32(min((limit - gone) / 1_000, 20)))
            send()
            receive()
        }
    }

    private func send() {
        guard !rest.isEmpty else { return }
        let count = rest.withUnsafeBytes {
            write(lines.fileHandleForWriting.fileDescriptor, $0.baseAddress, $0.count)
        }
        if count > 0 { rest.removeFirst(count) }
        if rest.isEmpty || count < 0 && errno == EPIPE {
            rest = []
            try? lines.fileHandleForWriting.close()
        }
    }

    private func receive() {
        var room = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(answers.fileHandleForReading.fileDescriptor, &room, room.count)
        if count == 0 { isOpen = false }
        guard count > 0 else { return }
        partial += room.prefix(count)
        while let end = partial.firstIndex(of: 0x0A) {
            if let answer = try? JSON.parse(Array(partial[..<end])) { received.append(answer) }
            partial.removeSubrange(...end)
        }
    }

    /// Kills it, and reads what it had answered by then.
    func kill() {
        Glibc.kill(process.processIdentifier, SIGKILL)
        finish()
    }

    /// Reads to the end.
    func finish() {
        exchange(until: .max)
        process.waitUntilExit()
    }
}
