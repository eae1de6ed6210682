import Accounts
import Delivery
import HTTPTypes
import Hummingbird
import Logging
import OpenID

/// Signing in by an identity provider: sends browsers there, and lets in who comes back and is
/// somebody's identity. Nobody is made a person by it.
struct IdentityRoutes {
    let reception: Reception
    let house: House
    let shell: Shell

    /// What a browser carries while it is away. It must come along with the way back from the
    /// provider, which is another site's link.
    private static let cookieName = "__Host-saima-oidc"

    func add(to router: Router<WebContext>) {
        router.get("/sign-in/oidc/{provider}") { [self] request, context in
            try await begin(request, context)
        }
        router.get("/sign-in/oidc/{provider}/callback") { [self] request, context in
            try await finish(request, context)
        }
    }

    private static func cookie(_ value: String, seconds: Int) -> Cookie {
        Cookie(
            name: cookieName, value: value, maxAge: seconds, path: "/", secure: true,
            httpOnly: true, sameSite: .lax)
    }

    private func provider(_ context: WebContext) throws(Trouble) -> IdentityProvider {
        let id = context.parameters.get("provider")
        guard let provider = reception.providers.first(where: { $0.id == id }) else {
            throw .notFound
        }
        return provider
    }

    /// Seconds since 1970.
    private var now: Int64 { reception.now.milliseconds / 1000 }

    private func begin(_ request: Request, _ context: WebContext) async throws -> Response {
        let provider = try provider(context)
        let visit = Visit(request, context)
        let next = NextPage.safe(visit.query["next"])
        if context.presence != nil, context.viewer != .guest {
            return SignInRoutes.redirect(visit.link(next))
        }
        do throws(OpenIDRefusal) {
            let beginning = try await provider.desk.begin(towards: next.text, now: now)
            var response = Response.redirect(to: beginning.address, type: .normal)
            response.headers[.cacheControl] = Reply.Keeping.never.rawValue
            response.setCookie(
                Self.cookie(beginning.attempt, seconds: OpenIDDesk.attemptSeconds))
            return response
        } catch {
            return refused(error, by: provider, request, context)
        }
    }

    private func finish(_ request: Request, _ context: WebContext) async throws -> Response {
        let provider = try provider(context)
        let visit = Visit(request, context)
        let answer = AuthorizationAnswer(
            code: visit.query["code"], state: visit.query["state"], issuer: visit.query["iss"],
            error: visit.query["error"])
        let arrival: OpenIDDesk.Arrival
        do throws(OpenIDRefusal) {
            arrival = try await provider.desk.finish(
                answer, attempt: request.cookies[Self.cookieName]?.value, now: now)
        } catch {
            var response = refused(error, by: provider, request, context)
            // What another attempt brought back ends none: this browser may have begun anew.
            if error.code != .stateDiffers { response.setCookie(Self.cookie("", seconds: 0)) }
            return response
        }
        let identity = Identity(issuer: provider.issuer, subject: arrival.subject)
        do throws(AccountRefusal) {
            var response = try await letIn(
                identity, of: provider, to: arrival.page, request, context)
            response.setCookie(Self.cookie("", seconds: 0))
            return response
        } catch {
            throw Trouble(error)
        }
    }

    private func letIn(
        _ identity: Identity, of provider: IdentityProvider, to page: String,
        _ request: Request, _ context: WebContext
    ) async throws(AccountRefusal) -> Response {
        let visit = Visit(request, context)
        let started = try await reception.desk.signIn(
            by: identity, at: Reception.place(of: request, context), now: reception.now)
        guard let started else {
            let page = StrangerPage(identity: identity, provider: provider, visit: visit)
            return PersonalAnswer(shell, request, context).page(page.page, .forbidden)
        }
        guard case .person = house.viewer(started.session.person) else {
            try await reception.book.end(started.secret)
            let page = IdentityTroublePage(
                words: .identityNotAppointed, code: "not_appointed", provider: provider,
                visit: visit)
            return PersonalAnswer(shell, request, context).page(page.page, .forbidden)
        }
        if let former = context.presence { try await reception.book.end(former.secret) }
        var response = SignInRoutes.redirect(NextPage.safe(page))
        response.setCookie(Reception.cookie(started.secret))
        return response
    }

    private func refused(
        _ refusal: OpenIDRefusal, by provider: IdentityProvider, _ request: Request,
        _ context: WebContext
    ) -> Response {
        context.logger.warning(
            "sign-in by identity provider refused",
            metadata: [
                "provider": "\(provider.id)", "code": "\(refusal.code.rawValue)",
                "detail": "\(refusal.detail ?? "")",
            ])
        let page = IdentityTroublePage(
            words: Words(zh: refusal.zh, en: refusal.en), code: refusal.code.rawValue,
            provider: provider, visit: Visit(request, context))
        return PersonalAnswer(shell, request, context)
            .page(page.page, Self.status(of: refusal.code))
    }

    private static func status(of code: OpenIDRefusal.Code) -> HTTPResponse.Status {
        switch code {
        case .attemptUnknown, .attemptExpired, .attemptUsed, .stateDiffers: .badRequest
        case .providerRefused: .forbidden
        default: .badGateway
        }
    }
}
