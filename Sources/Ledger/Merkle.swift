import Crypto

/// The hashes of RFC 6962: a leaf is SHA-256(00 ‖ record), a node SHA-256(01 ‖ left ‖ right).
public enum Merkle {
    /// The root of a tree without leaves: SHA-256 of nothing.
    public static let emptyRoot = sha256(UnsafeRawBufferPointer(start: nil, count: 0))

    public static func leaf(_ record: UnsafeRawBufferPointer) -> Hash256 {
        var prefix: UInt8 = 0
        return withUnsafeBytes(of: &prefix) { sha256($0, record) }
    }

    public static func leaf(_ record: [UInt8]) -> Hash256 {
        record.withUnsafeBytes { leaf($0) }
    }

    public static func node(_ left: Hash256, _ right: Hash256) -> Hash256 {
        withUnsafeTemporaryAllocation(byteCount: 65, alignment: 1) { room in
            room[0] = 1
            left.withBytes {
                UnsafeMutableRawBufferPointer(rebasing: room[1..<33]).copyBytes(from: $0)
            }
            right.withBytes {
                UnsafeMutableRawBufferPointer(rebasing: room[33...]).copyBytes(from: $0)
            }
            return sha256(UnsafeRawBufferPointer(room))
        }
    }

    package static func sha256(_ bytes: UnsafeRawBufferPointer...) -> Hash256 {
        var hasher = SHA256()
        for part in bytes { hasher.update(bufferPointer: part) }
        return hash(hasher)
    }

    @inline(__always)
    package static func sha256(_ bytes: UnsafeRawBufferPointer) -> Hash256 {
        var hasher = SHA256()
        hasher.update(bufferPointer: bytes)
        return hash(hasher)
    }

    @inline(__always)
    private static func hash(_ hasher: SHA256) -> Hash256 {
        hasher.finalize().withUnsafeBytes { Hash256($0) ?? .zero }
    }
}
