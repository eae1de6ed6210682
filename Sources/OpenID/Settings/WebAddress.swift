import Foundation

/// Addresses that we ask, or send browsers to: TLS, save to this machine itself.
enum WebAddress {
    private static let thisMachine: Set<String> = ["localhost", "127.0.0.1", "::1", "[::1]"]
    private static let longest = 1_000

    /// - Parameter onLoopback: whether `http` to this machine will do.
    static func isSafe(_ text: String, onLoopback: Bool) -> Bool {
        guard let parts = parts(text) else { return false }
        return parts.scheme == "https" || onLoopback && isLoopback(parts)
    }

    /// Whether the address is `http` to this machine.
    static func isOnLoopback(_ text: String) -> Bool { parts(text).map(isLoopback) ?? false }

    static func parts(_ text: String) -> URLComponents? {
        guard text.utf8.count <= longest,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }),
            let parts = URLComponents(string: text), parts.host?.isEmpty == false,
            parts.user == nil, parts.password == nil, parts.fragment == nil
        else { return nil }
        return parts
    }

    private static func isLoopback(_ parts: URLComponents) -> Bool {
        parts.scheme == "http" && parts.host.map(thisMachine.contains) == true
    }

    /// The address with more in its query.
    static func adding(_ items: [(String, String)], to address: String) -> String {
        address + (address.contains("?") ? "&" : "?") + form(items)
    }

    /// As `application/x-www-form-urlencoded`.
    static func form(_ items: [(String, String)]) -> String {
        items.map { "\(encoded($0))=\(encoded($1))" }.joined(separator: "&")
    }

    private static let plain = Set("-._~".utf8)

    static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            case let mark where plain.contains(mark):
                result.unicodeScalars.append(Unicode.Scalar(mark))
            default:
                let digits = String(UInt16(byte) | 0x100, radix: 16, uppercase: true)
                result += "%" + digits.dropFirst()
            }
        }
        return result
    }
}
