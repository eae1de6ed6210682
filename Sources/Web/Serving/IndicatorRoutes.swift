import CityHall
import Delivery
import Hummingbird
import JSON
import Rulebook

/// Lines, indicators and the list; each as a page and under /api/v1 as figures.
struct IndicatorRoutes {
    let house: House
    let shell: Shell

    func add(to router: Router<WebContext>) {
        addIndicators(to: router)
        addLines(to: router)
        addCommitments(to: router)
    }

    private func addCommitments(to router: Router<WebContext>) {
        router.get("/commitments") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            return answer.html(
                CommitmentList(sight: house.sight(for: context.viewer), visit: answer.visit).page)
        }
        router.get("/api/v1/commitments") { [self] request, context in
            PageAnswer.json(CommitmentList.json(house.sight(for: context.viewer).city), request)
        }
        @Sendable func one(_ request: Request, _ context: WebContext) throws -> CommitmentPage {
            let id = try Segment.named("id", context)
            let visit = PageAnswer(shell, request, context).visit
            guard let page = CommitmentPage(house.sight(for: context.viewer), id: id, visit: visit)
            else {
                throw Trouble.notFound
            }
            return page
        }
        router.get("/commitments/{id}") { [self] request, context in
            PageAnswer(shell, request, context).html(try one(request, context).page)
        }
        router.get("/api/v1/commitments/{id}") { request, context in
            let page = try one(request, context)
            return PageAnswer.json(
                page.json, request)
        }
    }

    private func addIndicators(to router: Router<WebContext>) {
        router.get("/indicators") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let model = IndicatorList.Model(house.sight(for: context.viewer))
            return answer.html(IndicatorList.View(model: model, visit: answer.visit).page)
        }
        router.get("/api/v1/indicators") { [self] request, context in
            PageAnswer.json(IndicatorList.Model(house.sight(for: context.viewer)).json, request)
        }
        @Sendable func one(_ context: WebContext) throws -> IndicatorPage.Model {
            let id = try Segment.named("id", context)
            guard let model = IndicatorPage.Model(house.sight(for: context.viewer), id: id) else {
                throw Trouble.notFound
            }
            return model
        }
        router.get("/indicators/{id}") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let view = IndicatorPage.View(model: try one(context), visit: answer.visit)
            return answer.html(view.page)
        }
        router.get("/api/v1/indicators/{id}") { request, context in
            PageAnswer.json(try one(context).json, request)
        }
    }

    private func addLines(to router: Router<WebContext>) {
        router.get("/lines") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            return answer.html(
                FrameList(sight: house.sight(for: context.viewer), visit: answer.visit).page)
        }
        router.get("/api/v1/lines") { [self] request, context in
            PageAnswer.json(FrameList.json(house.sight(for: context.viewer).city), request)
        }
        @Sendable func one(_ request: Request, _ context: WebContext) throws -> LinePage {
            let id = try Segment.named("id", context)
            let visit = PageAnswer(shell, request, context).visit
            guard let page = LinePage(house.sight(for: context.viewer), id: id, visit: visit) else {
                throw Trouble.notFound
            }
            return page
        }
        router.get("/lines/{id}") { [self] request, context in
            PageAnswer(shell, request, context).html(try one(request, context).page)
        }
        router.get("/api/v1/lines/{id}") { request, context in
            PageAnswer.json(try one(request, context).json, request)
        }
    }
}
