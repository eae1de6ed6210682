import Accounts
import Delivery
import HTTPTypes
import Hummingbird
import NIOCore

/// Signing in and out.
struct SignInRoutes {
    let reception: Reception
    let house: House
    let shell: Shell

    func add(to router: Router<WebContext>) {
        router.get("/sign-in") { [self] request, context in
            let visit = Visit(request, context)
            let next = NextPage.safe(visit.query["next"])
            // Who holds no post any more is not sent where nothing is shown to them.
            if context.presence != nil, context.viewer != .guest {
                return Self.redirect(visit.link(next))
            }
            // The form's token hangs on the cookie, so who has none gets one with the form.
            let known = Reception.secret(of: request)
            let secret = known ?? .random()
            let left = reception.providers.first { $0.id == visit.query["left"] }
            var page = page(towards: next, token: secret.formToken, visit)
            if let left, let address = await left.farewell() {
                page.choice.farewell = (left.name, address)
            }
            var response = PersonalAnswer(shell, request, context).page(page.page)
            if known == nil { response.setCookie(Reception.cookie(secret)) }
            return response
        }
        router.post("/sign-in") { [self] request, context in
            try await signIn(request, context)
        }
        router.post("/sign-out") { [self] request, context in
            var signIn: Link = "/sign-in"
            if let presence = context.presence {
                let issuer = presence.session.issuer
                let left = reception.providers.first { $0.issuer == issuer }
                signIn = signIn.with("left", left?.id)
                do throws(AccountRefusal) {
                    try await reception.book.end(presence.secret)
                } catch {
                    throw Trouble(error)
                }
            }
            var response = Self.redirect(Visit(request, context).link(signIn))
            response.setCookie(Reception.noCookie)
            if let field = HTTPField.Name("Clear-Site-Data") {
                response.headers[field] = "\"cache\""
            }
            return response
        }
    }

    static func redirect(_ link: Link) -> Response {
        var response = Response.redirect(to: link.text, type: .normal)
        response.headers[.cacheControl] = Reply.Keeping.never.rawValue
        return response
    }

    private func page(towards next: Link, token: String, _ visit: Visit) -> SignInPage {
        SignInPage(
            token: token,
            choice: ProviderChoice(providers: reception.providers, next: next, visit: visit),
            hasPromises: house.hasPromises, visit: visit)
    }

    private func signIn(_ request: Request, _ context: WebContext) async throws -> Response {
        let visit = Visit(request, context)
        let form = try await PostedForm(request)
        let next = NextPage.safe(form["next"])
        var page = page(towards: next, token: context.formToken ?? "", visit)
        page.name = form["name"]
        let started: StartedSession
        switch try await reception.enter(form["name"], form["password"], request, context, house) {
        case .entered(let session): started = session
        case .refused(let problem, let status, let wait):
            page.problem = problem
            var response = PersonalAnswer(shell, request, context).page(page.page, status)
            if let wait { response.headers[.retryAfter] = String(wait) }
            return response
        }
        let first: Link = started.session.mustChangePassword ? "/account/password" : next
        var response = Self.redirect(visit.link(first))
        response.setCookie(Reception.cookie(started.secret))
        return response
    }
}

/// A page that is one person's and kept by nobody.
struct PersonalAnswer {
    private let shell: Shell
    private let request: Request
    private let visit: Visit

    init(_ shell: Shell, _ request: Request, _ context: WebContext) {
        self.shell = shell
        self.request = request
        visit = Visit(request, context)
    }

    func page(_ page: Page, _ status: HTTPResponse.Status = .ok) -> Response {
        var reply = Reply(.html, shell.page(page, visit).text)
        reply.status = status
        reply.keeping = .never
        reply.language = visit.language
        return reply.response(to: request)
    }
}

/// The fields of a form that was sent.
struct PostedForm: Sendable {
    private static let largest = 64 * 1024
    private let query: Query

    init(_ request: Request) async throws {
        guard FormKind(request.headers[.contentType]) == .plain else { throw Trouble.formExpected }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: Self.largest)
        } catch is NIOTooManyBytesError {
            throw Trouble.formTooLarge
        }
        query = Query(parsing: String(buffer: body))
    }

    /// Empty where nothing was sent.
    subscript(name: String) -> String { query[name] ?? "" }

    func all(_ name: String) -> [String] { query.all(name) }
}

extension Trouble {
    static let formExpected = Trouble(
        .unsupportedMediaType, "form_malformed",
        Phrase("请求不是表单", "The request is not a form"),
        Phrase(
            "这里只接收浏览器表单（application/x-www-form-urlencoded）。",
            "A browser's form (application/x-www-form-urlencoded) is taken here."))

    static let formTooLarge = Trouble(
        .contentTooLarge, "form_too_large",
        Phrase("表单太大", "The form is too large"),
        Phrase("最多 64 KB。", "It may have 64 KB at the most."))
}
