import Accounts
import CityHall
import Delivery
import Hummingbird
import Notices

/// What people were told, for each their own.
struct NoticeRoutes {
    let book: NoticeBook
    let now: @Sendable () -> Timestamp
    let house: House
    let shell: Shell

    func add(to router: Router<WebContext>) {
        router.get("/notices") { [self] request, context in
            guard let presence = context.presence else {
                return AccountRoutes.toSignIn(request, context)
            }
            let person = presence.session.person
            let model = NoticePage.Model(
                notices: try await book.notices(of: person), wish: try await book.wish(of: person))
            let page = NoticePage(
                model: model, sight: house.sight(for: context.viewer),
                token: presence.secret.formToken, visit: Visit(request, context))
            return PersonalAnswer(shell, request, context).page(page.page)
        }
        router.post("/notices/read") { [self] request, context in
            let person = try AccountRoutes.present(context).session.person
            try await book.markRead(nil, of: person, now: now())
            return Self.back(request, context)
        }
        router.post("/notices/{number}/read") { [self] request, context in
            let person = try AccountRoutes.present(context).session.person
            guard let number = context.parameters.get("number").flatMap({ Int64($0) }) else {
                throw Trouble.notFound
            }
            try await book.markRead(number, of: person, now: now())
            return Self.back(request, context)
        }
        router.post("/notices/wish") { [self] request, context in
            let person = try AccountRoutes.present(context).session.person
            let form = try await PostedForm(request)
            guard let choice = NoticeChoice(rawValue: form["choice"]),
                let language = Language(rawValue: form["language"])
            else { throw Trouble.notFound }
            try await book.wish(NoticeWish(choice, language: language.rawValue), of: person)
            return Self.back(request, context)
        }
    }

    private static func back(_ request: Request, _ context: WebContext) -> Response {
        SignInRoutes.redirect(Visit(request, context).link("/notices"))
    }
}
