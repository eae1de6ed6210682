import Delivery
import HTTPTypes
import Hummingbird
import Interchange

/// Sheets are handed in, previewed, applied or dropped, by those who signed in.
struct ImportRoutes {
    let house: House
    let shell: Shell

    private var desk: ImportDesk { house.imports }

    func add(to router: Router<WebContext>) {
        router.get("/imports") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            guard let person = Self.known(context) else { return Self.toSignIn(answer) }
            let waiting = await desk.all(of: person)
            var form = ImportStart(visit: answer.visit, bounds: desk.bounds, waiting: waiting)
            form.kind = answer.visit.query["kind"]
            return answer.html(form.page, keeping: .never)
        }
        router.post("/imports") { [self] request, context in
            try await handIn(request, context)
        }
        router.get("/imports/{id}") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            guard let person = Self.known(context) else { return Self.toSignIn(answer) }
            return page(try await desk.look(try Self.id(context), for: person), answer)
        }
        router.get("/imports/{id}/problems.csv") { [self] request, context in
            let person = try Self.person(context)
            let staged = try await desk.look(try Self.id(context), for: person)
            guard let preview = staged.shown?.preview else { throw Trouble.notFound }
            let answer = PageAnswer(shell, request, context)
            let columns = ImportColumns.issues(answer.visit.t)
            let text = CSV.text(columns, preview.rejected + preview.warnings, answer.visit.t)
            return answer.csv(text, named: "problems.csv")
        }
        addOrders(to: router)
        addAPI(to: router)
    }

    private func addOrders(to router: Router<WebContext>) {
        router.post("/imports/{id}/apply") { [self] request, context in
            let (person, id) = (try Self.person(context), try Self.id(context))
            let seen = try await FormBody(request, files: nil).own("seen") ?? ""
            // What became of it, or why nothing did, stands on its own page.
            _ = try await desk.apply(id, seen: seen, for: person, permits: Self.permits(context))
            return Self.redirect(to: "/imports/\(id)", PageAnswer(shell, request, context))
        }
        router.post("/imports/{id}/look") { [self] request, context in
            let id = try Self.id(context)
            try await desk.lookAgain(id, for: try Self.person(context))
            return Self.redirect(to: "/imports/\(id)", PageAnswer(shell, request, context))
        }
        router.post("/imports/{id}/discard") { [self] request, context in
            try await desk.discard(try Self.id(context), for: try Self.person(context))
            return Self.redirect(to: "/imports", PageAnswer(shell, request, context))
        }
    }

    private func handIn(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try Self.person(context)
        let answer = PageAnswer(shell, request, context)
        var form = ImportStart(visit: answer.visit, bounds: desk.bounds)
        do {
            let id = try await desk.receive(for: person) { files in
                try await ImportUpload.bring(
                    request, to: files, atMost: desk.bounds.upload)
            }
            return Self.redirect(to: "/imports/\(id)", answer)
        } catch let refused as ImportUpload.Refused {
            (form.problem, form.kind) = (refused.problem, refused.kind)
        } catch let failure as ImportFailure {
            form.problem = failure.problem
        }
        form.waiting = await desk.all(of: person)
        var response = answer.html(form.page, keeping: .never)
        response.status = .unprocessableContent
        return response
    }

    private func page(_ staged: StagedImport, _ answer: PageAnswer) -> Response {
        let sight = house.sight(for: answer.visit.viewer)
        let page = ImportPage(staged: staged, sight: sight, visit: answer.visit)
        var response = answer.html(page.page, keeping: .never)
        // Needs no script, and is not held against a reader who goes elsewhere.
        if page.isAtWork, let refresh = HTTPField.Name("Refresh") {
            response.headers[refresh] = "2"
        }
        return response
    }

    private static func redirect(to link: Link, _ answer: PageAnswer) -> Response {
        Response.redirect(to: answer.visit.link(link).text, type: .normal)
    }

    private static func toSignIn(_ answer: PageAnswer) -> Response {
        Response.redirect(to: answer.visit.signIn.text, type: .found)
    }

    static func id(_ context: WebContext) throws(Trouble) -> String {
        try Segment.named("id", context)
    }

    private static func known(_ context: WebContext) -> PersonID? {
        context.viewer == .guest ? nil : context.session?.person
    }

    static func person(_ context: WebContext) throws(Trouble) -> PersonID {
        guard let person = known(context) else { throw .signInFirst }
        return person
    }

    static func permits(_ context: WebContext) -> @Sendable (String) -> Bool {
        let session = context.session
        return { session?.permits($0) ?? false }
    }
}

extension ImportFailure {
    /// Where in the form of an import it stands.
    var problem: FormProblem {
        let words = Phrase(
            lines.map(\.zh).joined(separator: "；"), lines.map(\.en).joined(separator: "; "))
        return switch self {
        case .mapping: FormProblem(field: "mapping", words: words)
        case .sheet: FormProblem(field: "sheet", words: words)
        }
    }
}
