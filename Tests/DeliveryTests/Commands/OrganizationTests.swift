import Delivery
import Rulebook
import Testing

@Suite("Organizations and people")
struct OrganizationTests {
    @Test("a move holds from its day and leaves the days before as they were")
    func datedTree() throws {
        // Given a park in zhongshan
        var test = try TestCity.dalian()
        // When it is moved to xigang from July on, and back from October on
        try test.accept(moving("yuanqu", to: "xigang", from: "2024-07-01"), as: .system)
        try test.accept(moving("yuanqu", to: "zhongshan", from: "2024-10-01"), as: .system)
        // Then each day has its own parent and unit
        let register = test.city.organizations
        let park = organization("yuanqu")
        let expected = [
            ("2024-06-30", "zhongshan"), ("2024-07-01", "xigang"), ("2024-09-30", "xigang"),
            ("2024-10-01", "zhongshan"),
        ]
        for (text, parent) in expected {
            #expect(register.parent(of: park, on: day(text)) == organization(parent))
            #expect(register.unit(of: park, on: day(text)) == organization(parent))
            #expect(register.isWithin(park, organization("dalian"), on: day(text)))
        }
    }

    @Test("a later word about the same day replaces the earlier one")
    func sameDay() throws {
        var test = try TestCity.dalian()
        try test.accept(moving("yuanqu", to: "xigang", from: "2024-07-01"), as: .system)
        try test.accept(moving("yuanqu", to: "changhai", from: "2024-07-01"), as: .system)
        let parent = test.city.organizations.parent(
            of: organization("yuanqu"), on: day("2024-07-01"))
        #expect(parent == organization("changhai"))
    }

    @Test("a move back in time is applied where it belongs")
    func earlierMove() throws {
        // Given a move that holds from October on
        var test = try TestCity.dalian()
        try test.accept(moving("yuanqu", to: "xigang", from: "2024-10-01"), as: .system)
        // When one that holds from July on is recorded after it
        try test.accept(moving("yuanqu", to: "changhai", from: "2024-07-01"), as: .system)
        // Then October stands
        let register = test.city.organizations
        let park = organization("yuanqu")
        #expect(register.parent(of: park, on: day("2024-09-30")) == organization("changhai"))
        #expect(register.parent(of: park, on: day("2024-10-01")) == organization("xigang"))
    }

    @Test("race groups are those of the day, in the order of registration")
    func groups() throws {
        // Given three districts in two groups
        var test = try TestCity.dalian()
        // When xigang changes its group in July
        try test.accept(
            GroupOrganization {
                $0.organization = organization("xigang")
                $0.group = "涉农区"
                $0.from = day("2024-07-01")
            }, as: .dispatcher)
        // Then
        let register = test.city.organizations
        #expect(Self.groups(register, "2024-06-30") == ["主城区 zhongshan xigang", "涉农区 changhai"])
        #expect(Self.groups(register, "2024-07-01") == ["主城区 zhongshan", "涉农区 xigang changhai"])
    }

    private static func groups(_ register: OrganizationRegister, _ text: String) -> [String] {
        register.groups(on: day(text)).map { group in
            ([group.name] + group.members.map(\.text)).joined(separator: " ")
        }
    }

    @Test("a closed organization is in no race from its last day on")
    func closed() throws {
        var test = try TestCity.dalian()
        try test.accept(
            CloseOrganization {
                $0.organization = organization("changhai")
                $0.from = day("2024-07-01")
            }, as: .system)
        let register = test.city.organizations
        #expect(register.group(of: organization("changhai"), on: day("2024-06-30")) == "涉农区")
        #expect(register.group(of: organization("changhai"), on: day("2024-07-01")) == nil)
        #expect(register.groups(on: day("2024-07-01")).map(\.name) == ["主城区"])
    }

    @Test("renaming replaces names and aliases and keeps the id")
    func renamed() throws {
        var test = try TestCity.dalian()
        try test.accept(RenameOrganization.example, as: .system)
        let renamed = try #require(test.city.organizations[organization("zhongshan")])
        #expect(renamed.name == "中山区")
        #expect(renamed.nameEn == "Zhongshan District")
        #expect(renamed.aliases == ["中山"])
        #expect(renamed.records.count == 2)
    }

    @Test("an appointment replaces the one before and a dismissal ends it")
    func appointments() throws {
        // Given a district's reporter
        var test = try TestCity.dalian()
        let person = PersonID(unchecked: "p-zhongshan-1")
        #expect(test.city.actor(person)?.roles == [.districtReporter])
        // When the person is appointed elsewhere
        try test.accept(
            AppointPerson {
                $0.person = person
                $0.organization = organization("fagaiwei")
                $0.roles = [.dispatcher, .supervisor]
            }, as: .security)
        // Then the former roles are gone
        #expect(test.city.actor(person)?.roles == [.dispatcher, .supervisor])
        #expect(test.city.actor(person)?.organization == organization("fagaiwei"))
        // When dismissed, then nobody
        try test.accept(DismissPerson.example, as: .security)
        #expect(test.city.actor(person) == nil)
    }

    @Test("only the console and the security administrator appoint", arguments: Role.allCases)
    func whoAppoints(_ role: Role) throws {
        let test = try TestCity.dalian()
        let actor = Actor(
            person: PersonID(unchecked: "a"), organization: organization("dalian"), roles: [role])
        let refusal = test.refusal(of: AppointPerson.example, as: actor)
        let entitled = [Role.console, .securityAdministrator].contains(role)
        #expect((refusal == nil) == entitled)
    }

    @Test("settings are the last ones recorded")
    func settings() throws {
        var test = try TestCity.dalian()
        try test.accept(
            ConfigureCity {
                $0.nameZh = "纽约市"
                $0.nameEn = "New York City"
                $0.timeZone = "America/New_York"
                $0.currency = "USD"
                $0.unitZh = "百万美元"
                $0.unitEn = "million dollars"
                $0.unitExponent = 6
            }, as: .system)
        let settings = try #require(test.city.settings)
        #expect(settings.unit.text(money("2389450000")) == "2389.45")
        #expect(settings.timeZone == "America/New_York")
        #expect(settings.seq == test.city.size - 1)
    }
}
