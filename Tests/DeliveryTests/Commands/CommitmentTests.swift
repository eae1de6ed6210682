import Delivery
import Rulebook
import Testing

@Suite("Commitments from draft to struck off")
struct CommitmentTests {
    @Test("a commitment goes its way step by step, and each step stands with its record")
    func way() throws {
        // Given a draft
        var test = try TestCity.dalian()
        try test.draft()
        #expect(test.commitment()?.state == .draft)
        #expect(test.commitment()?.baseline == nil)
        // When it is issued, acknowledged, worked on, shown, reported done and struck off
        try test.issue()
        try test.accept(acknowledging(), as: .zhongshan)
        try test.accept(progressing("c-001", 45), as: .zhongshan)
        try test.accept(progressing("c-001", nil, note: .text("仍在办理")), as: .xigang)
        #expect(test.commitment()?.percent == 45)
        try test.accept(submitting(), as: .xigang)
        try test.accept(finishing(), as: .zhongshan)
        #expect(test.commitment()?.isDone == false)
        try test.verify()
        try test.accept(striking(), as: .inspector)
        // Then its steps are seven, of which the first word on its progress was one
        let commitment = try #require(test.commitment())
        #expect(
            commitment.steps.map(\.state) == [
                .draft, .issued, .acknowledged, .inProgress, .reportedDone, .verified, .struckOff,
            ])
        #expect(commitment.step(.inProgress)?.day == day("2024-06-30"))
        #expect(commitment.step(.reportedDone)?.note == .text("均已开工"))
        #expect(
            commitment.progress.map(\.organization) == [
                organization("zhongshan"), organization("xigang"),
            ])
        #expect(commitment.evidence[0].evidence.name == .text("施工许可证.pdf"))
        #expect(commitment.percent == 100 && commitment.isDone)
        #expect(commitment.records.count == 9)
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
        // When it is issued, then it answers partly, and whole once struck off
        try test.issue()
        #expect(extents() == [.partly, .none])
        try test.accept(acknowledging(), as: .zhongshan)
        try test.finish()
        #expect(extents() == [.partly, .none])
        try test.verify()
        try test.accept(striking(), as: .inspector)
        #expect(extents() == [.whole, .none])
        // When another answers the directive as a whole, then it answers each clause
        try test.draft("c-002") { $0.answers = [ClauseReference(directive, nil as CodeName?)] }
        try test.issue("c-002")
        #expect(extents() == [.partly, .partly])
        let first = test.city.answers(to: directive)[0]
        #expect(first.commitments.map(\.text) == ["c-001", "c-002"])
        #expect(first.extent.words == Words(zh: "部分落实", en: "partly answered"))
        // When that other is cancelled, then it answers nothing any more
        try test.adjust("c-002") { $0.kind = .cancel }
        #expect(extents() == [.whole, .none])
    }

    @Test("a parent closes after its parts")
    func parts() throws {
        // Given a part that is reported done below what is verified
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.accept(submitting(), as: .zhongshan)
        try test.acknowledge("c-002") { $0.parent = TestCity.first }
        #expect(test.refusal(of: finishing(), as: .zhongshan)?.code == .partsOpen)
        try test.finish("c-002")
        try test.accept(finishing(), as: .zhongshan)
        try test.verify()
        #expect(test.refusal(of: striking(), as: .inspector)?.code == .partsOpen)
        // When the part is struck off, then so may be the whole
        try test.verify("c-002")
        try test.accept(striking("c-002"), as: .inspector)
        try test.accept(striking(), as: .inspector)
        #expect(test.commitment()?.isDone == true)
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("it is overdue once its day has passed, unless it is a draft or was done in time")
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
        #expect(test.commitment()?.acknowledgeBy(test.city.calendar, within: 3) == nil)
        try test.issue()
        func by() -> CalendarAnswer<Day>? {
            test.commitment()?.acknowledgeBy(test.city.calendar, within: 3)
        }
        #expect(by()?.value == day("2024-02-06"))
        // When the holidays are set
        try test.accept(
            calendar(2024, ["2024-02-02", "2024-02-05"], ["2024-02-04"]), as: .system)
        // Then the clock runs by them
        #expect(by()?.value == day("2024-02-07"))
        #expect(by()?.yearsWithout == [])
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
