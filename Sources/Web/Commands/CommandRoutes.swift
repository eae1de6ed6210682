import CityHall
import Delivery
import HTTPTypes
import Hummingbird
import JSON
import NIOCore

/// Commands for programs: what there is, and a way to give them.
struct CommandRoutes {
    /// The largest command: a record's longest data with its names around it.
    static let largestBody = 256 * 1024
    private static let depth = 16

    let house: House
    let shell: Shell

    func add(to router: Router<WebContext>) {
        router.get("/commands") { [self] request, context in
            let answer = PageAnswer(shell, request, context)
            return answer.html(CommandList(visit: answer.visit).page)
        }
        router.get("/api/v1/commands") { request, _ in
            PageAnswer.json(CommandKind.catalogue, request)
        }
        router.get("/api/v1/commands/{name}") { request, context in
            guard let kind = CommandKind.named(try Segment.named("name", context)) else {
                throw Trouble.notFound
            }
            return PageAnswer.json(kind.entry, request)
        }
        router.post("/api/v1/commands/{name}") { [self] request, context in
            try await carryOut(try Segment.named("name", context), request, context)
        }
    }

    private func carryOut(
        _ name: String, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        guard let session = context.session, context.viewer != .guest else {
            throw Trouble.signInFirst
        }
        guard CommandKind.named(name) != nil else { throw Trouble(Self.unknown(name)) }
        guard session.permits(name) else { throw Trouble.beyondToken }
        var submission = try await Self.submission(name, request, as: session.person)
        submission.seen = try Self.seen(request)
        do throws(Refusal) {
            return Self.receipt(try await house.submit(submission), request)
        } catch {
            throw Trouble(error)
        }
    }

    private static func submission(
        _ name: String, _ request: Request, as person: PersonID
    ) async throws -> Submission {
        let field = HTTPField.Name("Idempotency-Key").flatMap { request.headers[$0] }
        guard let key = field, !key.isEmpty else { throw Trouble.keyMissing }
        let type = request.headers[.contentType]?.split(separator: ";").first
        guard type?.lowercased() == "application/json" else { throw Trouble.notJSON }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: largestBody)
        } catch is NIOTooManyBytesError {
            throw Trouble.bodyTooLarge(largestBody)
        }
        do throws(Refusal) {
            let command = try command(name, Array(body.readableBytesView))
            return try Submission(key: key, json: command, as: person)
        } catch {
            throw Trouble(error)
        }
    }

    /// The command's own JSON: its fields with its name, which the address says.
    private static func command(_ name: String, _ body: [UInt8]) throws(Refusal) -> [UInt8] {
        let json: JSON
        do throws(JSONError) {
            json = try JSON.parse(body, limits: JSONLimits(depth: depth))
        } catch {
            throw malformed(error)
        }
        guard case .object(var members) = json else {
            throw Refusal(
                .fieldWrongType, zh: "请求体应为一个 JSON 对象，含命令的字段",
                en: "the body is one JSON object with the command's fields")
        }
        if let said = json["cmd"], said.stringValue != name {
            throw Refusal(
                .fieldMalformed, field: "cmd", zh: "cmd 与网址中的命令名不同",
                en: "cmd is not the command that the address names")
        }
        members.removeAll { $0.key == "cmd" }
        do throws(JSONError) {
            return try JSON.object([.init("cmd", .string(name))] + members).canonical()
        } catch {
            throw malformed(error)
        }
    }

    private static func malformed(_ error: JSONError) -> Refusal {
        Refusal(
            .fieldMalformed, zh: "第 \(error.column) 列：\(error.zh)",
            en: "column \(error.column): \(error.en)")
    }

    private static func unknown(_ name: String) -> Refusal {
        Refusal(
            .commandUnknown, zh: "没有名为“\(name)”的命令，见 /api/v1/commands",
            en: "there is no command \"\(name)\"; see /api/v1/commands")
    }

    private static func seen(_ request: Request) throws(Trouble) -> Int? {
        guard let text = HTTPField.Name("Saima-Seen").flatMap({ request.headers[$0] }) else {
            return nil
        }
        guard let seen = Int(text), seen >= 0 else { throw .badSeen }
        return seen
    }

    private static func receipt(_ receipt: Acknowledgement, _ request: Request) -> Response {
        let json = JSON.object([
            .init("key", .string(receipt.key)), .init("first", .integer(receipt.first)),
            .init("last", .integer(receipt.last)), .init("repeat", .bool(receipt.isRepeat)),
        ])
        var reply = Reply(.json, json.text() + "\n")
        reply.status = receipt.isRepeat ? .ok : .created
        reply.keeping = .never
        var response = reply.response(to: request)
        response.headers[.location] = "/api/v1/ledger/\(receipt.first)"
        return response
    }
}
