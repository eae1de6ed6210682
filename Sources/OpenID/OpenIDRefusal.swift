/// Why somebody is not signed in by an identity provider, or a provider cannot be set up: a
/// stable code, and a sentence in both languages that says what would be right.
package struct OpenIDRefusal: Error, Sendable, Hashable {
    package var code: Code
    package var zh: String
    package var en: String
    /// What else a keeper of logs wants to know; never a secret, a code or a token.
    package var detail: String?

    package init(_ code: Code, zh: String, en: String, detail: String? = nil) {
        self.code = code
        self.zh = zh
        self.en = en
        self.detail = detail
    }

    package enum Code: String, CaseIterable, Sendable {
        // How a provider was set up.
        case providerIDMalformed = "oidc_provider_malformed"
        case issuerMalformed = "oidc_issuer_malformed"
        case clientMalformed = "oidc_client_malformed"
        case scopesMalformed = "oidc_scopes_malformed"
        case redirectMalformed = "oidc_redirect_malformed"
        // What the provider does.
        case providerUnreachable = "oidc_provider_unreachable"
        case providerAnswerRefused = "oidc_provider_answer_refused"
        case issuerDiffers = "oidc_issuer_differs"
        case addressUnsafe = "oidc_address_unsafe"
        case algorithmsUnknown = "oidc_algorithms_unknown"
        case codeRefused = "oidc_code_refused"
        case providerRefused = "oidc_provider_refused"
        // What the browser brings back.
        case attemptUnknown = "oidc_attempt_unknown"
        case attemptExpired = "oidc_attempt_expired"
        case attemptUsed = "oidc_attempt_used"
        case stateDiffers = "oidc_state_differs"
        // What stands in the ID token.
        case tokenMalformed = "oidc_token_malformed"
        case tokenAlgorithm = "oidc_token_algorithm"
        case tokenKeyUnknown = "oidc_token_key_unknown"
        case tokenSignature = "oidc_token_signature"
        case tokenIssuer = "oidc_token_issuer"
        case tokenAudience = "oidc_token_audience"
        case tokenExpired = "oidc_token_expired"
        case tokenEarly = "oidc_token_early"
        case tokenNonce = "oidc_token_nonce"
        case tokenSubject = "oidc_token_subject"
    }
}

extension OpenIDRefusal {
    static func answerRefused(_ what: String) -> OpenIDRefusal {
        OpenIDRefusal(
            .providerAnswerRefused, zh: "身份提供方的答复不合规范，请告知系统管理员",
            en: "the identity provider's answer is not as it should be; tell the system"
                + " administrator", detail: what)
    }

    static func malformed(_ what: String) -> OpenIDRefusal {
        OpenIDRefusal(
            .tokenMalformed, zh: "身份提供方给出的身份令牌无法读取，请告知系统管理员",
            en: "the identity provider's ID token cannot be read; tell the system administrator",
            detail: what)
    }
}
