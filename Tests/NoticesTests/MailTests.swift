import Delivery
import Exchanges
import Foundation
import JSON
import Notices
import Sinks
import Testing

@Suite("Mail")
struct MailTests {
    private static let from = MailAddress("saima@city.example")
    private static let to = MailAddress("zs@zhongshan.example")

    private func message(_ subject: String, _ body: String = "正文\n") throws -> MailMessage {
        MailMessage(
            from: try #require(Self.from), to: try #require(Self.to), subject: subject,
            body: body, date: moment("2024-10-15T04:00:00.000Z"), id: "5c0a-1")
    }

    private func gateway(
        _ sink: Sink, scheme: String = "smtp", user: String = "", password: String? = nil,
        authorities: String? = nil
    ) throws -> MailGateway {
        let from = try #require(Self.from)
        return try #require(
            MailGateway(
                "\(scheme)://\(user)127.0.0.1:\(sink.port)", from: from, password: password,
                authorities: authorities))
    }

    private func failure(
        _ gateway: MailGateway, _ message: MailMessage
    ) async -> ExchangeFailure? {
        do throws(ExchangeFailure) {
            try await gateway.send(message)
            return nil
        } catch {
            return error
        }
    }

    @Test("a message arrives as it was written, in Chinese and on long lines")
    func arrives() async throws {
        // Given a server, and a message longer than a line with a line of one full stop
        let sink = try Sink.mail()
        let subject = "[大连市] 事项已下达，请签收（c-001）：" + String(repeating: "提升城市能级", count: 12)
        let body = "- 事项已下达\n.\n" + String(repeating: "长", count: 2_000) + "\n"
        // When it is sent
        try await gateway(sink).send(message(subject, body))
        // Then it is there, with its date and its id
        let mail = try sink.next()
        #expect(mail["from"] == .string("saima@city.example"))
        #expect(mail["to"] == .array([.string("zs@zhongshan.example")]))
        #expect(header("Subject", mail) == subject)
        #expect(header("Date", mail) == "Tue, 15 Oct 2024 04:00:00 +0000")
        #expect(header("Message-ID", mail) == "<5c0a1@city.example>")
        #expect(mail["body"]?.stringValue?.replacing("\r\n", with: "\n") == body)
        let raw = mail["raw"]?.stringValue ?? ""
        #expect(raw.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
        #expect(sink.stop() == 0)
    }

    @Test(
        "no text makes a header of its own",
        arguments: ["题\r\nBcc: x@evil.example", "a\nX-Evil: 1", "a\r\n\r\nbody", "\u{0}\u{7F}"])
    func injection(_ subject: String) async throws {
        let sink = try Sink.mail()
        try await gateway(sink).send(message(subject))
        let mail = try sink.next()
        let names = (mail["headers"]?.arrayValue ?? []).compactMap { $0.arrayValue?[0].stringValue }
        #expect(
            names == [
                "Date", "From", "To", "Message-ID", "Subject", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding", "Auto-Submitted",
            ])
        #expect(mail["to"]?.arrayValue?.count == 1)
    }

    @Test(
        "what is no plain address is none",
        arguments: [
            "", "a", "a@", "@b", "a@b@c", "a b@c.cn", "a@c.cn\r\nX: 1", "<a@c.cn>", "a,b@c.cn",
            "张@c.cn", "a@例.cn", "a@-c.cn", "\"a\"@c.cn",
        ])
    func addresses(_ text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test("STARTTLS is used where it is offered, and its certificate must be one that is trusted")
    func startTLS() async throws {
        let certificate = try Certificate()
        let sink = try Sink.mail(["--tls", certificate.folder])
        // When nobody vouches for the certificate, then nothing is sent
        let refused = await failure(try gateway(sink), try message("题"))
        #expect(refused?.isUnreachable == true)
        // When it is named, then the message goes over TLS
        try await gateway(sink, authorities: certificate.file).send(message("题"))
        #expect(try sink.next()["tls"] == .bool(true))
        #expect(sink.stop() == 0)
    }

    @Test("TLS from the first byte")
    func implicitTLS() async throws {
        let certificate = try Certificate()
        let sink = try Sink.mail(["--tls", certificate.folder, "--implicit"])
        let secure = try gateway(sink, scheme: "smtps", authorities: certificate.file)
        try await secure.send(message("题"))
        #expect(try sink.next()["tls"] == .bool(true))
        #expect(await failure(try gateway(sink, scheme: "smtps"), try message("题")) != nil)
    }

    @Test("a server that wants a sign-in gets it, and a wrong one is refused")
    func signIn() async throws {
        let sink = try Sink.mail(["--auth", "saima:口令"])
        let right = try gateway(sink, user: "saima@", password: "口令")
        try await right.send(message("题"))
        #expect(try sink.next()["user"] == .string("saima"))
        let wrong = try gateway(sink, user: "saima@", password: "别的")
        #expect(await failure(wrong, try message("题"))?.reason.isEmpty == false)
        #expect(sink.stop() == 0)
    }

    @Test("a password goes over TLS or not at all, but to this machine itself")
    func passwords() throws {
        let from = try #require(Self.from)
        let open = MailGateway("smtp://saima@mail.example", from: from, password: "p")
        #expect(open?.security == .required)
        #expect(MailGateway("smtp://mail.example", from: from)?.security == .offered)
        #expect(
            MailGateway("smtp://u@127.0.0.1", from: from, password: "p")?.security == .offered)
        #expect(MailGateway("smtps://mail.example", from: from)?.port == 465)
        for bad in ["http://mail.example", "smtp://", "smtp://u:p@mail.example", "mail.example"] {
            #expect(MailGateway(bad, from: from) == nil)
        }
    }

    @Test("a server that refuses or is not there says so")
    func refused() async throws {
        let sink = try Sink.mail(["--refuse", "451"])
        let refused = await failure(try gateway(sink), try message("题"))
        #expect(refused?.reason.contains("451") == true && refused?.isUnreachable == false)
        let gone = try gateway(sink)
        sink.stop()
        #expect(await failure(gone, try message("题"))?.isUnreachable == true)
    }
}

func header(_ name: String, _ mail: JSON) -> String? {
    (mail["headers"]?.arrayValue ?? []).first { $0.arrayValue?[0].stringValue == name }?
        .arrayValue?[1].stringValue
}

func moment(_ text: String) -> Timestamp {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { Timestamp(utf8: $0) } ?? Timestamp(milliseconds: 0)
}
