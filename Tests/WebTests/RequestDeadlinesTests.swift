import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing
import Web

@Suite struct RequestDeadlinesTests {
    private let head = HTTPRequestPart.head(
        HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/"))

    private func connected() throws -> EmbeddedChannel {
        var limits = RequestDeadlines.Limits()
        limits.head = .seconds(15)
        limits.body = .seconds(30)
        limits.answer = .seconds(60)
        let channel = EmbeddedChannel(handler: RequestDeadlines(limits))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private func advance(_ channel: EmbeddedChannel, _ seconds: Int64) {
        channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
    }

    @Test("A connection that never sends a head is closed")
    func silent() throws {
        let channel = try connected()
        advance(channel, 14)
        #expect(channel.isActive)
        advance(channel, 2)
        #expect(!channel.isActive)
    }

    @Test("A body that trickles in does not put the deadline off")
    func slowBody() throws {
        let channel = try connected()
        try channel.writeInbound(head)
        for _ in 0..<29 {
            advance(channel, 1)
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x")))
        }
        #expect(channel.isActive)
        advance(channel, 2)
        #expect(!channel.isActive)
    }

    @Test("An answer that is not taken in time is cut off, one that is taken is not")
    func slowRead() throws {
        let channel = try connected()
        try channel.writeInbound(head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        advance(channel, 59)
        #expect(channel.isActive)
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
        advance(channel, 14)
        #expect(channel.isActive)
        advance(channel, 2)
        #expect(!channel.isActive)
    }
}
