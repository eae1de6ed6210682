import Delivery
import Rulebook
import Testing

@Suite("Clocks, tallies and the chain of the list")
struct ClockTests {
    @Test("what is not acknowledged in time is escalated to those above the lead")
    func escalated() throws {
        // Given an issued commitment, and people above the lead and beside it
        var test = try TestCity.dalian()
        for (person, home, role) in [
            ("shizhang", "dalian", Role.leader), ("duchashi", "dalian", .supervisor),
            ("diaodu", "fagaiwei", .dispatcher), ("quzhang", "zhongshan", .leader),
            ("zs-ducha", "zhongshan", .supervisor), ("xg-ducha", "xigang", .supervisor),
            ("gx-zhang", "gongxinju", .leader),
        ] {
            try test.accept(
                AppointPerson {
                    ($0.person, $0.organization) = (PersonID(unchecked: person), organization(home))
                    $0.roles = [role]
                }, as: .security)
        }
        try test.draft()
        try test.issue()
        let item = try #require(test.commitment())
        // Then it is in time for three working days, over a weekend
        #expect(!item.isEscalated(on: day("2024-02-06"), city: test.city))
        #expect(test.city.escalation(of: item, on: day("2024-02-06")) == nil)
        let escalation = try #require(test.city.escalation(of: item, on: day("2024-02-07")))
        #expect(escalation.by == day("2024-02-06"))
        #expect(escalation.to.map(\.text) == ["diaodu", "duchashi", "shizhang"])
        // When the clock is set to five, then it is two days longer
        try test.accept(SetCommitmentClocks { $0.clocks.acknowledge = 5 }, as: .dispatcher)
        #expect(!item.isEscalated(on: day("2024-02-08"), city: test.city))
        #expect(item.isEscalated(on: day("2024-02-09"), city: test.city))
        // When it is acknowledged, then no more
        try test.accept(acknowledging(), as: .zhongshan)
        let seen = try #require(test.commitment())
        #expect(!seen.isEscalated(on: day("2024-12-09"), city: test.city))
    }

    @Test("the lead is reminded at the distances that were chosen, until it is due")
    func reminders() throws {
        var test = try TestCity.dalian()
        try test.acknowledge()
        var item = try #require(test.commitment())
        let clocks = CommitmentClocks()
        func distances(_ text: String) -> [Int] {
            item.reminders(on: day(text), clocks).map(\.distance)
        }
        #expect(distances("2024-11-30") == [])
        #expect(distances("2024-12-01") == [30])
        #expect(distances("2024-12-24") == [30, 7])
        #expect(distances("2024-12-31") == [30, 7, 1])
        #expect(distances("2025-01-01") == [])
        #expect(item.reminders(on: day("2024-12-01"), clocks)[0].day == day("2024-12-01"))
        try test.finish()
        item = try #require(test.commitment())
        #expect(distances("2024-12-31") == [])
    }

    @Test("who says nothing for longer than the clock allows is silent, until the next word")
    func silent() throws {
        var test = try TestCity.dalian()
        test.today = day("2024-06-01")
        try test.acknowledge()
        var clocks = CommitmentClocks()
        clocks.update = 10
        #expect(test.commitment()?.isSilent(on: day("2024-06-11"), clocks: clocks) == false)
        #expect(test.commitment()?.isSilent(on: day("2024-06-12"), clocks: clocks) == true)
        test.today = day("2024-06-12")
        try test.accept(progressing("c-001", 5, on: "2024-06-12"), as: .zhongshan)
        #expect(test.commitment()?.isSilent(on: day("2024-06-12"), clocks: clocks) == false)
        // What is reported done waits for others.
        test.today = day("2024-10-15")
        try test.finish()
        #expect(test.commitment()?.isSilent(on: day("2025-06-12"), clocks: clocks) == false)
    }

    @Test("each organization is told what it owes and how it keeps it")
    func tallies() throws {
        // Given one closed in time after a return, one late, one escalated, one cancelled, one
        // suspended and one reported done, of zhongshan, and one of its park
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.finish()
        try test.accept(returning(), as: .inspector)
        try test.accept(finishing(), as: .zhongshan)
        try test.verify()
        try test.accept(striking(), as: .inspector)
        try test.acknowledge("late") { $0.due = day("2024-09-30") }
        try test.draft("new")
        try test.issue("new")
        try test.acknowledge("gone")
        try test.adjust("gone") { $0.kind = .cancel }
        try test.acknowledge("still")
        try test.adjust("still") { $0.kind = .suspend }
        try test.acknowledge("said")
        try test.finish("said")
        try test.acknowledge("moved") { $0.due = day("2024-09-01") }
        try test.adjust("moved") { $0.due = day("2024-09-30") }
        try test.close("moved")
        try test.draft("park") { $0.lead = organization("yuanqu") }
        try test.issue("park")
        // When they are counted
        let tallies = test.city.listTallies(on: day("2024-10-15"))
        let tally = try #require(tallies[organization("zhongshan")])
        // Then
        #expect(tally.owed == 3 && tally.suspended == 1 && tally.reported == 1)
        #expect(tally.overdue == 1 && tally.escalated == 1 && tally.silent == 0)
        #expect(tally.returned == 1)
        #expect(tally.closed == 2 && tally.onTime == 2 && tally.onFirstDue == 1)
        #expect(
            test.city.listTallies(on: day("2024-11-16"))[organization("zhongshan")]?.silent == 1)
        let all = test.city.listTally(of: organization("zhongshan"), on: day("2024-10-15"))
        #expect(all.owed == 4 && all.escalated == 2)
        #expect(test.city.listTally(of: organization("dalian"), on: day("2024-10-15")) == all)
        #expect(test.city.listTally(of: organization("xigang"), on: day("2024-10-15")).owed == 0)
    }

    @Test("the chain runs from the directive to the evidence, and back")
    func chain() throws {
        // Given a directive, a commitment for its first clause, a part that a project and an
        // indicator carry, evidence of both, and one that answers the directive as a whole
        var test = try TestCity.dalian()
        try test.registerDirective()
        try test.registerIndicator()
        try test.claim(.signed, on: "2024-03-01")
        let directive = RegisterDirective.example.proposed.id
        try test.acknowledge { $0.answers = [ClauseReference(directive, "1")] }
        try test.acknowledge("c-002") {
            $0.parent = TestCity.first
            $0.projects = [ProjectID(unchecked: "p1")]
            $0.indicators = [TestCity.investment]
        }
        try test.draft("c-003") { $0.answers = [ClauseReference(directive, nil as CodeName?)] }
        try test.issue("c-003")
        try test.draft("c-004") { $0.answers = [ClauseReference(directive, "1")] }
        try test.accept(submitting("c-002", "1"), as: .zhongshan)
        // When it is walked down
        let clause = CodeName(unchecked: "1")
        let second = ChainLink.commitment(CommitmentID(unchecked: "c-002"))
        let proof = try #require(SHA256Text(String(repeating: "1", count: 64)))
        let city = test.city
        let down = city.chain(below: .directive(directive))
        #expect(
            down.next.map(\.link) == [
                .clause(directive, clause), .clause(directive, CodeName(unchecked: "2")),
                .commitment(CommitmentID(unchecked: "c-003")),
            ])
        #expect(
            down.next[0].links == [
                .clause(directive, clause), .commitment(TestCity.first), second,
                .project(ProjectID(unchecked: "p1")), .evidence(hash),
                .indicator(TestCity.investment), .evidence(proof),
            ])
        // Then walking up from the proof comes to the same sentence
        for end in [ChainLink.evidence(proof), .evidence(hash), .indicator(TestCity.investment)] {
            let up = city.chain(above: end).links
            #expect(up.contains(.clause(directive, clause)) && up.last == .directive(directive))
        }
        // And whatever is below a link has that link above it, and the other way round
        for link in down.links {
            for other in city.below(link) { #expect(city.above(other).contains(link)) }
            for other in city.above(link) { #expect(city.below(other).contains(link)) }
        }
        // And a draft is not led to yet
        #expect(!down.links.contains(.commitment(CommitmentID(unchecked: "c-004"))))
    }
}
