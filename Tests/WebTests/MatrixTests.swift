import CityHall
import Delivery
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import NIOCore
import Testing
import Web

/// Every route there is, asked by every role of a foreign organization.
@Suite("Every route and every role")
struct MatrixTests {
    private static let title = "密件标题SECRETTITLE"
    private static let text = "密件内容SECRETTEXT"
    private static let figure = "98765.4321"
    private static let secrets = [title, "SECRETTEXT", figure, "98,765", "c-draft"]

    /// Roles that see no other house's drafts, each as a person of xigang or of an enterprise.
    private static let roles: [Role] = [
        .districtReporter, .departmentReporter, .inspector, .enterprise, .systemAdministrator,
        .securityAdministrator, .auditAdministrator,
    ]

    /// What zhongshan and the office have not published: a draft with a criterion, a figure with a
    /// note, an open revision of a list; and a file that nothing cites yet.
    private func made() async throws -> (MadeHouse, hidden: Range<Int>) {
        let made = try await MadeHouse()
        for role in Self.roles {
            try await made.appoint("m-\(role.rawValue)", "xigang", [role])
        }
        try await made.submit(
            RegisterIndicator {
                $0 = RegisterIndicator.example.proposed
                $0.profile.alignment = Alignment()
                $0.profile.owner = OrganizationID(unchecked: "office")
            })
        try await made.submit(
            OpenList {
                $0.id = ListID(unchecked: "l1")
                $0.profile.title = "清单"
                $0.profile.keeper = OrganizationID(unchecked: "office")
            })
        try Self.keepFile(in: made.files)
        let start = made.hall.city.size
        try await made.submit(
            DraftCommitment {
                $0 = DraftCommitment.example.proposed
                $0.id = CommitmentID(unchecked: "c-draft")
                $0.profile.title = Self.title
                $0.profile.criterion = .text(Self.text)
                $0.profile.lead = OrganizationID(unchecked: "zhongshan")
            }, as: "zs")
        try await made.submit(
            ObserveFigure {
                $0 = ObserveFigure.example.proposed
                $0.figure = .exact(Decimal(Self.figure) ?? .zero)
                $0.note = .text(Self.text)
            }, as: "zs")
        try await made.submit(
            ReviseList { ($0.list, $0.reason) = (ListID(unchecked: "l1"), .text(Self.text)) },
            as: "judge")
        var added = AddItem()
        (added.list, added.revision) = (ListID(unchecked: "l1"), 1)
        (added.item, added.reason) = (CommitmentID(unchecked: "c-draft"), .text(Self.text))
        try await made.submit(added, as: "judge")
        try made.sign()
        return (made, start..<made.hall.city.size)
    }

    private static func keepFile(in folder: URL) throws {
        let draft = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: draft) }
        try Data(text.utf8).write(to: draft)
        try EvidenceStore(folder).keep(try #require(EvidenceFile(draft)))
    }

    /// Addresses of a route, with what each of its parameters could be asked for.
    private static func addresses(_ path: String, _ hidden: Range<Int>) -> [String] {
        let indicator = RegisterIndicator.example.proposed.id.text
        let values: [String: [String]] = [
            "id": ["p1", "zhongshan", "c-draft", indicator, "P1", "l1"], "number": ["1"],
            "seq": hidden.map { String($0) }, "rulebook": ["made"], "period": ["2024-10"],
            "unit": ["zhongshan", "xigang"], "name": ["saima.css", "commitment.redraft"],
            "sha256": [Array(text.utf8).withUnsafeBytes { Merkle.sha256($0).hex }],
            "command": ["commitment.redraft", "indicator.observe", "list.dropChange"],
        ]
        var found = [""]
        for segment in path.split(separator: "/") {
            let isParameter = segment.hasPrefix("{")
            let choices =
                isParameter
                ? values[String(segment.dropFirst().dropLast())] ?? ["x"]
                : [String(segment)]
            found = found.flatMap { start in choices.map { "\(start)/\($0)" } }
        }
        let query =
            "commitment=c-draft&list=l1&revision=1&indicator=\(indicator)&organization=zhongshan"
            + "&period=2024-01..2024-09&as_of=\(hidden.upperBound - 1)&_key=k"
        return found.map { $0.isEmpty ? "/" : $0 }
            + found.map { ($0.isEmpty ? "/" : $0) + "?\(query)" }
            + ["c-draft", "SECRETTITLE"].flatMap { word in
                found.map { ($0.isEmpty ? "/" : $0) + "?q=\(word)&subject=\(word)" }
            }
    }

    @Test(
        "Nothing that another house has not published is in any answer",
        arguments: [nil] + roles.map { "m-\($0.rawValue)" } as [String?])
    func leaks(person: String?) async throws {
        // Given
        let (made, hidden) = try await made()
        let paths = buildRouter(house: made.house, serving: Serving()).routes
            .filter { $0.method == .get }.map { $0.path.description }
        #expect(paths.count > 40)
        // When
        try await made.application(as: person).test(.router) { client in
            for address in paths.flatMap({ Self.addresses($0, hidden) }) {
                for language in ["zh", "en"] {
                    let answer = try await client.execute(
                        uri: address, method: .get, headers: [.acceptLanguage: language])
                    // Then
                    let found = Self.leak(answer, asked: address)
                    #expect(found == nil, "\(person ?? "guest") \(address)")
                }
            }
        }
    }

    @Test("Its own house sees all of it, so that the search for leaks can find something")
    func own() async throws {
        let (made, hidden) = try await made()
        let addresses: KeyValuePairs = [
            "zs": [
                "/commitments", "/api/v1/commitments/c-draft",
                "/indicators/\(RegisterIndicator.example.proposed.id.text)",
                "/api/v1/ledger/\(hidden.lowerBound)",
                "/do/commitment.redraft?commitment=c-draft&_key=k",
            ],
            "judge": ["/lists/l1"],
        ]
        for (person, addresses) in addresses {
            try await made.application(as: person).test(.router) { client in
                for address in addresses {
                    let answer = try await client.execute(uri: address, method: .get)
                    #expect(Self.leak(answer, asked: "") != nil, "\(address)")
                }
            }
        }
    }

    @Test("No address changes the ledger for whoever may not, or by a request not of ours")
    func changes() async throws {
        // Given
        let (made, hidden) = try await made()
        let size = made.hall.city.size
        let routes = buildRouter(house: made.house, serving: Serving()).routes
        let paths = Set(routes.map { $0.path.description })
        for person in [nil, "m-enterprise", "m-audit_administrator", "zs"] {
            try await made.application(as: person).test(.router) { client in
                for address in paths.flatMap({ Self.addresses($0, hidden) }) {
                    for method in [HTTPRequest.Method.post, .put, .delete, .patch] {
                        // When no token of a page comes along
                        let answer = try await client.execute(
                            uri: address, method: method,
                            headers: [.contentType: "application/x-www-form-urlencoded"],
                            body: ByteBuffer(string: "commitment=c-draft&_key=k"))
                        // Then
                        #expect(answer.status.code >= 300, "\(method) \(address)")
                    }
                }
            }
        }
        #expect(made.hall.city.size == size)
    }

    /// The secret that an answer gives away beyond what was asked for; nil where none.
    private static func leak(_ answer: TestResponse, asked: String) -> String? {
        let fields = answer.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        var text = String(buffer: answer.body) + fields
        text += (text.removingPercentEncoding ?? "") + decoded(text)
        return secrets.first { secret in
            !asked.contains(secret) && text.contains(secret)
        }
    }

    /// Whatever in the text is bytes written as Base64.
    private static func decoded(_ text: String) -> String {
        text.utf8.split { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "+"), UInt8(ascii: "/"),
                UInt8(ascii: "="):
                false
            default: true
            }
        }
        .filter { $0.count > 64 }
        .compactMap { Data(base64Encoded: String(decoding: $0, as: UTF8.self)) }
        .map { String(decoding: $0, as: UTF8.self) }.joined()
    }
}
