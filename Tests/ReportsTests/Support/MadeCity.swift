import CityHall
import Delivery
import Ledger
import Reports
import Rulebook
import Synchronization

/// A small city over a ledger in memory, whose race is scripted: the scores of the indicators `a`
/// and `b` in a month are the scheduled figures of the measures of that name.
struct MadeCity {
    let store = MemoryLedgerStore()
    private let time: MadeTime
    private let hall: CityHall

    static let rules = """
        rulebook: made
        schema: 1
        version: "1"
        title: {zh: 示例办法, en: Example rules}
        effective: {from: 2024-01-01, until: 2025-01-01}
        period: {unit: month, basis: ytd}
        cutoff: {days_after_period_end: 5}
        measures:
          a: {fact: schedule.a}
          b: {fact: schedule.b}
          signed: {agg: count, of: projects, where: [{field: signed_on, op: in_period}]}
        indicators:
        - {id: a, title: {zh: 增数量·签约, en: Signed}, weight: "1", measure: a, missing: zero}
        - {id: b, title: {zh: 增数量·开工, en: Started}, weight: "1", measure: b, \
        missing: not_applicable}
        - {id: c, title: {zh: 备查}, weight: "0", measure: signed}
        aggregate: {mean: arithmetic, scale: "2"}
        adjust:
        - {id: found, kind: penalty, of: findings, where: [{field: found_on, op: in_period}], \
        field: severity, points: {minor: "0.5", major: "2"}, cap: "10"}
        - {id: fraud, kind: veto, of: findings, where: [{field: found_on, op: in_period}, \
        {field: severity, op: eq, value: fraud}], effect: {score: "0", rank: last}}
        total: {round: 2}
        rank: {within: group, on: rounded_total, then: shared_min}

        """

    init(_ rules: String = MadeCity.rules) async throws {
        let time = MadeTime()
        self.time = time
        hall = try CityHall(
            store: store, blobs: MemoryBlobStore(), log: "test.example/log", signer: nil,
            clock: Clock { time.now })
        try await ask(ConfigureCity.example)
        try await register("dalian", "大连市人民政府", .government)
        try await register("office", "项目办", .department)
        for (id, name, group) in [
            ("x", "甲区", "一组"), ("y", "乙区", "一组"), ("z", "丙区", "一组"), ("w", "丁县", "二组"),
        ] {
            try await register(id, name, .district, group: group)
        }
        try await appoint("judge", "office", [.dispatcher, .inspector])
        try await appoint("xx", "x", [.districtReporter])
        // Rules may name what nobody in the race has been given.
        try await score("office", a: ["0"], b: ["0"])
        var adoption = AdoptRulebook()
        adoption.text.text = rules
        try await ask(adoption)
    }

    func at(_ day: String) { time.set(day + "T04:00:00.000Z") }

    func ask(_ command: some Command, as person: String = "console") async throws {
        _ = try await hall.submit(
            Submission(key: Submission.freshKey(), command, as: PersonID(unchecked: person)))
    }

    var city: City { hall.city }
    var source: TableSource {
        get throws {
            TableSource(
                city, head: try store.head(), history: hall.history, reader: try store.reader())
        }
    }

    /// Scores of the first months, the last of which holds for the rest of the year.
    func score(_ unit: String, a: [String], b: [String]? = nil) async throws {
        for (measure, scores) in [("a", a), ("b", b ?? [])] where !scores.isEmpty {
            try await ask(
                SetTarget {
                    $0.organization = OrganizationID(unchecked: unit)
                    $0.measure = CodeName(unchecked: measure)
                    $0.year = 2024
                    $0.schedule = (0..<12).map {
                        Decimal(scores[min($0, scores.count - 1)]) ?? .zero
                    }
                })
        }
    }

    func find(_ id: String, at unit: String, _ severity: Severity, on day: String) async throws {
        try await ask(
            RecordFinding {
                $0.id = FindingID(unchecked: id)
                $0.organization = OrganizationID(unchecked: unit)
                $0.severity = severity
                $0.foundOn = Day(day) ?? .earliest
            }, as: "judge")
    }

    func bulletin(_ period: String = "2024-02") throws -> Bulletin {
        let question = RaceQuestion(
            rules: .adopted(id: "made"), period: try Self.period(period))
        return try Bulletin(
            of: question, in: city, past: hall.history, head: Bulletin.Head(in: city))
    }

    static func period(_ text: String) throws -> Period {
        guard let period = Period(text) else { throw CityRefusal.period(text) }
        return period
    }

    enum CityRefusal: Error { case period(String) }

    private func register(
        _ id: String, _ name: String, _ kind: OrganizationKind, group: String? = nil
    ) async throws {
        try await ask(
            RegisterOrganization {
                $0.id = OrganizationID(unchecked: id)
                $0.kind = kind
                $0.name = name
                $0.parent = id == "dalian" ? nil : OrganizationID(unchecked: "dalian")
                $0.group = group
                $0.from = Day("2020-01-01") ?? .earliest
            })
    }

    private func appoint(_ person: String, _ home: String, _ roles: [Role]) async throws {
        try await ask(
            AppointPerson {
                $0.person = PersonID(unchecked: person)
                $0.organization = OrganizationID(unchecked: home)
                $0.roles = roles
            })
    }
}

extension MadeCity {
    func register(project id: String, name: String = "示例项目") async throws {
        try await ask(
            RegisterProject {
                $0.id = ProjectID(unchecked: id)
                $0.profile.name = name
                $0.profile.totalInvestment = Money("250000000.01").map { .known($0) }
                $0.credits = [Credit(OrganizationID(unchecked: "x"), .whole)]
                $0.from = Day("2024-01-01") ?? .earliest
            })
    }

    func claim(_ project: String, _ stage: Stage, _ day: String) async throws {
        try await ask(
            ClaimStage {
                $0.project = ProjectID(unchecked: project)
                $0.stage = stage
                $0.day = Day(day) ?? .earliest
                $0.evidence = stage.requiredEvidence.map { kind in
                    var evidence = Evidence()
                    evidence.kind = kind
                    evidence.sha256 = SHA256Text(String(repeating: "0", count: 64)) ?? .blank
                    return evidence
                }
            }, as: "xx")
    }

    func refuse(_ project: String, _ claim: Int) async throws {
        try await ask(
            RefuseStage {
                $0.project = ProjectID(unchecked: project)
                $0.claim = claim
                $0.because = .notOnSite
            }, as: "judge")
    }

    func recognise(_ project: String, _ claim: Int, _ day: String) async throws {
        try await ask(
            RecogniseStage {
                $0.project = ProjectID(unchecked: project)
                $0.claim = claim
                $0.day = Day(day) ?? .earliest
            }, as: "judge")
    }
}

/// The time of the city's clock.
private final class MadeTime: Sendable {
    private let moment = Mutex("2024-01-10T04:00:00.000Z")

    func set(_ text: String) { moment.withLock { $0 = text } }

    var now: Timestamp {
        let bytes = Array(moment.withLock { $0 }.utf8)
        return bytes.withUnsafeBufferPointer { Timestamp(utf8: $0) }
            ?? Timestamp(milliseconds: 0)
    }
}
