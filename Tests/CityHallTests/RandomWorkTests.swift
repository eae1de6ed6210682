import CityHall
import Delivery
import HashTreeCollections
import JSON
import RandomValues
import Rulebook
import Testing

@Suite("What waits for each person in any city")
struct RandomWorkTests {
    private static let entitlement: Set<Refusal.Code> = [
        .notPermitted, .notYours, .sameSubtree, .samePerson,
    ]

    private static let kindsToSee = 16

    @Test("nothing is listed that the person would be refused for not being entitled to it")
    func entitled() async throws {
        // Given a city in which commands drawn at random were carried out
        let test = try await TestHall.dalian()
        try await test.register("gongxinju", .department, in: "dalian")
        try await test.appoint("gx", "gongxinju", .departmentReporter)
        try await test.appoint("diaodu2", "fagaiwei", .dispatcher)
        try await test.appoint("shiban", "dalian", .supervisor)
        try await test.appoint("shizhang", "dalian", .leader)
        try await test.appoint("ch", "changhai", .districtReporter)
        let seed = UInt64.random(in: .min ... .max)
        print("random work: seed \(seed)")
        var source = RandomCommands(seed)
        var seen: Set<WorkKind> = []
        var round = 0
        // Rounds go on until most kinds of work were seen: chance passes over a rare one.
        while round < 120 || (round < 600 && seen.count < Self.kindsToSee) {
            for _ in 0..<60 {
                let (command, person) = source.next(in: test.city)
                try? await ask(test, command, person)
            }
            // When each person's work is listed
            let city = test.city
            let day = try #require(city.day)
            for person in city.people.keys.sorted() {
                let actor = try #require(city.actor(person))
                for item in city.work(for: actor, on: day) {
                    seen.insert(item.kind)
                    // Then the command that answers it is his to give
                    let refusal = try refusal(of: item, by: actor, in: city, on: day)
                    let isHis = refusal.map { !Self.entitlement.contains($0.code) } ?? true
                    #expect(isHis, "seed \(seed), round \(round), \(person): \(item)")
                    if !isHis { return }
                }
            }
            test.clock.set(source.moment(round))
            round += 1
            if round > 120 { source.breadth += 1 }
        }
        #expect(seen.count >= Self.kindsToSee, "seed \(seed): \(seen)")
    }

    private func ask(
        _ test: TestHall, _ command: some Command, _ person: String
    ) async throws(Refusal) {
        try await test.ask(command, as: person)
    }

    /// Why the command is refused, as the form would send it: the example, with the fields that the
    /// item fills in and with today's day.
    private func refusal(
        of item: WorkItem, by actor: Actor, in city: City, on day: Day
    ) throws -> Refusal? {
        guard let order = item.command else { return nil }
        let kind = try #require(CommandKind.named(order.name))
        var members = try #require(try JSON.parse(kind.example()).objectValue)
        members.removeAll { $0.key == "organization" }
        for place in members.indices where ["day", "as_of"].contains(members[place].key) {
            members[place] = .init(members[place].key, .string(day.description))
        }
        for field in order.fields {
            members.removeAll { $0.key == field.name }
            let isNumber = kind.fields.contains { $0.name == field.name && $0.shape == .integer }
            let value: JSON = isNumber ? .integer(Int(field.value) ?? 0) : .string(field.value)
            let path = field.name.split(separator: ".").map(String.init)
            let inner = path.count > 1 ? JSON.object([.init(path[1], value)]) : value
            members.removeAll { $0.key == path[0] }
            members.append(.init(path[0], inner))
        }
        let command = try CommandKind.read(try JSON.object(members).canonical())
        return Self.refusal(of: command, by: actor, in: city, on: day)
    }

    private static func refusal(
        of command: some Command, by actor: Actor, in city: City, on day: Day
    ) -> Refusal? {
        let asked = Asked(
            actor: actor, today: day, readRulebook: RulebookText.heading,
            knowsTimeZone: LocalCalendar.knows)
        do throws(Refusal) {
            try command.requirePermitted(actor)
            _ = try command.decide(city, asked)
            return nil
        } catch {
            return error
        }
    }
}
