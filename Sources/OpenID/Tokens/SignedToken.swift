import JSON

/// A signed token (RFC 7515) taken apart. Nothing that it says is believed yet.
struct SignedToken: Sendable {
    private static let longest = 64 * 1_024

    let text: String
    let algorithm: SigningAlgorithm
    /// The key's name.
    let key: String
    let claims: JSON

    /// - Parameter allowed: the algorithms by which this provider may sign.
    init(_ text: String, allowed: Set<SigningAlgorithm>) throws(OpenIDRefusal) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, text.utf8.count <= Self.longest else {
            throw .malformed("it is not three parts of at most \(Self.longest) bytes")
        }
        let header = try Self.json(parts[0])
        let name = header["alg"]?.stringValue ?? ""
        guard let algorithm = SigningAlgorithm(rawValue: name), allowed.contains(algorithm) else {
            throw OpenIDRefusal(
                .tokenAlgorithm, zh: "身份令牌的签名算法不在许可之列，请告知系统管理员",
                en: "the ID token is signed by an algorithm that is not allowed; tell the system"
                    + " administrator", detail: "alg \(name.prefix(20))")
        }
        // What a header calls critical must be understood, and here nothing of it is.
        guard header["crit"] == nil else { throw .malformed("crit") }
        guard let key = header["kid"]?.stringValue else { throw .malformed("no kid") }
        guard Base64URL.bytes(parts[2]) != nil else { throw .malformed("the signature") }
        self.text = text
        self.algorithm = algorithm
        self.key = key
        claims = try Self.json(parts[1])
    }

    private static func json(_ part: Substring) throws(OpenIDRefusal) -> JSON {
        guard let bytes = Base64URL.bytes(part),
            let json = try? JSON.parse(bytes, limits: JSONLimits(bytes: longest, depth: 16)),
            json.objectValue != nil
        else { throw .malformed("a part is no JSON object in base64url") }
        return json
    }
}
