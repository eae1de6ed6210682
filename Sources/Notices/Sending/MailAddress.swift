/// An address that can be written into a header as it is: ASCII, one `@`, nothing that ends a line
/// or a list.
package struct MailAddress: Sendable, Hashable {
    package let text: String

    private static let longest = 254
    private static let marks = Set("!#$%&'*+-/=?^_`{|}~.".utf8)

    package init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= Self.longest,
            !parts[0].isEmpty,
            parts[0].utf8.allSatisfy({ Self.isPlain($0) || Self.marks.contains($0) }),
            !parts[1].isEmpty, !parts[1].hasPrefix("-"), !parts[1].hasPrefix("."),
            parts[1].utf8.allSatisfy({ Self.isPlain($0) || $0 == 0x2D || $0 == 0x2E })
        else { return nil }
        self.text = text
    }

    package var domain: Substring { text.split(separator: "@")[1] }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
