import Delivery
import Hummingbird
import JSON

/// What was made public, the same for everybody: no answer here depends on who asks.
struct PromiseRoutes {
    let house: House
    let shell: Shell

    func add(to router: Router<WebContext>) {
        @Sendable func index(_ request: Request, _ context: WebContext) -> PromiseIndex {
            PromiseIndex(house.sight(for: .guest), visit: Visit(request, context))
        }
        router.get("/public") { [self] request, context in
            PageAnswer(shell, request, context).open(index(request, context).page)
        }
        router.get("/api/v1/public") { request, context in
            PageAnswer.open(index(request, context).json, request)
        }
        @Sendable func one(_ request: Request, _ context: WebContext) throws -> PromisePage {
            let list = try Segment.named("id", context)
            guard
                let page = PromisePage(
                    house.sight(for: .guest), list: list, isLedgerOpen: house.letsGuestsRead,
                    visit: Visit(request, context))
            else { throw Trouble.notFound }
            return page
        }
        router.get("/public/{id}") { [self] request, context in
            PageAnswer(shell, request, context).open(try one(request, context).page)
        }
        router.get("/public/{id}/promises.csv") { request, context in
            let page = try one(request, context)
            var reply = Reply(.csv, page.csv)
            reply.keeping = .shared
            reply.fileName = page.fileName
            return reply.response(to: request)
        }
        router.get("/api/v1/public/{id}") { request, context in
            PageAnswer.open(try one(request, context).json, request)
        }
    }
}
