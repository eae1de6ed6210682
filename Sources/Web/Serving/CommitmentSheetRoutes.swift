import CityHall
import Delivery
import HTTPTypes
import Hummingbird
import Interchange
import Rulebook

/// The list as a sheet: to be filled in on a page, and to be taken away and brought back.
struct CommitmentSheetRoutes {
    let house: House
    let shell: Shell

    func add(to router: Router<WebContext>) {
        for (path, isOfList) in [("/work/fill", false), ("/lists/{id}/fill", true)] {
            let path = RouterPath(path)
            router.get(path) { [self] request, context in
                let answer = PageAnswer(shell, request, context)
                guard context.viewer != .guest else {
                    return Response.redirect(to: answer.visit.signIn.text, type: .found)
                }
                return page(model(answer.visit, try list(context, isOfList)), answer)
            }
            router.post(path) { [self] request, context in
                let answer = PageAnswer(shell, request, context)
                let list = try list(context, isOfList)
                let body = try await FormBody(request, files: nil)
                return try await take(body, model(answer.visit, list), answer, context)
            }
        }
        for ending in ["xlsx", "csv"] {
            router.get(RouterPath("/commitments." + ending)) { [self] request, context in
                try export(nil, ending, request, context)
            }
            router.get(RouterPath("/lists/{id}/items." + ending)) { [self] request, context in
                try export(try list(context, true), ending, request, context)
            }
        }
    }

    private func list(_ context: WebContext, _ isOfList: Bool) throws -> ListID? {
        guard isOfList else { return nil }
        guard let id = ListID(try Segment.named("id", context)),
            house.sight(for: context.viewer).city.lists[id] != nil
        else { throw Trouble.notFound }
        return id
    }

    private func model(_ visit: Visit, _ list: ListID?) -> CommitmentSheet.Model {
        CommitmentSheet.Model(
            house.templateDesk(for: visit.viewer), house.sight(for: visit.viewer), visit.query,
            list: list)
    }

    private func page(
        _ model: CommitmentSheet.Model, _ answer: PageAnswer, _ status: HTTPResponse.Status = .ok
    ) -> Response {
        let view = CommitmentSheet.View(model: model, visit: answer.visit)
        var response = answer.html(view.page, keeping: .never)
        response.status = status
        return response
    }

    private func take(
        _ body: FormBody, _ model: CommitmentSheet.Model, _ answer: PageAnswer,
        _ context: WebContext
    ) async throws -> Response {
        var model = model
        let visit = answer.visit
        model.take(body.typed)
        guard let session = visit.session, let actor = visit.viewer.actor else {
            model.outcome = .signedOut
            return page(model, answer, .unauthorized)
        }
        guard context.broughtFormToken else {
            // A page of ours that is older than the sign-in keeps what was typed into it.
            model.outcome = .renewed
            return page(model, answer, .forbidden)
        }
        if body.own("_look") != nil { return page(model, answer) }
        let agreed = body.own("_step") == "apply" ? body.own("_plan") : nil
        let planned = try model.plan(as: actor)
        guard let plan = model.consider(planned, agreed: agreed) else {
            return page(model, answer, model.isRefused ? .unprocessableContent : .ok)
        }
        let submissions = try plan.submissions(
            as: session.person, size: model.sight.city.size)
        do throws(BatchRefusal) {
            let receipts = try await house.submitTogether(submissions)
            let query = visit.query.with("done", receipts.first.map { String($0.first) })
            return Response.redirect(to: visit.here(query).text, type: .normal)
        } catch {
            model.note(plan.issues(error))
            return page(model, answer, .conflict)
        }
    }

    /// The items that the address asks for, as rows that can be worked on and brought back.
    private func export(
        _ list: ListID?, _ ending: String, _ request: Request, _ context: WebContext
    ) throws -> Response {
        let visit = Visit(request, context)
        let sight = house.sight(for: context.viewer)
        var filter = CommitmentFilter(visit.query)
        if let list { filter.list = list }
        let desk = house.templateDesk(for: context.viewer)
        let items = filter.items(of: sight.city, on: sight.city.day ?? .earliest)
        let rows = CommitmentExport(desk).rows(items)
        let template = Template.commitmentUpdates
        var reply =
            ending == "csv"
            ? Reply(.csv, template.text(rows))
            : Reply(.xlsx, try template.workbook(TemplateLists(sight.city), rows))
        reply.fileName = "\(list?.text ?? "commitments").\(ending)"
        return reply.response(to: request)
    }
}

extension CommitmentSheet.Model {
    var isRefused: Bool { if case .refused = outcome { true } else { false } }
}
