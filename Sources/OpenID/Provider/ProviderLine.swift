import Exchanges
import JSON

/// The line to a provider: what it is asked, and how much of an answer is taken.
struct ProviderLine: Sendable {
    private static let longestAnswer = 256 * 1_024
    /// Exchanges at once, and with those that wait.
    private let line = ExchangeLine(lanes: 4, longest: 64)
    private let settings: ProviderSettings

    init(_ settings: ProviderSettings) {
        self.settings = settings
    }

    private static let limits: Exchange.Limits = {
        var limits = Exchange.Limits()
        limits.connecting = 5
        limits.whole = 10
        limits.answer = longestAnswer
        return limits
    }()

    func description() async throws(OpenIDRefusal) -> ProviderDescription {
        try ProviderDescription(try await json(at: settings.discovery), of: settings)
    }

    func keys(_ description: ProviderDescription) async throws(OpenIDRefusal) -> SigningKeys {
        try SigningKeys(try await json(at: description.keys))
    }

    /// The ID token that a code is good for.
    func token(
        for code: String, _ attempt: Attempt, _ description: ProviderDescription
    ) async throws(OpenIDRefusal) -> String {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code),
            ("redirect_uri", settings.redirect), ("code_verifier", attempt.verifier),
        ]
        var headers = [
            "Content-Type: application/x-www-form-urlencoded", "Accept: application/json",
        ]
        if let secret = settings.secret, !description.takesSecretInForm {
            let pair = WebAddress.encoded(settings.client) + ":" + WebAddress.encoded(secret)
            headers.append("Authorization: Basic \(Base64URL.padded(pair.utf8))")
        } else {
            fields.append(("client_id", settings.client))
            if let secret = settings.secret { fields.append(("client_secret", secret)) }
        }
        let (status, json) = try await ask(
            WebRequest(
                description.token, headers: headers, body: Array(WebAddress.form(fields).utf8),
                authorities: settings.authorities, limits: Self.limits))
        guard status == 200 else { throw .codeRefused(status, json?["error"]?.stringValue) }
        guard let token = json?["id_token"]?.stringValue else {
            throw .answerRefused("the answer to the code has no id_token")
        }
        return token
    }

    private func json(at address: String) async throws(OpenIDRefusal) -> JSON {
        let (status, json) = try await ask(
            WebRequest(
                address, headers: ["Accept: application/json"],
                authorities: settings.authorities, limits: Self.limits))
        guard status == 200 else { throw .answerRefused("\(address) answered \(status)") }
        guard let json, json.objectValue != nil else {
            throw .answerRefused("\(address) answered with something else than a JSON object")
        }
        return json
    }

    private func ask(
        _ request: WebRequest
    ) async throws(OpenIDRefusal) -> (status: Int, json: JSON?) {
        let answer: Exchange.Answer
        do throws(ExchangeFailure) {
            answer = try await line.run { () throws(ExchangeFailure) in try request.answer() }
        } catch {
            guard error.isUnreachable else { throw .answerRefused(error.reason) }
            throw OpenIDRefusal(
                .providerUnreachable,
                zh: "现在连不上身份提供方 \(settings.host)；请稍后再试，或用密码登录",
                en: "the identity provider \(settings.host) cannot be reached now; try again"
                    + " later, or sign in by password", detail: error.reason)
        }
        return (answer.status, try? JSON.parse(answer.body, limits: JSONLimits(depth: 16)))
    }
}

extension OpenIDRefusal {
    fileprivate static func codeRefused(_ status: Int, _ error: String?) -> OpenIDRefusal {
        OpenIDRefusal(
            .codeRefused, zh: "身份提供方不认这次登录，请重新登录；若仍如此，请告知系统管理员",
            en: "the identity provider does not know this sign-in; begin again, and if it stays,"
                + " tell the system administrator",
            detail: "\(status) \(error.map { String($0.prefix(60)) } ?? "")")
    }
}
