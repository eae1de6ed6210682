import Delivery
import Foundation
import JSON
import Synchronization

/// The desk of a running server, reached through `saima.sock`.
final class SocketDesk: CommandDesk {
    private let descriptor: Int32
    private let person: PersonID
    private let lines: LineSource
    private let arrived = Mutex<[LineSplitter.Line]>([])
    /// Writing blocks while the server takes nothing in, so it is done on a thread of its own.
    private let writer = DispatchQueue(label: "saima.socket.writer")

    /// Nil where no server listens.
    init?(_ directory: DataDirectory, as person: PersonID) throws {
        guard let descriptor = try UnixSocket.connect(directory) else { return nil }
        self.descriptor = descriptor
        self.person = person
        lines = LineSource(descriptor, name: SocketProtocol.name)
    }

    deinit { Glibc.close(descriptor) }

    func hand(in order: Order) async -> PendingAnswer {
        let sent = await send(SocketProtocol.line(order, as: person))
        return PendingAnswer {
            guard sent else { return .lost(key: order.key) }
            return await self.answer(key: order.key)
        }
    }

    func handTogether(in orders: [Order]) async throws -> [Answer] {
        var sent = await send(SocketProtocol.header(together: orders.count, as: person))
        var answers: [Answer] = []
        var start = 0
        while sent, start < orders.count {
            let end = min(start + 1_024, orders.count)
            sent = await send(
                Array(orders[start..<end].map { SocketProtocol.line($0, as: nil) }.joined()))
            start = end
        }
        for order in orders { answers.append(await answer(key: order.key)) }
        return answers
    }

    /// The answer holds the password, or why there is none.
    func resetPassword(of id: PersonID) async -> Answer {
        guard await send(SocketProtocol.line(resettingPasswordOf: id)) else {
            return .lost(key: nil)
        }
        return await answer(key: nil)
    }

    private func answer(key: String?) async -> Answer {
        while true {
            let next = arrived.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            if let next {
                guard case .text(let bytes) = next, let json = try? JSON.parse(bytes),
                    let answer = Answer(json)
                else { return .lost(key: key) }
                return Answer(key: answer.key ?? key, answer.outcome)
            }
            guard let more = try? await lines.next() else { return .lost(key: key) }
            arrived.withLock { $0 += more }
        }
    }

    /// False where the server has gone.
    private func send(_ bytes: [UInt8]) async -> Bool {
        let descriptor = descriptor
        return await withCheckedContinuation { continuation in
            writer.async { continuation.resume(returning: UnixSocket.write(bytes, to: descriptor)) }
        }
    }

    func close() async { _ = shutdown(descriptor, Int32(SHUT_WR)) }
}

enum UnixSocket {
    /// The address through the open directory, since a path to a socket has room for 107
    /// bytes only.
    static func path(through directory: Int32) -> String {
        "/proc/self/fd/\(directory)/\(SocketProtocol.name)"
    }

    static func openDirectory(_ directory: DataDirectory) throws -> Int32 {
        let descriptor = open(directory.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputFile.unreadable(directory.path, errno) }
        return descriptor
    }

    /// A connected socket; nil where nobody listens.
    static func connect(_ directory: DataDirectory) throws -> Int32? {
        let folder = try openDirectory(directory)
        defer { close(folder) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = Array(path(through: folder).utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let descriptor = socket(
            AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw InputFile.unreadable(directory.path, errno) }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else {
            let code = errno
            close(descriptor)
            if [ENOENT, ECONNREFUSED, ENOTSOCK].contains(code) { return nil }
            throw InputFile.unreadable(directory.path + "/" + SocketProtocol.name, code)
        }
        return descriptor
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }
}
