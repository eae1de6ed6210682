internal import Crypto

/// What a key of a signed note signs (C2SP signed-note, signature types).
public enum NoteAlgorithm: UInt8, Sendable {
    /// Ed25519 over the note's text: the log itself.
    case ed25519 = 1
    /// Ed25519 over `cosignature/v1`, a time and the note's text: a witness.
    case cosignature = 4
}

/// A public key with its name, written as a vkey: `name+hash+base64(type ‖ key)`.
public struct VerifierKey: Sendable, Hashable {
    public let name: String
    public let algorithm: NoteAlgorithm
    /// The 32 bytes of an Ed25519 public key.
    public let publicKey: [UInt8]

    public init(_ vkey: String) throws(LedgerError) {
        guard let (name, tail) = NoteKeyText.split(vkey[...].utf8), let first = tail.first,
            let algorithm = NoteAlgorithm(rawValue: first), tail.count == 33
        else { throw NoteKeyText.malformed }
        self.init(name: name, algorithm: algorithm, publicKey: Array(tail.dropFirst()))
        guard vkey.utf8.elementsEqual(text.utf8) else { throw NoteKeyText.malformed }
    }

    init(name: String, algorithm: NoteAlgorithm, publicKey: [UInt8]) {
        self.name = name
        self.algorithm = algorithm
        self.publicKey = publicKey
    }

    /// Four bytes that tell keys of one name apart.
    public var hash: [UInt8] {
        let bytes = Array(name.utf8) + [0x0A, algorithm.rawValue] + publicKey
        return Array(bytes.withUnsafeBytes { Merkle.sha256($0) }.bytes.prefix(4))
    }

    public var text: String {
        let hex = hash.withUnsafeBytes { Hexadecimal.text($0) }
        return "\(name)+\(hex)+" + Base64.encode([algorithm.rawValue] + publicKey)
    }

    func verifies(_ signature: some Collection<UInt8>, of message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
            return false
        }
        return key.isValidSignature(Array(signature), for: message)
    }
}

/// A private key with its name, written as `PRIVATE+KEY+name+hash+base64(type ‖ seed)`.
public struct SigningKey: Sendable {
    public let name: String
    public let algorithm: NoteAlgorithm
    public let verifier: VerifierKey
    private let seed: [UInt8]

    private static let prefix = "PRIVATE+KEY+"

    /// `seed` are the 32 bytes of an Ed25519 private key, `name` the log's or witness's origin.
    public init(
        name: String, seed: [UInt8], algorithm: NoteAlgorithm = .ed25519
    ) throws(LedgerError) {
        var origin = name
        guard origin.withUTF8({ RecordRules.isOrigin($0) }),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        else { throw NoteKeyText.malformed }
        self.name = name
        self.seed = seed
        self.algorithm = algorithm
        verifier = VerifierKey(
            name: name, algorithm: algorithm, publicKey: Array(key.publicKey.rawRepresentation))
    }

    public init(_ text: String) throws(LedgerError) {
        guard text.utf8.starts(with: Self.prefix.utf8),
            let (name, tail) = NoteKeyText.split(text.utf8.dropFirst(Self.prefix.utf8.count)),
            let first = tail.first, let algorithm = NoteAlgorithm(rawValue: first)
        else { throw NoteKeyText.malformed }
        try self.init(name: name, seed: Array(tail.dropFirst()), algorithm: algorithm)
        guard text.utf8.elementsEqual(self.text.utf8) else { throw NoteKeyText.malformed }
    }

    /// A new key from the system's randomness.
    public static func random(
        name: String, algorithm: NoteAlgorithm = .ed25519
    ) throws(LedgerError) -> SigningKey {
        var generator = SystemRandomNumberGenerator()
        let seed = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return try SigningKey(name: name, seed: seed, algorithm: algorithm)
    }

    /// Secret: whoever has this text can sign as `name`.
    public var text: String {
        let hash = verifier.hash.withUnsafeBytes { Hexadecimal.text($0) }
        return Self.prefix + "\(name)+\(hash)+" + Base64.encode([algorithm.rawValue] + seed)
    }

    func signature(of message: [UInt8]) throws(LedgerError) -> [UInt8] {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
            let signature = try? key.signature(for: message)
        else { throw NoteKeyText.malformed }
        return Array(signature)
    }
}

enum NoteKeyText {
    static let malformed = LedgerError(
        .keyMalformed, zh: "密钥格式应为 名称+8 位散列+base64",
        en: "a key is written as name+8 digits of its hash+base64")

    /// The name, and what the base64 behind the hash holds.
    static func split(_ text: Substring.UTF8View) -> (name: String, tail: [UInt8])? {
        let parts = text.split(
            separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].count == 8, let tail = Base64.decode(parts[2]) else {
            return nil
        }
        let name = Array(parts[0])
        guard name.withUnsafeBufferPointer({ RecordRules.isOrigin($0) }) else { return nil }
        return (String(decoding: name, as: UTF8.self), tail)
    }
}
