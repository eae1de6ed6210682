import CityHall
import Delivery
import HashTreeCollections
import Testing

@Suite("Any commands in any order")
struct RandomCommandTests {
    @Test("ten thousand commands keep what must hold, and fold to the same city")
    func invariants() async throws {
        // Given a city and commands drawn at random
        let test = try await TestHall.dalian()
        let seed = UInt64.random(in: .min ... .max)
        print("random commands: seed \(seed)")
        var source = RandomCommands(seed)
        var accepted = 0
        for round in 0..<200 {
            // When fifty of them are asked for, one after the other
            for _ in 0..<50 {
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
        }
        let recognised = test.city.projects.all.count { $0.recognisedStage != nil }
        #expect(accepted > 1_000 && recognised > 4, "seed \(seed): \(accepted), \(recognised)")
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
