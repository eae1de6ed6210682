import HTTPTypes
import Hummingbird
import Interchange
import JSON
import NIOCore

/// The same for programs, under /api/v1.
extension ImportRoutes {
    private static let largestOrder = 4 * 1_024

    func addAPI(to router: Router<WebContext>) {
        let desk = house.imports
        router.get("/api/v1/imports") { request, context in
            let all = await desk.all(of: try Self.person(context))
            return PageAnswer.json(.array(all.map(\.line)), request)
        }
        router.post("/api/v1/imports") { request, context in
            let person = try Self.person(context)
            do {
                let id = try await desk.receive(for: person) { files in
                    try await ImportUpload.bring(
                        request, to: files, atMost: desk.bounds.upload)
                }
                let staged = try await desk.look(id, for: person)
                var response = Self.answer(staged, .created, request)
                response.headers[.location] = "/api/v1/imports/\(id)"
                return response
            } catch let refused as ImportUpload.Refused {
                throw Trouble.notASheet(refused.problem)
            } catch let failure as ImportFailure {
                throw Trouble.notASheet(failure.problem)
            }
        }
        router.get("/api/v1/imports/{id}") { request, context in
            let staged = try await desk.look(try Self.id(context), for: try Self.person(context))
            return Self.answer(staged, .ok, request)
        }
        router.post("/api/v1/imports/{id}/apply") { request, context in
            let (person, id) = (try Self.person(context), try Self.id(context))
            let staged = try await desk.apply(
                id, seen: try await Self.seen(request), for: person,
                permits: Self.permits(context))
            return Self.answer(staged, staged.shown == nil ? .ok : .conflict, request)
        }
        router.delete("/api/v1/imports/{id}") { _, context in
            try await desk.discard(try Self.id(context), for: try Self.person(context))
            return Response(status: .noContent)
        }
    }

    /// `{"seen":"…"}`: the fingerprint of the preview that is agreed to.
    private static func seen(_ request: Request) async throws -> String {
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: largestOrder)
        } catch is NIOTooManyBytesError {
            throw Trouble.bodyTooLarge(largestOrder)
        }
        guard let json = try? JSON.parse(Array(body.readableBytesView)),
            let seen = json["seen"]?.stringValue
        else { throw Trouble.seenMissing }
        return seen
    }

    private static func answer(
        _ staged: StagedImport, _ status: HTTPResponse.Status, _ request: Request
    ) -> Response {
        var reply = Reply(.json, staged.json.text() + "\n")
        reply.status = status
        reply.keeping = .never
        return reply.response(to: request)
    }
}
