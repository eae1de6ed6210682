import CityHall
import Delivery
import Hummingbird
import JSON

/// Lists, their editions and comparisons; each as a page and under /api/v1 as figures.
struct ListRoutes {
    let house: House
    let shell: Shell

    func add(to router: Router<WebContext>) {
        addLists(to: router)
        addEditions(to: router)
        addComparisons(to: router)
    }

    private func addLists(to router: Router<WebContext>) {
        @Sendable func index(_ request: Request, _ context: WebContext) -> (PageAnswer, ListIndex) {
            let answer = PageAnswer(shell, request, context)
            return (
                answer,
                ListIndex(
                    sight: house.sight(for: context.viewer), visit: answer.visit,
                    viewer: context.viewer.actor)
            )
        }
        router.get("/lists") { request, context in
            let (answer, view) = index(request, context)
            return answer.html(view.page)
        }
        router.get("/api/v1/lists") { request, context in
            PageAnswer.json(index(request, context).1.json, request)
        }
        @Sendable func one(_ request: Request, _ context: WebContext) throws -> ListPage {
            let id = try Segment.named("id", context)
            let visit = PageAnswer(shell, request, context).visit
            guard
                let page = ListPage(
                    house.sight(for: context.viewer), id: id, visit: visit,
                    viewer: context.viewer.actor)
            else {
                throw Trouble.notFound
            }
            return page
        }
        router.get("/lists/{id}") { [self] request, context in
            PageAnswer(shell, request, context).html(try one(request, context).page)
        }
        router.get("/api/v1/lists/{id}") { request, context in
            PageAnswer.json(try one(request, context).json, request)
        }
    }

    private func addEditions(to router: Router<WebContext>) {
        @Sendable func one(
            _ request: Request, _ context: WebContext
        ) throws -> (isFile: Bool, page: EditionPage) {
            let id = try Segment.named("id", context)
            var number = try Segment.named("number", context)
            let isFile = number.hasSuffix(".csv")
            if isFile { number.removeLast(4) }
            let visit = PageAnswer(shell, request, context).visit
            guard
                let page = EditionPage(
                    house.sight(for: context.viewer), id: id, number: number, visit: visit)
            else {
                throw Trouble.notFound
            }
            return (isFile, page)
        }
        router.get("/lists/{id}/editions/{number}") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let (isFile, view) = try one(request, context)
            return isFile
                ? answer.csv(view.csv, named: view.fileName) : answer.html(view.page)
        }
        router.get("/api/v1/lists/{id}/editions/{number}") { request, context in
            PageAnswer.json(try one(request, context).page.json, request)
        }
    }

    private func addComparisons(to router: Router<WebContext>) {
        @Sendable func one(_ request: Request, _ context: WebContext) throws -> ComparisonPage {
            let id = try Segment.named("id", context)
            let visit = PageAnswer(shell, request, context).visit
            guard let page = ComparisonPage(house.sight(for: context.viewer), id: id, visit: visit)
            else {
                throw Trouble.notFound
            }
            return page
        }
        router.get("/lists/{id}/compare") { [self] request, context in
            PageAnswer(shell, request, context).html(try one(request, context).page)
        }
        router.get("/api/v1/lists/{id}/compare") { request, context in
            PageAnswer.json(try one(request, context).json, request)
        }
    }
}
