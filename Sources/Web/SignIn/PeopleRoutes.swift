import Accounts
import CityHall
import Delivery
import HTTPTypes
import HashTreeCollections
import Hummingbird

/// Persons and their posts, in the hands of the security administrator. Posts are the ledger's:
/// what is asked here is asked there as the command it is.
struct PeopleRoutes {
    let reception: Reception
    let house: House
    let shell: Shell

    func add(to router: Router<WebContext>) {
        router.get("/people") { [self] request, context in
            guard context.session != nil else { return AccountRoutes.toSignIn(request, context) }
            return try await list(try Self.deed(request, context))
        }
        router.post("/people") { [self] request, context in
            try await add(try Self.deed(request, context))
        }
        router.get("/people/{id}") { [self] request, context in
            guard context.session != nil else { return AccountRoutes.toSignIn(request, context) }
            let deed = try Self.deed(request, context)
            return try await show(deed, try deed.person)
        }
        let deeds: [(String, @Sendable (Deed, PersonID, PostedForm) async throws -> Response)] = [
            ("", change), ("/appoint", appoint), ("/dismiss", dismiss), ("/password", reset),
            ("/erase", erase), ("/identities", link), ("/identities/unlink", unlink),
        ]
        for (path, carryOut) in deeds {
            router.post("/people/{id}\(path)") { request, context in
                let deed = try Self.deed(request, context)
                return try await carryOut(deed, try deed.person, try await PostedForm(request))
            }
        }
    }

    /// What is asked, and by which security administrator.
    struct Deed: Sendable {
        var request: Request
        var context: WebContext
        var presence: StartedSession

        var doer: PersonID { presence.session.person }
        var visit: Visit { Visit(request, context) }

        var person: PersonID {
            get throws(Trouble) {
                guard let id = PersonID(try Segment.named("id", context)) else { throw .notFound }
                return id
            }
        }
    }

    private static func deed(_ request: Request, _ context: WebContext) throws(Trouble) -> Deed {
        let presence = try AccountRoutes.present(context)
        guard context.viewer.roles.contains(.securityAdministrator) else {
            throw .notSecurityAdministrator
        }
        return Deed(request: request, context: context, presence: presence)
    }

    private func list(
        _ deed: Deed, typed: PeopleList.Typed = .init(), problem: FormProblem? = nil
    ) async throws -> Response {
        let sight = house.sight(for: deed.context.viewer)
        let model: PeopleList.Model
        do throws(AccountRefusal) {
            model = PeopleList.Model(
                persons: reception.book.persons, city: sight.city,
                holders: try await reception.book.holders(),
                erasures: try await reception.book.erasures())
        } catch {
            throw Trouble(error)
        }
        let page = PeopleList(
            model: model, sight: sight, typed: typed, problem: problem,
            token: deed.presence.secret.formToken, visit: deed.visit)
        return PersonalAnswer(shell, deed.request, deed.context)
            .page(page.page, problem == nil ? .ok : .unprocessableContent)
    }

    private func show(
        _ deed: Deed, _ id: PersonID, made: String? = nil, problem: FormProblem? = nil,
        typed: PersonPage.Typed? = nil
    ) async throws -> Response {
        let sight = house.sight(for: deed.context.viewer)
        let person = reception.book.person(id)
        let appointment = sight.city.people[id]
        guard person != nil || appointment != nil else { throw Trouble.notFound }
        let identities: [LinkedIdentity]
        do throws(AccountRefusal) {
            identities = try await reception.book.identities(of: id)
        } catch {
            throw Trouble(error)
        }
        let page = PersonPage(
            model: .init(
                id: id, person: person, appointment: appointment, identities: identities,
                providers: reception.providers),
            sight: sight, made: made, problem: problem, typed: typed,
            token: deed.presence.secret.formToken, visit: deed.visit)
        return PersonalAnswer(shell, deed.request, deed.context)
            .page(page.page, problem == nil ? .ok : .unprocessableContent)
    }

    private func back(_ deed: Deed, to id: PersonID) -> Response {
        SignInRoutes.redirect(deed.visit.link("/people/\(id.text)"))
    }
}

extension PeopleRoutes {
    private func add(_ deed: Deed) async throws -> Response {
        let form = try await PostedForm(deed.request)
        let typed = PeopleList.Typed(
            id: form["person"], name: form["name"], email: form["email"], phone: form["phone"])
        do throws(AccountRefusal) {
            try await reception.book.add(typed.person, now: reception.now)
        } catch {
            try Trouble.unlessMendable(error)
            let problem = FormProblem(field: error.field, words: error.words)
            return try await list(deed, typed: typed, problem: problem)
        }
        return try await giveOneTimePassword(deed, typed.person.id)
    }

    private func giveOneTimePassword(_ deed: Deed, _ id: PersonID) async throws -> Response {
        let password: String
        do throws(AccountRefusal) {
            password = try await reception.desk.giveOneTimePassword(to: id, now: reception.now)
        } catch {
            try Trouble.unlessMendable(error)
            return try await show(deed, id, problem: FormProblem(words: error.words))
        }
        return try await show(deed, id, made: password)
    }

    private func reset(_ deed: Deed, _ id: PersonID, _: PostedForm) async throws -> Response {
        try await giveOneTimePassword(deed, id)
    }

    /// Does something to the book and comes back, or shows at which field it went wrong.
    func keep(
        _ deed: Deed, _ id: PersonID, typed: PersonPage.Typed? = nil,
        _ act: (AccountBook) async throws(AccountRefusal) -> Void
    ) async throws -> Response {
        do throws(AccountRefusal) { try await act(reception.book) } catch {
            try Trouble.unlessMendable(error)
            return try await show(
                deed, id, problem: FormProblem(field: error.field, words: error.words),
                typed: typed)
        }
        return back(deed, to: id)
    }

    private func change(
        _ deed: Deed, _ id: PersonID, _ form: PostedForm
    ) async throws -> Response {
        let person = Person(
            id: id, name: form["name"], email: form["email"], phone: form["phone"])
        return try await keep(deed, id, typed: .person(person)) { book throws(AccountRefusal) in
            try await book.change(person)
        }
    }

    /// Gives the ledger a command; nil, or why it was refused.
    private func command(_ deed: Deed, _ command: some Command) async -> FormProblem? {
        do throws(Refusal) {
            _ = try await house.submit(
                Submission(key: Submission.freshKey(), command, as: deed.doer))
            return nil
        } catch {
            return FormProblem(words: error.words)
        }
    }

    private func appoint(
        _ deed: Deed, _ id: PersonID, _ form: PostedForm
    ) async throws -> Response {
        let appoint = AppointPerson {
            $0.person = id
            $0.organization = OrganizationID(form["organization"]) ?? .blank
            $0.roles = form.all("roles").compactMap { Role(rawValue: $0) }
        }
        if let problem = await command(deed, appoint) {
            let typed = PersonPage.Typed.post(
                OrganizationID(form["organization"]), Set(appoint.proposed.roles))
            return try await show(deed, id, problem: problem, typed: typed)
        }
        return back(deed, to: id)
    }

    private func dismiss(_ deed: Deed, _ id: PersonID, _: PostedForm) async throws -> Response {
        if let problem = await command(deed, DismissPerson { $0.person = id }) {
            return try await show(deed, id, problem: problem)
        }
        do throws(AccountRefusal) { try await reception.book.revokeAll(of: id) } catch {
            throw Trouble(error)
        }
        guard reception.book.person(id) != nil else {
            return SignInRoutes.redirect(deed.visit.link("/people"))
        }
        return back(deed, to: id)
    }

    /// Takes the post in the ledger away first, so that nobody holds one whom nobody knows.
    private func erase(_ deed: Deed, _ id: PersonID, _ form: PostedForm) async throws -> Response {
        guard id != deed.doer else {
            return try await show(deed, id, problem: FormProblem(words: .eraseSelf))
        }
        guard form["confirm"] == id.text else {
            return try await show(
                deed, id, problem: FormProblem(field: "confirm", words: .eraseNotConfirmed))
        }
        if house.sight(for: deed.context.viewer).city.people[id] != nil,
            let problem = await command(deed, DismissPerson { $0.person = id })
        {
            return try await show(deed, id, problem: problem)
        }
        do throws(AccountRefusal) {
            try await reception.book.erase(id, by: deed.doer, now: reception.now)
        } catch {
            throw Trouble(error)
        }
        return SignInRoutes.redirect(deed.visit.link("/people"))
    }
}
