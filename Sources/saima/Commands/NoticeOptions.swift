import ArgumentParser
import Foundation
import Notices

/// How notices leave the house; without any they stand on the pages alone.
struct NoticeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "发信服务器：smtp://[用户@]主机[:端口] 或 smtps://…",
                en: "the mail server: smtp://[user@]host[:port] or smtps://…"),
            valueName: "URL"))
    var smtp: String?

    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(zh: "发信人地址", en: "the address that mail comes from"),
            valueName: "ADDRESS"))
    var mailFrom: String?

    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "发信口令所在的文件", en: "a file with the mail server's password"),
            valueName: "FILE"))
    var smtpPasswordFile: String?

    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "另外信任的证书（PEM）", en: "more certificates to trust, PEM"),
            valueName: "FILE"))
    var smtpCAFile: String?

    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "接收通知的网址（政务微信、钉钉、短信网关）",
                en: "an address that takes notices and passes them on"),
            valueName: "URL"))
    var webhook: String?

    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "签名密钥所在的文件", en: "a file with the secret of their signatures"),
            valueName: "FILE"))
    var webhookSecretFile: String?

    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "大家打开页面的网址，用于通知里的链接和身份提供方的回跳",
                en: "where people find the pages, for links in notices and for identity providers"),
            valueName: "URL"))
    var publicURL: String?

    /// - Throws: what is missing or malformed, with what would be right.
    func gateways() throws -> Gateways {
        Gateways(mail: try mail(), webhook: try hook(), site: try site())
    }

    /// What says how a gateway is reached that nobody named would be passed over in silence.
    private func refuse(_ options: [String: String?], without gateway: String) throws {
        guard let given = options.filter({ $0.value != nil }).keys.min() else { return }
        throw Complaint(
            "gateway_missing", zh: "\(given) 没有对应的 \(gateway)",
            en: "\(given) is of no use without \(gateway)")
    }

    private func mail() throws -> MailGateway? {
        guard let smtp else {
            try refuse(
                [
                    "--mail-from": mailFrom, "--smtp-password-file": smtpPasswordFile,
                    "--smtp-ca-file": smtpCAFile,
                ], without: "--smtp")
            return nil
        }
        guard let from = mailFrom.flatMap({ MailAddress($0) }) else {
            throw Complaint(
                "mail_from_malformed", zh: "--smtp 需要 --mail-from，写成 saima@city.example 的样子",
                en: "--smtp needs --mail-from, written like saima@city.example")
        }
        let password = try smtpPasswordFile.map { try InputFile.secret($0) }
        if let smtpCAFile { try InputFile.probe(smtpCAFile) }
        let text = password.map { String(decoding: $0, as: UTF8.self) }
        guard
            let gateway = MailGateway(smtp, from: from, password: text, authorities: smtpCAFile)
        else {
            throw Complaint(
                "smtp_malformed", zh: "--smtp 应为 smtp://[用户@]主机[:端口] 或 smtps://…，口令另放文件",
                en: "--smtp is smtp://[user@]host[:port] or smtps://…; the password goes into a"
                    + " file")
        }
        return gateway
    }

    private func hook() throws -> WebhookGateway? {
        guard let webhook else {
            try refuse(["--webhook-secret-file": webhookSecretFile], without: "--webhook")
            return nil
        }
        guard let webhookSecretFile else {
            throw Complaint(
                "webhook_secret_missing", zh: "--webhook 需要 --webhook-secret-file",
                en: "--webhook needs --webhook-secret-file")
        }
        guard let gateway = WebhookGateway(webhook, secret: try InputFile.secret(webhookSecretFile))
        else {
            throw Complaint(
                "webhook_malformed", zh: "--webhook 应为 https:// 或 http:// 网址，密钥不能为空",
                en: "--webhook is an https:// or http:// address, and its secret is not empty")
        }
        return gateway
    }

    private func site() throws -> String? {
        guard let publicURL else { return nil }
        guard let parts = URLComponents(string: publicURL), parts.query == nil,
            ["http", "https"].contains(parts.scheme), parts.host?.isEmpty == false
        else {
            throw Complaint(
                "public_url_malformed", zh: "--public-url 应为 https:// 或 http:// 网址",
                en: "--public-url is an https:// or http:// address")
        }
        return publicURL.hasSuffix("/") ? String(publicURL.dropLast()) : publicURL
    }
}
