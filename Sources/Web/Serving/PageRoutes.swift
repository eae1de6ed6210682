import CityHall
import Delivery
import Hummingbird
import JSON
import Ledger

/// Overview, projects, organizations, about; each as a page and under /api/v1 as figures.
struct PageRoutes {
    let house: House
    let shell: Shell

    func add(to router: Router<WebContext>) {
        addOverview(to: router)
        addWatch(to: router)
        addProjects(to: router)
        addOrganizations(to: router)
    }

    private func addOverview(to router: Router<WebContext>) {
        router.get("/") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let model = try await Overview.Model(house.sight(for: context.viewer), house: house)
            return answer.html(Overview.View(model: model, visit: answer.visit).page)
        }
        router.get("/api/v1/overview") { [self] request, context in
            let model = try await Overview.Model(house.sight(for: context.viewer), house: house)
            return PageAnswer.json(model.json, request)
        }
        // The wall asks with the size that it has seen: nothing new is no content.
        router.get("/wall") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let sight = house.sight(for: context.viewer)
            if answer.visit.query["seen"] == String(sight.city.size) {
                return Response(status: .noContent, headers: [.cacheControl: "no-store"])
            }
            let model = try await Overview.Model(sight, house: house)
            let history = await house.history(before: model.race?.period, in: sight)
            return answer.wall(Wall(model: model, history: history, visit: answer.visit).page)
        }
        router.get("/about") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let log = try await house.ledger.checkpoint()?.checkpoint.origin
            return answer.html(
                AboutPage(sight: house.sight(for: context.viewer), log: log, visit: answer.visit)
                    .page)
        }
    }

    /// What waits for somebody, and targets against their schedule.
    private func addWatch(to router: Router<WebContext>) {
        @Sendable func watch(_ request: Request, _ context: WebContext) -> (PageAnswer, WatchPage) {
            let answer = PageAnswer(shell, request, context)
            let list = house.watch(of: house.sight(for: context.viewer))
            return (answer, WatchPage(list: list, visit: answer.visit))
        }
        router.get("/watch") { request, context in
            let (answer, view) = watch(request, context)
            return answer.html(view.page)
        }
        router.get("/watch.csv") { request, context in
            let (answer, view) = watch(request, context)
            return answer.csv(view.csv, named: "watch.csv")
        }
        router.get("/api/v1/watch") { request, context in
            PageAnswer.json(watch(request, context).1.list.json, request)
        }
        @Sendable func targets(_ sight: Sight) async -> TargetBoard? {
            guard let (id, period) = await house.mainRace(of: sight) else { return nil }
            return await house.targets(id, period, in: sight.city)
        }
        router.get("/targets") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let sight = house.sight(for: context.viewer)
            let board = await targets(sight)
            return answer.html(TargetPage(sight: sight, board: board, visit: answer.visit).page)
        }
        router.get("/api/v1/targets") { [self] request, context in
            let board = await targets(house.sight(for: context.viewer))
            return PageAnswer.json(board?.json ?? .null, request)
        }
    }

    private func addProjects(to router: Router<WebContext>) {
        @Sendable func list(_ request: Request, _ context: WebContext) -> (
            PageAnswer, ProjectList.View
        ) {
            let answer = PageAnswer(shell, request, context)
            let model = ProjectList.Model(house.sight(for: context.viewer), answer.visit.query)
            return (answer, ProjectList.View(model: model, visit: answer.visit))
        }
        router.get("/projects") { request, context in
            let (answer, view) = list(request, context)
            return answer.html(view.page)
        }
        router.get("/projects.csv") { request, context in
            let (answer, view) = list(request, context)
            return answer.csv(view.csv, named: "projects.csv")
        }
        router.get("/api/v1/projects") { request, context in
            PageAnswer.json(list(request, context).1.model.json, request)
        }
        @Sendable func one(_ context: WebContext) throws -> ProjectPage.Model {
            let id = try Segment.named("id", context)
            guard let model = ProjectPage.Model(house.sight(for: context.viewer), id: id) else {
                throw Trouble.notFound
            }
            return model
        }
        router.get("/projects/{id}") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let view = ProjectPage.View(model: try one(context), visit: answer.visit)
            return answer.html(view.page)
        }
        router.get("/api/v1/projects/{id}") { request, context in
            PageAnswer.json(try one(context).json, request)
        }
    }

    private func addOrganizations(to router: Router<WebContext>) {
        router.get("/organizations") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let model = OrganizationList.Model(house.sight(for: context.viewer))
            return answer.html(OrganizationList.View(model: model, visit: answer.visit).page)
        }
        router.get("/api/v1/organizations") { [self] request, context in
            PageAnswer.json(OrganizationList.Model(house.sight(for: context.viewer)).json, request)
        }
        router.get("/organizations/{id}") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let model = try await organization(context)
            return answer.html(OrganizationPage.View(model: model, visit: answer.visit).page)
        }
        router.get("/api/v1/organizations/{id}") { [self] request, context in
            PageAnswer.json(try await organization(context).json, request)
        }
    }

    /// The organization with its place in each race that can be run.
    private func organization(_ context: WebContext) async throws -> OrganizationPage.Model {
        let sight = house.sight(for: context.viewer)
        let id = try Segment.named("id", context)
        guard var model = OrganizationPage.Model(sight, id: id) else { throw Trouble.notFound }
        guard model.group != nil else { return model }
        for race in await RaceList.Model(sight, desk: house.races).races {
            guard let period = race.latestPeriod,
                let result = try? await house.races.run(
                    race.versions[0].heading.id, period, in: sight.city),
                let line = result.line(of: id)
            else { continue }
            model.races.append(.init(result: result, line: line))
        }
        return model
    }
}

/// A segment of the path, decoded.
enum Segment {
    static func named(_ name: String, _ context: WebContext) throws(Trouble) -> String {
        guard let raw = context.parameters.get(name) else { throw .notFound }
        guard let text = Percent.decode(raw) else { throw .badAddress }
        return text
    }
}
