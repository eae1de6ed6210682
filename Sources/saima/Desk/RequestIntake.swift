import Accounts
import CityHall
import Delivery

/// Makes orders of what a connection sends, and hands them in.
struct RequestIntake: Sendable {
    let hall: CityHall
    let accounts: SignInDesk
    let permits: Permits
    let answers: AsyncStream<PendingAnswer>.Continuation
    private var splitter = LineSplitter()
    private var batch: Batch?

    private struct Batch {
        var person: PersonID
        var missing: Int
        var bytes = 0
        var orders: [Order] = []
        var malformed: [Answer] = []
    }

    init(
        hall: CityHall, accounts: SignInDesk, permits: Permits,
        answers: AsyncStream<PendingAnswer>.Continuation
    ) {
        self.hall = hall
        self.accounts = accounts
        self.permits = permits
        self.answers = answers
    }

    /// False when nothing more is to be read.
    mutating func take(_ bytes: some Sequence<UInt8>) async -> Bool {
        for line in splitter.take(bytes) where !line.isBlank {
            guard await take(line) else { return false }
        }
        return true
    }

    private mutating func take(_ line: LineSplitter.Line) async -> Bool {
        switch SocketProtocol.request(line, inBatch: batch != nil) {
        case .order(let order, let person):
            guard await permits.take() else { return false }
            answers.yield(await HallDesk(hall, as: person).hand(in: order))
        case .resetPassword(let person):
            guard await permits.take() else { return false }
            let answer = await PasswordReset.answer(for: person, in: hall, accounts)
            answers.yield(PendingAnswer(answer))
        case .together(let count, let person):
            batch = Batch(person: person, missing: count)
        case .part(let order):
            batch?.orders.append(order)
            batch?.bytes += order.body.count
            return await settle()
        case .malformed(let answer):
            if batch != nil {
                batch?.malformed.append(answer)
                return await settle()
            }
            guard await permits.take() else { return false }
            answers.yield(PendingAnswer(answer))
        }
        return true
    }

    /// Counts a line of the batch, and carries it out with the last one.
    private mutating func settle() async -> Bool {
        guard var open = batch else { return true }
        open.missing -= 1
        batch = open
        // Nothing sensible follows what is too large to be kept, so the connection ends.
        guard open.bytes <= SocketProtocol.largestBatchBytes else { return false }
        guard open.missing == 0 else { return true }
        batch = nil
        let results =
            open.malformed.isEmpty
            ? await HallDesk(hall, as: open.person).handTogether(in: open.orders)
            : open.malformed + open.orders.map { Answer.heldBack(key: $0.key) }
        for answer in results {
            guard await permits.take() else { return false }
            answers.yield(PendingAnswer(answer))
        }
        return true
    }
}
