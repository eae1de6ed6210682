import HTTPTypes
package import Hummingbird

/// Answers only requests that name exactly one host, and one that is ours. The server beneath
/// takes a missing and a doubled `Host` for granted.
package struct HostGuard: RouterMiddleware {
    /// Lower-case names without port; nil allows any.
    private let names: [String]?

    package init(names: [String]?) {
        self.names = names?.map { $0.lowercased() }
    }

    package func handle(
        _ request: Request, context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        // The codec takes the first Host into the authority and leaves others in the fields.
        guard let authority = request.head.authority, !authority.isEmpty,
            !request.headers.contains(where: { $0.name.canonicalName == "host" }),
            let name = Self.name(of: authority)
        else { throw Trouble.badHost }
        if let names, !names.contains(name) { throw Trouble.otherHost }
        guard request.uri.string.utf8.first == UInt8(ascii: "/") else { throw Trouble.badAddress }
        return try await next(request, context)
    }

    /// The name before the port, lower-case; nil where it is not `name[:port]`.
    private static func name(of authority: String) -> String? {
        let allowed = authority.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x3A, 0x5B, 0x5D, 0x5F: true
            default: false
            }
        }
        guard allowed else { return nil }
        var name = authority[...]
        let end = authority.lastIndex(of: "]") ?? authority.startIndex
        if let colon = authority[end...].lastIndex(of: ":") {
            let port = authority[authority.index(after: colon)...]
            guard UInt16(port) != nil else { return nil }
            name = authority[..<colon]
        }
        return name.isEmpty ? nil : name.lowercased()
    }
}
