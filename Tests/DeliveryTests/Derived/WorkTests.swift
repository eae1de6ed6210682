import Delivery
import Rulebook
import Testing

@Suite("What waits for a person")
struct WorkTests {
    private func kinds(_ test: TestCity, _ actor: Actor) -> [WorkKind] {
        test.city.work(for: actor, on: test.today).map(\.kind)
    }

    @Test("a commitment waits for whoever has the next word on it, and for nobody else")
    func commitment() throws {
        // Given a draft
        var test = try TestCity.dalian()
        try test.draft()
        #expect(kinds(test, .dispatcher) == [.issue])
        #expect(kinds(test, .zhongshan).isEmpty)
        // When it is issued, then its lead is to acknowledge it, and is late
        try test.issue()
        #expect(kinds(test, .dispatcher).isEmpty && kinds(test, .xigang).isEmpty)
        let item = try #require(test.city.work(for: .zhongshan, on: test.today).first)
        #expect(item.kind == .acknowledge && item.urgency == .overdue)
        #expect(item.due == day("2024-02-06") && item.since == day("2024-02-01"))
        #expect(item.subject == .commitment(TestCity.first))
        #expect(item.command?.name == "commitment.acknowledge")
        #expect(item.command?.fields.map(\.value) == ["c-001"])
        // When it is acknowledged, then it waits again as its day comes near
        try test.accept(acknowledging(), as: .zhongshan)
        #expect(kinds(test, .zhongshan).isEmpty)
        test.today = day("2024-12-28")
        let due = try #require(test.city.work(for: .zhongshan, on: test.today).first)
        #expect(due.kind == .finish && due.urgency == .soon)
        #expect(due.command?.name == "commitment.submitEvidence")
        try test.accept(submitting(), as: .zhongshan)
        test.today = day("2024-12-31")
        let last = try #require(test.city.work(for: .zhongshan, on: test.today).first)
        #expect(last.urgency == .today && last.command?.name == "commitment.reportDone")
    }

    @Test("what is reported done waits for outsiders, and what they return for its lead again")
    func closing() throws {
        // Given a commitment of zhongshan that is reported done
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.finish()
        #expect(kinds(test, .inspector).contains(.verify))
        #expect(kinds(test, .zhongshan).isEmpty && kinds(test, .zhongshanInspector).isEmpty)
        // When it is returned, then its lead reports it done anew
        try test.accept(returning(), as: .inspector)
        let item = try #require(test.city.work(for: .zhongshan, on: test.today).first)
        #expect(item.kind == .answerReturn && item.command?.name == "commitment.reportDone")
        // When it is verified, then it is struck off from outside
        try test.accept(finishing(), as: .zhongshan)
        try test.verify()
        #expect(kinds(test, .dispatcher) == [.strikeOff])
        try test.accept(striking(), as: .dispatcher)
        #expect(kinds(test, .dispatcher).isEmpty && kinds(test, .zhongshan).isEmpty)
    }

    @Test("the silent are asked for a word, and an adjustment waits for those who decide it")
    func silence() throws {
        var test = try TestCity.dalian()
        try test.acknowledge()
        test.today = day("2024-11-20")
        let item = try #require(test.city.work(for: .zhongshan, on: test.today).first)
        #expect(item.kind == .progress && item.due == day("2024-11-15"))
        try test.accept(progressing(on: "2024-11-20"), as: .zhongshan)
        #expect(kinds(test, .zhongshan).isEmpty)
        try test.accept(proposing { $0.due = day("2025-03-31") }, as: .zhongshan)
        let decision = try #require(test.city.work(for: .leader, on: test.today).first)
        #expect(decision.kind == .decideAdjustment)
        #expect(decision.command?.fields.map(\.value) == ["c-001", "1"])
        #expect(kinds(test, .dispatcher).isEmpty)
    }

    @Test("those above hear of what is not acknowledged in time")
    func escalation() throws {
        var test = try TestCity.dalian()
        try test.accept(
            AppointPerson {
                ($0.person, $0.organization) = (Actor.leader.person, organization("dalian"))
                $0.roles = [.leader]
            }, as: .console)
        try test.draft()
        try test.issue()
        let item = try #require(test.city.work(for: .leader, on: test.today).first)
        #expect(item.kind == .pressLead && item.command == nil && item.urgency == .overdue)
        try test.accept(acknowledging(), as: .zhongshan)
        #expect(kinds(test, .leader).isEmpty)
    }

    @Test("a claim waits for those outside its houses, and a refused one for who claimed it")
    func claims() throws {
        var test = try TestCity.dalian()
        try test.claim(.signed, on: "2024-03-01")
        for actor in [Actor.dispatcher, .inspector] {
            let rules = test.city.work(for: actor, on: test.today).filter { $0.kind == .rule }
            #expect(rules.map(\.command?.name) == ["project.recogniseStage"])
        }
        #expect(!kinds(test, .zhongshanInspector).contains(.rule))
        try test.accept(refusing(1), as: .dispatcher)
        #expect(!kinds(test, .dispatcher).contains(.rule))
        #expect(kinds(test, .zhongshan) == [.claimAgain] && kinds(test, .xigang).isEmpty)
        try test.claim(.signed, on: "2024-03-02")
        #expect(kinds(test, .zhongshan).isEmpty)
    }

    @Test("a figure goes from who keeps it to who accepts it, and back to who reported it")
    func figures() throws {
        var test = try TestCity.dalian()
        try Provocation.observed(&test)
        #expect(kinds(test, .keeper) == [.approveFigure])
        #expect(kinds(test, .zhongshan).isEmpty)
        try test.accept(ApproveFigure.example, as: .keeper)
        #expect(kinds(test, .keeper).isEmpty && kinds(test, .dispatcher) == [.acceptFigure])
        try test.accept(ReturnFigure.example, as: .dispatcher)
        let item = try #require(test.city.work(for: .zhongshan, on: test.today).first)
        #expect(item.kind == .correctFigure && item.command?.name == "indicator.observe")
    }

    @Test("a blocker waits for its handler by its clock, then for whoever raised it")
    func blockers() throws {
        var test = try TestCity.dalian()
        try Provocation.raised(&test)
        let item = try #require(test.city.work(for: .zhongshan, on: test.today).first)
        #expect(item.kind == .solveBlocker && item.due != nil)
        var solved = try TestCity.dalian()
        try Provocation.solved(&solved)
        #expect(kinds(solved, .zhongshan) == [.confirmBlocker])
    }

    @Test("an open finding waits for inspectors from outside, and a revision for each of its hands")
    func findingsAndLists() throws {
        var test = try TestCity.dalian()
        #expect(kinds(test, .inspector) == [.closeFinding])
        #expect(kinds(test, .zhongshanInspector).isEmpty)
        // Given a revision that is being drawn up
        try test.openList(with: ["c-001"])
        try test.issue()
        try test.revise()
        try test.accept(adding("c-001"), as: .supervisor)
        #expect(kinds(test, .dispatcher).isEmpty && kinds(test, .leader).isEmpty)
        // When it is submitted, then it waits for approvers that had no hand in it
        try test.accept(submittingRevision(), as: .dispatcher)
        #expect(kinds(test, .leader) == [.approveRevision])
        #expect(!kinds(test, .supervisor).contains(.approveRevision))
        try test.accept(returningRevision(), as: .leader)
        #expect(kinds(test, .dispatcher) == [.reviseAgain])
        try test.accept(submittingRevision(), as: .dispatcher)
        try test.accept(approvingRevision(), as: .leader)
        #expect(kinds(test, .dispatcher) == [.publishEdition])
    }

    @Test("a leader is told of blockers at the leaders' tiers")
    func tiers() throws {
        var test = try TestCity.dalian()
        try test.accept(
            RaiseBlocker {
                $0 = RaiseBlocker.example.proposed
                $0.project = ProjectID(unchecked: "p1")
                ($0.tier, $0.handler) = (.deputyLeader, organization("dalian"))
            }, as: .zhongshan)
        let item = try #require(test.city.work(for: .leader, on: test.today).first)
        #expect(item.kind == .leadBlocker && item.command == nil)
    }

    @Test("the most urgent comes first")
    func order() throws {
        var test = try TestCity.dalian()
        try test.acknowledge("c-002") { $0.due = day("2024-10-20") }
        try test.draft("c-001")
        try test.issue("c-001")
        try test.acknowledge("c-003") { $0.due = day("2024-10-15") }
        let work = test.city.work(for: .zhongshan, on: test.today)
        #expect(work.map(\.urgency) == [.overdue, .today, .soon])
        #expect(work.map(\.subject) == ["c-001", "c-003", "c-002"].map { .commitment(item($0)) })
        #expect(Urgency(due: nil, on: test.today) == .later)
        #expect(Urgency(due: day("2024-10-23"), on: test.today) == .later)
    }
}
