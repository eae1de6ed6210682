import CityHall
import Delivery
import Hummingbird
import JSON

/// What waits for the one who looks, as a page and under /api/v1 as figures.
struct WorkRoutes {
    let house: House
    let shell: Shell

    func add(to router: Router<WebContext>) {
        router.get("/work") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let model = WorkPage.Model(
                house.sight(for: context.viewer), actor: context.viewer.actor)
            return answer.html(WorkPage.View(model: model, visit: answer.visit).page)
        }
        router.get("/api/v1/work") { [self] request, context in
            PageAnswer.json(
                WorkPage.Model(house.sight(for: context.viewer), actor: context.viewer.actor).json,
                request)
        }
    }
}
