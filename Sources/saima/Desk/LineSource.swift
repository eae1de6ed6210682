import Foundation
import Synchronization

/// Lines of a descriptor. Reading blocks, so it is done on a thread of its own.
final class LineSource: Sendable {
    private let descriptor: Int32
    private let name: String
    private let queue: DispatchQueue
    private let splitter = Mutex(LineSplitter())
    private let isGivenUp = Atomic(false)
    /// Milliseconds after which a wait looks whether it is still wanted.
    private static let patience: Int32 = 100

    /// - Parameter name: how the source is called when it cannot be read.
    init(_ descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
        queue = DispatchQueue(label: "saima.lines")
    }

    /// The lines that have come in since, at least one; nil at the end.
    func next() async throws -> [LineSplitter.Line]? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                queue.async { continuation.resume(with: Result { try self.read() }) }
            }
        } onCancel: {
            isGivenUp.store(true, ordering: .relaxed)
        }
    }

    /// False when nobody waits any more.
    private func waitForInput() -> Bool {
        while !isGivenUp.load(ordering: .relaxed) {
            var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            if poll(&wanted, 1, LineSource.patience) != 0 { return true }
        }
        return false
    }

    private func read() throws -> [LineSplitter.Line]? {
        var room = [UInt8](repeating: 0, count: 1 << 16)
        while waitForInput() {
            let count = Glibc.read(descriptor, &room, room.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw InputFile.unreadable(name, errno)
            }
            if count == 0 { return splitter.withLock { $0.finish() }.map { [$0] } }
            let lines = splitter.withLock { $0.take(room.prefix(count)) }
            if !lines.isEmpty { return lines }
        }
        return nil
    }
}
