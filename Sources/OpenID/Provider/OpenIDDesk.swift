/// Where people sign in by one provider: sends browsers there, and says who came back.
package actor OpenIDDesk {
    package nonisolated let settings: ProviderSettings
    private let line: ProviderLine
    private let seal = AttemptSeal()
    private var used = UsedAttempts()
    private var description: Fetched<ProviderDescription>?
    private var keys: Fetched<SigningKeys>?

    /// What was fetched, and when: seconds since 1970.
    private struct Fetched<Value: Sendable>: Sendable {
        var value: Value
        var at: Int64
    }

    /// Seconds for which what a provider says of itself is believed.
    private static let believed: Int64 = 3_600
    /// Seconds before its keys are asked for again because of one that is not known.
    static let patience: Int64 = 30
    /// More does not fit into a cookie.
    private static let longestPage = 1_500

    package init(_ settings: ProviderSettings) {
        self.settings = settings
        line = ProviderLine(settings)
    }

    package struct Beginning: Sendable {
        /// Where the browser goes.
        package var address: String
        /// What it carries until it is back.
        package var attempt: String
    }

    package struct Arrival: Sendable, Hashable {
        package var subject: String
        /// The page that was wanted in the beginning.
        package var page: String
    }

    package static let attemptSeconds = Int(Attempt.lifetime)

    /// Sends a browser to the provider.
    package func begin(
        towards page: String, now: Int64
    ) async throws(OpenIDRefusal) -> Beginning {
        let description = try await description(now)
        let attempt = Attempt(page: page.utf8.count <= Self.longestPage ? page : "/", now: now)
        guard let sealed = seal.close(attempt) else { throw .attemptUnknown }
        let address = WebAddress.adding(
            [
                ("response_type", "code"), ("client_id", settings.client),
                ("redirect_uri", settings.redirect),
                ("scope", settings.scopes.joined(separator: " ")), ("state", attempt.state),
                ("nonce", attempt.nonce), ("code_challenge", attempt.challenge),
                ("code_challenge_method", "S256"),
            ], to: description.authorization)
        return Beginning(address: address, attempt: sealed)
    }

    /// Who came back.
    ///
    /// - Parameter attempt: what the browser carried; nil where it carried nothing.
    package func finish(
        _ answer: AuthorizationAnswer, attempt sealed: String?, now: Int64
    ) async throws(OpenIDRefusal) -> Arrival {
        guard let attempt = sealed.flatMap({ seal.open($0) }) else { throw .attemptUnknown }
        guard now < attempt.until else { throw .attemptExpired }
        guard answer.state == attempt.state else { throw .stateDiffers }
        guard used.take(attempt, now: now) else { throw .attemptUsed }
        let description = try await description(now)
        let code = try answer.code(of: settings, namesItself: description.namesItself)
        let text = try await line.token(for: code, attempt, description)
        let token = try SignedToken(text, allowed: description.algorithms)
        guard let key = try await key(for: token, description, now) else {
            throw OpenIDRefusal(
                .tokenKeyUnknown, zh: "身份令牌的签名密钥不在身份提供方公布之列，请稍后重新登录",
                en: "the ID token is signed by a key that the identity provider does not publish;"
                    + " begin again a little later", detail: "kid \(token.key.prefix(60))")
        }
        guard await key.signed(token) else {
            throw OpenIDRefusal(
                .tokenSignature, zh: "身份令牌的签名不对，请告知系统管理员",
                en: "the ID token's signature is wrong; tell the system administrator")
        }
        let claims = Claims(
            issuer: settings.issuer, client: settings.client, nonce: attempt.nonce, now: now)
        return Arrival(subject: try claims.subject(of: token.claims), page: attempt.page)
    }

    /// Where a browser ends its session at the provider, to come back to an address of ours; nil
    /// where the provider has no such place, or was not asked lately.
    package func farewell(to address: String) -> String? {
        description?.value.endSession.map { place in
            WebAddress.adding(
                [("client_id", settings.client), ("post_logout_redirect_uri", address)],
                to: place)
        }
    }

    private func description(_ now: Int64) async throws(OpenIDRefusal) -> ProviderDescription {
        if let description, Self.isFresh(description.at, now) { return description.value }
        let fetched = try await line.description()
        description = Fetched(value: fetched, at: now)
        return fetched
    }

    /// The key that a token names. Providers change their keys, so where it is not known they are
    /// asked for once more, but not by every token that somebody makes up.
    private func key(
        for token: SignedToken, _ description: ProviderDescription, _ now: Int64
    ) async throws(OpenIDRefusal) -> SigningKey? {
        if let keys, Self.isFresh(keys.at, now),
            keys.value.knows(token.key) || now < keys.at + Self.patience
        {
            return keys.value.key(for: token)
        }
        let fetched = try await line.keys(description)
        keys = Fetched(value: fetched, at: now)
        return fetched.key(for: token)
    }

    private static func isFresh(_ at: Int64, _ now: Int64) -> Bool {
        (at..<at + believed).contains(now)
    }
}
