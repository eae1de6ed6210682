import Hummingbird
import JSON

/// What stops projects, as a list and one by one.
struct BlockerRoutes {
    let house: House
    let shell: Shell

    func add(to router: Router<WebContext>) {
        @Sendable func list(
            _ request: Request, _ context: WebContext
        ) -> (PageAnswer, BlockerList) {
            let answer = PageAnswer(shell, request, context)
            let sight = house.sight(for: context.viewer)
            return (answer, BlockerList(sight: sight, visit: answer.visit))
        }
        router.get("/blockers") { request, context in
            let (answer, list) = list(request, context)
            return answer.html(list.page)
        }
        router.get("/blockers.csv") { request, context in
            let (answer, list) = list(request, context)
            return answer.csv(list.csv, named: "blockers.csv")
        }
        router.get("/api/v1/blockers") { request, context in
            PageAnswer.json(list(request, context).1.json, request)
        }
        @Sendable func one(_ request: Request, _ context: WebContext) throws -> BlockerPage {
            let id = try Segment.named("id", context)
            let visit = Visit(request, context)
            let sight = house.sight(for: context.viewer)
            guard let page = BlockerPage(sight, id: id, visit: visit) else {
                throw Trouble.notFound
            }
            return page
        }
        router.get("/blockers/{id}") { [self] request, context in
            PageAnswer(shell, request, context).html(try one(request, context).page)
        }
        router.get("/api/v1/blockers/{id}") { request, context in
            PageAnswer.json(try one(request, context).json, request)
        }
    }
}
