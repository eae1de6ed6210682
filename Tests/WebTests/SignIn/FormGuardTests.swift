import CityHall
import Accounts
import Delivery
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import Web

@Suite("Nothing is changed but by a page of ours")
struct FormGuardTests {
    private static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

    /// Every unsafe route that there is, as an address.
    private static func unsafeRoutes(_ house: SignedHouse) -> [(HTTPRequest.Method, String)] {
        house.router.routes.filter { ![.get, .head].contains($0.method) }.map { route in
            let path = route.path.description.split(separator: "/").map { segment in
                segment.hasPrefix("{") ? "zs" : String(segment)
            }
            return (route.method, "/" + path.joined(separator: "/"))
        }
    }

    @Test("Every route that changes something refuses a request without the form's token")
    func everyRoute() async throws {
        let house = try await SignedHouse()
        let routes = Self.unsafeRoutes(house)
        #expect(routes.count >= 14)
        let stranger = Secret.random().formToken
        try await house.visit { browser in
            try await browser.signIn("sec")
            let before = (house.made.hall.city.size, house.book.persons)
            for (method, path) in routes {
                for fields in [[], [("csrf", "")], [("csrf", stranger)], [("CSRF", stranger)]] {
                    let answer = try await browser.ask(method, path, fields)
                    #expect(
                        [.forbidden, .notFound].contains(answer.status), "\(method) \(path)")
                }
                let bare = try await browser.ask(
                    method, path, headers: [.contentType: "application/json"])
                #expect([.forbidden, .notFound].contains(bare.status), "\(method) \(path)")
            }
            #expect(house.made.hall.city.size == before.0)
            #expect(house.book.persons == before.1)
            #expect(try await browser.get("/account").status == .ok)
        }
    }

    @Test("The form of a command is carried out with its own token, and by nothing else")
    func command() async throws {
        let house = try await SignedHouse()
        let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
        let before = house.made.hall.city.size
        try await house.visit { browser in
            try await browser.signIn("zs")
            let thief = browser.another
            try await thief.signIn("sec")
            let own = try await browser.token("/account")
            let fields = [
                ("project", "p2"), ("month", "2024-05"), ("amount", "1"), ("_key", "once"),
                ("_seen", "9999"),
            ]
            func send(
                _ token: String?, _ headers: HTTPFields = [:]
            ) async throws -> HTTPResponse.Status {
                let proof = token.map { [("csrf", $0)] } ?? []
                return try await browser.ask(
                    .post, "/do/project.reportInvestment", proof + fields, headers: headers
                ).status
            }
            for token in [nil, "", "x", try await thief.token("/account")] {
                #expect(try await send(token) == .forbidden, "\(token ?? "none")")
            }
            #expect(try await send(own, [.origin: "https://evil.example"]) == .forbidden)
            for place in ["cross-site", "same-site", "none"] {
                #expect(try await send(own, [site: place]) == .forbidden, "\(place)")
            }
            #expect(house.made.hall.city.size == before)
            #expect(try await send(own, [site: "same-origin"]) == .seeOther)
            #expect(house.made.hall.city.size == before + 1)
        }
    }

    @Test("A form is refused with another session's token, and from another site")
    func foreign() async throws {
        let house = try await SignedHouse()
        let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
        try await house.visit { browser in
            try await browser.signIn("zs")
            let thief = browser.another
            try await thief.signIn("sec")
            let own = try await browser.token("/account")
            let stolen = try await thief.token("/account")

            func end(_ token: String, _ headers: HTTPFields) async throws -> HTTPResponse.Status {
                try await browser.ask(
                    .post, "/account/sessions/999/end", [("csrf", token)], headers: headers
                ).status
            }
            #expect(try await end(stolen, [:]) == .forbidden)
            for origin in ["https://evil.example", "null", "http://localhost.evil", "localhost"] {
                #expect(try await end(own, [.origin: origin]) == .forbidden, "\(origin)")
            }
            for place in ["cross-site", "same-site", "none", "?"] {
                #expect(try await end(own, [site: place]) == .forbidden, "\(place)")
            }
            // The route itself answers, that there is no such session.
            #expect(try await end(own, [:]) == .notFound)
            #expect(try await end(own, [.origin: "http://localhost"]) == .notFound)
            #expect(try await end(own, [site: "same-origin"]) == .notFound)
        }
    }

    @Test("The token is taken from the header, too, and from the first part of a form with files")
    func places() async throws {
        let house = try await SignedHouse()
        let name = try #require(HTTPField.Name("X-CSRF-Token"))
        try await house.visit { browser in
            try await browser.signIn("zs")
            let token = try await browser.token("/account")
            let end = "/account/sessions/999/end"
            #expect(try await browser.ask(.post, end, headers: [name: token]).status == .notFound)
            #expect(try await browser.ask(.post, end, headers: [name: "x"]).status == .forbidden)
            let late = [("a", String(repeating: "x", count: 300_000)), ("csrf", token)]
            #expect(try await browser.ask(.post, end, late).status == .forbidden)
        }
    }

    @Test("A form's token is found wherever the body is cut")
    func cuts() throws {
        let boundary = "----b0undary"
        let kind = try #require(FormKind("multipart/form-data; boundary=\(boundary)"))
        let plain = try #require(FormKind("application/x-www-form-urlencoded; charset=utf-8"))
        let part =
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nt-1"
            + "\r\n--\(boundary)\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\""
            + "\r\n\r\nxyz\r\n--\(boundary)--\r\n"
        let text = "a=1&csrf=t%2D1&b=2"
        for (kind, text) in [(kind, part), (plain, text)] {
            let bytes = Array(text.utf8)
            var findings: [FormKind.Finding] = []
            for count in bytes.indices {
                findings.append(kind.token(in: Array(bytes[..<count]), isWhole: false))
            }
            #expect(findings.first == .unknown && findings.last == .token("t-1"))
            #expect(findings.allSatisfy { $0 == .unknown || $0 == .token("t-1") })
            #expect(kind.token(in: bytes, isWhole: true) == .token("t-1"))
        }
        let other = part.replacing("\"csrf\"", with: "\"csrf\"; filename=\"x\"")
        #expect(kind.token(in: Array(other.utf8), isWhole: true) == .missing)
        #expect(plain.token(in: Array("acsrf=1&xcsrf=2".utf8), isWhole: true) == .missing)
        for type in [nil, "text/plain", "application/json", "multipart/form-data"] {
            #expect(FormKind(type) == nil)
        }
    }

    @Test("Where there is no route a request is answered as before, token or not")
    func noRoute() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            let probe = try await browser.ask(.post, "/healthz")
            let page = try await browser.ask(.delete, "/projects")
            #expect([probe, page].allSatisfy { $0.status == .methodNotAllowed })
        }
    }
}
