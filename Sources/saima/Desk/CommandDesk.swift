import CityHall
import Delivery

/// Where orders are handed in: to the ledger itself, or to the server that has it.
protocol CommandDesk: Sendable {
    /// Hands an order in and returns before it is decided. Orders are decided in the order in
    /// which they are handed in, and their answers are to be waited for in that order.
    func hand(in order: Order) async -> PendingAnswer

    /// Carries out orders that stand or fall together; one answer for each.
    func handTogether(in orders: [Order]) async throws -> [Answer]

    func close() async
}

/// An answer that is still to come.
struct PendingAnswer: Sendable {
    let wait: @Sendable () async -> Answer

    init(_ wait: @escaping @Sendable () async -> Answer) { self.wait = wait }

    init(_ answer: Answer) { wait = { answer } }
}

extension DataDirectory {
    /// A running server's desk, else one's own.
    func openDesk(as person: PersonID) async throws -> any CommandDesk {
        if case .made = try state(), let server = try SocketDesk(self, as: person) {
            return server
        }
        return HallDesk(try await openWriter(), as: person)
    }
}

/// The desk of a ledger that this process writes.
struct HallDesk: CommandDesk {
    let hall: CityHall
    let person: PersonID

    init(_ hall: CityHall, as person: PersonID) {
        self.hall = hall
        self.person = person
    }

    func hand(in order: Order) async -> PendingAnswer {
        do throws(Refusal) {
            let submission = try Submission(key: order.key, json: order.body, as: person)
            let task = await hall.queue(submission)
            return PendingAnswer { await task.value }
        } catch {
            return PendingAnswer(Answer(key: order.key, error))
        }
    }

    func handTogether(in orders: [Order]) async -> [Answer] {
        var submissions: [Submission] = []
        var malformed: [Int: Refusal] = [:]
        for (index, order) in orders.enumerated() {
            do throws(Refusal) {
                submissions.append(try Submission(key: order.key, json: order.body, as: person))
            } catch {
                malformed[index] = error
            }
        }
        if malformed.isEmpty {
            do throws(BatchRefusal) {
                return try await hall.submitTogether(submissions).map { Answer($0) }
            } catch {
                for (index, refusal) in error.refusals where malformed[index] == nil {
                    malformed[index] = refusal
                }
            }
        }
        return orders.enumerated().map { index, order in
            malformed[index].map { Answer(key: order.key, $0) } ?? .heldBack(key: order.key)
        }
    }

    func close() async { await hall.close() }
}

extension CityHall {
    /// Queues a command before it returns, so that the commands of one caller are decided in
    /// the order in which they come, however many are waiting.
    func queue(_ submission: Submission) -> Task<Answer, Never> {
        Task.immediate {
            do throws(Refusal) {
                return Answer(try await self.submit(submission))
            } catch {
                return Answer(key: submission.key, error)
            }
        }
    }
}
