/// 128 random bits. Without them a published hash would let the record be guessed.
public struct Nonce: Sendable, Hashable {
    /// The 16 bytes in memory order.
    private var a: UInt64
    private var b: UInt64

    public static func random() -> Nonce {
        var generator = SystemRandomNumberGenerator()
        return random(using: &generator)
    }

    public static func random(using generator: inout some RandomNumberGenerator) -> Nonce {
        Nonce(a: generator.next(), b: generator.next())
    }

    private init(a: UInt64, b: UInt64) {
        self.a = a
        self.b = b
    }

    /// Nil unless there are exactly 16 bytes.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 16 else { return nil }
        a = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        b = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    }

    /// Nil unless there are exactly 16 bytes.
    public init?(_ bytes: [UInt8]) {
        guard let nonce = bytes.withUnsafeBytes({ Nonce($0) }) else { return nil }
        self = nonce
    }

    /// Nil unless these are 32 digits of lower-case hexadecimal.
    @inline(__always)
    public init?(hex: UnsafeBufferPointer<UInt8>) {
        guard hex.count == 32 else { return nil }
        (a, b) = (0, 0)
        let fine = withUnsafeMutableBytes(of: &self) { Hexadecimal.decode(hex, into: $0) }
        guard fine else { return nil }
    }

    public var bytes: [UInt8] { withBytes { Array($0) } }

    public var hex: String { withBytes { Hexadecimal.text($0) } }

    @inline(__always)
    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withUnsafeBytes(of: self) { body($0) }
    }

    /// The `req` of a command: SHA-256 of these bytes and the command's canonical JSON.
    public func req(of command: [UInt8]) -> Hash256 {
        withBytes { nonce in
            command.withUnsafeBytes { Merkle.sha256(nonce, $0) }
        }
    }
}
