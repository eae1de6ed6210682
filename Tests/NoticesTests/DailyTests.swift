import Delivery
import JSON
import Notices
import Rulebook
import Sinks
import Testing

@Suite("Mornings")
struct DailyTests {
    /// A commitment of the district's, due on 20 October 2024.
    private func town(_ sink: Sink? = nil) async throws -> Town {
        var town = try await Town()
        if let sink {
            let from = try #require(MailAddress("saima@city.example"))
            town.gateways.mail = MailGateway("smtp://127.0.0.1:\(sink.port)", from: from)
        }
        try await town.desk().round(now: Town.start)
        try await town.submit(
            DraftCommitment {
                $0.id = CommitmentID(unchecked: "c1")
                $0.profile = DraftCommitment.example.proposed.profile
                $0.profile.lead = OrganizationID(unchecked: "zhongshan")
                $0.profile.supporting = []
                $0.profile.owner = nil
                $0.profile.answers = []
                $0.profile.parent = nil
                $0.profile.alignment = Alignment()
                $0.profile.due = Day("2024-10-20")
            })
        try await town.submit(
            IssueCommitment {
                $0.commitment = CommitmentID(unchecked: "c1")
                $0.day = Day("2024-10-15") ?? .blank
            })
        return town
    }

    private func morning(_ day: String) -> Timestamp { moment("\(day)T00:00:00.000Z") }

    @Test("reminders come at the distances that are set, each once")
    func reminders() async throws {
        let town = try await town()
        try await town.desk().round(now: Town.start)
        #expect(try await town.kinds(of: "zs") == [.commitmentIssued])
        // Seven in the morning of Dalian is an hour before midnight in UTC
        try await town.desk().round(now: moment("2024-10-15T22:59:59.000Z"))
        #expect(try await town.kinds(of: "zs") == [.commitmentIssued])
        for _ in 0..<2 { try await town.desk().round(now: moment("2024-10-15T23:00:00.000Z")) }
        #expect(try await town.kinds(of: "zs") == [.dueSoon, .commitmentIssued])
        try await town.desk().round(now: morning("2024-10-18"))
        #expect(try await town.kinds(of: "zs") == [.dueSoon, .commitmentIssued])
        // A day before it is due the next one comes; the acknowledgement is late by then
        try await town.desk().round(now: morning("2024-10-19"))
        let kinds = try await town.kinds(of: "zs")
        #expect(kinds.count { $0 == .dueSoon } == 2)
        #expect(kinds.count { $0 == .notAcknowledged } == 1)
        #expect(try await town.kinds(of: "diaodu").contains(.notAcknowledged))
    }

    @Test("what is overdue is told once to those who owe it and to those above them")
    func overdue() async throws {
        let town = try await town()
        for day in ["2024-10-21", "2024-10-22", "2024-10-30"] {
            try await town.desk().round(now: morning(day))
        }
        for person in ["zs", "diaodu"] {
            #expect(try await town.kinds(of: person).count { $0 == .overdue } == 1)
        }
    }

    @Test("the digest comes on Monday, or as soon as anybody looks after it, and once")
    func digest() async throws {
        // Given a mail server, and a person who wants the digest alone
        let sink = try Sink.mail()
        let town = try await town(sink)
        try await town.book.wish(NoticeWish(.digest), of: PersonID(unchecked: "zs"))
        try await town.book.wish(NoticeWish(.none), of: PersonID(unchecked: "diaodu"))
        try await town.desk().round(now: Town.start)
        // When no program runs on Monday the 21st, then Tuesday brings what it should have
        for day in ["2024-10-22", "2024-10-23", "2024-10-27"] {
            try await town.desk().round(now: morning(day))
        }
        let mail = try sink.next()
        #expect(header("Subject", mail)?.hasSuffix("每周摘要") == true)
        #expect(mail["body"]?.stringValue?.contains("c1") == true)
        // Then next Monday brings the next
        try await town.desk().round(now: morning("2024-10-28"))
        _ = try sink.next()
        #expect(sink.stop() == 0)
        #expect(try await town.kinds(of: "zs").count { $0 == .digest } == 2)
    }
}
