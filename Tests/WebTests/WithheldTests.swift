import CityHall
import Delivery
import Hummingbird
import HummingbirdTesting
import JSON
import Ledger
import Testing
import Web

@Suite("What is not published")
struct WithheldTests {
    private static let secret = "SECRET-绝不外传"

    /// A house in which xigang has a draft, and the seq of the draft's record.
    private func made() async throws -> (MadeHouse, Int) {
        let made = try await MadeHouse()
        try await made.submit(
            DraftCommitment {
                $0 = DraftCommitment.example.proposed
                $0.id = CommitmentID(unchecked: "c-draft")
                $0.profile.title = Self.secret
                $0.profile.lead = OrganizationID(unchecked: "xigang")
            }, as: "judge")
        return (made, made.hall.city.size - 1)
    }

    @Test(
        "a draft is a page for its house and nothing for others",
        arguments: [
            (nil, HTTPResponse.Status.notFound), ("zs", .notFound), ("xg", .ok), ("judge", .ok),
        ] as [(String?, HTTPResponse.Status)])
    func page(person: String?, status: HTTPResponse.Status) async throws {
        let (made, _) = try await made()
        try await made.application(as: person).test(.router) { client in
            for path in ["/commitments/c-draft", "/api/v1/commitments/c-draft"] {
                let answer = try await client.execute(uri: path, method: .get)
                #expect(answer.status == status)
                #expect(String(buffer: answer.body).contains(Self.secret) == (status == .ok))
                let unknown = try await client.execute(
                    uri: path.replacing("c-draft", with: "c-other"), method: .get)
                guard status != .ok else { continue }
                let (body, other) = (String(buffer: answer.body), String(buffer: unknown.body))
                #expect(body.replacing("c-draft", with: "c-other") == other)
            }
        }
    }

    @Test("a withheld record keeps its place, time and hashes and loses its content")
    func record() async throws {
        let (made, seq) = try await made()
        try made.sign()
        try await made.application(as: "zs").test(.router) { client in
            let answer = try await client.execute(uri: "/api/v1/ledger/\(seq)", method: .get)
            let json = try JSON.parse(Array(answer.body.readableBytesView))
            #expect(json["record"]?["withheld"] == .bool(true))
            #expect(json["record"]?["seq"] == .integer(seq))
            #expect(json["record"]?["type"] == nil && json["record"]?["data"] == nil)
            #expect(json["leaf"]?.stringValue?.count == 64)
            let page = try await client.execute(uri: "/ledger/\(seq)?lang=en", method: .get)
            let text = String(buffer: page.body)
            #expect(text.contains("Content withheld") && text.contains("light green"))
            #expect(!text.contains(Self.secret) && !text.contains("commitment.drafted"))
            #expect(!text.contains("judge"))
            let bytes = try await client.execute(
                uri: "/api/v1/ledger/\(seq)/bytes", method: .get)
            #expect(bytes.status == .notFound)
            let proof = try await client.execute(
                uri: "/api/v1/ledger/\(seq)/proof", method: .get)
            let told = try JSON.parse(Array(proof.body.readableBytesView))
            #expect(told["record"] == .null && told["leaf"] == json["leaf"])
        }
    }

    @Test("the audit administrator sees who did what kind of thing, and not what")
    func auditor() async throws {
        let (made, seq) = try await made()
        try await made.submit(
            AppointPerson {
                $0.person = PersonID(unchecked: "auditor")
                $0.organization = OrganizationID(unchecked: "office")
                $0.roles = [.auditAdministrator]
            })
        try await made.application(as: "auditor").test(.router) { client in
            let answer = try await client.execute(uri: "/api/v1/ledger/\(seq)", method: .get)
            let record = try JSON.parse(Array(answer.body.readableBytesView))["record"]
            #expect(record?["type"]?.stringValue == "commitment.drafted")
            #expect(record?["actor"]?.stringValue == "judge" && record?["data"] == nil)
        }
    }

    @Test("asking for a kind, an actor or a subject finds no withheld record")
    func search() async throws {
        let (made, seq) = try await made()
        for (person, count) in [("zs", 0), ("xg", 1)] {
            let sight = made.house.sight(for: made.house.viewer(PersonID(unchecked: person)))
            for query in ["type=commitment.drafted", "type=commitment.drafted&actor=judge"] {
                let model = try await RecordList.Model(
                    sight, Query(parsing: query), desk: made.house.ledger)
                #expect(model.count == count)
            }
            let all = try await RecordList.Model(sight, Query(), desk: made.house.ledger)
            #expect(all.shown.first?.record.seq == seq)
            #expect(all.shown.first?.isWithheld == (count == 0))
            // Nor is one offered that only withheld records are of.
            #expect(all.types.contains("commitment.drafted") == (count == 1))
        }
    }

    @Test("where guests may not read, a page sends them to sign in and the API refuses")
    func closed() async throws {
        let made = try await MadeHouse()
        try await made.submit(ConfigureCity.example)
        try await made.application.test(.router) { client in
            for path in ["/", "/projects/p1?x=1", "/nowhere"] {
                let answer = try await client.execute(uri: path, method: .get)
                #expect(answer.status == .found)
                #expect(answer.headers[.location]?.hasPrefix("/sign-in?next=%2F") == true)
            }
            let answer = try await client.execute(uri: "/api/v1/projects", method: .get)
            #expect(answer.status == .unauthorized && answer.headers[.wwwAuthenticate] != nil)
            #expect(answer.headers[.contentType] == "application/problem+json")
            for path in ["/healthz", "/readyz", "/assets/saima.css"] {
                let answer = try await client.execute(uri: path, method: .get)
                #expect(answer.status == .ok)
            }
            let metrics = try await client.execute(uri: "/metrics", method: .get)
            #expect(metrics.status == .forbidden)
        }
        try await made.application(as: "zs").test(.router) { client in
            let answer = try await client.execute(uri: "/projects", method: .get)
            #expect(answer.status == .ok)
            #expect(answer.headers[.cacheControl] == "private, no-store")
            #expect(answer.headers[.vary]?.contains("Cookie") == true)
        }
    }
}
