import Delivery
import Rulebook
import Testing

@Suite("What of the unpublished each viewer sees")
struct SeenCityTests {
    private static func viewer(_ home: String, _ role: Role) -> Viewer {
        .person(
            Actor(
                person: PersonID(unchecked: "someone"), organization: organization(home),
                roles: [role]))
    }

    /// A draft of zhongshan's beside a commitment issued, one figure of zhongshan's accepted
    /// and the next only submitted, one of the city's brought in by the console.
    private static func made() throws -> TestCity {
        var test = try TestCity.dalian()
        try test.register("works", .enterprise, in: "zhongshan")
        try test.draft("c-open") { $0.supporting = [] }
        try test.issue("c-open")
        try test.draft("c-draft") { $0.supporting = [] }
        try test.registerIndicator()
        try test.observe([("2024-01..2024-08", "300")])
        try test.accept(observing("2024-01..2024-08"), as: .zhongshan)
        try test.accept(approving("2024-01..2024-08"), as: .keeper)
        try test.accept(accepting("2024-01..2024-08"), as: .supervisor)
        try test.accept(observing("2024-01..2024-09", "999"), as: .zhongshan)
        return test
    }

    @Test(
        "a draft and a figure not accepted are their house's and the city's offices' alone",
        arguments: [
            (Viewer.guest, false, false), (.person(.console), true, true),
            (viewer("zhongshan", .districtReporter), true, true),
            (viewer("yuanqu", .districtReporter), true, true),
            (viewer("works", .enterprise), false, false),
            (viewer("xigang", .districtReporter), false, false),
            (viewer("xigang", .inspector), false, false),
            (viewer("gongxinju", .departmentReporter), false, true),
            (viewer("fagaiwei", .departmentReporter), false, false),
            (viewer("dalian", .leader), true, true), (viewer("dalian", .dispatcher), true, true),
            (viewer("dalian", .supervisor), true, true),
            (viewer("dalian", .systemAdministrator), false, false),
            (viewer("dalian", .auditAdministrator), false, false),
        ])
    func drafts(viewer: Viewer, seesDraft: Bool, seesFigure: Bool) throws {
        // Given
        let test = try Self.made()
        let draft = try #require(test.commitment("c-draft"))
        let submitted = try #require(test.series(of: "zhongshan").points.last?.latest)
        // When
        let seen = test.city.seen(by: viewer)
        // Then
        #expect((seen.city.commitments[draft.id] != nil) == seesDraft)
        #expect(seen.city.commitments.ids.contains(draft.id) == seesDraft)
        let points = seen.city.indicators.series(TestCity.investment, of: "zhongshan").points
        #expect(points.count == (seesFigure ? 2 : 1))
        let hidden = (seesDraft ? [] : draft.records) + (seesFigure ? [] : [submitted.seq])
        #expect(seen.withheld == Set(hidden))
        #expect(seen.city.commitments[CommitmentID(unchecked: "c-open")] != nil)
        #expect(seen.city.indicators.series(TestCity.investment).points.count == 1)
        #expect(seen.showsHeaders == viewer.roles.contains(.auditAdministrator))
        #expect(seen.city.checkInvariants().isEmpty)
    }

    @Test("the city's own draft is not shown to all that belong to the city")
    func head() throws {
        var test = try TestCity.dalian()
        try test.draft { ($0.lead, $0.supporting) = (organization("dalian"), []) }
        let reporter = Self.viewer("zhongshan", .districtReporter)
        #expect(test.city.seen(by: reporter).city.commitments.count == 0)
    }

    @Test("an accepted figure that is sent back is gone for others, with all its records")
    func returned() throws {
        var test = try Self.made()
        try test.accept(returning("2024-01..2024-08"), as: .supervisor)
        let seen = test.city.seen(by: .guest)
        #expect(seen.city.indicators.series(TestCity.investment, of: "zhongshan").points.isEmpty)
        #expect(seen.city.indicators[TestCity.investment]?.reporters == [nil])
        #expect(seen.withheld.count == 4 + 1 + 1)
        #expect(seen.city.checkInvariants().isEmpty)
    }

    @Test("whoever is not in the register is a guest")
    func unknown() throws {
        let test = try TestCity.dalian()
        #expect(test.city.viewer(nil) == .guest)
        #expect(test.city.viewer(PersonID(unchecked: "nobody")) == .guest)
        #expect(test.city.viewer(PersonID(unchecked: "p-zhongshan-1")).actor != nil)
    }
}

extension IndicatorRegister {
    fileprivate func series(_ id: IndicatorID, of house: String) -> Series {
        series(id, of: organization(house))
    }
}
