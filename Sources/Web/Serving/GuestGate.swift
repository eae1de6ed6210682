import Delivery
import HTTPTypes
package import Hummingbird

/// Finds out who looks, and lets guests no further than the city allows. Whoever signs people in
/// stands before it and fills the session.
package struct GuestGate: RouterMiddleware {
    private let house: House
    private let session: @Sendable (Request) async -> WebSession?

    /// - Parameter session: asked where nobody filled the session before.
    package init(
        house: House, session: @escaping @Sendable (Request) async -> WebSession? = { _ in nil }
    ) {
        self.house = house
        self.session = session
    }

    package func handle(
        _ request: Request, context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if context.session == nil { context.session = await session(request) }
        context.viewer = house.viewer(context.session?.person)
        if context.viewer == .guest, !house.letsGuestsRead, !Self.isOpen(request) {
            let visit = Visit(request, context)
            // What was sent is not sent again by a redirect; whoever goes back finds it typed.
            let isRead = request.method == .get || request.method == .head
            guard isRead, !visit.isAPI else { throw Trouble.signInFirst }
            return Response.redirect(to: visit.signIn.text, type: .found)
        }
        var response = try await next(request, context)
        // What one person may see is not left in a shared machine's memory.
        if context.viewer != .guest, response.headers[.cacheControl] == Reply.Keeping.ask.rawValue,
            !request.uri.path.hasPrefix("/assets/")
        {
            response.headers[.cacheControl] = "private, no-store"
        }
        return response
    }

    /// What everybody needs before anybody knows who they are. A form that is sent after its
    /// sign-in has run out comes back with what was typed into it.
    private static func isOpen(_ request: Request) -> Bool {
        let path = request.uri.path
        if request.method == .post, path.hasPrefix("/do/") { return true }
        return ["/healthz", "/readyz", "/metrics", "/sign-in", "/sign-out"].contains(path)
            || path.hasPrefix("/assets/") || path.hasPrefix("/sign-in/")
            || PublicPath.holds(path)
    }
}
