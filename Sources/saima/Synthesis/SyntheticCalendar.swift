import CityHall
import Delivery
import Rulebook
import Synchronization

/// The time of a made-up year: it stands still until it is set.
final class SyntheticCalendar: Sendable {
    static let firstDay = Day(year: 2024, month: 1, day: 2) ?? .epoch
    static let lastDay = Day(year: 2024, month: 12, day: 31) ?? .epoch

    private let now = Mutex(Timestamp(milliseconds: 0))

    /// Nine in the morning in China.
    func set(_ day: Day) {
        now.withLock { $0 = Timestamp(milliseconds: (Int64(day.number) * 24 + 1) * 3_600_000) }
    }

    var clock: Clock { Clock { self.now.withLock { $0 } } }
}
