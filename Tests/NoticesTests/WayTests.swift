import CityHall
import Delivery
import Notices
import Rulebook
import Testing

@Suite("The way of a commitment")
struct WayTests {
    private let id = CommitmentID(unchecked: "c1")

    private func issued() async throws -> Town {
        let town = try await Town()
        try await town.appoint("shizhang", "dalian", .leader)
        try await town.desk().round(now: Town.start)
        try await town.submit(
            DraftCommitment {
                $0 = DraftCommitment.example.proposed
                $0.id = CommitmentID(unchecked: "c1")
            })
        try await town.submit(
            IssueCommitment {
                $0.commitment = id
                $0.day = Day("2024-10-15") ?? .blank
            })
        return town
    }

    /// Kinds that are new since the last look, of whoever heard of any.
    private func heard(_ town: Town) async throws -> [String] {
        try await town.desk().round(now: Town.start)
        var heard: [String] = []
        for person in ["zs", "diaodu", "shizhang"] {
            let fresh = try await town.book.notices(of: PersonID(unchecked: person))
                .filter { !$0.isRead }
            heard += fresh.map { "\(person) \($0.draft.kind.rawValue)" }
            try await town.book.markRead(nil, of: PersonID(unchecked: person), now: Town.start)
        }
        return heard
    }

    @Test("at each step whoever is next hears of it, and nobody of what they did")
    func way() async throws {
        let town = try await issued()
        #expect(try await heard(town) == ["zs commitment_issued"])
        try await town.submit(AcknowledgeCommitment { $0.commitment = id }, as: "zs")
        #expect(try await heard(town) == [])
        try await town.submit(
            ProposeAdjustment {
                $0.commitment = id
                $0.due = Day("2025-03-31")
                $0.reason = .text("冬季不能施工")
            }, as: "zs")
        #expect(try await heard(town) == ["shizhang adjustment_proposed"])
        try await town.submit(
            DecideAdjustment {
                $0.commitment = id
                $0.adjustment = 1
                $0.approved = true
            }, as: "shizhang")
        #expect(try await heard(town) == ["zs adjustment_approved"])
        try await town.submit(
            SubmitEvidence {
                $0 = SubmitEvidence.example.proposed
                $0.commitment = id
            }, as: "zs")
        try await town.submit(
            ReportDone {
                $0.commitment = id
                $0.day = Day("2024-10-15") ?? .blank
            }, as: "zs")
        #expect(try await heard(town) == ["diaodu commitment_reported"])
        try await town.submit(
            ReturnCommitment {
                $0.commitment = id
                $0.reason = .text("现场未见动工")
            }, as: "diaodu")
        #expect(try await heard(town) == ["zs commitment_returned"])
    }

    @Test("a purge is told to those who may decide it, and its decision to who proposed it")
    func purge() async throws {
        let town = try await issued()
        try await town.appoint("xitong", "dalian", .systemAdministrator)
        try await town.appoint("anquan", "dalian", .securityAdministrator)
        try await town.appoint("shenji", "dalian", .auditAdministrator)
        let drafted = try #require(town.hall.city.commitments[id])
        guard case .sealed(let hash) = drafted.profile.criterion else {
            Issue.record("the criterion is not sealed")
            return
        }
        try await town.submit(
            ProposePurge { ($0.sha256, $0.record) = (hash, drafted.records[0]) }, as: "shenji")
        try await town.desk().round(now: Town.start)
        #expect(try await town.kinds(of: "anquan") == [.purgeProposed])
        #expect(try await town.kinds(of: "xitong") == [])
        try await town.submit(ConfirmPurge { $0.sha256 = hash }, as: "anquan")
        try await town.desk().round(now: Town.start)
        #expect(try await town.kinds(of: "shenji") == [.purgeSettled])
    }
}
