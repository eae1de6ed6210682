/// How a form is written in a body, and where in it the field `csrf` stands: anywhere in the
/// first bytes of a plain one, in the first part of one with files.
package enum FormKind: Sendable, Equatable {
    case plain
    case parts(boundary: [UInt8])

    /// Bytes in which the field must have come.
    static let farthest = 256 * 1024
    private static let longestToken = 200

    package enum Finding: Sendable, Equatable {
        /// More of the body must be read.
        case unknown
        case missing
        case token(String)
    }

    /// Nil for what is no form.
    package init?(_ contentType: String?) {
        guard let contentType else { return nil }
        let pieces = contentType.split(separator: ";").map { piece in
            String(piece.drop { $0 == " " })
        }
        switch pieces.first?.lowercased() {
        case "application/x-www-form-urlencoded": self = .plain
        case "multipart/form-data":
            let named = pieces.dropFirst().first { $0.lowercased().hasPrefix("boundary=") }
            guard var boundary = named?.dropFirst("boundary=".count) else { return nil }
            if boundary.first == "\"", boundary.last == "\"", boundary.count > 2 {
                boundary = boundary.dropFirst().dropLast()
            }
            guard (1...70).contains(boundary.utf8.count) else { return nil }
            self = .parts(boundary: Array(boundary.utf8))
        default: return nil
        }
    }

    package func token(in bytes: [UInt8], isWhole: Bool) -> Finding {
        switch self {
        case .plain: Self.plainToken(in: bytes, isWhole: isWhole)
        case .parts(let boundary): Self.partToken(in: bytes, boundary, isWhole: isWhole)
        }
    }

    private static func plainToken(in bytes: [UInt8], isWhole: Bool) -> Finding {
        let fields = bytes.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
        // The last field may go on in what was not read yet.
        for field in isWhole ? fields[...] : fields.dropLast() {
            guard field.starts(with: Array("csrf=".utf8)) else { continue }
            let text = String(decoding: field.dropFirst(5), as: UTF8.self)
            return Percent.decode(text, plusIsSpace: true).map { .token($0) } ?? .missing
        }
        return isWhole ? .missing : .unknown
    }

    private static func partToken(
        in bytes: [UInt8], _ boundary: [UInt8], isWhole: Bool
    ) -> Finding {
        let start = Array("--".utf8) + boundary + [13, 10]
        let shared = min(start.count, bytes.count)
        guard bytes.prefix(shared).elementsEqual(start.prefix(shared)) else { return .missing }
        let rest = bytes.dropFirst(start.count)
        let more: Finding = isWhole ? .missing : .unknown
        guard bytes.count > start.count, let head = rest.firstRange(of: [13, 10, 13, 10]) else {
            return bytes.count > 4096 ? .missing : more
        }
        let names = String(decoding: rest[..<head.lowerBound], as: UTF8.self).lowercased()
        guard names.contains("name=\"csrf\""), !names.contains("filename") else { return .missing }
        let value = rest[head.upperBound...]
        guard let end = value.firstRange(of: [13, 10, 45, 45] + boundary) else {
            return value.count > longestToken + boundary.count ? .missing : more
        }
        return .token(String(decoding: value[..<end.lowerBound], as: UTF8.self))
    }
}
