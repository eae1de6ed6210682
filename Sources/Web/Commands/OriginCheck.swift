import HTTPTypes
import Hummingbird

/// Whether a request that changes something was made by a page of ours, or by a program that
/// holds a token. A browser sends its cookie along whoever wrote the page.
struct OriginCheck {
    let request: Request
    let session: WebSession

    /// - Parameter token: what the form or the header brings back.
    func passes(_ token: String?) -> Bool {
        guard case .cookie = session.kind else { return true }
        return !isFromElsewhere && token.map { Self.equals($0, session.csrf) } == true
    }

    /// What the browser itself says of where the request was made.
    private var isFromElsewhere: Bool {
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }) {
            return site != "same-origin" && site != "none"
        }
        guard let origin = request.headers[.origin] else { return false }
        let host = origin.split(separator: "/", omittingEmptySubsequences: true).last
        return host.map(String.init) != request.head.authority
    }

    /// In a time that says nothing of where they differ.
    private static func equals(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
