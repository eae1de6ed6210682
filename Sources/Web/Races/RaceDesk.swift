package import CityHall
package import Delivery
package import Rulebook
import RulebookYAML

/// Runs races for readers and keeps the latest results: the same rules on the same records give
/// the same standings, so a result holds for as long as it is wanted.
package actor RaceDesk {
    private struct Key: Hashable {
        /// Where the rulebook was adopted.
        var adopted: Int
        var period: Period
        var size: Int
        var traces: Bool
    }

    private static let mostKept = 64

    private let history: CityHistory
    private var results: [Key: Result<RaceResult, RaceRefusal>] = [:]
    /// Oldest use first.
    private var order: [Key] = []
    private var rulebooks: [Int: Rulebook] = [:]

    package init(history: CityHistory) {
        self.history = history
    }

    /// The race of an adopted rulebook, looked at from a city.
    package func run(
        _ id: String, _ period: Period, in city: City, traces: Bool = false
    ) throws(RaceRefusal) -> RaceResult {
        guard let adopted = city.rulebook(id, inForceOn: period.end) else {
            throw .rulebookUnknown(
                id: id, period: period,
                adopted: city.rulebooks.map { "\($0.heading.id) \($0.heading.version)" })
        }
        let key = Key(adopted: adopted.seq, period: period, size: city.size, traces: traces)
        order.removeAll { $0 == key }
        order.append(key)
        if let known = results[key] { return try known.get() }
        let result = Result { () throws(RaceRefusal) in
            let question = RaceQuestion(rules: .adopted(id: id), period: period)
            let prepared = try question.prepare(city, past: history.city)
            return RaceResult(
                period: period, prepared: prepared, scored: try prepared.score(traces: traces))
        }
        results[key] = result
        if order.count > Self.mostKept { results[order.removeFirst()] = nil }
        return try result.get()
    }

    /// The rules as read; nil where this program cannot read them any more.
    package func rulebook(_ adopted: AdoptedRulebook) -> Rulebook? {
        if let known = rulebooks[adopted.seq] { return known }
        let file = "\(adopted.heading.id).yaml"
        let read = try? Rulebook(yaml: Array(adopted.text.utf8), file: file)
        rulebooks[adopted.seq] = read
        return read
    }

    /// The latest period with facts that had ended on the city's day, while the rules were in
    /// force; where none had, the one under way.
    ///
    /// - Parameter lastFact: the latest day of which anything is known.
    package func latestPeriod(
        _ adopted: AdoptedRulebook, in city: City, lastFact: Day?
    ) -> Period? {
        let unit = rulebook(adopted)?.period?.unit ?? .month
        guard let today = city.day else { return nil }
        let heading = adopted.heading
        var day = min(today, lastFact ?? today)
        if let until = heading.effectiveUntil, until <= day, let last = until.adding(days: -1) {
            day = last
        }
        let period = Period(unit, containing: day)
        let isOver = period.end <= today && heading.effectiveUntil.map { period.end < $0 } ?? true
        if isOver { return period }
        guard let before = period.previous, heading.effectiveFrom.map({ $0 <= before.end }) ?? true
        else { return period }
        return before
    }
}
