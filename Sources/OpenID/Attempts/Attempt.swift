import Crypto
import JSON

/// One browser's sign-in while it is away at the provider.
struct Attempt: Sendable, Equatable {
    /// Seconds.
    static let lifetime: Int64 = 600

    /// What the browser must bring back.
    let state: String
    /// What the ID token must repeat.
    let nonce: String
    /// What only we know of the code that the provider will give (PKCE).
    let verifier: String
    /// Where it leads in the end.
    let page: String
    /// Seconds since 1970.
    let until: Int64

    init(page: String, now: Int64) {
        state = Self.random()
        nonce = Self.random()
        verifier = Self.random()
        self.page = page
        until = now + Self.lifetime
    }

    /// By which the provider knows the verifier again.
    var challenge: String { Base64URL.text(SHA256.hash(data: Array(verifier.utf8))) }

    private static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return Base64URL.text(
            (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    var json: JSON {
        .object([
            .init("state", .string(state)), .init("nonce", .string(nonce)),
            .init("verifier", .string(verifier)), .init("page", .string(page)),
            .init("until", .integer(Int(until))),
        ])
    }

    init?(_ json: JSON) {
        guard let state = json["state"]?.stringValue, let nonce = json["nonce"]?.stringValue,
            let verifier = json["verifier"]?.stringValue, let page = json["page"]?.stringValue,
            let until = json["until"]?.intValue
        else { return nil }
        self.state = state
        self.nonce = nonce
        self.verifier = verifier
        self.page = page
        self.until = Int64(until)
    }
}
