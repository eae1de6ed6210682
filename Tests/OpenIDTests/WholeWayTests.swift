import Crypto
import Foundation
import JSON
import OpenID
import Testing

@Suite("Signing in by a provider, the whole way")
struct WholeWayTests {
    @Test("A browser is sent with everything that binds its return, and comes back as somebody")
    func arrives() async throws {
        // Given
        let stage = try Stage(scopes: ["openid", "profile"])
        let begun = try await stage.begun()
        #expect(begun.beginning.address.hasPrefix(stage.issuer + "/authorize?a=1&response_type="))
        let asked = begun.query
        #expect(asked["response_type"] == "code" && asked["client_id"] == "saima app")
        #expect(asked["scope"] == "openid profile")
        #expect(asked["redirect_uri"] == "https://saima.example/sign-in/oidc/city/callback")
        #expect(asked["code_challenge_method"] == "S256")
        try stage.giveRight(begun)
        // When
        let arrival = try await stage.finish(begun).get()
        // Then
        #expect(arrival.subject == "u-1" && arrival.page == "/projects?q=1")
        let request = try stage.asked("/token")
        let pair = Data("saima%20app:geheim%2F%2B".utf8).base64EncodedString()
        #expect(request["headers"]?["authorization"] == .string("Basic \(pair)"))
        let body = request["body"]?.stringValue ?? ""
        let items = try #require(URLComponents(string: "?" + body)).queryItems ?? []
        let fields = Dictionary(items.map { ($0.name, $0.value ?? "") }) { $1 }
        #expect(fields["grant_type"] == "authorization_code" && fields["code"] == "c-1")
        #expect(fields["redirect_uri"] == asked["redirect_uri"])
        let verifier = fields["code_verifier"] ?? ""
        let hash = Data(SHA256.hash(data: Data(verifier.utf8)))
        #expect(verifier.count == 43 && TokenMaker.base64url(hash) == asked["code_challenge"])
        #expect(!body.contains("geheim"))
    }

    @Test("No two attempts share anything, and what the browser carries can be read by nobody")
    func attempts() async throws {
        let stage = try Stage()
        let (one, other) = (try await stage.begun(), try await stage.begun())
        for name in ["state", "nonce", "code_challenge"] {
            #expect(one.query[name]?.count == 43 && one.query[name] != other.query[name])
        }
        #expect(one.beginning.attempt != other.beginning.attempt)
        #expect(!one.beginning.attempt.contains(one.query["nonce"] ?? "?"))
    }

    @Test("A client without a secret, and a provider that wants it in the form")
    func secrets() async throws {
        let open = try Stage(secret: nil)
        let begun = try await open.begun()
        try open.giveRight(begun)
        _ = try await open.finish(begun).get()
        let bare = try open.asked("/token")
        #expect(bare["headers"]?["authorization"] == nil)
        #expect(bare["body"]?.stringValue?.contains("client_id=saima%20app") == true)

        let posted = try Stage()
        try posted.describe([
            "token_endpoint_auth_methods_supported": .array([.string("client_secret_post")])
        ])
        let second = try await posted.begun()
        try posted.giveRight(second)
        _ = try await posted.finish(second).get()
        let request = try posted.asked("/token")
        #expect(request["headers"]?["authorization"] == nil)
        #expect(request["body"]?.stringValue?.contains("client_secret=geheim%2F%2B") == true)
    }

    @Test("A browser ends its session at the provider only where that has a place for it")
    func farewell() async throws {
        let stage = try Stage()
        try stage.describe(["end_session_endpoint": .string(stage.issuer + "/bye")])
        #expect(await stage.desk.farewell(to: "https://saima.example/") == nil)
        _ = try await stage.begun()
        let place = await stage.desk.farewell(to: "https://saima.example/")
        #expect(
            place == stage.issuer
                + "/bye?client_id=saima%20app"
                + "&post_logout_redirect_uri=https%3A%2F%2Fsaima.example%2F")
    }
}
