import CityHall
import Delivery
import Hummingbird
import JSON
import Ledger

/// The ledger: its records, each with its proof, and what was signed.
struct LedgerRoutes {
    let house: House
    let shell: Shell

    func add(to router: Router<WebContext>) {
        router.get("/ledger") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let model = try await RecordList.Model(
                house.sight(for: context.viewer), answer.visit.query, desk: house.ledger)
            return answer.html(RecordList.View(model: model, visit: answer.visit).page)
        }
        router.get("/api/v1/ledger") { [self] request, context in
            let model = try await RecordList.Model(
                house.sight(for: context.viewer), Visit(request, context).query, desk: house.ledger)
            return PageAnswer.json(model.json, request)
        }
        router.get("/ledger/{seq}") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            let model = try await record(context)
            return answer.html(RecordPage.View(model: model, visit: answer.visit).page)
        }
        router.get("/api/v1/ledger/{seq}") { [self] request, context in
            PageAnswer.json(try await record(context).json, request)
        }
        router.get("/api/v1/ledger/{seq}/bytes") { [self] request, context in
            let entry = try await record(context).entry
            guard !entry.isWithheld else { throw Trouble.withheld }
            var reply = Reply(.json, entry.bytes)
            reply.fileName = "record.json"
            return reply.response(to: request)
        }
        router.get("/api/v1/ledger/{seq}/proof") { [self] request, context in
            guard let proof = try await record(context).proofJSON else {
                throw Trouble.noCheckpointYet
            }
            var reply = Reply(.json, proof.text(indent: 2) + "\n")
            reply.fileName = "proof.json"
            return reply.response(to: request)
        }
        router.get("/ledger/verify") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            return answer.html(await verification(answer.visit).page, keeping: .never)
        }
        router.get("/api/v1/ledger/verify") { [self] request, context in
            let page = await verification(Visit(request, context))
            var reply = Reply(.json, page.json.text() + "\n")
            reply.keeping = .never
            return reply.response(to: request)
        }
        router.get("/api/v1/ledger/checkpoint") { [self] request, context in
            guard let note = try await house.ledger.checkpoint()?.note else {
                throw Trouble.noCheckpointYet
            }
            var reply = Reply(.text, note)
            reply.fileName = "checkpoint.note"
            return reply.response(to: request)
        }
    }

    private func verification(_ visit: Visit) async -> VerifyPage {
        let sight = house.sight(for: visit.viewer)
        return VerifyPage(
            sight: sight, state: await house.verification?.verify(size: sight.city.size),
            keys: house.verification?.keys ?? [], visit: visit)
    }

    private func record(_ context: WebContext) async throws -> RecordPage.Model {
        guard let seq = Int(try Segment.named("seq", context)) else {
            throw Trouble.badRecordNumber
        }
        let sight = house.sight(for: context.viewer)
        guard let model = try await RecordPage.Model(sight, seq: seq, desk: house.ledger) else {
            throw Trouble.noSuchRecord(seq, of: try await house.ledger.head().size)
        }
        return model
    }
}
