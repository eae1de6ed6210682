package import Delivery
import Foundation
package import Rulebook

/// Tells the city's local day of a moment, by its own time zone.
package struct LocalCalendar: Sendable {
    private let timeZone: TimeZone

    /// Before the city is set up, days are those of UTC.
    package init(_ settings: Settings?) {
        timeZone =
            settings.flatMap { TimeZone(identifier: $0.timeZone) } ?? TimeZone(identifier: "UTC")
            ?? .current
    }

    package func day(of moment: Timestamp) -> Day {
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        let offset = Int64(timeZone.secondsFromGMT(for: date)) * 1000
        let (days, rest) = (moment.milliseconds + offset)
            .quotientAndRemainder(dividingBy: 86_400_000)
        return Day(number: Int(rest < 0 ? days - 1 : days)) ?? .epoch
    }

    package static func knows(_ name: String) -> Bool {
        name == "UTC" || TimeZone.knownTimeZoneIdentifiers.contains(name)
    }
}

/// Where the time comes from: the machine's clock, or a made one for samples and tests.
package struct Clock: Sendable {
    package var now: @Sendable () -> Timestamp

    package init(now: @escaping @Sendable () -> Timestamp) { self.now = now }

    package static let system = Clock {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
