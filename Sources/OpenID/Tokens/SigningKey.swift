import JSON
import JWTKit

/// A public key of a provider (RFC 7517).
struct SigningKey: Sendable {
    let id: String
    private let type: String
    private let curve: String?
    /// The one algorithm that the provider says it is for.
    private let algorithm: String?
    private let modulus: String?
    private let exponent: String?
    private let x: String?
    private let y: String?

    /// Nil for a key that has no name or is not for signatures; those are of no use here.
    init?(_ json: JSON) {
        guard let id = json["kid"]?.stringValue, let type = json["kty"]?.stringValue,
            json["use"].map({ $0 == .string("sig") }) ?? true,
            json["key_ops"].map({ $0.arrayValue?.contains(.string("verify")) == true }) ?? true
        else { return nil }
        self.id = id
        self.type = type
        curve = json["crv"]?.stringValue
        algorithm = json["alg"]?.stringValue
        modulus = json["n"]?.stringValue
        exponent = json["e"]?.stringValue
        x = json["x"]?.stringValue
        y = json["y"]?.stringValue
    }

    /// Whether it may have signed by that algorithm: it is of its kind, and for no other.
    func isFor(_ wanted: SigningAlgorithm) -> Bool {
        type == wanted.key.type && curve == wanted.key.curve
            && algorithm.map { $0 == wanted.rawValue } ?? true
    }

    /// Whether it signed the token by the token's algorithm.
    func signed(_ token: SignedToken) async -> Bool {
        guard let algorithm = JWK.Algorithm(rawValue: token.algorithm.rawValue) else {
            return false
        }
        let name = JWKIdentifier(string: id)
        let key: JWK
        switch token.algorithm.key {
        case ("RSA", _):
            key = .rsa(algorithm, identifier: name, modulus: modulus, exponent: exponent)
        case (_, let curve):
            key = .ecdsa(
                algorithm, identifier: name, x: x, y: y,
                curve: curve.flatMap { ECDSACurve(rawValue: $0) })
        }
        // Alone in its collection: a collection takes its first key where it knows none by the
        // token's name, and the token's algorithm where its key names none.
        let keys = JWTKeyCollection()
        do {
            try await keys.add(jwk: key)
            _ = try await keys.verify(token.text, as: AnyClaims.self)
            return true
        } catch {
            return false
        }
    }

    /// What is claimed is looked at by `Claims`.
    private struct AnyClaims: JWTPayload {
        func verify(using algorithm: some JWTAlgorithm) {}
    }
}

/// The keys that a provider publishes.
struct SigningKeys: Sendable {
    private static let most = 100
    private let keys: [SigningKey]

    init(_ json: JSON) throws(OpenIDRefusal) {
        guard let keys = json["keys"]?.arrayValue, keys.count <= Self.most else {
            throw .answerRefused("the keys are not a list of at most \(Self.most)")
        }
        self.keys = keys.compactMap { SigningKey($0) }
    }

    /// The key that a token names, of its algorithm; nil where there is none, or none alone.
    func key(for token: SignedToken) -> SigningKey? {
        let found = keys.filter { $0.id == token.key && $0.isFor(token.algorithm) }
        return found.count == 1 ? found[0] : nil
    }

    func knows(_ id: String) -> Bool { keys.contains { $0.id == id } }
}
