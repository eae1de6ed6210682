import CityHall
import Delivery
import Hummingbird
import JSON
import Ledger
import Rulebook

/// Races, their standings and each unit's reckoning.
struct RaceRoutes {
    let house: House
    let shell: Shell

    func add(to router: Router<WebContext>) {
        addLists(to: router)
        addRace(to: router)
        addReckoning(to: router)
        addDownloads(to: router)
        BulletinRoutes(races: self).add(to: router)
    }

    private func addLists(to router: Router<WebContext>) {
        router.get("/races") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let model = await RaceList.Model(house.sight(for: context.viewer), desk: house.races)
            return answer.html(RaceList.View(model: model, visit: answer.visit).page)
        }
        router.get("/api/v1/races") { [self] request, context in
            PageAnswer.json(
                await RaceList.Model(house.sight(for: context.viewer), desk: house.races).json,
                request)
        }
        // The form that chooses a period, and a rulebook without one.
        router.get("/races/{rulebook}") { [self] request, context in
            let visit = Visit(request, context)
            let id = try Segment.named("rulebook", context)
            var period = visit.query["period"].flatMap { Period($0) }
            if visit.query["period"] != nil, period == nil { throw Trouble.badPeriod }
            if period == nil {
                let model = await RaceList.Model(
                    house.sight(for: context.viewer), desk: house.races)
                let race = model.races.first {
                    $0.versions[0].heading.id.utf8.elementsEqual(id.utf8)
                }
                period = race?.latestPeriod
            }
            guard let period else { throw Trouble.notFound }
            let link = visit.link("/races/\(id)/\(period.description)")
            return Response.redirect(
                to: visit.query["as_of"].map { link.with("as_of", $0).text } ?? link.text,
                type: .found)
        }
    }

    private func addRace(to router: Router<WebContext>) {
        @Sendable func model(_ request: Request, _ context: WebContext) async throws
            -> RacePage.Model
        {
            let asked = try RaceRequest(context, Visit(request, context))
            let looked = try await run(asked)
            return RacePage.Model(
                looked.sight, result: looked.result, before: await previous(asked, in: looked.city),
                lookingFrom: looked.city)
        }
        router.get("/races/{rulebook}/{period}") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let asked = try RaceRequest(context, answer.visit)
            let looked = try await run(asked)
            var page = RacePage.Model(
                looked.sight, result: looked.result, before: await previous(asked, in: looked.city),
                lookingFrom: looked.city)
            page.periods = await house.races.periods(
                asked.rulebook, like: asked.period, in: looked.city,
                firstFact: looked.sight.projects.firstFact)
            let past = page.periods.drop { $0.end > asked.period.end }
            page.history = await house.races.summaries(
                asked.rulebook, Array(past.prefix(RaceDesk.historyLength)), in: looked.city)
            return answer.html(RacePage.View(model: page, visit: answer.visit).page)
        }
        router.get("/api/v1/races/{rulebook}/{period}") { [self] request, context in
            let asked = try RaceRequest(context, Visit(request, context))
            return PageAnswer.json(try await run(asked).result.scored.json, request)
        }
        router.get("/api/v1/races/{rulebook}/{period}/claims") { request, context in
            PageAnswer.json(try await model(request, context).uncountedJSON, request)
        }
        router.get("/api/v1/races/{rulebook}/{period}/claims.csv") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let view = RacePage.View(model: try await model(request, context), visit: answer.visit)
            return answer.csv(view.claimsCSV, named: "claims.csv")
        }
    }

    private func addReckoning(to router: Router<WebContext>) {
        @Sendable func model(_ request: Request, _ context: WebContext) async throws
            -> ReckoningPage.Model
        {
            let visit = Visit(request, context)
            var asked = try RaceRequest(context, visit)
            asked.traces = true
            let looked = try await run(asked)
            let unit = try Segment.named("unit", context)
            guard
                let model = ReckoningPage.Model(
                    looked.sight, unit: unit, result: looked.result,
                    before: await previous(asked, in: looked.city), query: visit.query,
                    lookingFrom: looked.city)
            else { throw Trouble.notFound }
            return model
        }
        router.get("/races/{rulebook}/{period}/{unit}") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let model = try await model(request, context)
            return answer.html(ReckoningPage.View(model: model, visit: answer.visit).page)
        }
        router.get("/api/v1/races/{rulebook}/{period}/units/{unit}") { request, context in
            PageAnswer.json(try await model(request, context).json, request)
        }
    }

    private func addDownloads(to router: Router<WebContext>) {
        router.get("/api/v1/races/{rulebook}/{period}/facts") { [self] request, context in
            let result = try await run(try RaceRequest(context, Visit(request, context))).result
            var reply = Reply(.json, result.prepared.factsBytes)
            reply.fileName = "facts.json"
            return reply.response(to: request)
        }
        router.get("/races/{rulebook}/{period}/rulebook.yaml") { [self] request, context in
            let result = try await run(try RaceRequest(context, Visit(request, context))).result
            var reply = Reply(.text, result.prepared.rulebookBytes)
            reply.fileName = "rulebook.yaml"
            return reply.response(to: request)
        }
    }

    /// A race with the city that it was looked at from.
    struct Looked {
        var result: RaceResult
        var sight: Sight
        var city: City
    }

    func run(_ asked: RaceRequest) async throws -> Looked {
        let city = try house.city(asOf: asked.asOf, for: asked.viewer)
        do throws(RaceRefusal) {
            let result = try await house.races.run(
                asked.rulebook, asked.period, in: city, traces: asked.traces)
            return Looked(
                result: result, sight: house.sight(for: asked.viewer), city: city)
        } catch {
            throw error.trouble
        }
    }

    /// The period before, where the same race can be run for it.
    func previous(_ asked: RaceRequest, in city: City) async -> RaceSummary? {
        guard let period = asked.period.previous else { return nil }
        return try? await house.races.summary(asked.rulebook, period, in: city)
    }
}

/// What an address asks of a race.
struct RaceRequest {
    var rulebook: String
    var period: Period
    /// The last record to look at.
    var asOf: Int?
    var traces = false
    var viewer: Viewer

    init(_ context: WebContext, _ visit: Visit) throws(Trouble) {
        viewer = visit.viewer
        rulebook = try Segment.named("rulebook", context)
        guard let period = Period(try Segment.named("period", context)) else {
            throw .badPeriod
        }
        self.period = period
        guard let text = visit.query["as_of"] else { return }
        guard let seq = Int(text), seq >= 0 else { throw .badRecordNumber }
        asOf = seq
    }
}
