package import Hummingbird

/// Remembers a language that was asked for by address, for the links that do not say it.
package struct LanguageCookie: RouterMiddleware {
    package init() {}

    package func handle(
        _ request: Request, context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        let visit = Visit(request, context)
        // Links of public pages name the language themselves; nobody is to be remembered there.
        if visit.languageIsInAddress, !visit.isAPI, !PublicPath.holds(visit.path),
            request.cookies["lang"]?.value != visit.language.rawValue
        {
            response.setCookie(
                Cookie(
                    name: "lang", value: visit.language.rawValue, maxAge: 31_536_000, path: "/",
                    httpOnly: true, sameSite: .lax))
        }
        return response
    }
}
