import ArgumentParser
import Delivery
import OpenID
import Web

/// The identity providers that people may sign in by; each has a name of its own, by which its
/// options belong together.
struct OpenIDOptions: ParsableArguments {
    @Option(
        name: .customLong("oidc"),
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "身份提供方（OpenID Connect）：代号与 issuer；可多个",
                en: "an identity provider (OpenID Connect): a name for it, and its issuer;"
                    + " any number"),
            valueName: "NAME=URL"))
    var issuers: [String] = []

    @Option(
        name: .customLong("oidc-client"),
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "本系统在身份提供方的客户端编号", en: "the id by which the provider knows us"),
            valueName: "NAME=ID"))
    var clients: [String] = []

    @Option(
        name: .customLong("oidc-secret-file"),
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "客户端密钥所在的文件；公开客户端不需要",
                en: "a file with the client's secret; a public client has none"),
            valueName: "NAME=FILE"))
    var secretFiles: [String] = []

    @Option(
        name: .customLong("oidc-title"),
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "按钮上的名称，中文/英文；默认为主机名",
                en: "how people call it, Chinese/English; its host otherwise"),
            valueName: "NAME=TEXT"))
    var titles: [String] = []

    @Option(
        name: .customLong("oidc-scopes"),
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "请求的范围，以空格隔开；默认 openid",
                en: "scopes to ask for, with blanks between; openid otherwise"),
            valueName: "NAME=SCOPES"))
    var scopes: [String] = []

    @Option(
        name: .customLong("oidc-ca-file"),
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "另外信任的证书（PEM）", en: "more certificates to trust, PEM"),
            valueName: "NAME=FILE"))
    var authorityFiles: [String] = []

    /// - Parameter site: where people find the pages.
    /// - Throws: what is missing or malformed, with what would be right.
    func providers(at site: String?) throws -> [IdentityProvider] {
        let names = try Self.pairs("--oidc", issuers).map(\.name)
        let issuers = try Self.values("--oidc", issuers, of: names)
        let clients = try Self.values("--oidc-client", clients, of: names)
        let secrets = try Self.values("--oidc-secret-file", secretFiles, of: names)
        let titles = try Self.values("--oidc-title", titles, of: names)
        let scopes = try Self.values("--oidc-scopes", scopes, of: names)
        let authorities = try Self.values("--oidc-ca-file", authorityFiles, of: names)
        guard !names.isEmpty else { return [] }
        guard let site else {
            throw Complaint(
                "public_url_missing", zh: "--oidc 需要 --public-url，身份提供方据此把人送回",
                en: "--oidc needs --public-url, where the provider sends people back to")
        }
        return try names.map { name in
            guard let client = clients[name] else {
                throw Complaint(
                    "oidc_client_missing", zh: "--oidc \(name) 需要 --oidc-client \(name)=编号",
                    en: "--oidc \(name) needs --oidc-client \(name)=ID")
            }
            if let file = authorities[name] { try InputFile.probe(file) }
            let settings = try ProviderSettings(
                id: name, issuer: issuers[name] ?? "", client: client,
                secret: try secrets[name].map {
                    String(decoding: try InputFile.secret($0), as: UTF8.self)
                },
                scopes: scopes[name]?.split(separator: " ").map(String.init) ?? ["openid"],
                redirect: IdentityProvider.callback(of: name, at: site),
                authorities: authorities[name])
            return IdentityProvider(
                desk: OpenIDDesk(settings), name: Self.title(titles[name] ?? settings.host),
                site: site)
        }
    }

    /// `中文/English`, or one name for both.
    private static func title(_ text: String) -> Words {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        return Words(zh: parts.first ?? text, en: parts.last ?? text)
    }

    private static func pairs(
        _ option: String, _ texts: [String]
    ) throws -> [(name: String, value: String)] {
        try texts.map { text in
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else {
                throw Complaint(
                    "oidc_option_malformed", zh: "\(option) 应写成 代号=值，不是“\(text)”",
                    en: "\(option) is written NAME=VALUE, not \"\(text)\"")
            }
            return (String(parts[0]), String(parts[1]))
        }
    }

    private static func values(
        _ option: String, _ texts: [String], of names: [String]
    ) throws -> [String: String] {
        var values: [String: String] = [:]
        for (name, value) in try pairs(option, texts) {
            guard names.contains(name) else {
                throw Complaint(
                    "oidc_option_unknown", zh: "\(option) \(name) 没有对应的 --oidc \(name)=网址",
                    en: "\(option) \(name) belongs to no --oidc \(name)=URL")
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw Complaint(
                    "oidc_option_repeated", zh: "\(option) \(name) 写了两次",
                    en: "\(option) \(name) is given twice")
            }
        }
        return values
    }
}
