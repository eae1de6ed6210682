import CityHall
import Delivery
import Hummingbird
import HummingbirdTesting
import Rulebook
import Testing
import Web

@Suite("The next step of an item stands on its pages")
struct NextStepTests {
    private static let id = CommitmentID(unchecked: "c-1")
    private static let reason = "现场仍有 2 处未完工"

    /// Zhongshan's item, drafted for the first clause of a directive.
    private func drafted() async throws -> MadeHouse {
        let made = try await MadeHouse()
        try await made.appoint("checker", "dalian", [.supervisor])
        try await made.appoint("looker", "dalian", [.enterprise])
        try await made.submit(RegisterDirective.example, as: "judge")
        try await made.submit(
            DraftCommitment {
                $0 = DraftCommitment.example.proposed
                $0.id = Self.id
                $0.profile.answers = [
                    ClauseReference(
                        RegisterDirective.example.proposed.id, CodeName(unchecked: "1"))
                ]
            }, as: "judge")
        return made
    }

    private func issue(_ made: MadeHouse) async throws {
        try await made.submit(
            IssueCommitment {
                ($0.commitment, $0.day) = (Self.id, Month("2024-02")?.firstDay ?? .blank)
            }, as: "judge")
    }

    /// Reported done and returned.
    private func returned() async throws -> MadeHouse {
        let made = try await drafted()
        try await issue(made)
        try await made.submit(AcknowledgeCommitment { $0.commitment = Self.id }, as: "zs")
        try await made.submit(
            SubmitEvidence {
                $0 = SubmitEvidence.example.proposed
                $0.commitment = Self.id
            }, as: "zs")
        try await made.submit(
            ReportDone {
                ($0.commitment, $0.day) = (Self.id, Month("2024-09")?.lastDay ?? .blank)
            }, as: "zs")
        try await made.submit(
            ReturnCommitment { ($0.commitment, $0.reason) = (Self.id, .text(Self.reason)) },
            as: "checker")
        return made
    }

    private func get(_ made: MadeHouse, _ person: String?, _ uri: String) async throws -> String {
        try await made.application(as: person).test(.router) { client in
            let answer = try await client.execute(uri: uri, method: .get)
            return String(buffer: answer.body)
        }
    }

    /// The command of the button that stands out.
    private func next(_ page: String) -> String? {
        page.firstMatch(of: /class="button next" href="\/do\/([a-zA-Z.]*)\?/).map { String($0.1) }
    }

    @Test("is offered to those alone whose command would be carried out")
    func offers() async throws {
        let made = try await drafted()
        let page = "/commitments/c-1?lang=en"
        #expect(next(try await get(made, "judge", page)) == "commitment.issue")
        #expect(next(try await get(made, "zs", page)) == nil)
        try await issue(made)
        #expect(next(try await get(made, "zs", page)) == "commitment.acknowledge")
        for other in ["xg", "judge", "looker", nil] {
            let text = try await get(made, other, page)
            #expect(!text.contains("/do/commitment.acknowledge"), "\(other ?? "guest")")
        }
    }

    @Test("after a return is to answer its reason, which stands before all else")
    func answered() async throws {
        let made = try await returned()
        let page = try await get(made, "zs", "/commitments/c-1?lang=zh")
        let banner = try #require(page.firstRange(of: "<section class=\"problems\""))
        let reason = try #require(page.firstRange(of: Self.reason))
        let table = try #require(page.firstRange(of: "<table"))
        #expect(banner.lowerBound < reason.lowerBound && reason.lowerBound < table.lowerBound)
        #expect(next(page) == "commitment.reportDone")
        // Work that is overdue stands after it.
        let work = try await get(made, "zs", "/work?lang=zh")
        let first = try #require(work.firstRange(of: "<h2>"))
        #expect(work[first.upperBound...].hasPrefix("被退回的事项"))
        #expect(work.contains(Self.reason))
    }

    @Test("of a clause is a click away, and so is what answers it")
    func directive() async throws {
        let made = try await drafted()
        try await issue(made)
        let id = RegisterDirective.example.proposed.id.text
        let page = try await get(made, "judge", "/directives/\(id)?lang=en")
        #expect(page.contains("answers%5B0%5D.clause=2") && page.contains("/commitments/c-1"))
        #expect(page.contains("id=\"clause-1\""))
        let guest = try await get(made, nil, "/directives/\(id)?lang=en")
        #expect(!guest.contains("/do/") && guest.contains("/commitments/c-1"))
        let item = try await get(made, nil, "/commitments/c-1?lang=en")
        #expect(item.contains("/directives/\(id)?lang=en#clause-1"))
        #expect(try await get(made, nil, "/directives/nothing").contains("没有这个页面"))
        let json = try await get(made, nil, "/api/v1/directives/\(id)")
        #expect(json.contains("\"answered\":\"partly\""))
    }

    @Test("and every step before it is on the ledger under the item's number")
    func ledger() async throws {
        let made = try await returned()
        let item = try #require(made.hall.city.commitments[Self.id])
        let page = try await get(made, "zs", "/ledger?subject=c-1&lang=en")
        for seq in item.records { #expect(page.contains("/ledger/\(seq)?"), "\(seq)") }
        #expect(page.matches(of: /href="\/ledger\/\d+\?/).count >= item.records.count)
        #expect(!page.contains("/ledger/\(item.records[0] - 2)?"))
        let directive = RegisterDirective.example.proposed.id.text
        let about = try await get(made, nil, "/ledger?subject=\(directive)&lang=en")
        #expect(about.contains("/directives/\(directive)"))
    }

    @Test("which nobody has yet, can be begun from the page of work by who may")
    func beginning() async throws {
        let made = try await drafted()
        let judge = try await get(made, "judge", "/work?lang=en")
        #expect(judge.contains("/do/directive.register") && judge.contains("/do/list.open"))
        let looker = try await get(made, "looker", "/work?lang=en")
        #expect(!looker.contains("/do/directive.register") && looker.contains("enterprise"))
        #expect(!(try await get(made, nil, "/work?lang=en")).contains("/do/"))
    }
}
