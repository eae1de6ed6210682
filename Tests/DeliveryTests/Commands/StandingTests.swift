import Delivery
import Rulebook
import Testing

@Suite("Standing commitments and the parts of districts")
struct StandingTests {
    @Test("a standing one closes for the period, and the next is due")
    func renews() throws {
        // Given one that is to be closed every month, on its last day
        var test = try TestCity.dalian()
        try test.acknowledge { ($0.renewal, $0.due) = (.month, day("2024-08-31")) }
        try test.accept(progressing("c-001", 100, on: "2024-08-20"), as: .zhongshan)
        // When the first period is struck off
        try test.accept(submitting("c-001", "1"), as: .zhongshan)
        try test.accept(finishing(on: "2024-08-30"), as: .zhongshan)
        try test.verify()
        try test.accept(striking(), as: .inspector)
        // Then it is kept with its steps and evidence, and the next one begins with nothing
        var item = try #require(test.commitment())
        #expect(!item.isDone && item.state == .acknowledged)
        #expect(item.profile.due == day("2024-09-30") && item.baseline?.due == day("2024-08-31"))
        #expect(item.currentEvidence.isEmpty && item.percent == nil)
        let first = try #require(item.closedPeriods.first)
        #expect(first.number == 1 && first.due == day("2024-08-31") && first.isOnTime)
        #expect(first.from == day("2024-02-01") && first.done == day("2024-08-30"))
        #expect(
            item.evidence[first.evidence].count == 1 && item.progress[first.progress].count == 1)
        #expect(item.steps[first.steps].last?.state == .struckOff)
        // And the next period wants evidence of its own
        #expect(test.refusal(of: finishing(), as: .zhongshan)?.code == .evidenceMissing)
        #expect(
            test.refusal(of: submitting("c-001", "1"), as: .zhongshan)?.code == .evidenceTwice)
        try test.accept(submitting("c-001", "2"), as: .zhongshan)
        try test.accept(finishing(on: "2024-10-02"), as: .zhongshan)
        try test.verify()
        try test.accept(striking(), as: .inspector)
        item = try #require(test.commitment())
        #expect(item.closedPeriods.map(\.isOnTime) == [true, false])
        #expect(item.profile.due == day("2024-10-31"))
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("the next day is the same one of the month, or its last where that is agreed or needed")
    func nextDays() {
        for (renewal, due, anchor, next) in [
            (Renewal.month, "2024-01-31", "2024-01-31", "2024-02-29"),
            (.month, "2024-02-29", "2024-01-31", "2024-03-31"),
            (.month, "2024-02-29", "2024-01-30", "2024-03-30"),
            (.month, "2024-01-30", "2024-01-30", "2024-02-29"),
            (.month, "2024-12-05", "2024-01-05", "2025-01-05"),
            (.quarter, "2024-11-30", "2024-11-30", "2025-02-28"),
            (.half, "2024-06-30", "2024-06-30", "2024-12-31"),
            (.year, "2024-02-29", "2024-02-29", "2025-02-28"),
        ] {
            #expect(renewal.next(after: day(due), anchor: day(anchor)) == day(next), "\(due)")
        }
        #expect(Renewal.year.next(after: .latest, anchor: .latest) == nil)
    }

    @Test("what it is a part of closes once the period in which that is due was struck off")
    func standingPart() throws {
        var test = try TestCity.dalian()
        try test.acknowledge { $0.due = day("2024-09-30") }
        try test.acknowledge("c-002") {
            ($0.parent, $0.renewal, $0.due) = (TestCity.first, .month, day("2024-08-31"))
        }
        try test.close("c-002", "1")
        try test.accept(submitting(), as: .zhongshan)
        #expect(test.refusal(of: finishing(), as: .zhongshan)?.code == .partsOpen)
        try test.close("c-002", "2")
        try test.accept(finishing(), as: .zhongshan)
        try test.verify()
        try test.accept(striking(), as: .inspector)
        #expect(test.commitment()?.isDone == true)
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("a clause is answered by a standing one that closed a period and is not behind")
    func answers() throws {
        var test = try TestCity.dalian()
        try test.registerDirective()
        let directive = RegisterDirective.example.proposed.id
        try test.acknowledge {
            ($0.renewal, $0.due) = (.year, day("2024-12-31"))
            $0.answers = [ClauseReference(directive, "1")]
        }
        #expect(test.city.answers(to: directive)[0].extent == .partly)
        try test.close()
        #expect(test.city.answers(to: directive)[0].extent == .whole)
    }

    @Test("issuing makes a part for each responsible district, with the same asked of it")
    func districts() throws {
        // Given a commitment for two districts
        var test = try TestCity.dalian()
        try test.registerDirective()
        let directive = RegisterDirective.example.proposed.id
        try test.draft {
            ($0.lead, $0.supporting) = (organization("fagaiwei"), [])
            $0.districts = [organization("zhongshan"), organization("changhai")]
            $0.answers = [ClauseReference(directive, "1")]
            $0.owner = PersonID(unchecked: "p-zhongshan-1")
        }
        #expect(test.city.parts(of: TestCity.first).isEmpty)
        // When it is issued, in one command
        let size = test.city.size
        try test.issue()
        // Then each has its part
        #expect(test.city.size == size + 5)
        let parts = test.city.parts(of: TestCity.first)
        #expect(parts.map(\.id.text) == ["c-001.zhongshan", "c-001.changhai"])
        let whole = try #require(test.commitment())
        for (part, district) in zip(parts, whole.profile.districts) {
            #expect(part.state == .issued && part.issued?.day == whole.issued?.day)
            #expect(part.profile.lead == district && part.profile.parent == whole.id)
            #expect(part.profile.due == whole.profile.due)
            #expect(part.profile.criterion == whole.profile.criterion)
            #expect(part.profile.answers == whole.profile.answers)
            #expect(part.profile.owner == nil && part.profile.post == whole.profile.post)
            #expect(part.profile.districts.isEmpty && part.baseline == part.profile)
        }
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("the whole is as far as its parts by their weights, rounded half away from zero")
    func percent() throws {
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.accept(progressing("c-001", 80), as: .zhongshan)
        func percent() -> Int? { test.commitment().flatMap { test.city.percent(of: $0) } }
        #expect(percent() == 80)
        // Given parts of weight 0.3 and, where nothing is said, 1; a draft does not count
        try test.acknowledge("c-002") { ($0.parent, $0.weight) = (TestCity.first, Decimal("0.3")) }
        try test.draft("c-003") { $0.parent = TestCity.first }
        try test.accept(progressing("c-002", 10), as: .zhongshan)
        #expect(percent() == 10)
        try test.issue("c-003")
        // 0.3 × 10 ÷ 1.3 = 2.3…
        #expect(percent() == 2)
        // When the second one has parts itself: (10 + 25) ÷ 2 = 17.5, and the whole
        // (3 + 17.5) ÷ 1.3 = 15.76…
        try test.acknowledge("c-004") { $0.parent = CommitmentID(unchecked: "c-003") }
        try test.acknowledge("c-005") { $0.parent = CommitmentID(unchecked: "c-003") }
        try test.accept(progressing("c-004", 10), as: .zhongshan)
        try test.accept(progressing("c-005", 25), as: .zhongshan)
        let third = try #require(test.commitment("c-003"))
        #expect(test.city.percent(of: third) == 18 && percent() == 16)
        // When one is cancelled, it does not count
        try test.adjust("c-005") { $0.kind = .cancel }
        #expect(test.city.percent(of: third) == 10)
    }

    @Test("a redrafted part moves from below the one to below the other")
    func movedPart() throws {
        var test = try TestCity.dalian()
        try test.draft()
        try test.draft("c-002")
        try test.draft("c-003") { $0.parent = TestCity.first }
        let second = CommitmentID(unchecked: "c-002")
        try test.accept(redrafting("c-003") { $0.parent = second }, as: .dispatcher)
        #expect(test.city.parts(of: TestCity.first).isEmpty)
        #expect(test.city.parts(of: second).map(\.id.text) == ["c-003"])
        #expect(test.city.checkInvariants().isEmpty)
    }
}
