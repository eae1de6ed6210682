import CityHall
import Delivery
import HashTreeCollections
import Rulebook
import RulebookYAML

/// The races of a city: every adopted rulebook in every period that it was in force in, from its
/// first day in force to the city's day, or to a year after the last fact.
struct RaceCalendar {
    /// Of rules without a first day no more periods than these are looked at.
    private static let mostPeriods = 120
    private static let quietDays = 366

    private let city: City
    private let facts: (first: Day, last: Day)?

    init(_ city: City) {
        self.city = city
        var days: [Day] = city.findings.values.map(\.foundOn)
        for project in city.projects.all {
            days += project.claims.map(\.day)
            days += project.investment.map { $0.month.firstDay }
            days += project.reports.map(\.asOf)
        }
        if let first = days.min(), let last = days.max() {
            facts = (first, last)
        } else {
            facts = nil
        }
    }

    var questions: [(rulebook: String, period: Period)] {
        guard let today = city.day else { return [] }
        let end = facts?.last.adding(days: RaceCalendar.quietDays).map { min($0, today) } ?? today
        var seen: Set<String> = []
        let ids = city.rulebooks.map(\.heading.id).filter { seen.insert($0).inserted }
        return ids.flatMap { id in periods(of: id, to: end).map { (id, $0) } }
    }

    /// In the order of time. Each version says of what length its periods are.
    private func periods(of id: String, to end: Day) -> [Period] {
        let versions = city.rulebooks.filter { $0.heading.id.utf8.elementsEqual(id.utf8) }
        var periods: Set<Period> = []
        for version in versions {
            let rules = try? Rulebook(yaml: Array(version.text.utf8), file: "\(id).yaml")
            let from = version.heading.effectiveFrom
            let first = from ?? facts?.first ?? end
            var next: Period? = Period(rules?.period?.unit ?? .month, containing: end)
            var count = 0
            while let period = next, period.end >= first {
                if from == nil, count == RaceCalendar.mostPeriods { break }
                if city.rulebook(id, inForceOn: period.end)?.seq == version.seq {
                    periods.insert(period)
                    count += 1
                }
                next = period.previous
            }
        }
        return periods.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }
}
