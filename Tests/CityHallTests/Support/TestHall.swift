import CityHall
import Delivery
import Ledger
import Rulebook
import Synchronization

/// A clock that shows what the test says.
final class MadeClock: Sendable {
    private let time: Mutex<Timestamp>

    init(_ text: String) { time = Mutex(moment(text)) }

    func set(_ text: String) { time.withLock { $0 = moment(text) } }

    var clock: Clock { Clock { self.time.withLock { $0 } } }
}

/// A city hall over a ledger in memory, with a clock of the test's.
struct TestHall {
    static let log = "ledger.city.example/main"

    let store: TroubledStore
    let blobs: MemoryBlobStore
    let files = MemoryBlobStore()
    let clock = MadeClock("2024-10-15T04:00:00.000Z")
    let hall: CityHall

    init(
        _ store: TroubledStore = TroubledStore(), blobs: MemoryBlobStore = MemoryBlobStore(),
        signer: CheckpointSigner? = nil, signingPause: @escaping @Sendable () async -> Void = {}
    ) throws {
        self.store = store
        self.blobs = blobs
        hall = try CityHall(
            store: store, blobs: blobs, files: files, log: Self.log, signer: signer,
            clock: clock.clock, signingPause: signingPause)
    }

    /// The same ledger, read from its beginning.
    func reopened() throws -> TestHall { try TestHall(TroubledStore(store.inner)) }

    var city: City { hall.city }

    @discardableResult
    func ask(
        _ command: some Command, as person: String = "console", key: String? = nil
    ) async throws(Refusal) -> Acknowledgement {
        try await hall.submit(submission(command, as: person, key: key))
    }

    func project(_ id: String = "p1") -> Project {
        city.projects[ProjectID(unchecked: id)]
            ?? Project(id: .blank, profile: ProjectProfile(), registered: 0)
    }

    /// The bytes of every record, in order.
    func records() throws -> [[UInt8]] {
        var batch = RecordBatch()
        try store.read(0..<store.head().size, into: &batch)
        return (0..<batch.count).map { batch.record($0) }
    }

    /// The city `dalian` with the districts zhongshan and xigang in one group and changhai in
    /// another, the park yuanqu in zhongshan, the department fagaiwei; `zs` and `xg` report,
    /// `diaodu` dispatches, `ducha` inspects.
    static func dalian(_ store: TroubledStore = TroubledStore()) async throws -> TestHall {
        let test = try TestHall(store)
        try await test.ask(ConfigureCity.example)
        try await test.register("dalian", .government)
        try await test.register("zhongshan", .district, in: "dalian", group: "主城区")
        try await test.register("xigang", .district, in: "dalian", group: "主城区")
        try await test.register("changhai", .district, in: "dalian", group: "涉农区")
        try await test.register("yuanqu", .park, in: "zhongshan")
        try await test.register("fagaiwei", .department, in: "dalian")
        try await test.appoint("zs", "zhongshan", .districtReporter)
        try await test.appoint("xg", "xigang", .districtReporter)
        try await test.appoint("diaodu", "fagaiwei", .dispatcher)
        try await test.appoint("ducha", "fagaiwei", .inspector)
        return test
    }

    func register(
        _ id: String, _ kind: OrganizationKind, in parent: String? = nil, group: String? = nil
    ) async throws {
        try await ask(
            RegisterOrganization {
                $0.id = organization(id)
                $0.kind = kind
                $0.name = id
                $0.parent = parent.map(organization)
                $0.group = group
                $0.from = day("2020-01-01")
            })
    }

    func appoint(_ id: String, _ home: String, _ role: Role) async throws {
        try await ask(
            AppointPerson {
                $0.person = PersonID(unchecked: id)
                $0.organization = organization(home)
                $0.roles = [role]
            })
    }

    /// Claims a stage and has it recognised on the day of the claim, or on another.
    func recognise(
        _ stage: Stage, of project: String = "p1", on text: String, as other: String? = nil
    ) async throws {
        try await ask(claiming(stage, of: project, on: text), as: "zs")
        let number = self.project(project).claims.count
        try await ask(
            RecogniseStage {
                $0.project = ProjectID(unchecked: project)
                $0.claim = number
                $0.day = day(other ?? text)
            }, as: "diaodu")
    }
}

func submission(
    _ command: some Command, as person: String = "console", key: String? = nil
) -> Submission {
    Submission(key: key ?? Submission.freshKey(), command, as: PersonID(unchecked: person))
}

func registering(
    _ id: String, _ credits: [(String, String)] = [("zhongshan", "1")], total: String? = nil
) -> RegisterProject {
    RegisterProject {
        $0.id = ProjectID(unchecked: id)
        $0.profile.name = "项目 \(id)"
        $0.profile.lead = credits.first.map { organization($0.0) }
        $0.profile.totalInvestment = total.flatMap { Money($0) }.map { .known($0) }
        $0.credits = credits.map { Credit(organization($0.0), Share($0.1) ?? .whole) }
        $0.from = day("2024-01-01")
    }
}

func claiming(_ stage: Stage, of project: String = "p1", on text: String) -> ClaimStage {
    ClaimStage {
        $0.project = ProjectID(unchecked: project)
        $0.stage = stage
        $0.day = day(text)
        $0.evidence = stage.requiredEvidence.map { kind in
            var evidence = Evidence()
            evidence.kind = kind
            evidence.sha256 = SHA256Text(String(repeating: "0", count: 64)) ?? .blank
            return evidence
        }
    }
}

func investing(_ id: String, _ text: String, _ amount: String) -> ReportInvestment {
    ReportInvestment {
        $0.project = ProjectID(unchecked: id)
        $0.month = Month(text) ?? .blank
        $0.amount = Money(amount) ?? .zero
    }
}

func suspending(_ id: String, _ reason: String) -> ChangeProjectStanding {
    ChangeProjectStanding {
        $0.project = ProjectID(unchecked: id)
        $0.change = .suspended
        $0.day = day("2024-08-01")
        $0.reason = .text(reason)
    }
}

func day(_ text: String) -> Day { Day(text) ?? .blank }
func organization(_ text: String) -> OrganizationID { OrganizationID(unchecked: text) }

func moment(_ text: String) -> Timestamp {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { Timestamp(utf8: $0) } ?? Timestamp(milliseconds: 0)
}
