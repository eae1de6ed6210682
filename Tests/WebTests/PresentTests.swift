import CityHall
import Delivery
import Hummingbird
import HummingbirdTesting
import Ledger
import Synchronization
import Testing
import Web

@Suite("The day that pages go by")
struct PresentTests {
    private static let hour: Int64 = 3_600_000

    /// Shows the made house's time until it is moved on.
    private final class Hand: Sendable {
        private let later = Mutex<Int64>(0)

        func move(days: Int64) { later.withLock { $0 += days * 24 * hour } }

        var clock: Clock {
            Clock {
                Timestamp(milliseconds: MadeHouse.now.milliseconds + self.later.withLock { $0 })
            }
        }
    }

    private func made(_ hand: Hand, archive: Bool) async throws -> MadeHouse {
        let made = try await MadeHouse(clock: hand.clock)
        try await made.submit(
            ScheduleStage {
                ($0.project, $0.stage) = (ProjectID(unchecked: "p1"), .started)
                ($0.kind, $0.day) = (.baseline, made.day("2024-11-08"))
            }, as: "zs")
        if archive {
            var configure = ConfigureCity.example
            (configure.proposed.guests, configure.proposed.archive) = (true, true)
            try await made.submit(configure)
        }
        return made
    }

    private func late(_ made: MadeHouse) -> [WatchList.Item] {
        made.house.watch(of: made.house.sight(for: .person(.console))).items
            .filter { $0.light == .red }
    }

    @Test("What falls due while nobody records anything is late all the same")
    func live() async throws {
        // Given a start due in three days, looked at once
        let hand = Hand()
        let made = try await made(hand, archive: false)
        #expect(late(made).isEmpty)
        let size = made.hall.city.size
        // When a hundred days pass without a record
        hand.move(days: 100)
        // Then it is red, by the days that have passed, in the city as it stands
        let red = try #require(late(made).first)
        #expect(red.days == 97 && red.since == made.day("2024-11-08"))
        #expect(made.house.sight(for: .guest).city.day == made.day("2025-02-13"))
        // And the book is as it was, and so is the city as of its last record.
        #expect(made.hall.city.size == size)
        #expect(made.hall.city.day == made.day("2024-11-05"))
        let past = try made.house.city(asOf: size - 1, for: .person(.console))
        #expect(past.day == made.day("2024-11-05"))
        // And projects are listed on the new day.
        let index = made.house.sight(for: .guest).projects
        #expect(index.rows.count == 3 && index === made.house.sight(for: .guest).projects)
    }

    @Test("An archive stands still at its last record")
    func archive() async throws {
        let hand = Hand()
        let made = try await made(hand, archive: true)
        hand.move(days: 400)
        #expect(late(made).isEmpty)
        #expect(made.house.sight(for: .guest).city.day == made.day("2024-11-05"))
        // What is commanded is of today, archive or not.
        #expect(made.house.today == made.day("2025-12-10"))
    }

    @Test("A city without records has no day")
    func empty() async throws {
        let made = try await MadeHouse(isEmpty: true)
        #expect(made.house.sight(for: .guest).city.day == nil)
    }
}
