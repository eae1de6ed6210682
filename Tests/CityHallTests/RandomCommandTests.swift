import CityHall
import Delivery
import HashTreeCollections
import RandomValues
import Testing

@Suite("Any commands in any order")
struct RandomCommandTests {
    /// Rounds go on until everything was reached: chance passes over a rare deed in some runs.
    private static let rounds = 200
    private static let mostRounds = 1_000

    @Test("fifteen thousand commands keep what must hold, and fold to the same city")
    func invariants() async throws {
        // Given a city and commands drawn at random
        let test = try await TestHall.dalian()
        try await test.register("gongxinju", .department, in: "dalian")
        try await test.appoint("gx", "gongxinju", .departmentReporter)
        try await test.appoint("diaodu2", "fagaiwei", .dispatcher)
        try await test.appoint("shiban", "dalian", .supervisor)
        try await test.appoint("shizhang", "dalian", .leader)
        try await test.appoint("ch", "changhai", .districtReporter)
        try await test.appoint("xitong", "dalian", .systemAdministrator)
        try await test.appoint("anquan", "dalian", .securityAdministrator)
        try await test.appoint("shenji", "dalian", .auditAdministrator)
        let seed = UInt64.random(in: .min ... .max)
        print("random commands: seed \(seed)")
        var source = RandomCommands(seed)
        var accepted = 0
        var round = 0
        while round < Self.rounds || (round < Self.mostRounds && !Reached(test.city).isEverything) {
            // When seventy-five of them are asked for, one after the other
            for _ in 0..<75 {
                let before = test.city
                let (command, person) = source.next(in: before)
                do throws(Refusal) {
                    try await ask(test, command, person)
                    accepted += 1
                } catch {
                    // Then a refused one changes nothing
                    let same = test.city == before
                    #expect(same, "seed \(seed), round \(round)")
                }
            }
            // Then everything holds that must
            let broken = test.city.checkInvariants()
            #expect(broken.isEmpty, "seed \(seed), round \(round): \(broken)")
            if !broken.isEmpty { return }
            test.clock.set(source.moment(round))
            round += 1
            if round > Self.rounds { source.breadth += 1 }
        }
        let recognised = test.city.projects.all.count { $0.recognisedStage != nil }
        #expect(accepted > 1_000 && recognised > 2, "seed \(seed): \(accepted), \(recognised)")
        let reached = Reached(test.city)
        #expect(reached.isEverything, "seed \(seed): \(reached)")
        // Then the ledger folds to the city as it stands, now and as of any record
        let live = test.city
        let reopened = try test.reopened()
        let same = reopened.city == live
        #expect(same, "seed \(seed)")
        for _ in 0..<5 {
            let size = Int.random(in: 0...live.size, using: &source.random)
            let past = try test.hall.history.city(of: size)
            let folded = try CityLoader(test.store).load(upTo: size).city
            let agrees = past == folded
            #expect(agrees, "seed \(seed), size \(size)")
            #expect(past.checkInvariants().isEmpty, "seed \(seed), size \(size)")
        }
    }

    private func ask(
        _ test: TestHall, _ command: some Command, _ person: String
    ) async throws(Refusal) {
        try await test.ask(command, as: person)
    }
}

/// How far the nouns came, so that a test which draws nothing but refusals is seen.
private struct Reached {
    var locked: Int
    var vintages: Int
    var struckOff: Int
    var periods: Int
    var returned: Int
    var cancelled: Int
    var resumed: Int
    var adjusted: Int
    var parents: Int
    var districts: Int
    var closed: Int
    var answered: Int
    var editions: Int
    var moves: Set<ChangeKind>
    var purged: Int

    init(_ city: City) {
        let indicators = Array(city.indicators.all)
        locked = indicators.reduce(0) { $0 + $1.locks.count }
        vintages =
            indicators.flatMap { city.indicators.allSeries(of: $0.id) }
            .flatMap(\.points).map(\.vintages.count).max() ?? 0
        let items = Array(city.commitments.all)
        struckOff = items.count(where: \.isDone)
        periods = items.reduce(0) { $0 + $1.closedPeriods.count }
        returned = items.reduce(0) { $0 + $1.returns }
        cancelled = items.count { $0.state == .cancelled }
        resumed = items.count { item in
            item.adjustments.contains { $0.kind == .resume && $0.isApproved }
        }
        adjusted = items.count { !$0.adjustedFields.isEmpty }
        parents = items.count { $0.isDone && !city.parts(of: $0.id).isEmpty }
        districts = items.count { !$0.profile.districts.isEmpty && $0.state != .draft }
        closed = city.blockers.all.count { $0.state == .closed }
        answered = city.directives.ids.flatMap { city.answers(to: $0) }
            .count { $0.extent != .none }
        editions = city.lists.all.reduce(0) { $0 + $1.editions.count }
        let published = city.lists.all.flatMap(\.revisions).filter { $0.state == .published }
        moves = Set(published.flatMap(\.changes).map(\.kind))
        purged = city.purges.purged.count
    }

    var isEverything: Bool {
        let counts = [
            locked, struckOff, periods, returned, cancelled, resumed, adjusted, parents, districts,
            closed, answered, editions, purged,
        ]
        return vintages > 2 && moves.count == ChangeKind.allCases.count
            && counts.allSatisfy { $0 > 0 }
    }
}
