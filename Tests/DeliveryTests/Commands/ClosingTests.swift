import Delivery
import Rulebook
import Testing

@Suite("Nobody says done for himself")
struct ClosingTests {
    /// Everything that only somebody from outside may do.
    private static let rulings: [any Command] = [verifying(), returning(), striking()]

    private func prepared(for command: any Command) throws -> TestCity {
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.finish()
        if command is StrikeOffCommitment { try test.verify() }
        return test
    }

    @Test("who belongs to the lead, a supporter or below one of them is refused", arguments: 0..<3)
    func insiders(_ which: Int) throws {
        let command = Self.rulings[which]
        let test = try prepared(for: command)
        let roles: [Role] = [.supervisor, .inspector, .dispatcher]
        for role in roles {
            for house in ["zhongshan", "yuanqu", "xigang"] {
                let actor = Actor.person("somebody", house, [role])
                #expect(test.refusal(of: command, as: actor)?.code == .sameSubtree, "\(house)")
            }
            for house in ["dalian", "fagaiwei", "changhai"] {
                let actor = Actor.person("somebody", house, [role])
                #expect(test.refusal(of: command, as: actor) == nil, "\(house)")
            }
        }
    }

    @Test("the tree of organizations counts as it is on the day", arguments: 0..<3)
    func tree(_ which: Int) throws {
        // Given a park that leaves the lead's district on 1 October and comes to the supporter's
        // on 1 November
        let command = Self.rulings[which]
        var test = try prepared(for: command)
        for (parent, from) in [("changhai", "2024-10-01"), ("xigang", "2024-11-01")] {
            try test.accept(
                MoveOrganization {
                    $0.organization = organization("yuanqu")
                    ($0.parent, $0.from) = (organization(parent), day(from))
                }, as: .console)
        }
        // Then its inspector is an outsider in between only
        for (today, isInside) in [
            ("2024-09-30", true), ("2024-10-01", false), ("2024-10-31", false),
            ("2024-11-01", true),
        ] {
            test.today = day(today)
            let refusal = test.refusal(of: command, as: .parkInspector)
            #expect((refusal?.code == .sameSubtree) == isInside, "\(today)")
        }
    }

    @Test("the house of the owner is one of those that answer for it", arguments: 0..<3)
    func ownersHouse(_ which: Int) throws {
        let command = Self.rulings[which]
        var test = try TestCity.dalian()
        let owner = Actor.person("p-gx-1", "gongxinju", [.inspector])
        try test.accept(
            AppointPerson {
                ($0.person, $0.organization) = (owner.person, organization("gongxinju"))
                $0.roles = [.inspector]
            }, as: .security)
        try test.acknowledge { $0.owner = owner.person }
        try test.finish()
        if command is StrikeOffCommitment { try test.verify() }
        #expect(test.refusal(of: command, as: owner)?.code == .samePerson)
        let colleague = Actor.person("gx-2", "gongxinju", [.inspector])
        #expect(test.refusal(of: command, as: colleague)?.code == .sameSubtree)
        // Nor does it help the owner to be sent elsewhere.
        let moved = Actor.person("p-gx-1", "fagaiwei", [.inspector])
        #expect(test.refusal(of: command, as: moved)?.code == .samePerson)
    }

    @Test("where a house above the lead owns or reports it, that house alone is refused too")
    func housesAbove() throws {
        // Given what a deputy mayor owns and somebody of the city reports for the district
        var test = try TestCity.dalian()
        let deputy = PersonID(unchecked: "fushizhang")
        try test.accept(
            AppointPerson {
                ($0.person, $0.organization) = (deputy, organization("dalian"))
                $0.roles = [.leader]
            }, as: .security)
        try test.acknowledge { $0.owner = deputy }
        try test.accept(submitting(), as: .zhongshan)
        try test.accept(
            finishing(), as: .person("shi-tianbao", "dalian", [.departmentReporter]))
        // Then the city's own house does not verify it, and its departments do
        #expect(test.refusal(of: verifying(), as: .supervisor)?.code == .sameSubtree)
        #expect(test.refusal(of: verifying(), as: .zhongshanInspector)?.code == .sameSubtree)
        #expect(test.refusal(of: verifying(), as: .inspector) == nil)
    }

    @Test("who reported or showed it is refused, wherever he is now", arguments: 0..<3)
    func reporters(_ which: Int) throws {
        let command = Self.rulings[which]
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.accept(submitting(), as: .xigang)
        try test.accept(finishing(), as: .zhongshan)
        if command is StrikeOffCommitment { try test.verify() }
        for person in ["zs", "xg"] {
            let moved = Actor.person(person, "fagaiwei", [.inspector])
            #expect(test.refusal(of: command, as: moved)?.code == .samePerson, "\(person)")
        }
    }

    @Test("the districts that do a part of it do not close the whole", arguments: 0..<3)
    func districts(_ which: Int) throws {
        let command = Self.rulings[which]
        var test = try TestCity.dalian()
        try test.acknowledge { $0.districts = [organization("changhai")] }
        let changhai = Actor.person("ch", "changhai", [.districtReporter])
        try test.accept(acknowledging("c-001.changhai"), as: changhai)
        try test.accept(submitting("c-001.changhai", "1"), as: changhai)
        try test.accept(finishing("c-001.changhai"), as: changhai)
        try test.finish()
        if command is StrikeOffCommitment { try test.verify() }
        let inspector = Actor.person("ch-2", "changhai", [.inspector])
        #expect(test.refusal(of: command, as: inspector)?.code == .sameSubtree)
    }

    @Test("what is returned goes back to work, is late again, and is counted")
    func returned() throws {
        // Given what was verified, and then found wanting
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.finish()
        try test.verify()
        try test.accept(returning(), as: .supervisor)
        // Then nothing of it stands as done
        var item = try #require(test.commitment())
        #expect(item.state == .returned && item.returns == 1 && item.percent == nil)
        #expect(item.steps.last?.note == .text("未见实效"))
        #expect(item.doneOn == nil && item.isOverdue(on: day("2025-01-01")))
        // When it is worked on, returned once more and then found done
        try test.accept(progressing("c-001", 90, on: "2024-10-10"), as: .zhongshan)
        #expect(test.commitment()?.state == .inProgress)
        try test.accept(finishing(), as: .zhongshan)
        try test.accept(returning(), as: .inspector)
        try test.accept(finishing(on: "2024-10-12"), as: .zhongshan)
        try test.verify()
        try test.accept(striking(), as: .supervisor)
        // Then it is closed with two returns, on the day of the last word
        item = try #require(test.commitment())
        #expect(item.isDone && item.returns == 2 && item.doneOn == day("2024-10-12"))
        #expect(test.city.checkInvariants().isEmpty)
    }
}
