import Crypto
import Foundation
import JSON
import OpenID
import Sinks
import Testing

/// A provider on this machine that answers as it is told, and a desk of ours that asks it.
final class Stage {
    static let now: Int64 = 1_730_800_000

    let sink: Sink
    let desk: OpenIDDesk
    let folder: URL

    init(secret: String? = "geheim/+", scopes: [String] = ["openid"]) throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "saima-openid-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "provider_sink.py")
        sink = try Sink(script, [folder.path])
        desk = try Stage.desk(sink.port, secret: secret, scopes: scopes)
        try describe()
        try publish([try TokenMaker.rsaKey("k1")])
    }

    deinit {
        sink.stop()
        try? FileManager.default.removeItem(at: folder)
    }

    static func desk(
        _ port: Int, secret: String? = "geheim/+", scopes: [String] = ["openid"]
    ) throws -> OpenIDDesk {
        OpenIDDesk(
            try ProviderSettings(
                id: "city", issuer: "http://127.0.0.1:\(port)", client: "saima app",
                secret: secret, scopes: scopes,
                redirect: "https://saima.example/sign-in/oidc/city/callback"))
    }

    var issuer: String { desk.settings.issuer }

    /// What the provider answers there.
    func answer(_ path: String, _ status: Int, _ body: String, _ headers: [String] = []) throws {
        let text = ([String(status)] + headers).joined(separator: "\n") + "\n\n" + body
        let name = path.replacing("/", with: ".")
        try Data(text.utf8).write(to: folder.appending(path: name), options: .atomic)
    }

    private func answer(_ path: String, _ fields: [String: JSON]) throws {
        try answer(path, 200, JSON.made(fields).text())
    }

    /// What it says of itself.
    func describe(_ changes: [String: JSON?] = [:]) throws {
        var fields: [String: JSON] = [
            "issuer": .string(issuer), "authorization_endpoint": .string(issuer + "/authorize?a=1"),
            "token_endpoint": .string(issuer + "/token"), "jwks_uri": .string(issuer + "/keys"),
            "id_token_signing_alg_values_supported": .array(
                ["RS256", "ES256", "HS256", "none"].map(JSON.string)),
        ]
        for (name, value) in changes { fields[name] = value }
        try answer(".well-known/openid-configuration", fields)
    }

    func publish(_ keys: [JSON]) throws {
        try answer("keys", ["keys": .array(keys)])
    }

    /// A browser that was sent to the provider, with what its address says.
    func begun(at now: Int64 = Stage.now) async throws -> Begun {
        let beginning = try await desk.begin(towards: "/projects?q=1", now: now)
        let items = try #require(URLComponents(string: beginning.address)).queryItems ?? []
        let query = Dictionary(items.map { ($0.name, $0.value ?? "") }) { $1 }
        return Begun(beginning: beginning, query: query)
    }

    struct Begun {
        var beginning: OpenIDDesk.Beginning
        var query: [String: String]
        var answer: AuthorizationAnswer {
            AuthorizationAnswer(code: "c-1", state: query["state"])
        }
    }

    /// Claims that are right.
    func claims(_ begun: Begun, at now: Int64 = Stage.now) -> [String: JSON] {
        [
            "iss": .string(issuer), "sub": .string("u-1"), "aud": .string("saima app"),
            "nonce": .string(begun.query["nonce"] ?? ""), "iat": .integer(Int(now)),
            "exp": .integer(Int(now) + 300),
        ]
    }

    /// The provider gives that token for any code.
    func give(_ token: String) throws {
        try answer("token", ["id_token": .string(token)])
    }

    func giveRight(_ begun: Begun, at now: Int64 = Stage.now) throws {
        try give(
            try TokenMaker.token(
                TokenMaker.header("RS256", "k1"), JSON.made(claims(begun, at: now)),
                by: TokenMaker.rs256))
    }

    func finish(
        _ begun: Begun, _ answer: AuthorizationAnswer? = nil, at now: Int64 = Stage.now
    ) async -> Result<OpenIDDesk.Arrival, OpenIDRefusal> {
        do throws(OpenIDRefusal) {
            return .success(
                try await desk.finish(
                    answer ?? begun.answer, attempt: begun.beginning.attempt, now: now))
        } catch {
            return .failure(error)
        }
    }

    /// The next request of ours to a path.
    func asked(_ path: String) throws -> JSON {
        while true {
            let request = try sink.next()
            if request["path"] == .string(path) { return request }
        }
    }
}

extension JSON {
    static func made(_ fields: [String: JSON]) -> JSON {
        .object(fields.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) })
    }
}

extension Result where Failure == OpenIDRefusal {
    var code: OpenIDRefusal.Code? {
        if case .failure(let refusal) = self { refusal.code } else { nil }
    }
}
