import Accounts
import Delivery
import JSON
import Notices
import Sinks
import Testing

@Suite("Desk of notices")
struct DeskTests {
    private func mail(_ sink: Sink) throws -> MailGateway? {
        MailGateway(
            "smtp://127.0.0.1:\(sink.port)",
            from: try #require(MailAddress("saima@city.example")))
    }

    @Test("whoever is to do something is told, and whoever did it is not")
    func told() async throws {
        // Given a city that tells from its beginning
        let town = try await Town()
        let desk = try town.desk()
        try await desk.round(now: Town.start)
        // When a stage is claimed and refused
        try await town.claim(.signed, on: "2024-09-01")
        try await desk.round(now: Town.start)
        #expect(try await town.kinds(of: "diaodu") == [.claimMade])
        #expect(try await town.kinds(of: "zs") == [])
        try await town.refuse(1)
        try await desk.round(now: Town.start)
        // Then each hears of the other's deed, once
        #expect(try await town.kinds(of: "zs") == [.claimRefused])
        try await town.desk().round(now: Town.later(60))
        #expect(try await town.kinds(of: "zs") == [.claimRefused])
        #expect(try await town.kinds(of: "diaodu") == [.claimMade])
    }

    @Test("what was on record before is shown and not sent")
    func before() async throws {
        let sink = try Sink.mail()
        var town = try await Town()
        town.gateways.mail = try mail(sink)
        try await town.claim(.signed, on: "2024-09-01")
        try await town.desk().round(now: Town.start)
        #expect(try await town.kinds(of: "diaodu") == [.claimMade])
        #expect(try await town.book.outbox() == OutboxState(waiting: 0, sent: 0, gaveUp: 0))
        #expect(sink.stop() == 0)
    }

    @Test("mail goes out in the person's language, with a link and nothing that breaks it")
    func mailed() async throws {
        // Given a server, and a dispatcher who reads English
        let sink = try Sink.mail()
        var town = try await Town()
        town.gateways = Gateways(mail: try mail(sink), site: "https://saima.example")
        let desk = try town.desk()
        try await desk.round(now: Town.start)
        try await town.book.wish(
            NoticeWish(.atOnce, language: "en"), of: PersonID(unchecked: "diaodu"))
        // When two stages are claimed and one is refused between rounds
        try await town.claim(.signed, on: "2024-09-01")
        try await town.refuse(1)
        try await desk.round(now: Town.start)
        // Then each person has one mail, with what is theirs
        let mails = try [sink.next(), sink.next()]
        let english = try #require(
            mails.first { $0["to"]?.arrayValue?[0] == .string("diaodu@city.example") })
        let body = english["body"]?.stringValue ?? ""
        #expect(body.contains("a project's stage is claimed"))
        #expect(body.contains("https://saima.example/projects/p1"))
        #expect(header("Subject", english)?.contains("is to be recognised") == true)
        let chinese = try #require(
            mails.first { $0["to"]?.arrayValue?[0] == .string("zs@city.example") })
        #expect(chinese["body"]?.stringValue?.contains("申报的阶段未予认定（p1）") == true)
        #expect(mails.allSatisfy { $0["to"]?.arrayValue?.count == 1 })
        #expect(sink.stop() == 0)
    }

    @Test("a server that is down loses nothing, and holds up nobody")
    func downAndBack() async throws {
        // Given a mail server that went away, and a webhook that is there
        let first = try Sink.mail()
        let hook = try Sink.http()
        var town = try await Town()
        town.gateways.mail = try mail(first)
        town.gateways.webhook = WebhookGateway(
            "http://127.0.0.1:\(hook.port)/", secret: Array("s".utf8))
        try await town.desk().round(now: Town.start)
        first.stop()
        // When something happens
        try await town.claim(.signed, on: "2024-09-01")
        try await town.desk().round(now: Town.start)
        // Then the webhook has it, and the mail waits
        let post = try hook.next()
        let body = try JSON.parse(Array((post["body"]?.stringValue ?? "").utf8))
        #expect(body["person"] == .string("diaodu") && body["phone"] == .string("411-1"))
        let notice = try #require(body["notices"]?.arrayValue?.first)
        #expect(notice["kind"] == .string("claim_made"))
        let said = post["body"]?.stringValue ?? "港口"
        #expect(!said.contains("港口"))
        #expect(try await town.book.outbox().waiting == 1)
        // When the server is back and the wait is over, also for a program started anew
        let second = try Sink.mail(["--port", String(first.port)])
        try await town.desk().round(now: Town.later(59))
        try await town.desk().round(now: Town.later(60))
        // Then it arrives, once
        #expect(header("Subject", try second.next())?.contains("等待认定") == true)
        try await town.desk().round(now: Town.later(3_600))
        #expect(try await town.book.outbox() == OutboxState(waiting: 0, sent: 2, gaveUp: 0))
        #expect(second.stop() == 0 && hook.stop() == 0)
    }

    @Test("a webhook that says no gets the same again, under the same id")
    func repeated() async throws {
        let hook = try Sink.http(["--statuses", "500,200"])
        var town = try await Town()
        town.gateways.webhook = WebhookGateway(
            "http://127.0.0.1:\(hook.port)/", secret: Array("s".utf8))
        try await town.desk().round(now: Town.start)
        try await town.claim(.signed, on: "2024-09-01")
        try await town.desk().round(now: Town.start)
        try await town.desk().round(now: Town.later(60))
        let (refused, taken) = (try hook.next(), try hook.next())
        #expect(refused["headers"]?["saima-id"] == taken["headers"]?["saima-id"])
        #expect(refused["body"] == taken["body"])
        #expect(try await town.book.outbox().sent == 1)
    }

    @Test("who has no address that mail can go to gets none, and the rest goes on")
    func noAddress() async throws {
        let sink = try Sink.mail()
        var town = try await Town()
        town.gateways.mail = try mail(sink)
        try await town.accounts.change(Person(id: PersonID(unchecked: "diaodu"), name: "d"))
        try await town.desk().round(now: Town.start)
        try await town.claim(.signed, on: "2024-09-01")
        try await town.refuse(1)
        try await town.desk().round(now: Town.start)
        #expect(try sink.next()["to"] == .array([.string("zs@city.example")]))
        #expect(try await town.book.outbox().gaveUp == 1)
        #expect(sink.stop() == 0)
    }

    @Test("many of one kind at once are one notice")
    func condensed() {
        let person = PersonID(unchecked: "zs")
        let drafts = (0..<30).map {
            NoticeDraft(person, .claimMade, NoticeSubject(.project, "p\($0)"), mark: "\($0)")
        }
        let few = Tidings.condensed(
            Array(drafts.prefix(20)) + [
                NoticeDraft(person, .overdue, NoticeSubject(.commitment, "c"), mark: "1")
            ])
        #expect(few.count == 21)
        let many = Tidings.condensed(drafts)
        #expect(many.map(\.count) == [30] && many.first?.mark == "0")
    }
}
