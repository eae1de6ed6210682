import CityHall
import Delivery
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import Web

@Suite("Forms")
struct CommandFormTests {
    private static func encode(_ fields: [(String, String)]) -> ByteBuffer {
        let allowed = CharacterSet.alphanumerics
        let pairs = fields.map { name, value in
            [name, value].map { $0.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
                .joined(separator: "=")
        }
        return ByteBuffer(string: pairs.joined(separator: "&"))
    }

    private func post(
        _ made: MadeHouse, as person: String?, _ command: String, _ fields: [(String, String)],
        csrf: String? = MadeHouse.csrf
    ) async throws -> (status: Int, text: String, headers: HTTPFields) {
        try await made.application(as: person).test(.router) { client in
            let answer = try await client.execute(
                uri: "/do/\(command)?lang=en", method: .post,
                headers: [.contentType: "application/x-www-form-urlencoded"],
                body: Self.encode(fields + (csrf.map { [("csrf", $0)] } ?? [])))
            return (answer.status.code, String(buffer: answer.body), answer.headers)
        }
    }

    private func get(_ made: MadeHouse, as person: String?, _ address: String) async throws -> (
        status: Int, text: String
    ) {
        try await made.application(as: person).test(.router) { client in
            var answer = try await client.execute(uri: address, method: .get)
            // A form gets its key by its address.
            if let keyed = answer.headers[.location], keyed.contains("_key=") {
                answer = try await client.execute(uri: keyed, method: .get)
            }
            return (answer.status.code, String(buffer: answer.body))
        }
    }

    private static let redraft: [(String, String)] = [
        ("commitment", "c-1"), ("kind", "task"), ("title", "新标题"), ("criterion", "20 个项目"),
        ("lead", "zhongshan"), ("post", "分管副区长"),
    ]

    /// A house with zhongshan's draft `c-1`.
    private func made() async throws -> MadeHouse {
        let made = try await MadeHouse()
        try await made.submit(
            DraftCommitment {
                $0 = DraftCommitment.example.proposed
                $0.id = CommitmentID(unchecked: "c-1")
            }, as: "zs")
        return made
    }

    private static func value(of name: String, in text: String) -> String? {
        guard let start = text.range(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }

    @Test(
        "Every command has a form with an input for each of its fields",
        arguments: [
            "zh", "en",
        ])
    func all(language: String) async throws {
        let made = try await made()
        for kind in CommandKind.all {
            let role = try #require(kind.entitled.first)
            if role != .console { try await made.appoint("someone", "office", [role]) }
            let person = role == .console ? "console" : "someone"
            let (status, text) = try await get(
                made, as: person, "/do/\(kind.name)?lang=\(language)")
            #expect(status == 200, "\(kind.name)")
            for field in kind.fields { #expect(text.contains("f-\(field.name)"), "\(field.name)") }
        }
    }

    @Test("Every field of every command is called by words of its own")
    func words() {
        let names = Set(CommandKind.all.flatMap(\.fields).map(\.name))
        #expect(names.filter { !CommandWords.hasWords($0) }.isEmpty)
    }

    @Test("A revising form arrives filled with what stands, and an untouched note stays itself")
    func filled() async throws {
        // Given
        let made = try await made()
        let id = CommitmentID(unchecked: "c-1")
        let before = try #require(made.hall.city.commitments[id])
        // When
        let (_, text) = try await get(made, as: "zs", "/do/commitment.redraft?commitment=c-1")
        // Then
        #expect(text.contains("20 个项目取得施工许可并有现场照片"))
        #expect(text.contains(before.profile.title))
        let blob = try #require(Self.value(of: "criterion.blob", in: text))
        // When it is sent with another title
        let answer = try await post(
            made, as: "zs", "commitment.redraft",
            [
                ("commitment", "c-1"), ("kind", "task"), ("title", "新标题"),
                ("criterion", "20 个项目取得施工许可并有现场照片"), ("criterion.blob", blob),
                ("lead", "zhongshan"), ("post", "分管副区长"), ("due", "2024-12-31"),
            ])
        // Then
        let after = try #require(made.hall.city.commitments[id])
        #expect(answer.status == 303)
        let seq = made.hall.city.size - 1
        #expect(answer.headers[.location] == "/commitments/c-1?done=\(seq)&lang=en")
        #expect(after.profile.title == "新标题")
        #expect(after.profile.criterion == before.profile.criterion)
    }

    @Test("What is missing or wrong stands at its field, and nothing typed is lost")
    func problems() async throws {
        let made = try await made()
        let size = made.hall.city.size
        let answer = try await post(
            made, as: "zs", "commitment.redraft",
            [
                ("commitment", "c-1"), ("kind", "task"), ("title", ""), ("criterion", "写过的字"),
                ("lead", "zhongshan"), ("due", "2024-13-45"), ("weight", "abc"),
            ])
        #expect(answer.status == 422)
        #expect(answer.text.contains("id=\"f-title-error\""))
        #expect(answer.text.contains("写过的字") && answer.text.contains("value=\"abc\""))
        let refused = try await post(
            made, as: "zs", "commitment.redraft",
            Self.redraft + [("due", "2024-13-45")])
        #expect(refused.status == 422 && refused.text.contains("id=\"f-due-error\""))
        #expect(made.hall.city.size == size)
    }

    @Test("A repeated click is carried out once")
    func repeated() async throws {
        let made = try await made()
        let fields = Self.redraft + [("_key", "one-click"), ("_seen", "999")]
        let first = try await post(made, as: "zs", "commitment.redraft", fields)
        let size = made.hall.city.size
        let second = try await post(made, as: "zs", "commitment.redraft", fields)
        #expect(first.status == 303 && second.status == 303)
        #expect(first.headers[.location] == second.headers[.location])
        #expect(made.hall.city.size == size)
    }

    @Test("Of two who edit the same, the second is told what changed and keeps what was typed")
    func changed() async throws {
        // Given both opened the form
        let made = try await made()
        let seen = made.hall.city.size
        let first = try await post(
            made, as: "judge", "commitment.redraft",
            Self.redraft + [("_key", "a"), ("_seen", "\(seen)")])
        #expect(first.status == 303)
        // When the second submits
        let typed = Self.redraft.map { $0.0 == "title" ? ("title", "第二个人的标题") : $0 }
        let second = try await post(
            made, as: "zs", "commitment.redraft", typed + [("_key", "b"), ("_seen", "\(seen)")])
        // Then
        #expect(second.status == 409)
        #expect(second.text.contains("/ledger/\(seen)") && second.text.contains("judge"))
        #expect(second.text.contains("第二个人的标题"))
        let now = try #require(Self.value(of: "_seen", in: second.text))
        // When it is submitted on the newer state
        let third = try await post(
            made, as: "zs", "commitment.redraft", typed + [("_key", "b"), ("_seen", now)])
        #expect(third.status == 303)
        let title = made.hall.city.commitments[CommitmentID(unchecked: "c-1")]?.profile.title
        #expect(title == "第二个人的标题")
    }

    @Test("Rows are added and removed without a script, and a command takes what they hold")
    func rows() async throws {
        let made = try await made()
        let base: [(String, String)] = [
            ("project", "p3"), ("from", "2024-02-01"), ("credits[0].organization", "zhongshan"),
            ("credits[0].share", "0.4"),
        ]
        let added = try await post(
            made, as: "judge", "project.credit", base + [("_add", "credits")])
        #expect(added.status == 200 && added.text.contains("credits[1].organization"))
        let removed = try await post(
            made, as: "judge", "project.credit",
            base + [("credits[1].share", "0.6"), ("_remove", "credits[0]")])
        #expect(removed.text.contains("value=\"0.6\"") && !removed.text.contains("value=\"0.4\""))
        let wrong = try await post(
            made, as: "judge", "project.credit",
            base + [("credits[2].organization", "xigang"), ("credits[2].share", "x")])
        #expect(wrong.status == 422 && wrong.text.contains("f-credits-1--share-error"))
        let right = try await post(
            made, as: "judge", "project.credit",
            base + [("credits[2].organization", "xigang"), ("credits[2].share", "0.6")])
        #expect(right.status == 303)
        let project = made.hall.city.projects[ProjectID(unchecked: "p3")]
        #expect(project?.credits.latest?.value.count == 2)
    }

    @Test("An amount is typed in the city's unit")
    func money() async throws {
        let made = try await made()
        let answer = try await post(
            made, as: "zs", "project.reportInvestment",
            [("project", "p2"), ("month", "2024-05"), ("amount", "1，234.５")])
        #expect(answer.status == 303)
        let project = made.hall.city.projects[ProjectID(unchecked: "p2")]
        #expect(project?.investment.first?.amount == Money(minor: 12_345_000_000_000))
    }

    @Test("A form sent after its sign-in ran out, or from an older one, keeps what was typed")
    func expired() async throws {
        let made = try await made()
        let size = made.hall.city.size
        let out = try await post(made, as: nil, "commitment.redraft", Self.redraft)
        #expect(out.status == 401 && out.text.contains("新标题") && out.text.contains("/sign-in"))
        let older = try await post(
            made, as: "zs", "commitment.redraft", Self.redraft, csrf: "another")
        #expect(older.status == 403 && older.text.contains("新标题"))
        #expect(Self.value(of: "csrf", in: older.text) == MadeHouse.csrf)
        #expect(made.hall.city.size == size)
    }

    @Test("A subject's page offers what its viewer may do, and nothing to others")
    func actions() async throws {
        let made = try await made()
        #expect(
            try await get(made, as: "zs", "/commitments/c-1").text.contains(
                "/do/commitment.redraft"))
        let judge = try await get(made, as: "judge", "/projects/p3").text
        #expect(judge.contains("/do/project.recogniseStage?project=p3&amp;claim=1"))
        let guest = try await get(made, as: nil, "/projects/p3").text
        #expect(!guest.contains("/do/"))
        let refused = try await get(made, as: "xg", "/do/commitment.issue?commitment=c-1")
        #expect(refused.status == 403)
    }
}
