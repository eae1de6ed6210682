import CityHall
import Delivery
import HTTPTypes
import Hummingbird
import Ledger

/// A form for every command, made from the command's own fields.
struct FormRoutes {
    let house: House
    let shell: Shell
    /// Nil where nobody signs in by a page of ours.
    let reception: Reception?

    func add(to router: Router<WebContext>) {
        router.get("/do/{command}") { [self] request, context in
            let kind = try kind(context)
            let answer = PageAnswer(shell, request, context)
            guard context.viewer != .guest else {
                return Response.redirect(to: answer.visit.signIn.text, type: .found)
            }
            if let trouble = Self.refusal(kind, context.viewer) { throw trouble }
            return try await open(kind, answer)
        }
        router.post("/do/{command}") { [self] request, context in
            let kind = try kind(context)
            let isKnown = context.session != nil && context.viewer != .guest
            let body = try await FormBody(request, files: isKnown ? house.files : nil)
            guard isKnown else { return try await interrupted(body, kind, request, context) }
            return try await take(body, kind, PageAnswer(shell, request, context), context)
        }
    }

    /// The key stands in the form's address, so that who goes back finds the form that was sent,
    /// and that it was.
    private func open(_ kind: CommandKind, _ answer: PageAnswer) async throws -> Response {
        let visit = answer.visit
        guard let key = visit.query["_key"], Submission.isKey(key) else {
            let keyed = visit.query.with("_key", Submission.freshKey())
            return SignInRoutes.redirect(visit.here(keyed))
        }
        if let receipt = try await house.ledger.receipt(of: key) {
            let sight = house.sight(for: visit.viewer)
            let sent = try await house.ledger.entries(receipt.first..<receipt.first + 1).first
            return answer.html(
                SentForm(kind: kind, sent: sent, sight: sight, visit: visit).page, keeping: .never)
        }
        var form = self.form(kind, visit, TypedForm(visit.query.items), key: key)
        FormFilling(kind: kind, sight: form.sight, today: form.today).fill(&form.typed)
        return answer.html(form.page, keeping: .never)
    }

    private func kind(_ context: WebContext) throws -> CommandKind {
        guard let kind = CommandKind.named(try Segment.named("command", context)) else {
            throw Trouble.notFound
        }
        return kind
    }

    /// Why the form is not for the viewer; nil where it is.
    static func refusal(_ kind: CommandKind, _ viewer: Viewer) -> Trouble? {
        guard viewer.roles.isDisjoint(with: kind.may) else { return nil }
        let roles = kind.entitled.map(\.words)
        return Trouble(
            .forbidden, Refusal.Code.notPermitted.rawValue, .notForYourRole,
            Phrase(
                "“\(kind.title.zh)”由以下角色办理：" + roles.map(\.zh).joined(separator: "、") + "。",
                "\(kind.title.en) is for these roles: "
                    + roles.map(\.en).joined(separator: ", ") + "."))
    }

    func form(
        _ kind: CommandKind, _ visit: Visit, _ typed: TypedForm, key: String?, seen: Int? = nil
    ) -> CommandForm {
        var form = CommandForm(
            kind, sight: house.sight(for: visit.viewer), visit: visit, typed: typed,
            key: key.flatMap { Submission.isKey($0) ? $0 : nil } ?? Submission.freshKey(),
            seen: seen, today: house.today)
        let shell = shell
        form.names = { shell.name(of: $0) }
        return form
    }

    /// The form as it was sent.
    func form(_ kind: CommandKind, _ visit: Visit, _ body: FormBody) -> CommandForm {
        var form = self.form(
            kind, visit, body.typed, key: body.own("_key"),
            seen: body.own("_seen").flatMap { Int($0) })
        form.items = body.items
        form.isReturned = true
        return form
    }

    private func take(
        _ body: FormBody, _ kind: CommandKind, _ answer: PageAnswer, _ context: WebContext
    ) async throws -> Response {
        let visit = answer.visit
        var form = self.form(kind, visit, body)
        guard let session = visit.session, context.broughtFormToken else {
            // A page of ours that is older than the sign-in keeps what was typed into it.
            form.state = .renewed
            return page(form, answer, .forbidden)
        }
        if let trouble = Self.refusal(kind, visit.viewer) { throw trouble }
        if body.own("_look") != nil { return page(form, answer, .ok) }
        if let list = body.own("_add") {
            form.typed.addRow(list, field: Self.firstField(of: list, kind))
            return page(form, answer, .ok)
        }
        if let row = body.own("_remove"), let open = row.lastIndex(of: "["),
            let index = Int(row[row.index(after: open)...].dropLast())
        {
            form.typed.removeRow(String(row[..<open]), index)
            return page(form, answer, .ok)
        }
        return try await submit(&form, as: session.person, answer)
    }

    private func submit(
        _ form: inout CommandForm, as person: PersonID, _ answer: PageAnswer
    ) async throws -> Response {
        guard let submission = form.submission(as: person) else {
            return page(form, answer, .unprocessableContent)
        }
        do throws(Refusal) {
            let receipt = try await house.submit(submission)
            let city = house.sight(for: answer.visit.viewer).city
            let place = submission.command.subject.flatMap { $0.link(in: city) }
            let link = (place ?? "/ledger/\(receipt.first)").with("done", String(receipt.first))
            return Response.redirect(to: answer.visit.link(link).text, type: .normal)
        } catch {
            return await refused(error, &form, submission, answer)
        }
    }

    private func refused(
        _ refusal: Refusal, _ form: inout CommandForm, _ submission: Submission,
        _ answer: PageAnswer
    ) async -> Response {
        let sight = house.sight(for: answer.visit.viewer)
        if refusal.code == .changedSince, let subject = submission.command.subject {
            let newer = sight.city.records(of: subject, since: form.seen)
            form.state = .changed((try? await house.ledger.entries(newer)) ?? [])
        } else {
            form.note(refusal)
        }
        // What was done under the key stays done; what is typed now is another thing.
        if refusal.code == .keyReused { form.key = Submission.freshKey() }
        form.sight = sight
        form.seen = sight.city.size
        return page(form, answer, refusal.status)
    }

    func page(
        _ form: CommandForm, _ answer: PageAnswer, _ status: HTTPResponse.Status
    ) -> Response {
        var response = answer.html(form.page, keeping: .never)
        response.status = status
        return response
    }

    /// What a new row is known by until something is typed into it.
    private static func firstField(of list: String, _ kind: CommandKind) -> String {
        let name = list.split(separator: ".").last.map(String.init) ?? list
        guard let field = kind.fields.first(where: { $0.name == name }),
            case .list(.structure(let fields)) = field.shape, let first = fields.first
        else { return "" }
        return "." + first.name
    }
}
