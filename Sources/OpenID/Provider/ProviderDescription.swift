import JSON

/// What a provider says of itself (OpenID Connect Discovery).
struct ProviderDescription: Sendable {
    /// Where browsers are sent.
    let authorization: String
    /// Where codes are exchanged.
    let token: String
    /// Where its keys are.
    let keys: String
    /// Where browsers may be sent to end its own session.
    let endSession: String?
    let algorithms: Set<SigningAlgorithm>
    /// Whether the client's secret goes into the form and not into the header.
    let takesSecretInForm: Bool
    /// Whether it says in its answers who it is (RFC 9207).
    let namesItself: Bool

    init(_ json: JSON, of settings: ProviderSettings) throws(OpenIDRefusal) {
        guard let issuer = json["issuer"]?.stringValue else {
            throw .answerRefused("the discovery document names no issuer")
        }
        guard issuer.utf8.elementsEqual(settings.issuer.utf8) else {
            throw OpenIDRefusal(
                .issuerDiffers, zh: "身份提供方自称与所设的 issuer 不同，请告知系统管理员",
                en: "the identity provider calls itself by another name than was set; tell the"
                    + " system administrator", detail: "issuer \(issuer.prefix(200))")
        }
        authorization = try Self.address("authorization_endpoint", json, settings)
        token = try Self.address("token_endpoint", json, settings)
        keys = try Self.address("jwks_uri", json, settings)
        endSession =
            json["end_session_endpoint"] == nil
            ? nil : try Self.address("end_session_endpoint", json, settings)
        let known = Self.texts("id_token_signing_alg_values_supported", json) ?? ["RS256"]
        algorithms = Set(known.compactMap { SigningAlgorithm(rawValue: $0) })
        guard !algorithms.isEmpty else {
            throw OpenIDRefusal(
                .algorithmsUnknown, zh: "身份提供方没有可用的签名算法，请告知系统管理员",
                en: "the identity provider signs by no algorithm that is allowed here; tell the"
                    + " system administrator",
                detail: known.prefix(20).map { String($0.prefix(20)) }.joined(separator: " "))
        }
        let ways =
            Self.texts("token_endpoint_auth_methods_supported", json) ?? ["client_secret_basic"]
        takesSecretInForm =
            ways.contains("client_secret_post") && !ways.contains("client_secret_basic")
        namesItself =
            json["authorization_response_iss_parameter_supported"]?.boolValue == true
    }

    private static func address(
        _ name: String, _ json: JSON, _ settings: ProviderSettings
    ) throws(OpenIDRefusal) -> String {
        guard let text = json[name]?.stringValue else {
            throw .answerRefused("the discovery document has no \(name)")
        }
        guard WebAddress.isSafe(text, onLoopback: settings.isOnLoopback) else {
            throw OpenIDRefusal(
                .addressUnsafe, zh: "身份提供方给出的网址不是 https，请告知系统管理员",
                en: "the identity provider names an address that is not https; tell the system"
                    + " administrator", detail: name)
        }
        return text
    }

    private static func texts(_ name: String, _ json: JSON) -> [String]? {
        json[name]?.arrayValue.map { $0.compactMap(\.stringValue) }
    }
}
