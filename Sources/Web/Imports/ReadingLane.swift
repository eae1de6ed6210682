import Foundation

/// Reads sheets off the threads that answer requests: few at once, and few that wait.
final class ReadingLane: Sendable {
    private let queue: OperationQueue
    private let most: Int

    init(atOnce: Int, waiting: Int) {
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = atOnce
        queue.qualityOfService = .utility
        most = atOnce + waiting
    }

    /// Whether whoever comes now is to come again later.
    var isFull: Bool { queue.operationCount >= most }

    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: work()) }
        }
    }
}
