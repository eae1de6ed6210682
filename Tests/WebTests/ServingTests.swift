import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOEmbedded
import Testing
import Web

@Suite struct ServingTests {
    @Test("The probes answer in plain text and are never kept")
    func probes() async throws {
        try await MadeHouse(isEmpty: true).application.test(.router) { client in
            for path in ["/healthz", "/readyz", "/metrics"] {
                let response = try await client.execute(uri: path, method: .get)
                #expect(response.status == .ok)
                #expect(response.headers[.cacheControl] == "no-store")
            }
            let metrics = try await client.execute(uri: "/metrics", method: .get)
            let text = String(buffer: metrics.body)
            #expect(text.contains("_count{route=\"/healthz\",status=\"200\"} 1"))
        }
    }

    @Test("Every answer, refusals too, forbids what pages do not need")
    func securityHeaders() async throws {
        try await MadeHouse(isEmpty: true).application.test(.router) { client in
            for path in ["/healthz", "/nowhere", "/assets/saima.css", "/api/v1/nothing"] {
                let response = try await client.execute(uri: path, method: .get)
                let policy = response.headers[.contentSecurityPolicy] ?? ""
                #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
                #expect(response.headers[.xContentTypeOptions] == "nosniff")
            }
        }
    }

    @Test("A missing page is a page in the reader's language", arguments: Language.allCases)
    func missingPage(language: Language) async throws {
        try await MadeHouse(isEmpty: true).application.test(.router) { client in
            let response = try await client.execute(
                uri: "/%3Cscript%3E?lang=\(language.rawValue)", method: .get)
            let text = String(buffer: response.body)
            #expect(response.status == .notFound)
            #expect(response.headers[.contentLanguage] == language.tag)
            #expect(text.contains(Trouble.notFound.title[language]))
            #expect(!text.contains("<script>"))
        }
    }

    @Test("Under /api a refusal is a problem document in the reader's language")
    func problem() async throws {
        try await MadeHouse(isEmpty: true).application.test(.router) { client in
            let response = try await client.execute(
                uri: "/api/v1/nothing", method: .get, headers: [.acceptLanguage: "en"])
            #expect(response.status == .notFound)
            #expect(response.headers[.contentType] == "application/problem+json")
            #expect(String(buffer: response.body).contains("There is no such page"))
        }
    }

    @Test("Writing is refused by method, with the methods that are allowed")
    func methods() async throws {
        try await MadeHouse(isEmpty: true).application.test(.router) { client in
            for method in [HTTPRequest.Method.post, .put, .delete, .patch] {
                let response = try await client.execute(uri: "/healthz", method: method)
                #expect(response.status == .methodNotAllowed)
                #expect(response.headers[.allow] == "GET, HEAD")
            }
            let head = try await client.execute(uri: "/healthz", method: .head)
            #expect(head.status == .ok && head.body.readableBytes == 0)
        }
    }

    @Test("A file that the reader has already is not sent again")
    func tags() async throws {
        try await MadeHouse(isEmpty: true).application.test(.router) { client in
            let first = try await client.execute(uri: "/assets/saima.css", method: .get)
            let tag = try #require(first.headers[.eTag])
            #expect(first.status == .ok && first.body.readableBytes > 0)
            for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
                let again = try await client.execute(
                    uri: "/assets/saima.css", method: .get, headers: [.ifNoneMatch: known])
                #expect(again.status == .notModified && again.body.readableBytes == 0)
            }
            let other = try await client.execute(
                uri: "/assets/saima.css", method: .get, headers: [.ifNoneMatch: "\"x\""])
            #expect(other.status == .ok)
        }
    }

    @Test(
        "Only a request with exactly one of our hosts is answered",
        arguments: [
            ("localhost", 200), ("LOCALHOST:8080", 200), ("127.0.0.1:1", 200), ("[::1]:8080", 200),
            ("evil.example", 421), ("127.0.0.1.evil.example", 421), ("localhost:99999", 400),
            ("localhost@evil", 400), ("", 400), (nil, 400),
        ] as [(String?, Int)])
    func hosts(authority: String?, status: Int) async throws {
        let answer = try await answer(authority: authority, fields: [:])
        #expect(answer == status)
    }

    @Test("A second Host field is refused")
    func doubledHost() async throws {
        let name = try #require(HTTPField.Name("Host"))
        let answer = try await answer(authority: "localhost", fields: [name: "localhost"])
        #expect(answer == 400)
    }

    private func answer(authority: String?, fields: HTTPFields) async throws -> Int {
        let request = Request(
            head: HTTPRequest(
                method: .get, scheme: "http", authority: authority, path: "/healthz",
                headerFields: fields),
            body: RequestBody(buffer: ByteBuffer()))
        let context = WebContext(
            source: ApplicationRequestContextSource(
                channel: NIOAsyncTestingChannel(), logger: Logger(label: "test")))
        do {
            let response = try await HostGuard(names: Serving().answeredHosts)
                .handle(request, context: context) { _, _ in Response(status: .ok) }
            return response.status.code
        } catch let trouble as Trouble {
            return trouble.status.code
        }
    }
}
