/// The ways out that somebody set up. Without any, notices stand on the pages alone.
package struct Gateways: Sendable {
    package var mail: MailGateway?
    package var webhook: WebhookGateway?
    /// Where people find the pages, without a slash at its end.
    package var site: String?

    package init(mail: MailGateway? = nil, webhook: WebhookGateway? = nil, site: String? = nil) {
        self.mail = mail
        self.webhook = webhook
        self.site = site
    }

    package var channels: [NoticeChannel] {
        (mail == nil ? [] : [.mail]) + (webhook == nil ? [] : [.webhook])
    }
}
