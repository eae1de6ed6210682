import Foundation

/// Where exchanges wait for their turn, so that no other work waits for them.
package struct ExchangeLine: Sendable {
    private let queue = OperationQueue()
    private let longest: Int

    /// - Parameters:
    ///   - lanes: exchanges at once.
    ///   - longest: exchanges at once and waiting, beyond which another is refused.
    package init(lanes: Int = 1, longest: Int = .max) {
        queue.name = "saima.exchanges"
        queue.maxConcurrentOperationCount = lanes
        self.longest = longest
    }

    package func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws(ExchangeFailure) -> Value
    ) async throws(ExchangeFailure) -> Value {
        guard queue.operationCount < longest else {
            throw ExchangeFailure("too many exchanges are waiting", isUnreachable: true)
        }
        let result = await withCheckedContinuation { continuation in
            queue.addOperation {
                continuation.resume(returning: Result { () throws(ExchangeFailure) in try work() })
            }
        }
        return try result.get()
    }
}
