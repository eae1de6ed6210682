import Accounts
import CityHall
import Delivery
import HashTreeCollections

/// A password given at the machine, where the file of persons can be replaced anyway. Who
/// somebody is stands beside the ledger, so nothing of it is recorded there.
enum PasswordReset {
    /// - Throws: where nobody could sign in by it.
    static func carryOut(
        for id: PersonID, in hall: CityHall, _ desk: SignInDesk
    ) async throws -> String {
        guard hall.city.people[id] != nil else {
            throw Complaint(
                "person_not_appointed",
                zh: "台账里没有“\(id)”的任职，有密码也不能登录；先用 saima do 任用",
                en: "the ledger has no post of \"\(id)\", who could not sign in with a password;"
                    + " appoint them by saima do first")
        }
        let now = Clock.system.now()
        // Whom the console appointed stands in no directory yet.
        if desk.book.person(id) == nil {
            try await desk.book.add(Person(id: id, name: id.text), now: now)
        }
        return try await desk.giveOneTimePassword(to: id, now: now)
    }

    static func answer(
        for id: PersonID, in hall: CityHall, _ desk: SignInDesk
    ) async -> Answer {
        do {
            return Answer(key: nil, .password(try await carryOut(for: id, in: hall, desk)))
        } catch {
            let complaint = Complaint(error)
            return Answer(
                key: nil, .refused(code: complaint.code, field: nil, complaint.words))
        }
    }
}

extension DataDirectory {
    /// Through a running server, else by one's own hand.
    func resetPassword(of id: PersonID) async throws -> String {
        try requireMade()
        guard let server = try SocketDesk(self, as: Actor.console.person) else {
            let hall = try await openWriter()
            do {
                let book = try AccountBook(directory: path)
                defer { book.close() }
                let desk = SignInDesk(book: book, hashing: try HashingDesk())
                let password = try await PasswordReset.carryOut(for: id, in: hall, desk)
                await hall.close()
                return password
            } catch {
                await hall.close()
                throw error
            }
        }
        let answer = await server.resetPassword(of: id)
        await server.close()
        switch answer.outcome {
        case .password(let password): return password
        case .refused("connection_lost", _, _):
            throw Complaint(
                "connection_lost", zh: "服务在答复前断开；请再试一次，以最后给出的密码为准",
                en: "the server went away before it answered; try again, the last password counts")
        case .refused(let code, _, let words): throw Complaint(code, zh: words.zh, en: words.en)
        case .receipt:
            throw Complaint(
                "answer_malformed", zh: "服务的答复无法理解；服务与本程序的版本可能不同",
                en: "the server's answer is not understood; it may be of another version")
        }
    }
}
