import Delivery
import Hummingbird
import HummingbirdTesting
import JSON
import Rulebook
import Testing
import Web

@Suite struct CommitmentPageTests {
    private static let id = CommitmentID(unchecked: "c-1")
    private static let part = CommitmentID(unchecked: "c-1.xigang")

    /// A standing commitment of zhongshan with a part in xigang, adjusted, returned and closed for
    /// its first period; a leader decides.
    private func followed() async throws -> MadeHouse {
        let made = try await MadeHouse()
        for (person, role) in [("mayor", Role.leader), ("checker", .supervisor)] {
            try await made.submit(
                AppointPerson {
                    $0.person = PersonID(unchecked: person)
                    ($0.organization, $0.roles) = (OrganizationID(unchecked: "dalian"), [role])
                })
        }
        try await made.submit(RegisterDirective.example, as: "judge")
        try await made.submit(
            DraftCommitment {
                $0 = DraftCommitment.example.proposed
                ($0.id, $0.profile.renewal) = (Self.id, .year)
                $0.profile.districts = [OrganizationID(unchecked: "xigang")]
                $0.profile.projects = [ProjectID(unchecked: "p1")]
                var answer = ClauseReference()
                answer.directive = RegisterDirective.example.proposed.id
                answer.clause = CodeName(unchecked: "1")
                $0.profile.answers = [answer]
            }, as: "judge")
        try await made.submit(
            IssueCommitment {
                ($0.commitment, $0.day) = (Self.id, Month("2024-02")?.firstDay ?? .blank)
            }, as: "judge")
        for (item, person) in [(Self.part, "xg"), (Self.id, "zs")] {
            try await made.submit(AcknowledgeCommitment { $0.commitment = item }, as: person)
        }
        try await made.submit(
            ProposeAdjustment {
                ($0.commitment, $0.title) = (Self.id, "加快推进项目建设")
                $0.due = Month("2025-03")?.lastDay
                $0.reason = .text("批复晚于预期")
            }, as: "zs")
        try await made.submit(
            DecideAdjustment {
                ($0.commitment, $0.adjustment, $0.approved) = (Self.id, 1, true)
            }, as: "mayor")
        return made
    }

    private func close(_ made: MadeHouse, _ item: CommitmentID, by person: String) async throws {
        try await made.submit(
            SubmitEvidence {
                $0 = SubmitEvidence.example.proposed
                $0.commitment = item
            }, as: person)
        try await made.submit(
            ReportDone {
                ($0.commitment, $0.day) = (item, Month("2024-09")?.lastDay ?? .blank)
            }, as: person)
        try await made.submit(VerifyCommitment { $0.commitment = item }, as: "checker")
        try await made.submit(StrikeOffCommitment { $0.commitment = item }, as: "checker")
    }

    @Test("A commitment's page shows its parts, what was issued beside what stands, and its chain")
    func page() async throws {
        // Given
        let made = try await followed()
        try await made.application.test(.router) { client in
            // When its page is read in each language
            for language in Language.allCases {
                let uri = "/commitments/c-1?lang=\(language.rawValue)"
                let response = try await client.execute(uri: uri, method: .get)
                let text = String(buffer: response.body)
                #expect(response.status == .ok)
                // Then all of it is there, in that language
                let words =
                    language == .zh
                    ? [
                        "责任地区", "每年", "分项", "调整", "下达时：", "2024年12月31日", "2025年3月31日",
                        "已批准",
                    ]
                    : [
                        "Responsible districts", "Parts", "as issued", "31 December 2024",
                        "approved",
                    ]
                for word in words { #expect(text.contains(word), "\(word)") }
                #expect(text.contains("/commitments/c-1.xigang"))
                #expect(text.contains("/projects/p1") && text.contains("class=\"chain\""))
                if language == .en { #expect(PagesTests.unmarkedHan(text) == []) }
            }
            // And the project leads back to it
            let project = try await client.execute(uri: "/projects/p1", method: .get)
            #expect(String(buffer: project.body).contains("/commitments/c-1"))
        }
    }

    @Test("A returned one says so, and a standing one shows the period that was struck off")
    func periods() async throws {
        let made = try await followed()
        try await close(made, Self.part, by: "xg")
        try await made.submit(
            SubmitEvidence {
                $0 = SubmitEvidence.example.proposed
                $0.commitment = Self.id
                $0.evidence[0].sha256 =
                    SHA256Text(String(repeating: "1", count: 64)) ?? .blank
            }, as: "zs")
        // The part has closed the period of 2024, and the whole is due in March 2025 by now.
        let page = try await json(made, "/api/v1/commitments/c-1.xigang")
        #expect(page["closed_periods"]?.arrayValue?.count == 1)
        #expect(page["state"]?.stringValue == "acknowledged")
        #expect(page["due"]?.stringValue == "2025-12-31")
        let whole = try await json(made, "/api/v1/commitments/c-1")
        #expect(whole["first_due"]?.stringValue == "2024-12-31")
        #expect(whole["adjusted"]?.arrayValue?.first?["decision"]?.stringValue == "approved")
        #expect(whole["parts"]?.arrayValue?.count == 1)
        let list = try await json(made, "/api/v1/commitments")
        let tallies = list["organizations"]?.arrayValue ?? []
        #expect(tallies.map { $0["organization"]?.stringValue } == ["xigang", "zhongshan"])
        #expect(tallies.first?["on_time"]?.intValue == 1)
        try await made.application.test(.router) { client in
            let response = try await client.execute(
                uri: "/commitments/c-1.xigang?lang=zh", method: .get)
            #expect(String(buffer: response.body).contains("已销号的各期"))
        }
    }

    @Test("What is late or not acknowledged in time is watched, with whose it is")
    func watched() async throws {
        // Given one that was due in August and one that was issued in February and not seen
        let made = try await MadeHouse()
        for (id, due) in [("late", "2024-08"), ("unseen", "2024-12")] {
            let id = CommitmentID(unchecked: id)
            try await made.submit(
                DraftCommitment {
                    $0 = DraftCommitment.example.proposed
                    ($0.id, $0.profile.due) = (id, Month(due)?.lastDay)
                }, as: "judge")
            try await made.submit(
                IssueCommitment {
                    ($0.commitment, $0.day) = (id, Month("2024-02")?.firstDay ?? .blank)
                }, as: "judge")
        }
        // When the watch list is read, then both are on it, the one red
        let list = try await json(made, "/api/v1/watch")
        let items = (list["items"]?.arrayValue ?? []).filter {
            $0["commitment"]?.stringValue != nil
        }
        #expect(items.map { $0["commitment"]?.stringValue } == ["late", "unseen"])
        #expect(items.map { $0["light"]?.stringValue } == ["red", "yellow"])
        #expect(items.map { $0["owner"]?.stringValue } == ["zhongshan", "zhongshan"])
        try await made.application.test(.router) { client in
            let response = try await client.execute(uri: "/watch?lang=en", method: .get)
            let text = String(buffer: response.body)
            #expect(text.contains("/commitments/late") && text.contains("not acknowledged in time"))
            #expect(PagesTests.unmarkedHan(text) == [])
        }
    }

    private func json(_ made: MadeHouse, _ uri: String) async throws -> JSON {
        try await made.application.test(.router) { client in
            let response = try await client.execute(uri: uri, method: .get)
            return try JSON.parse(Array(response.body.readableBytesView))
        }
    }
}
