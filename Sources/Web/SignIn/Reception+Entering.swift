import Accounts
import Delivery
import HTTPTypes
import Hummingbird

/// What came of a name and a password.
enum Entering {
    case entered(StartedSession)
    case refused(FormProblem, HTTPResponse.Status, wait: Int? = nil)
}

extension Reception {
    /// Starts a session for somebody who holds a post. A session of the same browser that was
    /// there before ends.
    func enter(
        _ name: String, _ password: String, _ request: Request, _ context: WebContext,
        _ house: House
    ) async throws -> Entering {
        let started: StartedSession
        do throws(AccountRefusal) {
            started = try await desk.signIn(
                name: name, password: password, at: Self.place(of: request, context), now: now)
            if let former = context.presence { try await book.end(former.secret) }
        } catch {
            return .refused(
                FormProblem(field: error.field, words: error.words), Self.status(of: error),
                wait: error.wait)
        }
        guard case .person = house.viewer(started.session.person) else {
            try? await book.end(started.secret)
            return .refused(FormProblem(words: .notAppointed), .forbidden)
        }
        return .entered(started)
    }

    /// - Parameter other: of what is refused for what was typed.
    static func status(
        of refusal: AccountRefusal, otherwise other: HTTPResponse.Status = .forbidden
    ) -> HTTPResponse.Status {
        switch refusal.code {
        case .signInThrottled: .tooManyRequests
        case .busy: .serviceUnavailable
        case .storeFailed, .storeDamaged: .internalServerError
        default: other
        }
    }
}
