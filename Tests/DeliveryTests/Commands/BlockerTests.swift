import Delivery
import Rulebook
import Testing

@Suite("What stops projects")
struct BlockerTests {
    private func blocker(_ test: TestCity) throws -> Blocker {
        try #require(test.city.blockers[RaiseBlocker.example.proposed.id])
    }

    @Test("a blocker rises by tier, is solved there, and closes when its raiser confirms")
    func way() throws {
        // Given a blocker raised in the district
        var test = try TestCity.dalian()
        try test.accept(raising(), as: .zhongshan)
        #expect(try blocker(test).state == .open)
        #expect(try blocker(test).tier == .district)
        // When it is raised to the bureau and solved there
        try test.accept(escalating(), as: .zhongshan)
        #expect(try blocker(test).tier == .bureau)
        #expect(try blocker(test).handler == organization("gongxinju"))
        try test.accept(solving(), as: .keeper)
        #expect(try blocker(test).state == .solved)
        // Then it closes once the district confirms, and everything stands
        try test.accept(ConfirmBlocker.example, as: .zhongshan)
        let closed = try blocker(test)
        #expect(closed.state == .closed)
        #expect(closed.steps.map(\.what) == [.raised, .escalated, .solved, .closed])
        #expect(closed.steps.map(\.clock) == [5, 10, 10, 10])
        #expect(closed.steps[1].note == .text("区级无指标"))
        #expect(closed.steps[2].organization == organization("gongxinju"))
        #expect(test.city.blockers(of: ProjectID(unchecked: "p1")).map(\.id) == [closed.id])
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("what is not solved is reopened at its tier, and its clock begins anew")
    func reopened() throws {
        var test = try TestCity.dalian()
        try test.accept(raising(), as: .zhongshan)
        try test.accept(solving(), as: .zhongshan)
        try test.accept(ReopenBlocker.example, as: .zhongshan)
        let reopened = try blocker(test)
        #expect(reopened.state == .open && reopened.tier == .district)
        #expect(reopened.clockStart?.day == day("2024-07-01"))
        #expect(test.refusal(of: solving(on: "2024-07-01"), as: .zhongshan) == nil)
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("a clock runs in working days, and only while it is open")
    func clock() throws {
        // Given a blocker raised on 1 May, and a calendar in which 1 to 5 May are off
        var test = try TestCity.dalian()
        try test.accept(raising(), as: .zhongshan)
        let plain = try blocker(test).due(test.city.calendar)
        #expect(plain?.value == day("2024-05-08") && plain?.yearsWithout == [2024])
        try test.accept(
            calendar(2024, (1...5).map { "2024-05-0\($0)" }, ["2024-05-11"]), as: .system)
        let calendar = test.city.calendar
        // When days pass
        #expect(try blocker(test).due(calendar)?.value == day("2024-05-10"))
        #expect(try blocker(test).daysLate(on: day("2024-05-10"), calendar) == nil)
        // Then each working day past its day counts, the make-up Saturday among them
        #expect(try blocker(test).daysLate(on: day("2024-05-11"), calendar)?.value == 1)
        #expect(try blocker(test).daysLate(on: day("2024-05-13"), calendar)?.value == 2)
        // When it is solved, then it is late no more
        try test.accept(solving(), as: .zhongshan)
        #expect(try blocker(test).daysLate(on: day("2024-09-01"), calendar) == nil)
    }

    @Test("clocks set later hold for what is raised after them")
    func clocksSet() throws {
        var test = try TestCity.dalian()
        try test.accept(raising(), as: .zhongshan)
        try test.accept(SetTierClocks.example, as: .dispatcher)
        #expect(try blocker(test).clockStart?.clock == 5)
        try test.accept(escalating(), as: .zhongshan)
        #expect(try blocker(test).clockStart?.clock == 7)
        #expect(test.city.tierClocks[.cityLeader] == 15)
    }

    @Test("who is to solve it says so: its own house, or for the city's leaders an office of it")
    func whoSolves() throws {
        var test = try TestCity.dalian()
        try test.accept(
            raising { ($0.tier, $0.handler) = (.cityLeader, organization("dalian")) },
            as: .zhongshan)
        #expect(test.refusal(of: solving(), as: .dispatcher) == nil)
        #expect(test.refusal(of: solving(), as: .supervisor) == nil)
        #expect(test.refusal(of: solving(), as: .zhongshan)?.code == .notYours)
    }

    @Test("a park raises what stops its own project, and so does the district it lies in")
    func whoRaises() throws {
        let test = try TestCity.dalian()
        for house in ["yuanqu", "zhongshan"] {
            let command = raising {
                $0.project = ProjectID(unchecked: "park")
                $0.organization = organization(house)
            }
            #expect(test.refusal(of: command, as: .zhongshan) == nil)
        }
    }

    @Test("tiers are four, one above the other")
    func tiers() {
        #expect(Tier.allCases.map(\.next) == [.bureau, .deputyLeader, .cityLeader, nil])
        #expect(Tier.allCases.map { TierClocks()[$0] } == [5, 10, 10, 15])
    }
}
