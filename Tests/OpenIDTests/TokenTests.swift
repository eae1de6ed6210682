import Foundation
import JSON
import OpenID
import Testing

@Suite("What an ID token must be")
struct TokenTests {
    private typealias Code = OpenIDRefusal.Code

    /// Claims that make a right token wrong, with why. Nil takes a claim away.
    private static let wrongClaims: [(Code, [String: JSON?])] = {
        let now = Int(Stage.now)
        let own = JSON.string("saima app")
        return [
            (.tokenIssuer, ["iss": .string("https://other.example")]), (.tokenIssuer, ["iss": nil]),
            (.tokenAudience, ["aud": .string("other app")]), (.tokenAudience, ["aud": nil]),
            (.tokenAudience, ["aud": .array([])]), (.tokenAudience, ["azp": .string("other app")]),
            (.tokenAudience, ["aud": .array([own, .string("other app")])]),
            (.tokenAudience, ["aud": .array([own, .string("b")]), "azp": .string("b")]),
            (.tokenAudience, ["aud": .array([.string("b")]), "azp": own]),
            (.tokenExpired, ["exp": .integer(now - 60)]), (.tokenExpired, ["exp": nil]),
            (.tokenExpired, ["exp": .string("\(now + 300)")]), (.tokenExpired, ["iat": nil]),
            (.tokenExpired, ["exp": .number("1e300")]), (.tokenExpired, ["exp": .number("-1")]),
            (.tokenExpired, ["iat": .integer(now - 601), "exp": .integer(now + 9_000)]),
            (.tokenEarly, ["iat": .integer(now + 61)]), (.tokenEarly, ["nbf": .integer(now + 61)]),
            (.tokenMalformed, ["nbf": .string("x")]), (.tokenNonce, ["nonce": .string("x")]),
            (.tokenNonce, ["nonce": nil]), (.tokenSubject, ["sub": .string("")]),
            (.tokenSubject, ["sub": nil]), (.tokenSubject, ["sub": .integer(7)]),
            (.tokenSubject, ["sub": .string(String(repeating: "x", count: 256))]),
            (.tokenSubject, ["sub": .string("a\nb")]),
        ]
    }()

    @Test("A token that claims something wrong is refused", arguments: 0..<wrongClaims.count)
    func claims(_ index: Int) async throws {
        let (code, changes) = Self.wrongClaims[index]
        let stage = try Stage()
        let begun = try await stage.begun()
        var claims = stage.claims(begun)
        for (name, value) in changes { claims[name] = value }
        try stage.give(
            try TokenMaker.token(
                TokenMaker.header("RS256", "k1"), .made(claims), by: TokenMaker.rs256))
        let result = await stage.finish(begun)
        #expect(result.code == code, "\(changes)")
    }

    @Test("Clocks may differ by a minute, times have parts, and others may be meant beside us")
    func allowances() async throws {
        let now = Int(Stage.now)
        let right: [[String: JSON]] = [
            ["exp": .integer(now - 59)], ["iat": .integer(now + 60)],
            ["exp": .number("\(now + 3).75"), "iat": .number("1.7308e9")],
            ["aud": .array([.string("saima app"), .string("b")]), "azp": .string("saima app")],
            ["aud": .array([.string("saima app")])], ["nbf": .integer(now + 60)],
        ]
        let stage = try Stage()
        for changes in right {
            let begun = try await stage.begun()
            let claims = stage.claims(begun).merging(changes) { $1 }
            try stage.give(
                try TokenMaker.token(
                    TokenMaker.header("RS256", "k1"), .made(claims), by: TokenMaker.rs256))
            let result = await stage.finish(begun)
            #expect(result.code == nil, "\(changes)")
        }
    }

    private struct Signing: Sendable {
        var code: Code?
        var header: JSON
        var keys: @Sendable () throws -> [JSON]
        var sign: @Sendable (Data) throws -> Data
    }

    private static let signings: [Signing] = [
        // Nobody's signature, and one that everybody can make.
        Signing(
            code: .tokenAlgorithm, header: TokenMaker.header("none", "k1"),
            keys: { [try TokenMaker.rsaKey("k1")] }, sign: TokenMaker.unsigned),
        Signing(
            code: .tokenAlgorithm, header: TokenMaker.header("HS256", "k1"),
            keys: { [try TokenMaker.rsaKey("k1")] }, sign: TokenMaker.hs256),
        Signing(
            code: .tokenAlgorithm, header: TokenMaker.header("HS256", "k1"),
            keys: { [try TokenMaker.rsaKey("k1", [:])] }, sign: TokenMaker.hs256),
        Signing(
            code: .tokenAlgorithm, header: TokenMaker.header("rs256", "k1"),
            keys: { [try TokenMaker.rsaKey("k1")] }, sign: TokenMaker.rs256),
        // Another's key under the right name, and the right key under another's.
        Signing(
            code: .tokenSignature, header: TokenMaker.header("RS256", "k1"),
            keys: { [try TokenMaker.rsaKey("k1")] }, sign: TokenMaker.rs256ByAnother),
        Signing(
            code: .tokenKeyUnknown, header: TokenMaker.header("RS256", "k9"),
            keys: { [try TokenMaker.rsaKey("k1")] }, sign: TokenMaker.rs256),
        Signing(
            code: .tokenMalformed, header: TokenMaker.header("RS256", nil),
            keys: { [try TokenMaker.rsaKey("k1")] }, sign: TokenMaker.rs256),
        // A key that is for something else.
        Signing(
            code: .tokenKeyUnknown, header: TokenMaker.header("RS256", "k1"),
            keys: { [try TokenMaker.rsaKey("k1", ["alg": "PS256"])] }, sign: TokenMaker.rs256),
        Signing(
            code: .tokenKeyUnknown, header: TokenMaker.header("RS256", "k1"),
            keys: { [try TokenMaker.rsaKey("k1", ["use": "enc"])] }, sign: TokenMaker.rs256),
        Signing(
            code: .tokenKeyUnknown, header: TokenMaker.header("RS256", "c1"),
            keys: { [TokenMaker.curveKey("c1")] }, sign: TokenMaker.rs256),
        Signing(
            code: .tokenKeyUnknown, header: TokenMaker.header("ES256", "c1"),
            keys: { [TokenMaker.curveKey("c1", ["crv": "P-384"])] }, sign: TokenMaker.es256),
        Signing(
            code: .tokenSignature, header: TokenMaker.header("RS256", "w1"),
            keys: { [try TokenMaker.rsaKey("w1", of: TokenMaker.weakRSA)] },
            sign: TokenMaker.rs256ByWeak),
        // Two keys of one name are none.
        Signing(
            code: .tokenKeyUnknown, header: TokenMaker.header("RS256", "k1"),
            keys: {
                [
                    try TokenMaker.rsaKey("k1"),
                    try TokenMaker.rsaKey("k1", of: TokenMaker.otherRSA),
                ]
            }, sign: TokenMaker.rs256),
        // An algorithm of ours that this provider does not say it signs by.
        Signing(
            code: .tokenAlgorithm, header: TokenMaker.header("RS512", "k1"),
            keys: { [try TokenMaker.rsaKey("k1", [:])] }, sign: TokenMaker.rs256),
        Signing(
            code: .tokenMalformed,
            header: .made([
                "alg": .string("RS256"), "kid": .string("k1"), "crit": .array([.string("x")]),
            ]), keys: { [try TokenMaker.rsaKey("k1")] }, sign: TokenMaker.rs256),
        // Right ones: a key without an algorithm is for the ones of its kind.
        Signing(
            code: nil, header: TokenMaker.header("RS256", "k1"),
            keys: { [try TokenMaker.rsaKey("k1", [:])] }, sign: TokenMaker.rs256),
        Signing(
            code: nil, header: TokenMaker.header("ES256", "c1"),
            keys: { [try TokenMaker.rsaKey("k1"), TokenMaker.curveKey("c1")] },
            sign: TokenMaker.es256),
    ]

    @Test("A token is believed by its own key and algorithm alone", arguments: 0..<signings.count)
    func signature(_ index: Int) async throws {
        let signing = Self.signings[index]
        let stage = try Stage()
        try stage.publish(try signing.keys())
        let begun = try await stage.begun()
        try stage.give(
            try TokenMaker.token(signing.header, .made(stage.claims(begun)), by: signing.sign))
        let result = await stage.finish(begun)
        #expect(result.code == signing.code)
    }

    @Test("A token that was changed by one character, or written in another way, is refused")
    func changed() async throws {
        let stage = try Stage()
        for place in 0..<3 {
            let begun = try await stage.begun()
            let token = try TokenMaker.token(
                TokenMaker.header("RS256", "k1"), .made(stage.claims(begun)),
                by: TokenMaker.rs256)
            var parts = token.split(separator: ".").map(String.init)
            parts[place] = parts[place].dropLast(8) + "AAAAAAAA"
            try stage.give(parts.joined(separator: "."))
            #expect(await stage.finish(begun).code != nil, "\(place)")
        }
        for spoilt in ["", "x", "a.b.c", "a.b.c.d.e"] {
            let begun = try await stage.begun()
            try stage.give(spoilt)
            #expect(await stage.finish(begun).code == .tokenMalformed, "\(spoilt)")
        }
        let begun = try await stage.begun()
        let token = try TokenMaker.token(
            TokenMaker.header("RS256", "k1"), .made(stage.claims(begun)), by: TokenMaker.rs256)
        try stage.give(token + "=")
        #expect(await stage.finish(begun).code == .tokenMalformed)
    }

    @Test("Claims that stand twice are read by nobody in two ways")
    func doubled() async throws {
        let stage = try Stage()
        let begun = try await stage.begun()
        let header = TokenMaker.base64url(
            Data(TokenMaker.header("RS256", "k1").text().utf8))
        var claims = JSON.made(stage.claims(begun)).text()
        claims.removeLast()
        let body = TokenMaker.base64url(Data((claims + ",\"sub\":\"u-2\"}").utf8))
        let signed = header + "." + body
        let signature = TokenMaker.base64url(try TokenMaker.rs256(Data(signed.utf8)))
        try stage.give(signed + "." + signature)
        #expect(await stage.finish(begun).code == .tokenMalformed)
    }
}
