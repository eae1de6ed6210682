import Delivery
import Rulebook
import Testing

@Suite("Stages: claimed and recognised")
struct StageTests {
    @Test("a claimed stage counts only once recognised, on the day that was recognised")
    func recognised() throws {
        // Given a claim
        var test = try TestCity.dalian()
        try test.claim(.signed, on: "2024-03-31")
        #expect(test.project().recognisedDay(.signed) == nil)
        // When it is recognised on another day than claimed
        try test.accept(recognising(1, on: "2024-04-02"), as: .dispatcher)
        // Then the recognised day is the actual one, and both stand
        let project = test.project()
        #expect(project.recognisedDay(.signed) == day("2024-04-02"))
        #expect(project.claims[0].day == day("2024-03-31"))
        #expect(project.claims[0].organization == organization("zhongshan"))
        #expect(project.stage == .signed)
    }

    @Test("a refused claim may be claimed again, and both stay in sight")
    func refusedAndAgain() throws {
        var test = try TestCity.dalian()
        try test.claim(.signed, on: "2024-03-31")
        try test.accept(refusing(1), as: .inspector)
        try test.recognise(.signed, on: "2024-05-01")
        let rulings = test.project().claims.map(\.ruling)
        guard case .refused(.notOnSite, nil, organization("fagaiwei"), _) = rulings[0] else {
            Issue.record("\(rulings[0])")
            return
        }
        #expect(test.project().recognisedDay(.signed) == day("2024-05-01"))
    }

    @Test("a claim is withdrawn by those who claimed, and then claimed anew")
    func withdrawn() throws {
        var test = try TestCity.dalian()
        try test.claim(.signed, on: "2024-03-31")
        try test.accept(withdrawing(1), as: .zhongshan)
        let refusal = test.refusal(of: recognising(1, on: "2024-03-31"), as: .dispatcher)
        #expect(refusal?.code == .claimRuled)
        #expect(try test.claim(.signed, on: "2024-04-01") == 2)
    }

    @Test("a revoked recognition counts no more")
    func revoked() throws {
        var test = try TestCity.dalian()
        try test.recognise(.signed, on: "2024-03-31")
        try test.accept(revoking(1), as: .inspector)
        #expect(test.project().recognisedDay(.signed) == nil)
        #expect(test.project().stage == nil)
        #expect(test.refusal(of: claiming(.signed, on: "2024-04-01"), as: .zhongshan) == nil)
    }

    @Test("stages may be skipped and filled in later, within the order of the track")
    func skipped() throws {
        var test = try TestCity.dalian()
        try test.recognise(.signed, on: "2024-03-01")
        try test.recognise(.started, on: "2024-06-01")
        try test.recognise(.landed, on: "2024-04-01")
        // Two stages on one day are in order.
        try test.recognise(.preparation, on: "2024-06-01")
        #expect(test.project().recognisedStage == .started)
        #expect(test.project().checkInvariants().isEmpty)
    }

    @Test("what a stage requires must lie beside the claim", arguments: Stage.allCases)
    func requiredEvidence(_ stage: Stage) throws {
        // Given a claim without evidence
        var test = try TestCity.dalian()
        let project = Track.attracted.position(of: stage) == nil ? "gov" : "p1"
        var claim = claiming(stage, on: "2024-03-01", project: project)
        claim.proposed.evidence = []
        try test.accept(claim, as: .zhongshan)
        // When it is recognised, then only a stage that requires nothing is
        let refusal = test.refusal(
            of: recognising(1, on: "2024-03-01", project: project), as: .dispatcher)
        #expect((refusal == nil) == stage.requiredEvidence.isEmpty)
    }

    @Test("the park's own district does not recognise what the park is credited with")
    func unitOfThePark() throws {
        // Given a project of a park, claimed by the park's district
        var test = try TestCity.dalian()
        try test.claim(.signed, on: "2024-03-01", project: "park")
        let ruling = recognising(1, on: "2024-03-01", project: "park")
        // Then the district, which races with it, may not rule, and a department may
        #expect(test.refusal(of: ruling, as: .zhongshanInspector)?.code == .sameSubtree)
        #expect(test.refusal(of: ruling, as: .dispatcher) == nil)
    }

    @Test("who will be credited from a later day on does not recognise either")
    func laterCredit() throws {
        var test = try TestCity.dalian()
        try test.register(project: "x", of: "xigang")
        try test.claim(.signed, on: "2024-03-01", project: "x", as: .xigang)
        let ruling = recognising(1, on: "2024-03-01", project: "x")
        #expect(test.refusal(of: ruling, as: .zhongshanInspector) == nil)
        try test.accept(
            credit("x", halves("xigang", "zhongshan"), from: "2025-01-01"), as: .dispatcher)
        #expect(test.refusal(of: ruling, as: .zhongshanInspector)?.code == .sameSubtree)
    }

    @Test("a suspended project is ruled on, and claims again once resumed")
    func suspended() throws {
        var test = try TestCity.dalian()
        try test.claim(.signed, on: "2024-03-01")
        try test.change("p1", .suspended)
        try test.accept(recognising(1, on: "2024-03-01"), as: .dispatcher)
        let claim = claiming(.landed, on: "2024-09-01")
        #expect(test.refusal(of: claim, as: .zhongshan)?.code == .projectNotActive)
        try test.change("p1", .resumed)
        #expect(test.refusal(of: claim, as: .zhongshan) == nil)
    }

    @Test("the first baseline is anybody's of the project, a change the dispatcher's")
    func baseline() throws {
        var test = try TestCity.dalian()
        try test.accept(schedule("p1", .started, .baseline, on: "2024-06-01"), as: .zhongshan)
        try test.accept(schedule("p1", .started, .forecast, on: "2024-09-01"), as: .zhongshan)
        try test.accept(schedule("p1", .started, .forecast, on: "2024-10-01"), as: .zhongshan)
        try test.accept(schedule("p1", .started, .baseline, on: "2024-07-01"), as: .dispatcher)
        #expect(test.project().baseline == [.started: day("2024-07-01")])
        #expect(test.project().forecast == [.started: day("2024-10-01")])
    }

    @Test("the entry in the statistics is a recorded milestone, not a stage")
    func statistics() throws {
        var test = try TestCity.dalian()
        try test.accept(
            EnterStatistics {
                $0.project = ProjectID(unchecked: "p1")
                $0.day = day("2024-07-01")
            }, as: .departmentReporter)
        #expect(test.project().statisticsEntry == day("2024-07-01"))
        #expect(test.project().stage == nil)
    }

    @Test("no track names a stage twice and both agree on the order of those they share")
    func tracks() {
        let (one, other) = (Track.attracted.stages, Track.government.stages)
        #expect(Set(one).count == one.count && Set(other).count == other.count)
        #expect(one.filter(other.contains) == other.filter(one.contains))
    }
}
