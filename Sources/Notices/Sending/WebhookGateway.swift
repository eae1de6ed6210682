import CCurl
import Crypto
package import Delivery
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
    package func send(_ body: [UInt8], id: String, now: Timestamp) async throws(SendFailure) {
        let gateway = self
        try await line.run {
            Result { () throws(SendFailure) in try gateway.post(body, id: id, now: now) }
        }
    }

    private func post(_ body: [UInt8], id: String, now: Timestamp) throws(SendFailure) {
        let exchange = try Exchange()
        let seconds = now.milliseconds / 1000
        let signature = Self.signature(of: body, at: seconds, secret: secret)
        exchange.set(CURLOPT_URL, url)
        exchange.set(CURLOPT_PROTOCOLS_STR, "http,https")
        exchange.set(CURLOPT_POST, 1)
        exchange.set(CURLOPT_POSTFIELDSIZE, body.count)
        exchange.set(CURLOPT_FOLLOWLOCATION, 0)
        if let authorities { exchange.set(CURLOPT_CAINFO, authorities) }
        exchange.set(
            CURLOPT_HTTPHEADER,
            [
                "Content-Type: application/json", "Expect:", "User-Agent: saima",
                "Saima-Id: \(id)", "Saima-Timestamp: \(seconds)",
                "Saima-Signature: v1=\(signature)",
            ])
        let status = try exchange.send(body)
        guard (200..<300).contains(status) else {
            throw SendFailure("the webhook answered \(status)")
        }
    }
}
