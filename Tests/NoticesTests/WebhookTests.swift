import Crypto
import Delivery
import Exchanges
import Foundation
import JSON
import Notices
import Sinks
import Testing

@Suite("Webhook")
struct WebhookTests {
    private let now = moment("2024-10-15T04:00:00.000Z")
    private let body = Array(#"{"id":"1","zh":"事项"}"#.utf8)

    private func gateway(_ sink: Sink) throws -> WebhookGateway {
        try #require(
            WebhookGateway("http://127.0.0.1:\(sink.port)/hook", secret: Array("secret".utf8)))
    }

    @Test("a post carries its id, the time and a signature that its receiver can check")
    func signed() async throws {
        let sink = try Sink.http()
        try await gateway(sink).send(body, id: "one", now: now)
        let post = try sink.next()
        #expect(post["path"] == .string("/hook"))
        #expect(post["body"]?.stringValue.map { Array($0.utf8) } == body)
        let headers = post["headers"]
        #expect(headers?["content-type"] == .string("application/json"))
        #expect(headers?["saima-id"] == .string("one"))
        #expect(headers?["saima-timestamp"] == .string("1728964800"))
        let key = SymmetricKey(data: Data("secret".utf8))
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("1728964800.".utf8) + body, using: key)
        let hex = code.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        #expect(headers?["saima-signature"] == .string("v1=\(hex)"))
    }

    @Test("the example in the documentation is right")
    func documented() throws {
        let signature = WebhookGateway.signature(
            of: Array(#"{"id":"1"}"#.utf8), at: 1_728_964_800,
            secret: Array("secret".utf8))
        let page = Sink.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "docs/notices.md")
        #expect(try String(contentsOf: page, encoding: .utf8).contains(signature))
    }

    @Test("what is not answered by 2xx did not arrive", arguments: [302, 404, 500])
    func refused(_ status: Int) async throws {
        let sink = try Sink.http(["--statuses", "\(status)"])
        let gateway = try gateway(sink)
        do throws(ExchangeFailure) {
            try await gateway.send(body, id: "one", now: now)
            Issue.record("it was taken")
        } catch {
            #expect(error.reason.contains("\(status)") && !error.isUnreachable)
        }
        _ = try sink.next()
        #expect(sink.stop() == 0)
    }

    @Test("a receiver that is not there is not reached")
    func gone() async throws {
        let sink = try Sink.http()
        let gateway = try gateway(sink)
        sink.stop()
        do throws(ExchangeFailure) {
            try await gateway.send(body, id: "one", now: now)
            Issue.record("it was taken")
        } catch {
            #expect(error.isUnreachable)
        }
    }

    @Test("addresses that are none of the web are refused")
    func addresses() {
        for bad in ["file:///etc/passwd", "smtp://a", "http://", "http://u@a", "a", "ftp://a"] {
            #expect(WebhookGateway(bad, secret: [1]) == nil)
        }
        #expect(WebhookGateway("https://a/b?c=d", secret: []) == nil)
        #expect(WebhookGateway("https://a/b?c=d", secret: [1]) != nil)
    }
}
