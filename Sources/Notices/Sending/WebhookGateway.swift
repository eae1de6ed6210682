import Crypto
package import Delivery
package import Exchanges
import Foundation

/// An address that takes notices by HTTP and passes them on: 政务微信, 钉钉, SMS.
package struct WebhookGateway: Sendable {
    private let url: String
    private let secret: [UInt8]
    private let authorities: String?
    private let line = ExchangeLine()

    /// - Parameter url: `https://…` or `http://…`; nil where it is neither.
    package init?(_ url: String, secret: [UInt8], authorities: String? = nil) {
        guard let parts = URLComponents(string: url),
            ["http", "https"].contains(parts.scheme?.lowercased()), parts.host?.isEmpty == false,
            parts.user == nil, parts.fragment == nil, !secret.isEmpty
        else { return nil }
        self.url = url
        self.secret = secret
        self.authorities = authorities
    }

    /// Hex of HMAC-SHA256 over the seconds since 1970 in decimals, a full stop, and the body.
    package static func signature(
        of body: [UInt8], at seconds: Int64, secret: [UInt8]
    ) -> String {
        let signed = Array("\(seconds).".utf8) + body
        return HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: secret))
            .map { String(UInt16($0) | 0x100, radix: 16).dropFirst() }.joined()
    }

    /// Returns once the gateway has answered that it took the body, by a status of 2xx.
    ///
    /// - Parameter id: the same at every attempt.
    package func send(_ body: [UInt8], id: String, now: Timestamp) async throws(ExchangeFailure) {
        let seconds = now.milliseconds / 1000
        let signature = Self.signature(of: body, at: seconds, secret: secret)
        let request = WebRequest(
            url,
            headers: [
                "Content-Type: application/json", "Saima-Id: \(id)",
                "Saima-Timestamp: \(seconds)", "Saima-Signature: v1=\(signature)",
            ], body: body, authorities: authorities)
        let answer = try await line.run { () throws(ExchangeFailure) in try request.answer() }
        guard (200..<300).contains(answer.status) else {
            throw ExchangeFailure("the webhook answered \(answer.status)")
        }
    }
}
