/// The order of keys in canonical JSON: by UTF-16 code units (RFC 8785, 3.2.3).
///
/// In UTF-8 it is the order of bytes, except that scalars above U+FFFF, whose lead bytes are
/// F0…F4, come before U+E000…U+FFFF, whose lead bytes are EE and EF.
enum JSONOrder {
    @inline(__always)
    static func rank(_ byte: UInt8) -> UInt8 {
        byte == 0xEE || byte == 0xEF ? byte &+ 0x10 : byte
    }

    @inline(__always)
    static func precedes(
        _ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>
    ) -> Bool {
        var (a, b) = (left.makeIterator(), right.makeIterator())
        while true {
            guard let next = b.next() else { return false }
            guard let mine = a.next() else { return true }
            if mine != next { return rank(mine) < rank(next) }
        }
    }
}
