import CityHall
import Accounts
import Delivery
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import Web

@Suite("Programs act by tokens")
struct TokenTests {
    private static let zs = PersonID(unchecked: "zs")

    private func bearer(_ token: String) -> HTTPFields { [.authorization: "Bearer \(token)"] }

    private func commanding(_ token: String, key: String) throws -> HTTPFields {
        var headers = bearer(token)
        headers[.contentType] = "application/json"
        headers[try #require(HTTPField.Name("Idempotency-Key"))] = key
        return headers
    }

    @Test("A token is made and shown once on the account page, and revoked there")
    func made() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            try await browser.signIn("zs")
            let fields = [("title", "夜间汇总"), ("scope", "read"), ("days", "30")]

            let answer = try await browser.post("/account/tokens", fields)

            #expect(answer.status == .ok && answer.headers[.cacheControl] == "no-store")
            let token = try #require(answer.text.firstMatch(of: /saima_[A-Za-z0-9_-]{43}/))
            let page = try await browser.get("/account").text
            #expect(page.contains("夜间汇总") && !page.contains(token.0))
            let program = browser.another
            let read = try await program.get("/api/v1/projects", headers: bearer(String(token.0)))
            #expect(read.status == .ok && read.headers[.setCookie] == nil)
            let number = try #require(page.firstMatch(of: /\/account\/tokens\/(\d+)\/revoke/)).1
            #expect(
                try await browser.post("/account/tokens/\(number)/revoke").status == .seeOther)
            let late = try await program.get("/api/v1/projects", headers: bearer(String(token.0)))
            #expect(late.status == .unauthorized)
            #expect(late.headers[.wwwAuthenticate] != nil)
        }
    }

    @Test(
        "A token for nothing or for ever is refused at its field, and what was typed stays",
        arguments: [
            ("title", [("title", " "), ("scope", "read"), ("days", "30")]),
            ("scope", [("title", "a"), ("scope", "no.such"), ("days", "30")]),
            ("days", [("title", "a"), ("scope", "*"), ("days", "9999")]),
        ])
    func refused(field: String, fields: [(String, String)]) async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            try await browser.signIn("zs")
            let answer = try await browser.post("/account/tokens", fields)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("id=\"\(field)-problem\""))
            #expect(answer.text.contains("value=\"\(fields[1].1)\""))
        }
    }

    @Test("A reading token commands nothing, and no token manages accounts")
    func scope() async throws {
        let house = try await SignedHouse()
        let read = try await house.book.makeToken(
            for: Self.zs, title: "r", scope: .read, days: 1, now: house.now)
        let all = try await house.book.makeToken(
            for: PersonID(unchecked: "sec"), title: "a", scope: .allCommands, days: 1,
            now: house.now)
        let unsafe = house.router.routes.filter { ![.get, .head].contains($0.method) }
            .map { route -> (HTTPRequest.Method, String) in
                let path = route.path.description.split(separator: "/").map {
                    $0.hasPrefix("{") ? "zs" : String($0)
                }
                return (route.method, "/" + path.joined(separator: "/"))
            }
        try await house.visit { browser in
            for (method, path) in unsafe {
                let reading = try await browser.ask(method, path, headers: bearer(read))
                #expect(reading.status == .forbidden, "\(path)")
                guard !path.hasPrefix("/api/") else { continue }
                let commanding = try await browser.ask(method, path, headers: bearer(all))
                #expect(commanding.status == .forbidden, "\(path)")
            }
            for page in ["/account", "/people", "/people/zs", "/sign-in"] {
                #expect(try await browser.get(page, headers: bearer(all)).status == .forbidden)
            }
        }
    }

    @Test("A token with named commands gives those and no others")
    func named() async throws {
        let house = try await SignedHouse()
        let token = try await house.book.makeToken(
            for: PersonID(unchecked: "sec"), title: "t", scope: .commands(["person.dismiss"]),
            days: 1, now: house.now)
        let appoint = #"{"person":"xg","organization":"xigang","roles":["inspector"]}"#
        try await house.visit { browser in
            let size = house.made.hall.city.size
            let other = try await browser.send(
                "/api/v1/commands/person.appoint", appoint, try commanding(token, key: "k-1"))
            #expect(other.status == .forbidden && house.made.hall.city.size == size)
            let own = try await browser.send(
                "/api/v1/commands/person.dismiss", #"{"person":"xg"}"#,
                try commanding(token, key: "k-2"))
            #expect(own.status == .created)
            #expect(house.made.hall.city.actor(PersonID(unchecked: "xg")) == nil)
        }
    }

    @Test(
        "What is no token of ours is refused",
        arguments: ["Bearer x", "Bearer", "Basic eDp5", "Bearer saima_", "saima_x", ""])
    func malformed(field: String) async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            let answer = try await browser.get(
                "/api/v1/projects", headers: [.authorization: field])
            #expect(answer.status == .unauthorized)
        }
    }

    @Test("A token ends with its days")
    func expires() async throws {
        let house = try await SignedHouse()
        let token = try await house.book.makeToken(
            for: Self.zs, title: "r", scope: .read, days: 1, now: house.now)
        try await house.visit { browser in
            #expect(try await browser.get("/api/v1/projects", headers: bearer(token)).status == .ok)
            house.pass(seconds: 86_400)
            let late = try await browser.get("/api/v1/projects", headers: bearer(token))
            #expect(late.status == .unauthorized)
        }
    }
}

extension Browser {
    /// Sends a body as it stands.
    func send(_ uri: String, _ body: String, _ headers: HTTPFields) async throws -> TestResponse {
        try await ask(.post, uri, headers: headers, body: body)
    }
}
