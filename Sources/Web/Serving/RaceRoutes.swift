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
    }

    private func addLists(to router: Router<WebContext>) {
        router.get("/races") { [self] request, _ in
            let answer = PageAnswer(shell, request)
            let model = await RaceList.Model(house.sight, desk: house.races)
            return answer.html(RaceList.View(model: model, visit: answer.visit).page)
        }
        router.get("/api/v1/races") { [self] request, _ in
            PageAnswer.json(
                await RaceList.Model(house.sight, desk: house.races).json, request)
        }
        // The form that chooses a period, and a rulebook without one.
        router.get("/races/{rulebook}") { [self] request, context in
            let visit = Visit(request)
            let id = try Segment.named("rulebook", context)
            var period = visit.query["period"].flatMap { Period($0) }
            if visit.query["period"] != nil, period == nil { throw Trouble.badPeriod }
            if period == nil {
                let model = await RaceList.Model(house.sight, desk: house.races)
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
        router.get("/races/{rulebook}/{period}") { [self] request, context in
            let answer = PageAnswer(shell, request)
            let asked = try RaceRequest(context, answer.visit)
            let (result, sight) = try await run(asked)
            let before = await previous(asked)
            let model = RacePage.Model(sight, result: result, before: before)
            return answer.html(RacePage.View(model: model, visit: answer.visit).page)
        }
        router.get("/api/v1/races/{rulebook}/{period}") { [self] request, context in
            let asked = try RaceRequest(context, Visit(request))
            return PageAnswer.json(try await run(asked).0.scored.json, request)
        }
    }

    private func addReckoning(to router: Router<WebContext>) {
        @Sendable func model(_ request: Request, _ context: WebContext) async throws
            -> ReckoningPage.Model
        {
            let visit = Visit(request)
            var asked = try RaceRequest(context, visit)
            asked.traces = true
            let (result, sight) = try await run(asked)
            asked.traces = false
            let unit = try Segment.named("unit", context)
            let before = await previous(asked)
            guard
                let model = ReckoningPage.Model(
                    sight, unit: unit, result: result, before: before, query: visit.query)
            else { throw Trouble.notFound }
            return model
        }
        router.get("/races/{rulebook}/{period}/{unit}") { [self] request, context in
            let answer = PageAnswer(shell, request)
            let model = try await model(request, context)
            return answer.html(ReckoningPage.View(model: model, visit: answer.visit).page)
        }
        router.get("/api/v1/races/{rulebook}/{period}/units/{unit}") { request, context in
            PageAnswer.json(try await model(request, context).json, request)
        }
    }

    private func addDownloads(to router: Router<WebContext>) {
        router.get("/api/v1/races/{rulebook}/{period}/facts") { [self] request, context in
            let result = try await run(try RaceRequest(context, Visit(request))).0
            var reply = Reply(.json, result.prepared.factsBytes)
            reply.fileName = "facts.json"
            return reply.response(to: request)
        }
        router.get("/races/{rulebook}/{period}/rulebook.yaml") { [self] request, context in
            let result = try await run(try RaceRequest(context, Visit(request))).0
            var reply = Reply(.text, result.prepared.rulebookBytes)
            reply.fileName = "rulebook.yaml"
            return reply.response(to: request)
        }
    }

    private func run(_ asked: RaceRequest) async throws -> (RaceResult, Sight) {
        let city = try house.city(asOf: asked.asOf)
        do throws(RaceRefusal) {
            let result = try await house.races.run(
                asked.rulebook, asked.period, in: city, traces: asked.traces)
            return (result, house.sight)
        } catch {
            throw error.trouble
        }
    }

    /// The period before, where the same race can be run for it.
    private func previous(_ asked: RaceRequest) async -> RaceResult? {
        guard let period = asked.period.previous, let city = try? house.city(asOf: asked.asOf)
        else { return nil }
        return try? await house.races.run(asked.rulebook, period, in: city)
    }
}

/// What an address asks of a race.
struct RaceRequest {
    var rulebook: String
    var period: Period
    /// The last record to look at.
    var asOf: Int?
    var traces = false

    init(_ context: WebContext, _ visit: Visit) throws(Trouble) {
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
