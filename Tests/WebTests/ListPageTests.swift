import Delivery
import Hummingbird
import HummingbirdTesting
import Rulebook
import Testing

@Suite("Pages of lists")
struct ListPageTests {
    private static let list = ListID(unchecked: "l1")

    /// A list with two editions: two items merged into a third between them, one reworded; a
    /// third revision is being drawn up.
    private static func made() async throws -> MadeHouse {
        let made = try await MadeHouse()
        try await made.submit(
            AppointPerson {
                $0.person = PersonID(unchecked: "boss")
                $0.organization = OrganizationID(unchecked: "dalian")
                $0.roles = [.leader]
            })
        try await made.submit(RegisterDirective.example)
        let directive = RegisterDirective.example.proposed.id
        for (id, title) in [("c1", MadeHouse.hostile), ("c2", "二"), ("c3", "三"), ("c4", "四")] {
            try await made.submit(
                DraftCommitment {
                    $0 = DraftCommitment.example.proposed
                    ($0.id, $0.profile.title) = (CommitmentID(unchecked: id), title)
                    $0.profile.answers = [ClauseReference(directive, CodeName(unchecked: "1"))]
                })
        }
        try await made.submit(
            OpenList {
                ($0.id, $0.profile.title, $0.profile.titleEn) = (list, "示例清单", "The list")
                $0.profile.keeper = OrganizationID(unchecked: "office")
                $0.profile.directives = [directive]
            })
        try await made.revise(["c1", "c2", "c4"].map { made.adding($0, 1) }, number: 1)
        var merger = MergeItems()
        (merger.list, merger.revision, merger.reason) = (list, 2, .text("重复"))
        merger.items = ["c2", "c4"].map { CommitmentID(unchecked: $0) }
        merger.into = CommitmentID(unchecked: "c3")
        var words = RewordItem()
        (words.list, words.revision, words.reason) = (list, 2, .text("说清楚"))
        (words.item, words.title) = (CommitmentID(unchecked: "c1"), "新的说法")
        try await made.revise([merger, words], number: 2)
        try await made.submit(
            ReviseList { ($0.list, $0.reason) = (list, .text("秘密的理由")) })
        try await made.submit(made.adding("c2", 3))
        return made
    }

    @Test("each page of a list is there in both languages, and says nothing in Chinese in English")
    func pages() async throws {
        let made = try await Self.made()
        try await made.application.test(.router) { client in
            for path in ["/lists", "/lists/l1", "/lists/l1/editions/1", "/lists/l1/compare"] {
                for language in ["zh", "en"] {
                    let page = try await client.execute(
                        uri: "\(path)?lang=\(language)", method: .get)
                    #expect(page.status == .ok, "\(path)")
                    let text = String(buffer: page.body)
                    #expect(!text.contains("<script>alert"), "\(path)")
                }
                let figures = try await client.execute(uri: "/api/v1\(path)", method: .get)
                #expect(figures.status == .ok, "\(path)")
            }
            for path in [
                "/lists/none", "/lists/l1/editions/3", "/lists/l1/editions/x",
                "/lists/l1/compare?from=1&to=9", "/lists/l1/compare?from=x",
            ] {
                let page = try await client.execute(uri: path, method: .get)
                #expect(page.status == .notFound, "\(path)")
            }
        }
    }

    @Test("an edition shows and exports the words it was published with")
    func edition() async throws {
        let made = try await Self.made()
        try await made.application.test(.router) { client in
            let first = try await client.execute(uri: "/lists/l1/editions/1?lang=en", method: .get)
            let page = String(buffer: first.body)
            #expect(page.contains("&lt;script&gt;") && !page.contains("新的说法"))
            #expect(page.contains("taken up by no item"))
            let second = try await client.execute(uri: "/lists/l1/editions/2.csv", method: .get)
            let file = String(buffer: second.body)
            #expect(file.contains("新的说法") && file.contains("三") && !file.contains("script"))
            #expect(second.headers[.contentType]?.hasPrefix("text/csv") == true)
        }
    }

    @Test("a comparison says line by line what became of each item, and may leave out the rest")
    func comparison() async throws {
        let made = try await Self.made()
        try await made.application.test(.router) { client in
            let page = try await client.execute(
                uri: "/lists/l1/compare?from=1&to=2&lang=en", method: .get)
            let text = String(buffer: page.body)
            for words in ["merged from", "merged into", "changed", "title"] {
                #expect(text.contains(words), "\(words)")
            }
            let same = try await client.execute(
                uri: "/lists/l1/compare?from=2&to=2&show=changes&lang=en", method: .get)
            #expect(String(buffer: same.body).contains("do not differ"))
            let figures = try await client.execute(
                uri: "/api/v1/lists/l1/compare?from=1&to=2", method: .get)
            #expect(String(buffer: figures.body).contains("\"fate\":\"merged_into\""))
        }
    }

    @Test("a guest sees nothing of a revision that is under way, and all that was published")
    func hidden() async throws {
        let made = try await Self.made()
        try await made.application.test(.router) { client in
            let page = try await client.execute(uri: "/lists/l1?lang=en", method: .get)
            let text = String(buffer: page.body)
            #expect(page.status == .ok)
            #expect(!text.contains("being drawn up") && !text.contains("秘密的理由"))
            let item = try await client.execute(uri: "/commitments/c2?lang=en", method: .get)
            #expect(String(buffer: item.body).contains("merged by edition 2 into"))
        }
    }
}

extension MadeHouse {
    fileprivate func adding(_ item: String, _ revision: Int) -> AddItem {
        var command = AddItem()
        (command.list, command.revision) = (ListID(unchecked: "l1"), revision)
        (command.item, command.reason) = (CommitmentID(unchecked: item), .text("理由"))
        return command
    }

    /// Has a revision with the changes published.
    fileprivate func revise(_ changes: [any Command], number: Int) async throws {
        let list = ListID(unchecked: "l1")
        try await submit(ReviseList { ($0.list, $0.reason) = (list, .text("编制")) })
        for change in changes { try await send(change) }
        try await submit(
            SubmitRevision { ($0.step.list, $0.step.revision) = (list, number) })
        try await submit(
            ApproveRevision { ($0.step.list, $0.step.revision) = (list, number) }, as: "boss")
        try await submit(
            PublishEdition {
                ($0.list, $0.revision, $0.day) = (list, number, day("2024-10-0\(number)"))
            })
    }

    private func send(_ command: some Command) async throws { try await submit(command) }
}
