import CityHall
import Delivery
import Rulebook
import RulebookJSON
import Testing

@Suite("Commands by those who looked before, or who may not look")
struct SeenCommandTests {
    /// A draft of zhongshan's, and a hall around it.
    private static func made() async throws -> TestHall {
        let test = try await TestHall.dalian()
        try await test.ask(draft("c-1", "初稿"), as: "zs")
        return test
    }

    private static func draft(_ id: String, _ title: String) -> DraftCommitment {
        DraftCommitment {
            $0 = DraftCommitment.example.proposed
            $0.id = CommitmentID(unchecked: id)
            $0.profile.title = title
        }
    }

    private static func redraft(_ title: String, seen: Int?, key: String) -> Submission {
        let command = RedraftCommitment {
            $0.commitment = CommitmentID(unchecked: "c-1")
            $0.profile = draft("c-1", title).proposed.profile
        }
        var submission = submission(command, as: "zs", key: key)
        submission.seen = seen
        return submission
    }

    @Test("a command on what changed since is refused with the newer records, and not after them")
    func changed() async throws {
        // Given a form opened before somebody else redrafted
        let test = try await Self.made()
        let seen = test.city.size
        _ = try await test.hall.submit(Self.redraft("第二稿", seen: seen, key: "a"))
        // When the older form is sent
        let refusal = await #expect(throws: Refusal.self) {
            _ = try await test.hall.submit(Self.redraft("第三稿", seen: seen, key: "b"))
        }
        // Then
        #expect(refusal?.code == .changedSince && refusal?.words.en.contains("#\(seen)") == true)
        // When it is sent again, or by a key that was carried out
        let again = try await test.hall.submit(Self.redraft("第三稿", seen: seen + 1, key: "b"))
        #expect(!again.isRepeat)
        let repeated = try await test.hall.submit(Self.redraft("第二稿", seen: seen, key: "a"))
        #expect(repeated.isRepeat)
    }

    @Test("what somebody else recorded of other things is no change")
    func unrelated() async throws {
        let test = try await Self.made()
        let seen = test.city.size
        try await test.ask(Self.draft("c-2", "另一项"), as: "zs")
        let receipt = try await test.hall.submit(Self.redraft("第二稿", seen: seen, key: "a"))
        #expect(receipt.first == seen + 1)
    }

    @Test("what commands that stand together record of one thing is nothing new to them")
    func together() async throws {
        // Given two commands on one draft, asked for by who saw the same state
        let test = try await Self.made()
        let seen = test.city.size
        let batch = ["第二稿", "第三稿"].enumerated().map { index, title in
            Self.redraft(title, seen: seen, key: "a\(index)")
        }
        // When nobody came between, both are carried out
        let receipts = try await test.hall.submitTogether(batch)
        #expect(receipts.map(\.first) == [seen, seen + 1])
        // When somebody did, none is.
        let late = ["第四稿", "第五稿"].enumerated().map { index, title in
            Self.redraft(title, seen: seen + 1, key: "b\(index)")
        }
        let refused = await #expect(throws: BatchRefusal.self) {
            _ = try await test.hall.submitTogether(late)
        }
        #expect(refused?.refusals.map(\.refusal.code) == [.changedSince, .changedSince])
        #expect(test.city.size == seen + 2)
    }

    @Test("a hidden draft's name is refused as taken, and its records are not named")
    func hiddenName() async throws {
        let test = try await Self.made()
        var asked = submission(
            DraftCommitment {
                $0 = Self.draft("c-1", "西岗初稿").proposed
                $0.profile.lead = OrganizationID(unchecked: "xigang")
            }, as: "xg")
        asked.seen = 0
        let refusal = await #expect(throws: Refusal.self) {
            _ = try await test.hall.submit(asked)
        }
        #expect(refusal?.code == .commitmentTaken)
    }

    @Test("a hidden draft is refused to other houses as what does not exist")
    func hidden() async throws {
        let test = try await Self.made()
        for seen in [nil, 0] {
            for id in ["c-1", "c-none"] {
                var asked = submission(
                    AcknowledgeCommitment { $0.commitment = CommitmentID(unchecked: id) }, as: "xg")
                asked.seen = seen
                let refusal = await #expect(throws: Refusal.self) {
                    _ = try await test.hall.submit(asked)
                }
                #expect(refusal?.code == .commitmentUnknown)
                #expect(refusal?.words.zh.contains("zhongshan") == false)
            }
        }
        let own = await #expect(throws: Refusal.self) {
            try await test.ask(
                AcknowledgeCommitment { $0.commitment = CommitmentID(unchecked: "c-1") }, as: "zs")
        }
        #expect(own?.code == .commitmentNotIssued)
    }

    @Test("what races are run on is the same for everybody, whatever is withheld")
    func races() async throws {
        let test = try await Self.made()
        let seen = test.city.seen(by: .guest)
        #expect(!seen.withheld.isEmpty)
        let period = try #require(Period("2024"))
        let all = try RaceFacts(test.city, period: period).build().canonicalJSON()
        let published = try RaceFacts(seen.city, period: period).build().canonicalJSON()
        #expect(all == published)
    }

    @Test("every command's example says what it is about, or is about nothing that has records")
    func subjects() throws {
        let without = try CommandKind.all.filter {
            try CommandKind.read($0.example()).subject == nil
        }
        let clocks = ["calendar.setYear", "commitment.setClocks", "blocker.setClocks"]
        let purges = ["blob.proposePurge", "blob.confirmPurge", "blob.declinePurge"]
        #expect(without.map(\.name) == ["rulebook.adopt"] + clocks + purges)
    }
}
