import CityHall
import Hummingbird

/// Directives, each as a page and under /api/v1 as figures.
struct DirectiveRoutes {
    let house: House
    let shell: Shell

    func add(to router: Router<WebContext>) {
        @Sendable func one(_ request: Request, _ context: WebContext) throws -> DirectivePage {
            let id = try Segment.named("id", context)
            let visit = Visit(request, context)
            guard let page = DirectivePage(house.sight(for: context.viewer), id: id, visit: visit)
            else {
                throw Trouble.notFound
            }
            return page
        }
        router.get("/directives/{id}") { [self] request, context in
            PageAnswer(shell, request, context).html(try one(request, context).page)
        }
        router.get("/api/v1/directives/{id}") { request, context in
            PageAnswer.json(try one(request, context).json, request)
        }
    }
}
