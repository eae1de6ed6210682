import Foundation
import JSON
import OpenID
import Sinks
import Testing

@Suite("What a provider may answer")
struct ProviderTests {
    private func begin(_ stage: Stage) async -> OpenIDRefusal? {
        do throws(OpenIDRefusal) {
            _ = try await stage.desk.begin(towards: "/", now: Stage.now)
            return nil
        } catch {
            return error
        }
    }

    @Test("A provider that says something wrong of itself is not asked any further")
    func descriptions() async throws {
        let wrong: [(OpenIDRefusal.Code, [String: JSON?])] = [
            (.issuerDiffers, ["issuer": .string("http://127.0.0.1")]),
            (.providerAnswerRefused, ["issuer": nil]),
            (.providerAnswerRefused, ["token_endpoint": nil]),
            (.providerAnswerRefused, ["jwks_uri": .integer(1)]),
            (.addressUnsafe, ["token_endpoint": .string("http://provider.example/token")]),
            (.addressUnsafe, ["authorization_endpoint": .string("javascript:alert(1)")]),
            (.addressUnsafe, ["authorization_endpoint": .string("https://u@a.example/")]),
            (.addressUnsafe, ["jwks_uri": .string("file:///etc/passwd")]),
            (.addressUnsafe, ["end_session_endpoint": .string("http://a.example/")]),
            (
                .algorithmsUnknown,
                [
                    "id_token_signing_alg_values_supported": .array(
                        [.string("HS256"), .string("none")])
                ]
            ),
        ]
        let stage = try Stage()
        for (code, changes) in wrong {
            try stage.describe(changes)
            #expect(await begin(stage)?.code == code, "\(changes)")
        }
        try stage.describe()
        #expect(await begin(stage) == nil)
    }

    @Test(
        "An answer that moves, fails, is no JSON or has no end is refused",
        arguments: [
            (302, "{}", ["Location: /elsewhere"]), (500, "{}", []), (200, "<html>", []),
            (200, "[]", []), (200, "", []), (200, String(repeating: " ", count: 300_000), []),
        ])
    func answers(_ status: Int, _ body: String, _ headers: [String]) async throws {
        let stage = try Stage()
        try stage.answer("elsewhere", 200, JSON.made(["issuer": .string(stage.issuer)]).text())
        try stage.answer(".well-known/openid-configuration", status, body, headers)
        #expect(await begin(stage)?.code == .providerAnswerRefused)
        // Nobody followed it anywhere.
        _ = try stage.sink.next()
        #expect(stage.sink.stop() == 0)
    }

    @Test("The same of what a code and the keys are answered with")
    func laterAnswers() async throws {
        let long = String(repeating: " ", count: 300_000)
        for path in ["token", "keys"] {
            for (status, body) in [(200, "<html>"), (200, long), (302, ""), (200, "{}")] {
                let stage = try Stage()
                let begun = try await stage.begun()
                try stage.giveRight(begun)
                try stage.answer(path, status, body, ["Location: /elsewhere"])
                let code = await stage.finish(begun).code
                let isRefused = code == .providerAnswerRefused || code == .codeRefused
                #expect(isRefused, "\(path) \(status)")
            }
        }
    }

    @Test("A provider that is down is said to be, and asked again the next time")
    func down() async throws {
        let stage = try Stage()
        stage.sink.stop()
        let refusal = await begin(stage)
        #expect(refusal?.code == .providerUnreachable)
        #expect(refusal?.zh.contains("127.0.0.1") == true)
    }

    @Test("A provider that could not be read is read once it can be")
    func recovers() async throws {
        let stage = try Stage()
        try stage.answer(".well-known/openid-configuration", 503, "")
        #expect(await begin(stage)?.code == .providerAnswerRefused)
        try stage.describe()
        #expect(await begin(stage) == nil)
    }

    @Test("Keys are asked for once, again when one is new, and not by every made-up name")
    func rotation() async throws {
        // Given a provider whose key was used
        let stage = try Stage()
        func finish(_ name: String, at now: Int64, by another: Bool = false) async throws
            -> OpenIDRefusal.Code?
        {
            let begun = try await stage.begun(at: now)
            try stage.give(
                try TokenMaker.token(
                    TokenMaker.header("RS256", name), .made(stage.claims(begun, at: now)),
                    by: another ? TokenMaker.rs256ByAnother : TokenMaker.rs256))
            return await stage.finish(begun, at: now).code
        }
        #expect(try await finish("k1", at: Stage.now) == nil)
        // When it signs by a new one
        try stage.publish([
            try TokenMaker.rsaKey("k1"), try TokenMaker.rsaKey("k2", of: TokenMaker.otherRSA),
        ])
        #expect(try await finish("k2", at: Stage.now + 5, by: true) == .tokenKeyUnknown)
        #expect(try await finish("k2", at: Stage.now + 30, by: true) == nil)
        #expect(try await finish("k1", at: Stage.now + 31) == nil)
        // And takes the old one back
        try stage.publish([try TokenMaker.rsaKey("k2", of: TokenMaker.otherRSA)])
        for second in 32..<36 {
            #expect(try await finish("k3", at: Stage.now + Int64(second)) == .tokenKeyUnknown)
        }
        #expect(try await finish("k1", at: Stage.now + 3_700) == .tokenKeyUnknown)
        // Then it was asked at first, by k2, and when what it said was old
        stage.sink.stop()
        #expect(try stage.sink.count("/keys") == 3)
    }

    @Test(
        "What cannot be a provider is not set up",
        arguments: [
            (OpenIDRefusal.Code.issuerMalformed, "issuer", "http://provider.example"),
            (.issuerMalformed, "issuer", "https://provider.example/?a=1"),
            (.issuerMalformed, "issuer", "https://provider.example/#a"),
            (.issuerMalformed, "issuer", "https://u:p@provider.example"),
            (.issuerMalformed, "issuer", "http://127.0.0.1.evil.example"),
            (.issuerMalformed, "issuer", "provider.example"), (.issuerMalformed, "issuer", ""),
            (.providerIDMalformed, "id", "City"), (.providerIDMalformed, "id", "a/b"),
            (.providerIDMalformed, "id", ""), (.clientMalformed, "client", ""),
            (.clientMalformed, "client", "a\nb"), (.clientMalformed, "secret", ""),
            (.clientMalformed, "secret", "a\r\nX: y"), (.scopesMalformed, "scopes", "profile"),
            (.scopesMalformed, "scopes", "openid a\"b"),
            (.redirectMalformed, "redirect", "http://saima.example/sign-in/oidc/city/callback"),
        ])
    func settings(_ code: OpenIDRefusal.Code, _ field: String, _ text: String) {
        func value(_ name: String, _ right: String) -> String { name == field ? text : right }
        let scopes = value("scopes", "openid profile").split(separator: " ").map(String.init)
        #expect {
            try ProviderSettings(
                id: value("id", "city"), issuer: value("issuer", "https://provider.example/a"),
                client: value("client", "saima"), secret: value("secret", "s"), scopes: scopes,
                redirect: value("redirect", "https://saima.example/c"))
        } throws: { error in
            (error as? OpenIDRefusal)?.code == code
        }
    }
}
