import Crypto
import CryptoExtras
import Foundation
import JSON

/// Signs tokens by hand, as a provider would and as one never should.
enum TokenMaker {
    static let rsa = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }
    static let otherRSA = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }
    /// Too short for anybody to believe.
    static let weakRSA = Result {
        try _RSA.Signing.PrivateKey(unsafeKeySize: .init(bitCount: 1_024))
    }
    static let curve = P256.Signing.PrivateKey()

    /// The parts of a token, signed by whatever that is.
    static func token(
        _ header: JSON, _ claims: JSON, by sign: (Data) throws -> Data
    ) rethrows -> String {
        let signed = [header, claims].map { base64url(Data($0.text().utf8)) }
            .joined(separator: ".")
        return signed + "." + base64url(try sign(Data(signed.utf8)))
    }

    static func rs256(_ data: Data) throws -> Data {
        try rsa.get().signature(for: SHA256.hash(data: data), padding: .insecurePKCS1v1_5)
            .rawRepresentation
    }

    static func rs256ByAnother(_ data: Data) throws -> Data {
        try otherRSA.get().signature(for: SHA256.hash(data: data), padding: .insecurePKCS1v1_5)
            .rawRepresentation
    }

    static func rs256ByWeak(_ data: Data) throws -> Data {
        try weakRSA.get().signature(for: SHA256.hash(data: data), padding: .insecurePKCS1v1_5)
            .rawRepresentation
    }

    static func es256(_ data: Data) throws -> Data {
        try curve.signature(for: data).rawRepresentation
    }

    /// HMAC with what everybody knows: the public key as its file has it.
    static func hs256(_ data: Data) throws -> Data {
        let key = SymmetricKey(data: Data(try rsa.get().publicKey.pemRepresentation.utf8))
        return Data(HMAC<SHA256>.authenticationCode(for: data, using: key))
    }

    static func unsigned(_: Data) -> Data { Data() }

    static func header(_ algorithm: String, _ key: String?) -> JSON {
        .object(
            [.init("alg", .string(algorithm)), .init("typ", .string("JWT"))]
                + (key.map { [.init("kid", .string($0))] } ?? []))
    }

    /// The public key as the provider publishes it.
    static func rsaKey(
        _ name: String, _ more: [String: String] = ["alg": "RS256", "use": "sig"],
        of key: Result<_RSA.Signing.PrivateKey, any Error> = rsa
    ) throws -> JSON {
        let numbers = try key.get().publicKey.getKeyPrimitives()
        return Self.key(
            [
                "kty": "RSA", "kid": name, "n": base64url(numbers.modulus),
                "e": base64url(numbers.publicExponent),
            ], more)
    }

    static func curveKey(_ name: String, _ more: [String: String] = [:]) -> JSON {
        let point = curve.publicKey.rawRepresentation
        return Self.key(
            [
                "kty": "EC", "crv": "P-256", "kid": name, "x": base64url(point.prefix(32)),
                "y": base64url(point.suffix(32)),
            ], more)
    }

    private static func key(_ fields: [String: String], _ more: [String: String]) -> JSON {
        .object(
            fields.merging(more) { $1 }.sorted { $0.key < $1.key }
                .map { .init($0.key, .string($0.value)) })
    }

    static func base64url(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}
