package import CityHall
package import Delivery
import HashTreeCollections
package import Ledger
import Rulebook

/// What tables are filled from: a city at one position of its ledger, and the records up to it.
package struct TableSource: Sendable {
    package var city: City
    package var head: LedgerHead
    package var history: CityHistory
    package var reader: any LedgerReader

    /// What only the records themselves say.
    var marks = RecordMarks()

    package init(
        _ city: City, head: LedgerHead, history: CityHistory, reader: any LedgerReader
    ) {
        self.city = city
        self.head = head
        self.history = history
        self.reader = reader
    }
}

/// Which records said what the city keeps without saying so.
struct RecordMarks {
    /// The record that last set each planned or forecast day.
    var scheduled: [ScheduledStage.Key: Int] = [:]
    /// The latest record of each type.
    var latest: [String: Int] = [:]
}

/// A planned or forecast day of a project's stage.
struct ScheduledStage {
    struct Key: Hashable {
        var project: ProjectID
        var stage: Stage
        var kind: ScheduleKind
    }

    var key: Key
    var day: Day
    var seq: Int?

    var project: String { key.project.text }
    var stage: Stage { key.stage }
    var kind: ScheduleKind { key.kind }
}

extension TableSource {
    var people: [(id: PersonID, appointment: Appointment)] {
        city.people.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    var claims: [(project: String, claim: Claim)] {
        city.projects.all.flatMap { project in project.claims.map { (project.id.text, $0) } }
    }

    var targets: [Target] {
        city.targets.values.sorted { left, right in
            if left.key.organization != right.key.organization {
                return left.key.organization < right.key.organization
            }
            if left.key.measure != right.key.measure { return left.key.measure < right.key.measure }
            return left.key.year < right.key.year
        }
    }

    var schedule: [ScheduledStage] {
        city.projects.all.flatMap { project in
            ScheduleKind.allCases.flatMap { kind in
                let days = kind == .baseline ? project.baseline : project.forecast
                return Stage.allCases.compactMap { stage in
                    days[stage].map { day in
                        let key = ScheduledStage.Key(project: project.id, stage: stage, kind: kind)
                        return ScheduledStage(key: key, day: day, seq: marks.scheduled[key])
                    }
                }
            }
        }
    }
}

extension TableSource {
    struct ObservationRow {
        var series: SeriesKey
        var period: ObservedPeriod
        var observation: Observation
        var isStanding: Bool
    }

    /// By indicator, organization, period and vintage.
    var observations: [ObservationRow] {
        city.indicators.ids.flatMap { city.indicators.allSeries(of: $0) }.flatMap { series in
            series.points.flatMap { point in
                point.vintages.map { observation in
                    ObservationRow(
                        series: series.key, period: point.period, observation: observation,
                        isStanding: observation.seq == point.standing?.seq)
                }
            }
        }
    }

    /// In the order of their records.
    var indicatorTargets: [(indicator: String, target: IndicatorTarget, isStanding: Bool)] {
        city.indicators.all.flatMap { indicator in
            indicator.targets.values.flatMap { settings in
                settings.map { (indicator.id.text, $0, $0.seq == settings.last?.seq) }
            }
        }.sorted { $0.target.seq < $1.target.seq }
    }

    /// In the order of their records.
    var indicatorLocks: [(indicator: String, period: ObservedPeriod, change: Indicator.LockChange)]
    {
        city.indicators.all.flatMap { indicator in
            indicator.locks.flatMap { period, changes in
                changes.map { (indicator.id.text, period, $0) }
            }
        }.sorted { $0.change.seq < $1.change.seq }
    }
}
