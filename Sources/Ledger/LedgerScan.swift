/// Reads a ledger in spans of records, several at once, and takes the results in order.
///
/// `work` runs on as many tasks as there are readers, each with a reader of its own; `take`
/// runs on the caller's, for one span after the other. The first error in the order of the
/// ledger ends the scan.
public struct LedgerScan: Sendable {
    /// Records a span has.
    public static let span = 4_096

    private let readers: [any LedgerReader]
    private let from: Int
    private let end: Int
    private let count: Int
    private let meetsNegative: Bool

    /// Over the records `from ..< to`.
    public init(readers: [any LedgerReader], from: Int = 0, to end: Int) {
        self.readers = readers
        self.from = from
        self.end = max(from, end)
        count = (self.end - from) / Self.span + ((self.end - from) % Self.span > 0 ? 1 : 0)
        meetsNegative = false
    }

    /// Over every row below `size`, those with a seq below 0, which should not be, included.
    init(everythingOf readers: [any LedgerReader], below size: Int) {
        self.readers = readers
        from = 0
        end = max(0, size)
        count = max(1, end / Self.span + (end % Self.span > 0 ? 1 : 0))
        meetsNegative = true
    }

    private func span(_ index: Int) -> Range<Int> {
        let start = from + index * Self.span
        let lower = index == 0 && meetsNegative ? Int.min : start
        return lower..<start + min(Self.span, end - start)
    }

    private struct Outcome<Output: Sendable>: Sendable {
        var index: Int
        var reader: Int
        var result: Result<Output, LedgerError>
    }

    public func run<Output: Sendable>(
        isolation: isolated (any Actor)? = #isolation,
        _ work: @escaping @Sendable (any LedgerReader, Range<Int>) throws(LedgerError) -> Output,
        take: (Output) throws(LedgerError) -> Void
    ) async throws(LedgerError) {
        let failure: LedgerError? = await withTaskGroup(
            of: Outcome<Output>.self, returning: LedgerError?.self, isolation: isolation
        ) { group in
            var next = 0
            func begin(_ reader: Int) {
                guard next < count else { return }
                let (index, span, handle) = (next, span(next), readers[reader])
                next += 1
                group.addTask {
                    Outcome(index: index, reader: reader, result: Self.outcome(work, handle, span))
                }
            }
            for reader in readers.indices { begin(reader) }
            var waiting: [Int: Result<Output, LedgerError>] = [:]
            var taken = 0
            while let done = await group.next() {
                waiting[done.index] = done.result
                begin(done.reader)
                while let result = waiting.removeValue(forKey: taken) {
                    taken += 1
                    do throws(LedgerError) {
                        try take(try result.get())
                    } catch {
                        group.cancelAll()
                        return error
                    }
                }
            }
            return nil
        }
        if let failure { throw failure }
    }

    private static func outcome<Output>(
        _ work: (any LedgerReader, Range<Int>) throws(LedgerError) -> Output,
        _ reader: any LedgerReader, _ span: Range<Int>
    ) -> Result<Output, LedgerError> {
        do throws(LedgerError) {
            return .success(try work(reader, span))
        } catch {
            return .failure(error)
        }
    }
}
