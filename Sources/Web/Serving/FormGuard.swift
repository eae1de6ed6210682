import HTTPTypes
package import Hummingbird
import NIOCore

/// Lets nothing change anything unless a page of ours asked for it: stands before every route, so
/// that none can forget it. A browser sends its cookie along whoever wrote the page, so a request
/// must come from this site by the browser's own word, and bring the form token that no other site
/// can know, in the header `X-CSRF-Token` or in the form's field `csrf`.
///
/// A program's token is sent by nobody but the program; there its scope is looked at.
package struct FormGuard: RouterMiddleware {
    package init() {}

    package func handle(
        _ request: Request, context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        // Where there is no route nothing can be changed, and the answer says so.
        guard !Self.isSafe(request.method), context.endpointPath != nil else {
            return try await next(request, context)
        }
        if case .bearer(let scope) = context.session?.kind {
            guard scope != .reading else { throw Trouble.tokenReadsOnly }
            guard request.uri.path.hasPrefix("/api/") else { throw Trouble.notByToken }
            return try await next(request, context)
        }
        if context.session == nil, request.uri.path.hasPrefix("/api/") {
            throw Trouble.signInFirst
        }
        guard !Self.isFromElsewhere(request) else { throw Trouble.otherSite }
        var request = request
        let given = try await Self.givenToken(&request)
        if let token = context.session?.csrf ?? context.formToken, let given,
            Self.equals(given, token)
        {
            var context = context
            context.broughtFormToken = true
            return try await next(request, context)
        }
        guard Self.showsAgain(request.uri.path), FormKind(request.headers[.contentType]) != nil
        else { throw Trouble.formExpired }
        return try await next(request, context)
    }

    /// What was typed into the form of a command, or into a sheet, while the sign-in ran out or
    /// changed is shown again there, and carried out only once it comes with the token.
    private static func showsAgain(_ path: String) -> Bool {
        path.hasPrefix("/do/") || path.hasSuffix("/fill")
    }

    private static func isSafe(_ method: HTTPRequest.Method) -> Bool {
        method == .get || method == .head || method == .options
    }

    /// What the browser says of the page that asked. Where it says nothing, the token decides.
    private static func isFromElsewhere(_ request: Request) -> Bool {
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }),
            site != "same-origin"
        {
            return true
        }
        guard let origin = request.headers[.origin] else { return false }
        let parts = origin.split(separator: "://", omittingEmptySubsequences: false)
        return parts.count != 2 || !["http", "https"].contains(parts[0])
            || parts[1].lowercased() != request.head.authority?.lowercased()
    }

    /// In a time that says nothing of where they differ.
    private static func equals(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count, !one.isEmpty else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Reads the body no further than to the field, and leaves all of it to be read again.
    private static func givenToken(_ request: inout Request) async throws -> String? {
        if let name = HTTPField.Name("X-CSRF-Token"), let field = request.headers[name] {
            return field
        }
        guard let kind = FormKind(request.headers[.contentType]) else { return nil }
        var iterator = request.body.makeAsyncIterator()
        var read: [ByteBuffer] = []
        var bytes: [UInt8] = []
        var found = kind.token(in: bytes, isWhole: false)
        // Looked through again when it has doubled: bytes that come one by one cost no more.
        var enough = 1
        while case .unknown = found, bytes.count < FormKind.farthest {
            guard let chunk = try await iterator.next() else {
                found = kind.token(in: bytes, isWhole: true)
                break
            }
            read.append(chunk)
            bytes += chunk.readableBytesView
            guard bytes.count >= min(enough, FormKind.farthest) else { continue }
            enough = 2 * bytes.count
            found = kind.token(in: bytes, isWhole: false)
        }
        request.body = RequestBody(asyncSequence: RereadBody(read, then: iterator))
        guard case .token(let token) = found else { return nil }
        return token
    }
}
