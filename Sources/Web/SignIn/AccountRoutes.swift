import Accounts
import CityHall
import Delivery
import HTTPTypes
import Hummingbird

/// What people do with their own account.
struct AccountRoutes {
    let reception: Reception
    let house: House
    let shell: Shell

    func add(to router: Router<WebContext>) {
        router.get("/account") { [self] request, context in
            guard let presence = context.presence else { return Self.toSignIn(request, context) }
            return try await show(presence, request, context)
        }
        router.get("/account/password") { [self] request, context in
            guard let presence = context.presence else { return Self.toSignIn(request, context) }
            return password(presence, nil, request, context)
        }
        router.post("/account/password") { [self] request, context in
            try await changePassword(request, context)
        }
        router.post("/account/sessions/{number}/end") { [self] request, context in
            let presence = try Self.present(context)
            try await done { book throws(AccountRefusal) in
                try await book.end(Self.number(context), of: presence.session.person)
            }
            return Self.back(request, context)
        }
        router.post("/account/tokens") { [self] request, context in
            try await makeToken(request, context)
        }
        router.post("/account/tokens/{number}/revoke") { [self] request, context in
            let presence = try Self.present(context)
            try await done { book throws(AccountRefusal) in
                try await book.revokeToken(Self.number(context), of: presence.session.person)
            }
            return Self.back(request, context)
        }
    }

    static func toSignIn(_ request: Request, _ context: WebContext) -> Response {
        SignInRoutes.redirect(Visit(request, context).signIn)
    }

    static func present(_ context: WebContext) throws(Trouble) -> StartedSession {
        guard let presence = context.presence else { throw .signInFirst }
        return presence
    }

    private static func number(_ context: WebContext) -> Int64 {
        context.parameters.get("number").flatMap { Int64($0) } ?? -1
    }

    private static func back(_ request: Request, _ context: WebContext) -> Response {
        SignInRoutes.redirect(Visit(request, context).link("/account"))
    }

    private func done(
        _ deed: (AccountBook) async throws(AccountRefusal) -> Void
    ) async throws(Trouble) {
        do throws(AccountRefusal) { try await deed(reception.book) } catch {
            throw Trouble(error)
        }
    }

    private func show(
        _ presence: StartedSession, form: AccountPage.TokenForm = .init(),
        problem: FormProblem? = nil, status: HTTPResponse.Status = .ok, _ request: Request,
        _ context: WebContext
    ) async throws -> Response {
        let id = presence.session.person
        guard let person = reception.book.person(id) else { throw Trouble.signInFirst }
        let model: AccountPage.Model
        do throws(AccountRefusal) {
            model = AccountPage.Model(
                person: person, presence: presence,
                sessions: try await reception.book.sessions(of: id, now: reception.now),
                tokens: try await reception.book.tokens(of: id, now: reception.now),
                identities: try await reception.book.identities(of: id),
                providers: reception.providers)
        } catch {
            throw Trouble(error)
        }
        let page = AccountPage(
            model: model, sight: house.sight(for: context.viewer), form: form, problem: problem,
            visit: Visit(request, context))
        return PersonalAnswer(shell, request, context).page(page.page, status)
    }

    private func password(
        _ presence: StartedSession, _ problem: FormProblem?, _ request: Request,
        _ context: WebContext
    ) -> Response {
        let form = PasswordForm(
            token: presence.secret.formToken, problem: problem, visit: Visit(request, context))
        let page = form.page(mustChange: presence.session.mustChangePassword)
        return PersonalAnswer(shell, request, context)
            .page(page, problem == nil ? .ok : .unprocessableContent)
    }

    private func changePassword(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let presence = try Self.present(context)
        let form = try await PostedForm(request)
        let started: StartedSession
        do throws(AccountRefusal) {
            let address = Reception.address(of: request, context)
            try await reception.desk.changePassword(
                of: presence.session.person, from: form["password"], to: form["new_password"],
                in: presence.secret, address: address, now: reception.now)
            // A new secret with the new password: who knew the old ones knows neither.
            started = try await reception.book.start(
                for: presence.session.person, on: presence.session.device,
                by: presence.session.issuer, now: reception.now)
            try await reception.book.end(presence.secret)
        } catch {
            try Trouble.unlessMendable(error)
            let problem = FormProblem(field: error.field, words: error.words)
            var response = password(presence, problem, request, context)
            response.status = Reception.status(of: error, otherwise: .unprocessableContent)
            if let wait = error.wait { response.headers[.retryAfter] = String(wait) }
            return response
        }
        var response = Self.back(request, context)
        response.setCookie(Reception.cookie(started.secret))
        return response
    }

    private func makeToken(_ request: Request, _ context: WebContext) async throws -> Response {
        let presence = try Self.present(context)
        let posted = try await PostedForm(request)
        let form = AccountPage.TokenForm(
            title: posted["title"], scope: posted["scope"], days: posted["days"])
        let text: String
        do throws(AccountRefusal) {
            guard let scope = AccessScope(form.scope, known: Self.isCommandOrNoun) else {
                throw .unknownScope
            }
            text = try await reception.book.makeToken(
                for: presence.session.person, title: form.title, scope: scope,
                days: Int(form.days) ?? 0, now: reception.now)
        } catch {
            try Trouble.unlessMendable(error)
            return try await show(
                presence, form: form,
                problem: FormProblem(field: error.field, words: error.words),
                status: .unprocessableContent, request, context)
        }
        return try await show(presence, form: .init(made: text), request, context)
    }

    private static func isCommandOrNoun(_ name: String) -> Bool {
        CommandKind.all.contains { kind in
            let command = kind.name.description
            return command == name || command.split(separator: ".").first == Substring(name)
        }
    }
}

extension AccountRefusal {
    static let unknownScope = AccountRefusal(
        .tokenScopeMalformed, field: "scope",
        zh: "请填 read、* 或命令名（见“命令”页），用空格隔开",
        en: "write read, *, or names of commands as the commands page lists them, with blanks"
            + " between")
}
