import Accounts
import Delivery
import HTTPTypes
package import Hummingbird

/// Finds out whose request it is: by the cookie of a browser that signed in, or by the token of
/// a program. Stands before everything that asks who looks.
package struct SessionKeeper: RouterMiddleware {
    private let reception: Reception

    package init(_ reception: Reception) {
        self.reception = reception
    }

    package func handle(
        _ request: Request, context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        if Self.isForEverybody(path) { return try await next(request, context) }
        var context = context
        if let field = request.headers[.authorization] {
            context.session = try await bearer(field, path)
            return try await next(request, context)
        }
        guard let secret = Reception.secret(of: request) else {
            return try await next(request, context)
        }
        context.formToken = secret.formToken
        if let session = try await session(secret) {
            context.presence = StartedSession(secret: secret, session: session)
            context.session = WebSession(
                person: session.person, csrf: secret.formToken, kind: .cookie)
            if session.mustChangePassword, !Self.isOpenBeforeChange(path) {
                let visit = Visit(request, context)
                guard !visit.isAPI else { throw Trouble.passwordMustChange }
                return Response.redirect(
                    to: visit.link("/account/password").text, type: .normal)
            }
        }
        return try await next(request, context)
    }

    private func session(_ secret: Secret) async throws(Trouble) -> Session? {
        do throws(AccountRefusal) {
            return try await reception.book.session(secret, now: reception.now)
        } catch {
            throw Trouble(error)
        }
    }

    private func bearer(_ field: String, _ path: String) async throws(Trouble) -> WebSession {
        let parts = field.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else {
            throw Trouble.tokenRefused
        }
        let found: AccessToken?
        do throws(AccountRefusal) {
            found = try await reception.book.token(String(parts[1]), now: reception.now)
        } catch {
            throw Trouble(error)
        }
        guard let token = found else { throw Trouble.tokenRefused }
        // A program reads and commands; who its person is, is not its to manage.
        guard !Self.isPersonal(path) else { throw Trouble.notByToken }
        return WebSession(
            person: token.person, csrf: "", kind: .bearer(TokenScope(token.scope)))
    }

    private static func isForEverybody(_ path: String) -> Bool {
        path.hasPrefix("/assets/") || path == "/healthz" || path == "/readyz"
            || PublicPath.holds(path)
    }

    private static func isOpenBeforeChange(_ path: String) -> Bool {
        path == "/account/password" || path == "/sign-out"
    }

    private static func isPersonal(_ path: String) -> Bool {
        ["/account", "/notices", "/people", "/sign-in", "/sign-out"].contains {
            path == $0 || path.hasPrefix($0 + "/")
        }
    }
}

extension TokenScope {
    init(_ scope: AccessScope) {
        switch scope {
        case .read: self = .reading
        case .allCommands: self = .everything
        case .commands(let names): self.init(commands: names)
        }
    }
}
