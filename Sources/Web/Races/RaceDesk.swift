package import CityHall
package import Delivery
package import Rulebook
import RulebookYAML

/// Runs races for readers and keeps the latest results: the same rules on the same records give
/// the same standings, so a result holds for as long as it is wanted. What was recorded after the
/// cut-off changes nothing, and so does not have a past race run again.
package actor RaceDesk {
    private struct Key: Hashable {
        /// Where the rulebook was adopted.
        var adopted: Int
        var period: Period
        /// How many records count.
        var counted: Int
        /// Where the settings in force were recorded.
        var settings: Int?
        var traces: Bool
    }

    /// With their facts; the largest races take tens of megabytes each.
    private static let mostResults = 8
    private static let mostSummaries = 512

    private let history: CityHistory
    private var results = Kept<Key, Result<RaceResult, RaceRefusal>>(atMost: mostResults)
    private var summaries = Kept<Key, Result<RaceSummary, RaceRefusal>>(atMost: mostSummaries)
    private var rulebooks: [Int: Rulebook] = [:]

    package init(history: CityHistory) {
        self.history = history
    }

    /// The race of an adopted rulebook, looked at from a city.
    package func run(
        _ id: String, _ period: Period, in city: City, traces: Bool = false
    ) throws(RaceRefusal) -> RaceResult {
        let key = try key(id, period, in: city, traces: traces)
        if let known = results[key] { return try known.get() }
        let result = Result { () throws(RaceRefusal) in
            let question = RaceQuestion(rules: .adopted(id: id), period: period)
            let prepared = try question.prepare(city, past: history.city)
            return RaceResult(
                period: period, prepared: prepared, scored: try prepared.score(traces: traces))
        }
        results[key] = result
        return try result.get()
    }

    /// What the race came to.
    package func summary(
        _ id: String, _ period: Period, in city: City
    ) throws(RaceRefusal) -> RaceSummary {
        let key = try key(id, period, in: city, traces: false)
        if let known = summaries[key] { return try known.get() }
        let result = Result { () throws(RaceRefusal) in try run(id, period, in: city).summary }
        summaries[key] = result
        return try result.get()
    }

    /// What the race came to in each of these periods in which it could be run, in their order.
    package func summaries(_ id: String, _ periods: [Period], in city: City) -> [RaceSummary] {
        // From the earliest on: each city of the past is then folded from the one before.
        periods.sorted { $0.end < $1.end }.compactMap { try? summary(id, $0, in: city) }
    }

    /// The rules as read; nil where this program cannot read them any more.
    package func rulebook(_ adopted: AdoptedRulebook) -> Rulebook? {
        if let known = rulebooks[adopted.seq] { return known }
        let file = "\(adopted.heading.id).yaml"
        let read = try? Rulebook(yaml: Array(adopted.text.utf8), file: file)
        rulebooks[adopted.seq] = read
        return read
    }

    private func key(
        _ id: String, _ period: Period, in city: City, traces: Bool
    ) throws(RaceRefusal) -> Key {
        guard let adopted = city.rulebook(id, inForceOn: period.end) else {
            throw .rulebookUnknown(
                id: id, period: period,
                adopted: city.rulebooks.map { "\($0.heading.id) \($0.heading.version)" })
        }
        return Key(
            adopted: adopted.seq, period: period, counted: counted(adopted, period, in: city),
            settings: city.settings?.seq, traces: traces)
    }

    private func counted(_ adopted: AdoptedRulebook, _ period: Period, in city: City) -> Int {
        guard let last = rulebook(adopted)?.lastCountedDay(of: period) else { return city.size }
        return city.size(atEndOf: last)
    }
}

/// The latest things asked for, up to a number of them.
private struct Kept<Key: Hashable, Value> {
    private let most: Int
    private var values: [Key: Value] = [:]
    /// Oldest use first.
    private var order: [Key] = []

    init(atMost most: Int) { self.most = most }

    subscript(key: Key) -> Value? {
        mutating get {
            guard let value = values[key] else { return nil }
            order.removeAll { $0 == key }
            order.append(key)
            return value
        }
        set {
            order.removeAll { $0 == key }
            values[key] = newValue
            guard newValue != nil else { return }
            order.append(key)
            if order.count > most { values[order.removeFirst()] = nil }
        }
    }
}
