import Delivery
import Rulebook

/// Which state of the city: how many records it has, and the day it stands on.
package struct Moment: Sendable, Equatable, Comparable {
    let size: Int
    /// Nil before the first record.
    let day: Day?

    init(_ city: City) {
        (size, day) = (city.size, city.day)
    }

    package static func < (left: Moment, right: Moment) -> Bool {
        (left.size, left.day ?? .earliest) < (right.size, right.day ?? .earliest)
    }
}
