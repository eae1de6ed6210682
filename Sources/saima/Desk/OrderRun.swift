import Delivery
import JSON

/// Carries the lines of a source to a desk and prints an answer for each.
struct OrderRun: Sendable {
    /// Orders that may be on their way at once.
    private static let window = 256
    /// Bytes of a batch that stands or falls together.
    private static let largestBatch = 1 << 30

    let desk: any CommandDesk
    let source: LineSource

    private struct Numbered: Sendable {
        var line: Int
        var pending: PendingAnswer
    }

    /// Each line for itself; many are under way at once. True where any was refused.
    func oneByOne() async throws -> Bool {
        let permits = Permits(OrderRun.window)
        let (pending, handing) = AsyncStream.makeStream(of: Numbered.self)
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                defer { handing.finish() }
                try await handIn(permits, handing)
                return false
            }
            group.addTask {
                var refused = false
                for await next in pending {
                    let answer = await next.pending.wait()
                    refused = refused || answer.isRefused
                    try print(answer, line: next.line)
                    permits.give()
                }
                return refused
            }
            var refused = false
            do {
                while let part = try await group.next() { refused = refused || part }
            } catch {
                // The reading may wait for input that nobody will need.
                group.cancelAll()
                throw error
            }
            return refused
        }
    }

    private func handIn(
        _ permits: Permits, _ handing: AsyncStream<Numbered>.Continuation
    ) async throws {
        var number = 0
        while let lines = try await source.next() {
            for line in lines {
                number += 1
                if line.isBlank { continue }
                guard await permits.take() else { return }
                let pending: PendingAnswer
                do throws(OrderProblem) {
                    pending = await desk.hand(in: try read(line, number))
                } catch {
                    pending = PendingAnswer(Answer(key: error.key, error.refusal))
                }
                handing.yield(Numbered(line: number, pending: pending))
            }
        }
    }

    /// All lines or none. True where any was refused.
    func together() async throws -> Bool {
        var number = 0
        var size = 0
        var entries: [(line: Int, order: Result<Order, OrderProblem>)] = []
        while let lines = try await source.next() {
            for line in lines {
                number += 1
                if line.isBlank { continue }
                if case .text(let bytes) = line { size += bytes.count }
                guard size <= OrderRun.largestBatch else {
                    throw Complaint(
                        "batch_too_large", zh: "整体执行的命令不能超过 1 GiB",
                        en: "what is carried out together may hold at most 1 GiB")
                }
                entries.append(
                    (number, Result { () throws(OrderProblem) in try read(line, number) }))
            }
        }
        let orders = entries.compactMap { try? $0.order.get() }
        var answers: [Answer]
        if orders.count == entries.count {
            answers = orders.isEmpty ? [] : try await desk.handTogether(in: orders)
        } else {
            answers = entries.map { entry in
                switch entry.order {
                case .success(let order): .heldBack(key: order.key)
                case .failure(let problem): Answer(key: problem.key, problem.refusal)
                }
            }
        }
        for (entry, answer) in zip(entries, answers) { try print(answer, line: entry.line) }
        return answers.contains(where: \.isRefused)
    }

    private func read(_ line: LineSplitter.Line, _ number: Int) throws(OrderProblem) -> Order {
        guard case .text(var bytes) = line else {
            throw OrderProblem(
                key: nil,
                Refusal(
                    .fieldTooLong, zh: "一行最长 \(LineSplitter.longest) 字节",
                    en: "a line may hold at most \(LineSplitter.longest) bytes"))
        }
        if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        return try Order(line: bytes)
    }

    private func print(_ answer: Answer, line: Int) throws {
        let members = [JSON.Member("line", .integer(line))] + answer.members
        try Terminal.write(line: JSON.object(members).text())
    }
}
