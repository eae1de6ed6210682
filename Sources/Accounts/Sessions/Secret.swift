internal import Crypto
internal import Foundation

/// 256 random bits that only their holder knows. The book keeps their SHA-256.
package struct Secret: Sendable, Hashable {
    private let bytes: [UInt8]
    private static let length = 32

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    package static func random() -> Secret {
        var generator = SystemRandomNumberGenerator()
        return Secret((0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// Nil for what is not 43 characters of base64url.
    package init?(_ text: String) {
        guard text.utf8.count == 43, !text.utf8.contains(UInt8(ascii: "+")),
            !text.utf8.contains(UInt8(ascii: "/"))
        else { return nil }
        let standard = text.replacingOccurrences(of: "-", with: "+")
            .replacingOccurrences(of: "_", with: "/")
        guard let decoded = Data(base64Encoded: standard + "="), decoded.count == Self.length
        else { return nil }
        bytes = Array(decoded)
        // One secret is written in one way.
        guard self.text == text else { return nil }
    }

    /// To be handed to its holder, in base64url.
    package var text: String { Self.base64url(bytes) }

    /// To be kept.
    package var digest: [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// Another secret that its holder alone can have, for one purpose: in base64url.
    package func derived(for purpose: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(purpose.utf8), using: SymmetricKey(data: bytes))
        return Self.base64url(Array(code))
    }

    /// What a form of this holder's pages carries, so that no other site can send one.
    package var formToken: String { derived(for: "saima form token") }

    /// Whether this is that token, in constant time.
    package func isFormToken(_ text: String) -> Bool {
        let right = Array(formToken.utf8)
        let given = Array(text.utf8)
        guard given.count == right.count else { return false }
        return zip(right, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func base64url(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}

extension Secret: CustomStringConvertible, CustomReflectable {
    /// So that no log ever holds one.
    package var description: String { "a secret" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
