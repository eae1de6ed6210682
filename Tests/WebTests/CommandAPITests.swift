import CityHall
import Delivery
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JSON
import NIOCore
import Testing
import Web

@Suite("Commands by program")
struct CommandAPITests {
    private static let withdraw = "/api/v1/commands/project.withdrawClaim"
    private static let claim = #"{"project":"p3","claim":1}"#

    private static func headers(_ more: [(String, String)] = []) -> HTTPFields {
        var fields: HTTPFields = [.contentType: "application/json", .acceptLanguage: "en"]
        for (name, value) in [("Idempotency-Key", "k1"), ("X-CSRF-Token", MadeHouse.csrf)] + more {
            guard let field = HTTPField.Name(name) else { continue }
            fields[field] = value.isEmpty ? nil : value
        }
        return fields
    }

    private func post(
        _ made: MadeHouse, as person: String?, _ kind: WebSession.Kind = .cookie,
        to path: String = withdraw, _ body: String = claim, _ more: [(String, String)] = []
    ) async throws -> (status: Int, json: JSON?, headers: HTTPFields) {
        try await made.application(as: person, kind).test(.router) { client in
            let answer = try await client.execute(
                uri: path, method: .post, headers: Self.headers(more),
                body: ByteBuffer(string: body))
            let json = try? JSON.parse(Array(answer.body.readableBytesView))
            return (answer.status.code, json, answer.headers)
        }
    }

    @Test("A command is carried out once, and its receipt is the same when it is asked again")
    func receipt() async throws {
        // Given
        let made = try await MadeHouse()
        let size = made.hall.city.size
        // When
        let first = try await post(made, as: "xg")
        let again = try await post(made, as: "xg")
        // Then
        #expect(first.status == 201 && again.status == 200)
        #expect(first.headers[.location] == "/api/v1/ledger/\(size)")
        #expect(first.json?["first"] == .integer(size) && first.json?["repeat"] == .bool(false))
        #expect(again.json?["first"] == .integer(size) && again.json?["repeat"] == .bool(true))
        #expect(made.hall.city.size == size + 1)
    }

    @Test("A refusal is a problem with its code, its field and a status that fits")
    func refusals() async throws {
        let made = try await MadeHouse()
        let size = made.hall.city.size
        let cases: [(person: String?, path: String, body: String, status: Int, code: String)] = [
            (nil, Self.withdraw, Self.claim, 401, "sign_in_required"),
            ("zs", Self.withdraw, Self.claim, 403, "not_yours"),
            ("judge", Self.withdraw, Self.claim, 403, "not_permitted"),
            ("xg", "/api/v1/commands/project.nothing", Self.claim, 404, "command_unknown"),
            ("xg", Self.withdraw, #"{"project":"p3"}"#, 422, "field_missing"),
            ("xg", Self.withdraw, #"{"project":"p3","claim":"x"}"#, 422, "field_wrong_type"),
            ("xg", Self.withdraw, "[1", 422, "field_malformed"),
            ("xg", Self.withdraw, "[]", 422, "field_wrong_type"),
            ("xg", Self.withdraw, #"{"project":"p3","claim":9}"#, 422, "claim_unknown"),
            ("xg", Self.withdraw, String(repeating: "[", count: 64), 422, "field_malformed"),
            (
                "xg", Self.withdraw, String(repeating: " ", count: 300_000), 413,
                "body_too_large"
            ),
        ]
        for (person, path, body, status, code) in cases {
            let answer = try await post(made, as: person, to: path, body)
            #expect(answer.status == status, "\(code)")
            #expect(answer.json?["code"]?.stringValue == code)
            #expect(answer.headers[.contentType] == "application/problem+json")
        }
        let missing = try await post(made, as: "xg", to: Self.withdraw, #"{"project":"p3"}"#)
        #expect(missing.json?["field"]?.stringValue == "claim")
        #expect(made.hall.city.size == size)
    }

    @Test("The same key with another body is a conflict")
    func reused() async throws {
        let made = try await MadeHouse()
        _ = try await post(made, as: "xg")
        let other = try await post(
            made, as: "xg", to: Self.withdraw, #"{"project":"p3","claim":2}"#)
        #expect(other.status == 409 && other.json?["code"]?.stringValue == "key_reused")
    }

    @Test("Without a key, with a foreign token or from another site nothing is carried out")
    func guards() async throws {
        let made = try await MadeHouse()
        let size = made.hall.city.size
        let cases: [(String, String, Int)] = [
            ("Idempotency-Key", "", 400), ("X-CSRF-Token", "", 403),
            ("X-CSRF-Token", "ffffffffffffffff", 403), ("Sec-Fetch-Site", "cross-site", 403),
            ("Origin", "https://evil.example", 403), ("Content-Type", "text/plain", 415),
            ("Saima-Seen", "x", 400),
        ]
        for (name, value, status) in cases {
            let answer = try await post(
                made, as: "xg", to: Self.withdraw, Self.claim, [(name, value)])
            #expect(answer.status == status, "\(name)")
        }
        #expect(made.hall.city.size == size)
    }

    @Test("A token acts for its person within its scope, and needs no token of a page")
    func tokens() async throws {
        let made = try await MadeHouse()
        let narrow = [
            (TokenScope.reading, "token_reads_only"),
            (TokenScope(commands: ["commitment"]), "token_scope"),
        ]
        for (scope, code) in narrow {
            let answer = try await post(
                made, as: "xg", .bearer(scope), to: Self.withdraw, Self.claim,
                [("X-CSRF-Token", "")])
            #expect(answer.status == 403 && answer.json?["code"]?.stringValue == code)
        }
        let answer = try await post(
            made, as: "xg", .bearer(TokenScope(commands: ["project"])), to: Self.withdraw,
            Self.claim, [("X-CSRF-Token", "")])
        #expect(answer.status == 201)
    }

    @Test("Who looked before the last change is told what was recorded since")
    func seen() async throws {
        let made = try await MadeHouse()
        let size = made.hall.city.size
        try await made.submit(
            ScheduleStage {
                $0.project = ProjectID(unchecked: "p3")
                $0.stage = .landed
                $0.kind = .forecast
                $0.day = made.day("2024-12-01")
            }, as: "xg")
        let old = try await post(
            made, as: "xg", to: Self.withdraw, Self.claim, [("Saima-Seen", "\(size)")])
        #expect(old.status == 409 && old.json?["code"]?.stringValue == "changed_since")
        #expect(old.json?["detail"]?.stringValue?.contains("#\(size)") == true)
        let new = try await post(
            made, as: "xg", to: Self.withdraw, Self.claim, [("Saima-Seen", "\(size + 1)")])
        #expect(new.status == 201)
    }

    @Test("The catalogue is what the program knows, as data and as a page")
    func catalogue() async throws {
        let made = try await MadeHouse()
        try await made.application.test(.router) { client in
            let data = try await client.execute(uri: "/api/v1/commands", method: .get)
            #expect(
                try JSON.parse(Array(data.body.readableBytesView)) == CommandKind.catalogue)
            let page = try await client.execute(uri: "/commands?lang=en", method: .get)
            let text = String(buffer: page.body)
            for kind in CommandKind.all { #expect(text.contains("id=\"\(kind.name)\"")) }
        }
    }
}
