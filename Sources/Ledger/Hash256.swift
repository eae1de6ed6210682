/// A SHA-256 value: a leaf, a node, a root or a `req`.
public struct Hash256: Sendable, Hashable {
    /// The 32 bytes in memory order.
    private var a: UInt64
    private var b: UInt64
    private var c: UInt64
    private var d: UInt64

    /// 32 zero bytes: the `prev` of the first record.
    public static let zero = Hash256()

    private init() {
        (a, b, c, d) = (0, 0, 0, 0)
    }

    /// Nil unless there are exactly 32 bytes.
    @inline(__always)
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 32 else { return nil }
        a = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        b = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        c = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        d = bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    }

    /// Nil unless there are exactly 32 bytes.
    public init?(_ bytes: [UInt8]) {
        guard let hash = bytes.withUnsafeBytes({ Hash256($0) }) else { return nil }
        self = hash
    }

    /// Nil unless these are 64 digits of lower-case hexadecimal.
    @inline(__always)
    public init?(hex: UnsafeBufferPointer<UInt8>) {
        guard hex.count == 64 else { return nil }
        self.init()
        let fine = withUnsafeMutableBytes(of: &self) { Hexadecimal.decode(hex, into: $0) }
        guard fine else { return nil }
    }

    /// Nil unless these are 64 digits of lower-case hexadecimal.
    public init?(hex: String) {
        var hex = hex
        guard let hash = hex.withUTF8({ Hash256(hex: $0) }) else { return nil }
        self = hash
    }

    public var bytes: [UInt8] { withBytes { Array($0) } }

    public var hex: String { withBytes { Hexadecimal.text($0) } }

    @inline(__always)
    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withUnsafeBytes(of: self) { body($0) }
    }
}

extension Hash256: CustomStringConvertible {
    public var description: String { hex }
}

enum Hexadecimal {
    @inline(__always)
    private static func value(_ digit: UInt8) -> UInt8 {
        if digit &- 0x30 < 10 { return digit &- 0x30 }
        if digit &- 0x61 < 6 { return digit &- 0x57 }
        return 0xFF
    }

    /// False where a digit is none of 0–9 and a–f. `room` has half as many bytes as `hex`.
    @inline(__always)
    static func decode(
        _ hex: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableRawBufferPointer
    ) -> Bool {
        guard hex.count == room.count * 2 else { return false }
        var wrong: UInt8 = 0
        for index in 0..<room.count {
            let high = value(hex[index * 2])
            let low = value(hex[index * 2 + 1])
            wrong |= high | low
            room[index] = high << 4 | low & 15
        }
        return wrong < 16
    }

    @inline(__always)
    static func digit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? nibble &+ 0x30 : nibble &+ 0x57
    }

    static func append(_ bytes: UnsafeRawBufferPointer, to text: inout [UInt8]) {
        for byte in bytes {
            text.append(digit(byte >> 4))
            text.append(digit(byte & 15))
        }
    }

    static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        append(bytes, to: &text)
        return String(decoding: text, as: UTF8.self)
    }
}
