/// What a browser brings back from the provider, as it stands in the address.
package struct AuthorizationAnswer: Sendable {
    package var code: String?
    package var state: String?
    package var issuer: String?
    package var error: String?

    package init(
        code: String? = nil, state: String? = nil, issuer: String? = nil, error: String? = nil
    ) {
        self.code = code
        self.state = state
        self.issuer = issuer
        self.error = error
    }

    private static let longestCode = 4_096

    /// The code, where this provider gave one.
    ///
    /// - Parameter namesItself: whether it says in every answer whose the answer is.
    func code(
        of settings: ProviderSettings, namesItself: Bool
    ) throws(OpenIDRefusal) -> String {
        guard issuer.map({ $0 == settings.issuer }) ?? !namesItself else {
            throw OpenIDRefusal(
                .issuerDiffers, zh: "答复来自另一个身份提供方，请重新登录",
                en: "the answer is another identity provider's; begin again")
        }
        if let error { throw .providerRefused(error) }
        guard let code, (1...Self.longestCode).contains(code.utf8.count) else {
            throw .answerRefused("no code")
        }
        return code
    }
}

extension OpenIDRefusal {
    static let attemptUnknown = OpenIDRefusal(
        .attemptUnknown, zh: "这次登录不是从本浏览器开始的，或本站已重新启动。请重新登录",
        en: "this sign-in was not begun in this browser, or the site has been started again;"
            + " begin again")
    static let attemptExpired = OpenIDRefusal(
        .attemptExpired, zh: "在身份提供方停留超过 10 分钟，请重新登录",
        en: "more than 10 minutes were spent at the identity provider; begin again")
    static let attemptUsed = OpenIDRefusal(
        .attemptUsed, zh: "这次登录已经完成过，不能重复使用。请重新登录",
        en: "this sign-in came back before and is good for once; begin again")
    static let stateDiffers = OpenIDRefusal(
        .stateDiffers, zh: "返回的内容不属于本浏览器最近一次登录，请重新登录",
        en: "what came back is not of this browser's latest sign-in; begin again")

    /// The provider's own word for why not, as far as it is one.
    static func providerRefused(_ error: String) -> OpenIDRefusal {
        let isWord = error.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
        }
        let word = isWord ? String(error.prefix(60)) : "?"
        guard word != "access_denied" else {
            return OpenIDRefusal(
                .providerRefused, zh: "身份提供方没有放行，或您没有同意（access_denied）",
                en: "the identity provider did not let you through, or you did not agree"
                    + " (access_denied)", detail: word)
        }
        return OpenIDRefusal(
            .providerRefused, zh: "身份提供方拒绝了登录（\(word)）；请稍后再试，或告知系统管理员",
            en: "the identity provider refused (\(word)); try again later, or tell the system"
                + " administrator", detail: word)
    }
}
