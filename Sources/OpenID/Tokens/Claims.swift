import JSON

/// What a token must claim to be an ID token for us, now, for this attempt (OpenID Connect Core,
/// 3.1.3.7).
struct Claims: Sendable {
    var issuer: String
    var client: String
    var nonce: String
    /// Seconds since 1970.
    var now: Int64

    /// Seconds by which clocks may differ.
    private static let leeway: Int64 = 60
    /// Seconds since it was made after which a token is not one for an attempt of today.
    private static let oldest: Int64 = 600
    private static let longestSubject = 255

    /// Who signed in, by the provider's word.
    func subject(of claims: JSON) throws(OpenIDRefusal) -> String {
        guard claims["iss"] == .string(issuer) else {
            throw .claim(.tokenIssuer, "iss", zh: "不是由所设的身份提供方签发", en: "was issued by another")
        }
        try checkAudience(claims)
        try checkTimes(claims)
        guard claims["nonce"] == .string(nonce) else {
            throw .claim(.tokenNonce, "nonce", zh: "不属于这次登录", en: "is not of this sign-in")
        }
        guard let subject = claims["sub"]?.stringValue,
            (1...Self.longestSubject).contains(subject.utf8.count),
            subject.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
        else {
            throw .claim(.tokenSubject, "sub", zh: "没有可用的用户标识", en: "names nobody")
        }
        return subject
    }

    private func checkAudience(_ claims: JSON) throws(OpenIDRefusal) {
        let audiences = claims["aud"]?.arrayValue ?? claims["aud"].map { [$0] } ?? []
        let party = claims["azp"]
        guard audiences.contains(.string(client)),
            party.map({ $0 == .string(client) }) ?? (audiences.count == 1)
        else {
            throw .claim(.tokenAudience, "aud", zh: "不是发给本系统的", en: "is for somebody else")
        }
    }

    private func checkTimes(_ claims: JSON) throws(OpenIDRefusal) {
        guard let expires = Self.seconds(claims["exp"]), let made = Self.seconds(claims["iat"]),
            now < expires + Self.leeway, now <= made + Self.oldest
        else { throw .claim(.tokenExpired, "exp, iat", zh: "已过有效期", en: "has expired") }
        let begins = try Self.beginning(claims["nbf"])
        guard max(made, begins) <= now + Self.leeway else {
            throw .claim(
                .tokenEarly, "iat, nbf", zh: "的时间在未来；请核对两台机器的时钟",
                en: "is of the future; compare the clocks of both machines")
        }
    }

    private static func beginning(_ json: JSON?) throws(OpenIDRefusal) -> Int64 {
        guard let json else { return 0 }
        guard let moment = seconds(json) else { throw .malformed("nbf") }
        return moment
    }

    /// Whole seconds since 1970; nil for what is no such number.
    private static func seconds(_ json: JSON?) -> Int64? {
        guard case .number(let literal) = json, let value = Double(literal),
            (0..<1e11).contains(value)
        else { return nil }
        return Int64(value)
    }
}

extension OpenIDRefusal {
    fileprivate static func claim(
        _ code: Code, _ name: String, zh: String, en: String
    ) -> OpenIDRefusal {
        OpenIDRefusal(
            code, zh: "身份令牌\(zh)。请重新登录；若仍如此，请告知系统管理员",
            en: "the ID token \(en). Sign in again; if it stays, tell the system administrator",
            detail: name)
    }
}
