import CCurl
package import Exchanges
import Foundation

/// A server that takes mail by SMTP.
package struct MailGateway: Sendable {
    package enum Security: Sendable, Hashable {
        /// TLS from the first byte.
        case implicit
        /// STARTTLS or nothing: a password never goes over an open line.
        case required
        /// STARTTLS where it is offered.
        case offered
    }

    package let host: String
    package let port: Int
    package let security: Security
    package let user: String?
    package let password: String?
    /// Certificates to trust beside the machine's own.
    package let authorities: String?
    package let from: MailAddress
    private let line = ExchangeLine()

    /// - Parameter url: `smtp://[user@]host[:port]` or `smtps://…`; nil where it is neither.
    package init?(
        _ url: String, from: MailAddress, password: String? = nil, authorities: String? = nil
    ) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
            ["smtp", "smtps"].contains(scheme), let host = parts.host, !host.isEmpty,
            parts.password == nil, parts.query == nil, parts.path.isEmpty || parts.path == "/"
        else { return nil }
        self.host = host
        self.from = from
        self.password = password
        self.authorities = authorities
        user = parts.user
        port = parts.port ?? (scheme == "smtps" ? 465 : 25)
        security =
            scheme == "smtps"
            ? .implicit
            : password == nil || Self.isThisMachine(host) ? .offered : .required
    }

    private static func isThisMachine(_ host: String) -> Bool {
        ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
    }

    /// Returns once the server has taken the message.
    package func send(_ message: MailMessage) async throws(ExchangeFailure) {
        let gateway = self
        try await line.run { () throws(ExchangeFailure) in try gateway.hand(over: message) }
    }

    private func hand(over message: MailMessage) throws(ExchangeFailure) {
        let exchange = try Exchange()
        let scheme = security == .implicit ? "smtps" : "smtp"
        let name = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        exchange.set(CURLOPT_URL, "\(scheme)://\(name):\(port)/\(from.domain)")
        exchange.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        let wants = security == .offered ? CURLUSESSL_TRY : CURLUSESSL_ALL
        exchange.set(CURLOPT_USE_SSL, Int(wants.rawValue))
        if let authorities { exchange.set(CURLOPT_CAINFO, authorities) }
        if let user { exchange.set(CURLOPT_USERNAME, user) }
        if let password { exchange.set(CURLOPT_PASSWORD, password) }
        exchange.set(CURLOPT_MAIL_FROM, "<\(from.text)>")
        exchange.set(CURLOPT_MAIL_RCPT, ["<\(message.to.text)>"])
        exchange.set(CURLOPT_UPLOAD, 1)
        _ = try exchange.send(message.bytes)
    }
}
