import Delivery
import Ledger
import LedgerSQLite
import Rulebook

/// Ten records a project: registered, two stages claimed and recognised, four months of
/// investment, a progress report.
struct SyntheticLedger {
    private let store: SQLiteLedgerStore
    private let first = Day(year: 2024, month: 1, day: 1) ?? .blank
    private let districts = (1...13).map { OrganizationID(unchecked: "district-\($0)") }
    private let hash = SHA256Text(String(repeating: "5a", count: 32)) ?? .blank

    init(_ directory: String) throws(LedgerError) {
        store = try SQLiteLedgerStore(directory: directory)
    }

    func fill(_ count: Int) throws(LedgerError) {
        var head = try store.head()
        if head.size >= count { return }
        try append(opening(), to: &head)
        var project = 0
        while head.size < count {
            var events: [any EventBody] = []
            for _ in 0..<400 {
                events += life(of: project)
                project += 1
            }
            try append(Array(events.prefix(count - head.size)), to: &head)
        }
        store.close()
    }

    private func append(
        _ events: [any EventBody], to head: inout LedgerHead
    ) throws(LedgerError) {
        let expected = head
        var commands: [SealedCommand] = []
        for event in events { commands.append(try seal(event, &head)) }
        try store.append(commands, expecting: expected)
    }

    private func seal(
        _ event: some EventBody, _ head: inout LedgerHead
    ) throws(LedgerError) -> SealedCommand {
        let day = first.adding(days: head.size / 4_000) ?? first
        let draft = CommandDraft(
            cmd: "5f3a9c1e-7b42-4d06-9e1f-\(100_000_000_000 + head.size)",
            actor: "p-\(head.size % 40)",
            at: "\(day)T04:00:00.000Z", body: [],
            events: [
                .init(
                    type: type(of: event).type.description, org: districts[head.size % 13].text,
                    data: EventKind.data(event, recordedOn: day))
            ])
        return try head.seal(draft, log: BenchStart.log)
    }

    private func opening() -> [any EventBody] {
        var city = CityConfigured()
        (city.nameZh, city.nameEn) = ("测试市", "Test City")
        return [city]
            + districts.map { id in
                var district = OrganizationRegistered()
                (district.id, district.name, district.group) = (id, "\(id)", "全市")
                district.from = first
                return district
            }
    }

    private func life(of number: Int) -> [any EventBody] {
        let id = ProjectID(unchecked: "project-\(number)")
        let day = first.adding(days: number % 300) ?? first
        var registered = ProjectRegistered()
        registered.id = id
        registered.profile.name = "第 \(number) 号示例项目"
        registered.profile.lead = districts[number % 13]
        registered.profile.industry = "装备制造"
        registered.profile.totalInvestment = .known(Money(minor: 10_000_000_000 + Int64(number)))
        registered.credits = [Credit(districts[number % 13], .whole)]
        registered.from = day
        var report = ProjectReported()
        (report.project, report.asOf) = (id, day)
        report.stage = .known(.building)
        report.totalInvestment = .known(Money(minor: 12_000_000_000))
        report.completion = .unknown(.implausibleDate, source: "2204-12-31")
        return [registered] + stage(.signed, 1, id, day) + stage(.landed, 2, id, day)
            + investment(id, day) + [report]
    }

    private func stage(
        _ stage: Stage, _ number: Int, _ id: ProjectID, _ day: Day
    ) -> [any EventBody] {
        var evidence = Evidence()
        evidence.kind = stage.requiredEvidence.first ?? .other
        evidence.sha256 = hash
        (evidence.size, evidence.mediaType) = (182_044, "application/pdf")
        var claimed = StageClaimed()
        (claimed.project, claimed.stage, claimed.day) = (id, stage, day)
        claimed.evidence = [evidence]
        var recognised = StageRecognised()
        (recognised.project, recognised.claim, recognised.day) = (id, number, day)
        return [claimed, recognised]
    }

    private func investment(_ id: ProjectID, _ day: Day) -> [any EventBody] {
        (0..<4).map { month in
            var done = InvestmentReported()
            (done.project, done.amount) = (id, Money(minor: 78_600_00 + Int64(month)))
            done.month = day.month.adding(months: month) ?? day.month
            return done
        }
    }
}
