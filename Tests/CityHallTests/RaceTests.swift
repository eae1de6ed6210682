import CityHall
import Delivery
import JSON
import Rulebook
import RulebookJSON
import Testing

@Suite("Facts of races")
struct RaceTests {
    private static let rules = """
        rulebook: signed
        schema: 1
        version: "1"
        effective: {from: 2024-01-01}
        period: {unit: month, basis: ytd}
        cutoff: {days_after_period_end: 5}
        measures:
          n: {agg: sum, field: share, of: projects, where: [{field: signed_on, op: in_period}]}
        indicators: [{id: n, weight: "1", measure: n}]

        """

    private func question(_ text: String = rules, _ period: String = "2024-10") throws
        -> RaceQuestion
    {
        RaceQuestion(
            rules: .text(Array(text.utf8), file: "rules.yaml"),
            period: try #require(Period(period)))
    }

    private func prepare(_ test: TestHall, _ text: String = rules) throws -> PreparedRace {
        try question(text).prepare(test.city, past: test.hall.history.city)
    }

    /// The rows of a table as `unit field=value …`, of the fields named.
    private func rows(_ race: PreparedRace, _ table: String, _ fields: [String]) -> [String] {
        let rows = race.facts.json()["tables"]?[table]?.arrayValue ?? []
        return rows.map { row in
            let cells = fields.map { field -> String in
                let cell = row[field]?.stringValue ?? row[field]?.boolValue.map(String.init)
                return "\(field)=\(cell ?? "-")"
            }
            return ([row["unit"]?.stringValue ?? "?"] + cells).joined(separator: " ")
        }
    }

    @Test("what was recorded after the cut-off does not count, though it stands")
    func cutoff() async throws {
        // Given one project recognised by the fifth day after the month, and one a day later
        let test = try await TestHall.dalian()
        test.clock.set("2024-11-05T15:00:00.000Z")
        try await test.ask(registering("p1"))
        try await test.recognise(.signed, on: "2024-10-20")
        try await test.ask(registering("p2"))
        test.clock.set("2024-11-05T16:00:00.000Z")
        try await test.recognise(.signed, of: "p2", on: "2024-10-21")
        // When the race is prepared
        let race = try prepare(test)
        // Then the second is there without its stage
        #expect(
            rows(race, "projects", ["id", "signed_on"]) == [
                "zhongshan id=p1 signed_on=2024-10-20", "zhongshan id=p2 signed_on=-",
            ])
        #expect(race.counted == race.asOf - 2)
        let open = try prepare(
            test, Self.rules.replacing("cutoff: {days_after_period_end: 5}\n", with: ""))
        #expect(rows(open, "projects", ["signed_on"]).last == "zhongshan signed_on=2024-10-21")
    }

    @Test("the recognised date counts, not the claimed one, and a claim alone counts nothing")
    func recognisedDates() async throws {
        let test = try await TestHall.dalian()
        try await test.ask(registering("p1"))
        try await test.recognise(.signed, on: "2024-03-31", as: "2024-04-02")
        try await test.ask(claiming(.landed, on: "2024-05-01"), as: "zs")
        let race = try prepare(test)
        #expect(
            rows(race, "projects", ["signed_on", "landed_on"])
                == ["zhongshan signed_on=2024-04-02 landed_on=-"])
    }

    @Test("shares split amounts exactly, and several in one unit are one")
    func shares() async throws {
        // Given a project of thirds, one of them the park's of a district that has another
        let test = try await TestHall.dalian()
        let credits = [("xigang", "0.333333"), ("yuanqu", "0.333333"), ("zhongshan", "0.333334")]
        try await test.ask(registering("p1", credits, total: "100000000.01"))
        try await test.ask(investing("p1", "2024-04", "3"))
        // When
        let race = try prepare(test)
        // Then the parts are exact and sum to the whole
        #expect(
            rows(race, "projects", ["share", "total_investment", "whole_investment"]) == [
                "xigang share=0.333333 total_investment=0.3333330000333333"
                    + " whole_investment=1.0000000001",
                "zhongshan share=0.666667 total_investment=0.6666670000666667"
                    + " whole_investment=1.0000000001",
            ])
        #expect(
            rows(race, "investment", ["month", "amount"]) == [
                "xigang month=2024-04 amount=0.00000000999999",
                "zhongshan month=2024-04 amount=0.00000002000001",
            ])
    }

    @Test("each month's investment is split by the shares of its own month")
    func datedShares() async throws {
        let test = try await TestHall.dalian()
        try await test.ask(registering("p1"))
        try await test.ask(
            CreditProject {
                $0.project = ProjectID(unchecked: "p1")
                $0.credits = [Credit(organization("xigang"), .whole)]
                $0.from = day("2024-07-01")
            })
        try await test.ask(investing("p1", "2024-06", "100000000"))
        try await test.ask(investing("p1", "2024-07", "200000000"))
        let race = try prepare(test)
        #expect(
            rows(race, "investment", ["amount"]) == ["zhongshan amount=1", "xigang amount=2"])
        #expect(rows(race, "projects", ["id"]) == ["xigang id=p1"])
    }

    @Test("a park's project stands for its district of the day, one of nobody is not in the race")
    func rollUp() async throws {
        let test = try await TestHall.dalian()
        try await test.ask(registering("p1", [("yuanqu", "1")]))
        try await test.ask(registering("p2", [("fagaiwei", "1")]))
        try await test.ask(registering("p3", []))
        #expect(rows(try prepare(test), "projects", ["id"]) == ["zhongshan id=p1"])
        try await test.ask(
            MoveOrganization {
                $0.organization = organization("yuanqu")
                $0.parent = organization("changhai")
                $0.from = day("2024-10-31")
            })
        #expect(rows(try prepare(test), "projects", ["id"]) == ["changhai id=p1"])
    }

    @Test("a district that changes its group races in the group of the period's end")
    func datedGroups() async throws {
        let test = try await TestHall.dalian()
        try await test.ask(
            GroupOrganization {
                $0.organization = organization("xigang")
                $0.group = "涉农区"
                $0.from = day("2024-07-01")
            })
        func group(_ period: String) throws -> String? {
            let race = try question(Self.rules, period)
                .prepare(test.city, past: test.hall.history.city)
            return race.facts.units.first { $0.id == "xigang" }?.group
        }
        // The year's earlier months have their cut-off before anything was recorded.
        let open = Self.rules.replacing("cutoff: {days_after_period_end: 5}\n", with: "")
        let june = try question(open, "2024-06").prepare(test.city, past: test.hall.history.city)
        #expect(june.facts.units.first { $0.id == "xigang" }?.group == "主城区")
        #expect(try group("2024-10") == "涉农区")
    }

    @Test("a rulebook whose groups are not the register's is refused, with what differs")
    func groupsDiffer() async throws {
        let test = try await TestHall.dalian()
        let same = "groups: {主城区: [xigang, zhongshan], 涉农区: [changhai]}\n"
        _ = try prepare(test, Self.rules + same)
        for groups in [
            "groups: {主城区: [zhongshan], 涉农区: [changhai]}\n",
            "groups: {主城区: [zhongshan, xigang]}\n",
            "groups: {主城区: [zhongshan, xigang], 涉农区: [changhai, jinpu]}\n",
        ] {
            let error = #expect(throws: RaceRefusal.self) {
                try prepare(test, Self.rules + groups)
            }
            guard case .groupsDiffer(let words)? = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(words.zh.contains("rules.yaml") && words.en.contains("rules.yaml"))
        }
    }

    @Test("targets are the year's, schedules what is due by the period's last month")
    func targets() async throws {
        let test = try await TestHall.dalian()
        try await test.ask(SetTarget.example)
        let values = try prepare(test).facts.json()["values"]
        #expect(values?["target.signed_n"]?["zhongshan"]?.stringValue == "15")
        #expect(values?["schedule.signed_n"]?["zhongshan"]?.stringValue == "12")
        #expect(values?["target.signed_n"]?["xigang"] == nil)
    }

    @Test("a report's row says what the report before it said")
    func reports() async throws {
        // Given three reports, the second corrected and the last with an unknown amount
        let test = try await TestHall.dalian()
        try await test.ask(registering("p1"))
        let said: [(String, Stage, Known<Money>)] = [
            ("2024-03-31", .signed, .known(Money(minor: 10_000_000_000))),
            ("2024-06-30", .signed, .known(Money(minor: 20_000_000_000))),
            ("2024-06-30", .started, .known(Money(minor: 30_000_000_000))),
            ("2024-09-30", .landed, .unknown(.implausibleAmount, source: "1e99")),
        ]
        for (asOf, stage, amount) in said {
            try await test.ask(
                ReportProject {
                    $0.project = ProjectID(unchecked: "p1")
                    $0.asOf = day(asOf)
                    $0.stage = .known(stage)
                    $0.totalInvestment = amount
                })
        }
        let fields = ["previous_stage", "moved", "total_investment", "previous_total_investment"]
        #expect(
            rows(try prepare(test), "reports", fields) == [
                "zhongshan previous_stage=- moved=- total_investment=1 previous_total_investment=-",
                "zhongshan previous_stage=signed moved=true total_investment=3"
                    + " previous_total_investment=1",
                "zhongshan previous_stage=started moved=false total_investment=-"
                    + " previous_total_investment=3",
            ])
    }

    @Test("facts made in memory score as their canonical JSON read back does")
    func scoresAlike() async throws {
        let test = try await TestHall.dalian()
        for (id, owner) in [("p1", "zhongshan"), ("p2", "xigang"), ("p3", "zhongshan")] {
            try await test.ask(registering(id, [(owner, "0.5"), ("changhai", "0.5")]))
        }
        try await test.recognise(.signed, on: "2024-10-01")
        try await test.recognise(.signed, of: "p3", on: "2024-09-01")
        let race = try prepare(test)
        let read = try Facts(json: race.factsBytes, file: "facts.json")
        #expect(try read.canonicalJSON() == race.factsBytes)
        let one = try race.score(traces: true).json
        let other = try ScoredRace(
            race.rulebook, race.rulebookBytes, read, race.factsBytes, traces: true
        ).json
        #expect(try one.canonical() == other.canonical())
    }

    @Test("an adopted rulebook is found by the period's end, the last adopted first")
    func adopted() async throws {
        let test = try await TestHall.dalian()
        for (version, until) in [("1", ", until: 2024-07-01"), ("2", "")] {
            var command = AdoptRulebook()
            command.text.text = Self.rules
                .replacing("version: \"1\"", with: "version: \"\(version)\"")
                .replacing("from: 2024-01-01", with: "from: 2024-01-01" + until)
            try await test.ask(command)
        }
        func version(_ period: String) throws -> String? {
            let day = try #require(Period(period)).end
            return test.city.rulebook("signed", inForceOn: day)?.heading.version
        }
        #expect(try version("2024-06") == "2")
        #expect(try version("2024-10") == "2")
        #expect(try version("2023-12") == nil)
        let asked = RaceQuestion(
            rules: .adopted(id: "none"), period: try #require(Period("2024-10")))
        let error = #expect(throws: RaceRefusal.self) {
            try asked.prepare(test.city, past: test.hall.history.city)
        }
        guard case .rulebookUnknown("none", _, ["signed 1", "signed 2"])? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
