package import Rulebook

/// A value that changes on given days: each holds from its day until the next one's.
package struct Dated<Value: Sendable & Hashable>: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        package var from: Day
        package var value: Value
        package var seq: Int
    }

    /// In order of their days; one a day.
    package private(set) var entries: [Entry] = []

    package init() {}

    /// A later word about the same day replaces the earlier.
    package mutating func set(_ value: Value, from day: Day, seq: Int) {
        let entry = Entry(from: day, value: value, seq: seq)
        let index = entries.firstIndex { $0.from >= day } ?? entries.count
        if index < entries.count, entries[index].from == day {
            entries[index] = entry
        } else {
            entries.insert(entry, at: index)
        }
    }

    package func entry(on day: Day) -> Entry? { entries.last { $0.from <= day } }

    package func value(on day: Day) -> Value? { entry(on: day)?.value }

    package var latest: Entry? { entries.last }
}
