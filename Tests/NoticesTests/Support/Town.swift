import Accounts
import CityHall
import Delivery
import Foundation
import Ledger
import Notices
import Rulebook

/// A city with a district and an office, persons who are in its register and its directory, and a
/// desk that tells them.
struct Town {
    let hall: CityHall
    let store = MemoryLedgerStore()
    let accounts: AccountBook
    let book: NoticeBook
    var gateways = Gateways()

    static let start = moment("2024-10-15T04:00:00.000Z")

    /// `zs` reports for the district, `diaodu` dispatches in the office; both have mail.
    init(gateways: Gateways = Gateways()) async throws {
        hall = try CityHall(
            store: store, blobs: MemoryBlobStore(), log: "test.example/log", signer: nil,
            clock: Clock { Self.start })
        accounts = try AccountBook()
        book = try NoticeBook(accounts.writer)
        self.gateways = gateways
        try await submit(ConfigureCity.example)
        try await register("dalian", .government, in: nil)
        try await register("zhongshan", .district, in: "dalian")
        try await register("fagaiwei", .department, in: "dalian")
        try await appoint("zs", "zhongshan", .districtReporter)
        try await appoint("diaodu", "fagaiwei", .dispatcher)
        try await submit(
            RegisterProject {
                $0.id = ProjectID(unchecked: "p1")
                $0.profile.name = "港口物流园\r\nBcc: x@evil.example"
                $0.profile.lead = OrganizationID(unchecked: "zhongshan")
                $0.credits = [Credit(OrganizationID(unchecked: "zhongshan"), .whole)]
                $0.from = Day("2024-01-01") ?? .blank
            })
    }

    /// A desk as it is after a start of the program.
    func desk() throws -> NoticeDesk {
        NoticeDesk(
            book: try NoticeBook(accounts.writer), hall: hall, reader: try store.reader(),
            gateways: gateways, person: { [accounts] in accounts.person($0) },
            sight: { city, _ in city })
    }

    func submit(_ command: some Command, as person: String = "console") async throws {
        _ = try await hall.submit(
            Submission(key: Submission.freshKey(), command, as: PersonID(unchecked: person)))
    }

    func register(_ id: String, _ kind: OrganizationKind, in parent: String?) async throws {
        try await submit(
            RegisterOrganization {
                $0.id = OrganizationID(unchecked: id)
                $0.kind = kind
                $0.name = id
                $0.parent = parent.map { OrganizationID(unchecked: $0) }
                $0.from = Day("2020-01-01") ?? .blank
            })
    }

    func appoint(_ id: String, _ home: String, _ role: Role) async throws {
        let person = PersonID(unchecked: id)
        try await submit(
            AppointPerson {
                $0.person = person
                $0.organization = OrganizationID(unchecked: home)
                $0.roles = [role]
            })
        try await accounts.add(
            Person(id: person, name: id, email: "\(id)@city.example", phone: "411-1"),
            now: Self.start)
    }

    func claim(_ stage: Stage, on day: String) async throws {
        try await submit(
            ClaimStage {
                $0.project = ProjectID(unchecked: "p1")
                $0.stage = stage
                $0.day = Day(day) ?? .blank
                $0.evidence = stage.requiredEvidence.map { kind in
                    var evidence = Evidence()
                    evidence.kind = kind
                    evidence.sha256 =
                        SHA256Text(String(repeating: "0", count: 64)) ?? evidence.sha256
                    return evidence
                }
            }, as: "zs")
    }

    func refuse(_ claim: Int) async throws {
        try await submit(
            RefuseStage {
                $0.project = ProjectID(unchecked: "p1")
                $0.claim = claim
                $0.because = .notOnSite
            }, as: "diaodu")
    }

    func kinds(of person: String) async throws -> [NoticeKind] {
        try await book.notices(of: PersonID(unchecked: person)).map(\.draft.kind)
    }

    static func later(_ seconds: Int64) -> Timestamp {
        Timestamp(milliseconds: start.milliseconds + seconds * 1000)
    }
}
