import Delivery
import Rulebook
import Testing

@Suite("Commitments from draft to reported done")
struct CommitmentTests {
    @Test("a commitment goes its way step by step, and each step stands with its record")
    func way() throws {
        // Given a draft
        var test = try TestCity.dalian()
        try test.draft()
        #expect(test.commitment()?.state == .draft)
        #expect(test.commitment()?.baseline == nil)
        // When it is issued, acknowledged, worked on, shown and reported done
        try test.issue()
        try test.accept(acknowledging(), as: .zhongshan)
        try test.accept(progressing("c-001", 45), as: .zhongshan)
        try test.accept(progressing("c-001", nil, note: .text("仍在办理")), as: .xigang)
        #expect(test.commitment()?.percent == 45)
        try test.accept(submitting(), as: .xigang)
        try test.accept(finishing(), as: .zhongshan)
        // Then its steps are five, of which the first word on its progress was one
        let commitment = try #require(test.commitment())
        #expect(commitment.steps.map(\.state) == CommitmentState.allCases)
        #expect(commitment.step(.inProgress)?.day == day("2024-06-30"))
        #expect(commitment.step(.reportedDone)?.note == .text("均已开工"))
        #expect(
            commitment.progress.map(\.organization) == [
                organization("zhongshan"), organization("xigang"),
            ])
        #expect(commitment.evidence[0].evidence.name == .text("施工许可证.pdf"))
        #expect(commitment.percent == 100 && commitment.isDone)
        #expect(commitment.records.count == 7)
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("a draft may be redrafted by those it is drafted for, and keeps its criterion")
    func redrafted() throws {
        var test = try TestCity.dalian()
        try test.draft()
        try test.accept(redrafting { $0.due = day("2024-11-30") }, as: .zhongshan)
        #expect(test.commitment()?.profile.due == day("2024-11-30"))
        try test.issue()
        #expect(test.commitment()?.baseline == test.commitment()?.profile)
    }

    @Test("a commitment names what it answers, what it is a part of and what carries it out")
    func chain() throws {
        // Given a directive, an indicator and a project
        var test = try TestCity.dalian()
        try test.declare()
        try test.registerDirective()
        try test.registerIndicator()
        let directive = RegisterDirective.example.proposed.id
        try test.draft {
            $0.answers = [ClauseReference(directive, "1")]
            $0.alignment = Alignment(CodeName(unchecked: "P1"))
        }
        // When a part of it is drafted that answers the same and names them
        try test.draft("c-002") {
            $0.kind = .project
            ($0.parent, $0.weight) = (TestCity.first, Decimal("0.4"))
            $0.answers = [ClauseReference(directive, "1")]
            $0.projects = [ProjectID(unchecked: "p1")]
            $0.indicators = [TestCity.investment]
            $0.owner = PersonID(unchecked: "p-zhongshan-1")
        }
        // Then it stands below the first
        #expect(test.city.parts(of: TestCity.first).map(\.id.text) == ["c-002"])
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("a clause is answered whole once all that answer it are done")
    func answers() throws {
        // Given two clauses and a commitment for the first that is a draft
        var test = try TestCity.dalian()
        try test.registerDirective()
        let directive = RegisterDirective.example.proposed.id
        try test.draft { $0.answers = [ClauseReference(directive, "1")] }
        func extents() -> [ClauseAnswer.Extent] { test.city.answers(to: directive).map(\.extent) }
        #expect(extents() == [.none, .none])
        // When it is issued, then it answers partly, and whole once done
        try test.issue()
        #expect(extents() == [.partly, .none])
        try test.accept(acknowledging(), as: .zhongshan)
        try test.finish()
        #expect(extents() == [.whole, .none])
        // When another answers the directive as a whole, then it answers each clause
        try test.draft("c-002") { $0.answers = [ClauseReference(directive, nil as CodeName?)] }
        try test.issue("c-002")
        #expect(extents() == [.partly, .partly])
        let first = test.city.answers(to: directive)[0]
        #expect(first.commitments.map(\.text) == ["c-001", "c-002"])
        #expect(first.extent.words == Words(zh: "部分落实", en: "partly answered"))
    }

    @Test("a parent is done after its parts")
    func parts() throws {
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.accept(submitting(), as: .zhongshan)
        try test.acknowledge("c-002") { $0.parent = TestCity.first }
        #expect(test.refusal(of: finishing(), as: .zhongshan)?.code == .partsOpen)
        try test.finish("c-002")
        #expect(test.refusal(of: finishing(), as: .zhongshan) == nil)
    }

    @Test("it is overdue once its day has passed, unless it is a draft or done")
    func overdue() throws {
        var test = try TestCity.dalian()
        try test.draft()
        #expect(test.commitment()?.isOverdue(on: day("2025-01-01")) == false)
        try test.issue()
        #expect(test.commitment()?.isOverdue(on: day("2024-12-31")) == false)
        #expect(test.commitment()?.isOverdue(on: day("2025-01-01")) == true)
        try test.accept(acknowledging(), as: .zhongshan)
        #expect(test.commitment()?.lastWord == day("2024-10-15"))
        try test.finish()
        #expect(test.commitment()?.isOverdue(on: day("2025-01-01")) == false)
    }

    @Test("it is acknowledged within three working days by the city's calendar")
    func acknowledgementClock() throws {
        // Given a calendar in which the days after the issue are off
        var test = try TestCity.dalian()
        try test.draft()
        let none = test.commitment()?.acknowledgeBy(test.city.calendar)
        #expect(none == nil)
        try test.issue()
        #expect(test.commitment()?.acknowledgeBy(test.city.calendar)?.value == day("2024-02-06"))
        // When the holidays are set
        try test.accept(
            calendar(2024, ["2024-02-02", "2024-02-05"], ["2024-02-04"]), as: .system)
        // Then the clock runs by them
        let by = test.commitment()?.acknowledgeBy(test.city.calendar)
        #expect(by?.value == day("2024-02-07"))
        #expect(by?.yearsWithout == [])
    }

    @Test("a revised directive keeps its records, and its clauses may be added to")
    func revisedDirective() throws {
        var test = try TestCity.dalian()
        try test.registerDirective()
        try test.accept(ReviseDirective.example, as: .supervisor)
        let directive = try #require(
            test.city.directives[ReviseDirective.example.proposed.directive])
        #expect(directive.profile.clauses.map(\.id.text) == ["1", "2", "3"])
        #expect(directive.records.count == 2)
    }
}
