import Foundation

/// An identity provider as an operator set it up.
package struct ProviderSettings: Sendable {
    /// How it is called in addresses of ours: 1 to 32 of a–z, 0–9 and `-`.
    package let id: String
    /// As the provider itself writes it, to the byte.
    package let issuer: String
    /// By which the provider knows us.
    package let client: String
    /// Nil for a client without one, which PKCE alone protects.
    let secret: String?
    package let scopes: [String]
    /// Where the provider sends browsers back to.
    package let redirect: String
    /// A file with certificates to trust beside the machine's own.
    let authorities: String?

    package init(
        id: String, issuer: String, client: String, secret: String?, scopes: [String] = ["openid"],
        redirect: String, authorities: String? = nil
    ) throws(OpenIDRefusal) {
        guard Self.isID(id) else { throw .idMalformed(id) }
        guard WebAddress.isSafe(issuer, onLoopback: true),
            WebAddress.parts(issuer)?.query == nil
        else { throw .issuerMalformed(issuer) }
        guard Self.isPlain(client, atMost: 255), secret.map({ Self.isSecret($0) }) ?? true else {
            throw .clientMalformed
        }
        guard scopes.contains("openid"),
            scopes.allSatisfy({
                Self.isPlain($0, atMost: 100) && !$0.contains { " \"\\".contains($0) }
            })
        else { throw .scopesMalformed }
        guard WebAddress.isSafe(redirect, onLoopback: true),
            WebAddress.parts(redirect)?.query == nil
        else { throw .redirectMalformed(redirect) }
        self.id = id
        self.issuer = issuer
        self.client = client
        self.secret = secret
        self.scopes = scopes
        self.redirect = redirect
        self.authorities = authorities
    }

    /// The machine that people are sent to.
    package var host: String { WebAddress.parts(issuer)?.host ?? issuer }

    var discovery: String {
        let base = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
        return base + "/.well-known/openid-configuration"
    }

    /// Whether plain `http` to this machine will do for what the provider names.
    var isOnLoopback: Bool { WebAddress.isOnLoopback(issuer) }

    private static func isID(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count) && !text.hasPrefix("-")
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    private static func isPlain(_ text: String, atMost longest: Int) -> Bool {
        (1...longest).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }

    private static func isSecret(_ text: String) -> Bool {
        (1...1_000).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}

extension OpenIDRefusal {
    fileprivate static func idMalformed(_ text: String) -> OpenIDRefusal {
        OpenIDRefusal(
            .providerIDMalformed, zh: "身份提供方的代号“\(text)”应为 1–32 个小写字母、数字或 -",
            en: "the name \"\(text)\" of an identity provider should be 1 to 32 small letters,"
                + " digits or -")
    }

    fileprivate static func issuerMalformed(_ text: String) -> OpenIDRefusal {
        OpenIDRefusal(
            .issuerMalformed, zh: "“\(text)”应为 https:// 网址，不含参数（本机可用 http://）",
            en: "\"\(text)\" should be an https:// address without a query"
                + " (http:// will do to this machine itself)")
    }

    fileprivate static let clientMalformed = OpenIDRefusal(
        .clientMalformed, zh: "客户端编号应为 1–255 个 ASCII 字符，密钥不能为空",
        en: "a client's id is 1 to 255 ASCII characters, and its secret is not empty")

    fileprivate static let scopesMalformed = OpenIDRefusal(
        .scopesMalformed, zh: "范围应以空格隔开，且含 openid",
        en: "scopes are written with blanks between, and openid is one of them")

    fileprivate static func redirectMalformed(_ text: String) -> OpenIDRefusal {
        OpenIDRefusal(
            .redirectMalformed, zh: "本站网址“\(text)”应为 https:// 网址（本机可用 http://）",
            en: "the address \"\(text)\" of this site should begin with https://"
                + " (http:// will do on this machine itself)")
    }
}
