/// A number of permits to be taken and given back; who wants one where none is left waits.
/// One task takes, any may give.
final class Permits: Sendable {
    private let stream: AsyncStream<Void>
    private let giver: AsyncStream<Void>.Continuation

    init(_ count: Int) {
        (stream, giver) = AsyncStream.makeStream()
        for _ in 0..<count { giver.yield() }
    }

    /// False where the waiting was cancelled.
    func take() async -> Bool {
        var iterator = stream.makeAsyncIterator()
        return await iterator.next() != nil
    }

    func give() { giver.yield() }
}
