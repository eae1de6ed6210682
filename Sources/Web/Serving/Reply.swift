import Crypto
import HTTPTypes
package import Hummingbird

/// Answers with a body that is whole in memory: typed, tagged by its content, and 304 where the
/// reader has it already.
package struct Reply: Sendable {
    package enum Kind: String, Sendable {
        case html = "text/html; charset=utf-8"
        case json = "application/json"
        case problem = "application/problem+json"
        case csv = "text/csv; charset=utf-8"
        case text = "text/plain; charset=utf-8"
        case metrics = "text/plain; version=0.0.4; charset=utf-8"
        case css = "text/css; charset=utf-8"
        case script = "text/javascript; charset=utf-8"
        case svg = "image/svg+xml"
        case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }

    package enum Keeping: String, Sendable {
        /// Ask again each time; the tag saves the bytes.
        case ask = "private, no-cache"
        /// The address holds the content's hash.
        case forever = "public, max-age=31536000, immutable"
        /// The same for everybody: others on the way may keep it for some minutes.
        case shared = "public, max-age=300"
        case never = "no-store"
    }

    package var status = HTTPResponse.Status.ok
    package var kind: Kind
    package var bytes: ByteBuffer
    package var keeping = Keeping.ask
    package var language: Language?
    /// The name under which a browser saves it; ASCII.
    package var fileName: String?

    package init(_ kind: Kind, _ bytes: ByteBuffer) {
        self.kind = kind
        self.bytes = bytes
    }

    package init(_ kind: Kind, _ text: String) {
        self.init(kind, ByteBuffer(string: text))
    }

    package init(_ kind: Kind, _ bytes: [UInt8]) {
        self.init(kind, ByteBuffer(bytes: bytes))
    }

    package func response(to request: Request) -> Response {
        var headers: HTTPFields = [
            .contentType: kind.rawValue, .cacheControl: keeping.rawValue,
        ]
        if let language { headers[.contentLanguage] = language.tag }
        if keeping != .forever { headers[.vary] = "Accept-Language, Cookie, Authorization" }
        if let fileName {
            headers[.contentDisposition] = "attachment; filename=\"\(fileName)\""
        }
        guard status == .ok, keeping != .never else {
            return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: bytes))
        }
        let tag = "\"\(Self.fingerprint(bytes.readableBytesView))\""
        headers[.eTag] = tag
        if Self.matches(request.headers[.ifNoneMatch], tag) {
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: bytes))
    }

    /// The first 128 bits of the SHA-256, in hex.
    package static func fingerprint(_ bytes: some Sequence<UInt8>) -> String {
        var hasher = SHA256()
        let hashed: Void? = bytes.withContiguousStorageIfAvailable {
            hasher.update(bufferPointer: UnsafeRawBufferPointer($0))
        }
        if hashed == nil { hasher.update(data: Array(bytes)) }
        let digits = Array("0123456789abcdef")
        return String(
            hasher.finalize().prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    /// RFC 9110, 13.1.2, by weak comparison.
    private static func matches(_ field: String?, _ tag: String) -> Bool {
        guard let field else { return false }
        return field.split(separator: ",").contains { part in
            let known = part.drop { $0 == " " }
            return known == "*" || known == tag || known == "W/" + tag
        }
    }
}
