import HTTPTypes
package import Hummingbird
import JSON
import Logging

/// Turns whatever went wrong into a page, or under /api into a problem document, in the
/// reader's language. Nothing of an unforeseen error but its place in the log gets out.
package struct ErrorPages: RouterMiddleware {
    private let shell: Shell

    package init(shell: Shell) {
        self.shell = shell
    }

    package func handle(
        _ request: Request, context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return answer(trouble(error, request, context), to: request, context)
        }
    }

    private func trouble(_ error: any Error, _ request: Request, _ context: WebContext) -> Trouble {
        switch error {
        case let trouble as Trouble: return trouble
        case let error as HTTPError where error.status == .notFound:
            let reads = request.method == .get || request.method == .head
            return reads ? .notFound : .methodNotAllowed
        default:
            context.logger.error(
                "request failed",
                metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            return .failed
        }
    }

    private func answer(_ trouble: Trouble, to request: Request, _ context: WebContext) -> Response
    {
        let visit = Visit(request, context)
        let page = TroublePage(trouble: trouble, visit: visit).page
        var reply =
            if visit.isAPI {
                Reply(.problem, Self.problem(trouble, visit))
            } else if PublicPath.holds(visit.path) {
                Reply(.html, shell.open(page, visit).text)
            } else {
                Reply(.html, shell.page(page, visit).text)
            }
        reply.status = trouble.status
        reply.language = visit.language
        reply.keeping = .never
        var response = reply.response(to: request)
        if trouble.status == .methodNotAllowed { response.headers[.allow] = "GET, HEAD" }
        if trouble.status == .unauthorized {
            response.headers[.wwwAuthenticate] = "Bearer realm=\"saima\""
        }
        if trouble.status == .serviceUnavailable { response.headers[.retryAfter] = "5" }
        return response
    }

    private static func problem(_ trouble: Trouble, _ visit: Visit) -> String {
        var members: [JSON.Member] = [
            .init("type", .string("about:blank#\(trouble.code)")),
            .init("title", .string(visit.t(trouble.title))),
            .init("status", .number(String(trouble.status.code))),
            .init("detail", .string(visit.t(trouble.detail))),
            .init("instance", .string(visit.path)),
            .init("code", .string(trouble.code)),
        ]
        if let field = trouble.field { members.append(.init("field", .string(field))) }
        return JSON.object(members).text(indent: 2)
    }
}
