import HummingbirdCore
import NIOCore
import Synchronization

/// A body of which the beginning was read already: that comes again, and then the rest.
struct RereadBody: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    private let read: [ByteBuffer]
    private let rest: Rest

    /// What was not read can be given out once, as a body can.
    private final class Rest: Sendable {
        let iterator: Mutex<RequestBody.AsyncIterator?>

        init(_ iterator: sending RequestBody.AsyncIterator) {
            self.iterator = Mutex(iterator)
        }
    }

    init(_ read: [ByteBuffer], then iterator: sending RequestBody.AsyncIterator) {
        self.read = read
        rest = Rest(iterator)
    }

    struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate var read: ArraySlice<ByteBuffer>
        fileprivate var rest: RequestBody.AsyncIterator?

        mutating func next() async throws -> ByteBuffer? {
            if let first = read.popFirst() { return first }
            return try await rest?.next()
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        let taken = rest.iterator.withLock { kept -> sending RequestBody.AsyncIterator? in
            let iterator = kept
            kept = nil
            return iterator
        }
        return AsyncIterator(read: read[...], rest: taken)
    }
}
