import CityHall
import Delivery
import Foundation
import Hummingbird
import Ledger
import Rulebook
import Web

/// A house over a small made city: two districts in one race group, an office that recognises,
/// projects with a hostile name, a claim recognised, one refused and one pending, unknown
/// figures in a dated report, findings and a race.
struct MadeHouse {
    static let hostile = "<script>alert(\"示例\")</script>'&"

    static let csrf = "0123456789abcdef"

    let hall: CityHall
    let house: House
    let store = MemoryLedgerStore()
    private let notes = MemoryBlobStore()
    /// Where evidence is kept; made when the first comes.
    let files = FileManager.default.temporaryDirectory
        .appending(path: "saima-\(UUID().uuidString)")
    /// Where sheets lie that are to be taken in.
    let staging = FileManager.default.temporaryDirectory
        .appending(path: "saima-\(UUID().uuidString)")
    private let isEmpty: Bool

    /// In the afternoon of 5 November 2024.
    static let now = Timestamp(milliseconds: 1_730_800_000_000)

    init(
        isEmpty: Bool = false, imports bounds: ImportDesk.Bounds = ImportDesk.Bounds(),
        clock: Clock = Clock { now }
    ) async throws {
        self.isEmpty = isEmpty
        hall = try CityHall(
            store: store, blobs: notes, log: "test.example/log",
            signer: nil, clock: clock)
        house = House(
            hall: hall, reader: try store.reader(), notes: notes, files: EvidenceStore(files),
            staging: staging, bounds: bounds)
        guard !isEmpty else { return }
        try await found()
        try await buildProjects()
        try await judge()
    }

    /// As a guest sees it; an empty city, which lets no guests in, as its operator does.
    var application: some ApplicationProtocol { application(as: isEmpty ? "console" : nil) }

    /// As a person sees it who has signed in.
    func application(
        as person: String?, _ kind: WebSession.Kind = .cookie
    ) -> some ApplicationProtocol {
        let session = Self.session(person, kind)
        return buildApplication(house: house, serving: Serving()) { _ in session }
    }

    static func session(_ person: String?, _ kind: WebSession.Kind = .cookie) -> WebSession? {
        person.map {
            WebSession(person: PersonID(unchecked: $0), csrf: MadeHouse.csrf, kind: kind)
        }
    }

    /// Signs for all that is recorded so far.
    func sign() throws {
        let key = try SigningKey.random(name: "test.example/log")
        let leaves = try store.leaves(0..<hall.city.size)
        try store.save(try CheckpointSigner(key: key).checkpoint(of: MerkleFrontier(leaves[...])))
    }

    func submit(_ command: some Command, as person: String = "console") async throws {
        _ = try await hall.submit(
            Submission(key: Submission.freshKey(), command, as: PersonID(unchecked: person)))
    }

    private func found() async throws {
        var configure = ConfigureCity.example
        configure.proposed.guests = true
        try await submit(configure)
        try await register("dalian", .government, "大连市", nil)
        try await register("office", .department, "重点项目办", "Project office")
        try await register("zhongshan", .district, "中山区", "Zhongshan", group: "主城区")
        try await register("xigang", .district, "西岗区", nil, group: "主城区")
        try await appoint("zs", "zhongshan", [.districtReporter])
        try await appoint("xg", "xigang", [.districtReporter])
        try await appoint("judge", "office", [.dispatcher, .inspector])
        var adoption = AdoptRulebook()
        adoption.text.text = MadeHouse.rules
        try await submit(adoption)
        try await submit(
            SetTarget {
                $0.organization = OrganizationID(unchecked: "zhongshan")
                $0.measure = CodeName(unchecked: "signed_n")
                $0.year = 2024
                $0.amount = Decimal(4)
            })
        try await submit(
            SetTarget {
                $0.organization = OrganizationID(unchecked: "xigang")
                $0.measure = CodeName(unchecked: "signed_n")
                $0.year = 2024
                $0.amount = Decimal(2)
            })
    }

    private func buildProjects() async throws {
        try await register(project: "p1", MadeHouse.hostile, of: "zhongshan", yi: "12.5")
        try await register(project: "p2", "港口物流园", of: "zhongshan", yi: "3")
        try await register(project: "p3", "East pier", of: "xigang", yi: nil)
        try await claim("p1", .signed, "2024-03-02", as: "zs")
        try await claim("p2", .signed, "2024-05-20", as: "zs")
        try await claim("p3", .signed, "2024-06-01", as: "xg")
        try await submit(
            ReportProject {
                $0.project = ProjectID(unchecked: "p3")
                $0.asOf = day("2024-09-30")
                $0.stage = .known(.building)
                $0.totalInvestment = .unknown(.implausibleAmount, source: "-1")
                $0.completion = .unknown(.implausibleDate, source: "10/21/2108")
            })
        try await submit(
            PlanYear {
                $0.project = ProjectID(unchecked: "p1")
                $0.year = 2024
                $0.amount = Money(minor: 50_000_000_000)
            })
        try await submit(
            ReportInvestment {
                $0.project = ProjectID(unchecked: "p1")
                $0.month = Month(year: 2024, month: 9) ?? .blank
                $0.amount = Money(minor: 12_345_678_900)
            }, as: "zs")
    }

    private func judge() async throws {
        try await submit(
            RaiseBlocker {
                $0.id = BlockerID(unchecked: "b1")
                $0.project = ProjectID(unchecked: "p2")
                $0.kind = .land
                $0.organization = OrganizationID(unchecked: "zhongshan")
                $0.tier = .bureau
                $0.handler = OrganizationID(unchecked: "office")
                $0.day = day("2024-11-04")
                $0.note = .text("二期用地 \(MadeHouse.hostile)")
            }, as: "zs")
        try await submit(
            RecogniseStage {
                $0.project = ProjectID(unchecked: "p1")
                $0.claim = 1
                $0.day = day("2024-03-05")
            }, as: "judge")
        try await submit(
            RefuseStage {
                $0.project = ProjectID(unchecked: "p2")
                $0.claim = 1
                $0.because = .notOnSite
            }, as: "judge")
        try await submit(
            RecordFinding {
                $0.id = FindingID(unchecked: "f1")
                $0.organization = OrganizationID(unchecked: "xigang")
                $0.project = ProjectID(unchecked: "p3")
                $0.severity = .minor
                $0.foundOn = day("2024-10-08")
            }, as: "judge")
    }
}

extension MadeHouse {
    func day(_ text: String) -> Day { Day(text) ?? .earliest }

    private func register(
        _ id: String, _ kind: OrganizationKind, _ name: String, _ english: String?,
        group: String? = nil
    ) async throws {
        try await submit(
            RegisterOrganization {
                $0.id = OrganizationID(unchecked: id)
                $0.kind = kind
                $0.name = name
                $0.nameEn = english
                $0.parent = id == "dalian" ? nil : OrganizationID(unchecked: "dalian")
                $0.group = group
                $0.from = day("2020-01-01")
            })
    }

    func appoint(_ person: String, _ home: String, _ roles: [Role]) async throws {
        try await submit(
            AppointPerson {
                $0.person = PersonID(unchecked: person)
                $0.organization = OrganizationID(unchecked: home)
                $0.roles = roles
            })
    }

    private func register(
        project id: String, _ name: String, of owner: String, yi: String?
    ) async throws {
        let owner = OrganizationID(unchecked: owner)
        try await submit(
            RegisterProject {
                $0.id = ProjectID(unchecked: id)
                $0.profile.name = name
                $0.profile.lead = owner
                $0.profile.totalInvestment = yi.flatMap { Decimal($0)?.scaled(to: 10) }
                    .map { .known(Money(minor: $0)) }
                $0.credits = [Credit(owner, .whole)]
                $0.from = day("2024-01-01")
            })
    }

    private func claim(
        _ project: String, _ stage: Stage, _ on: String, as person: String
    ) async throws {
        try await submit(
            ClaimStage {
                $0.project = ProjectID(unchecked: project)
                $0.stage = stage
                $0.day = day(on)
                $0.evidence = stage.requiredEvidence.map { kind in
                    var evidence = Evidence()
                    evidence.kind = kind
                    evidence.sha256 = SHA256Text(String(repeating: "0", count: 64)) ?? .blank
                    evidence.size = 1
                    evidence.mediaType = "application/pdf"
                    return evidence
                }
            }, as: person)
    }

    static let rules = """
        rulebook: made
        schema: 1
        version: "1"
        title: {zh: 示例办法, en: Example rules}
        period: {unit: month, basis: ytd}
        measures:
          signed_n: {agg: count, of: projects, where: [{field: signed_on, op: in_period}]}
          rate: {ratio: [signed_n, target.signed_n], zero_den: not_applicable}
        indicators:
        - {id: signed, title: {zh: 签约完成率, en: Signed against target}, weight: "1", \
        measure: rate, score: [{cap: "1.2"}]}
        aggregate: {mean: arithmetic, scale: "100"}
        adjust:
        - {id: inspection, kind: penalty, of: findings, where: [{field: found_on, op: in_period}], \
        field: severity, points: {minor: "0.5", major: "2"}, cap: "10"}
        rank: {within: group, on: rounded_total, then: shared_min}

        """
}
