import CityHall
package import Delivery
import HashTreeCollections
package import JSON
package import Rulebook

/// Yearly targets against what is done and what was due by the end of a race's period. What is
/// done is what the race's rules set against the target: of `{ratio: [a, target.X]}` the `a`.
package struct TargetBoard: Sendable {
    package enum Pace: String, Sendable {
        /// The whole year's target is reached before the year ends.
        case early
        case onSchedule = "on_schedule"
        case behind
        /// Less than nine tenths of what was due.
        case farBehind = "far_behind"
        /// Nothing was to be due by now, or nobody says what is.
        case unscheduled
    }

    package struct Line: Sendable {
        /// Nil for all of the city together.
        package var unit: OrganizationID?
        package var target: Rational
        package var due: Rational?
        package var done: Rational
        package var pace: Pace
        /// The record that set the target.
        package var record: Int?
    }

    package struct Measure: Sendable {
        package var name: CodeName
        package var title: Phrase
        /// The whole city; nil where the measure does not add up.
        package var whole: Line?
        /// By unit, the furthest behind first.
        package var units: [Line]
    }

    package var period: Period
    package var rulebook: String
    package var measures: [Measure]

    /// - Parameter race: with its traces.
    package init(_ race: RaceResult) {
        period = race.period
        rulebook = race.rulebook.id
        let city = race.prepared.city
        let year = race.period.year
        let month = race.period.lastMonth.monthOfYear
        let isOver = month == 12
        let targets = city.targets.values.filter { $0.key.year == year }
        let names = Set(targets.map(\.key.measure)).sorted()
        measures = names.compactMap { name in
            guard let source = TargetSource(name, in: race.rulebook) else { return nil }
            let units = targets.filter { $0.key.measure == name }
                .sorted { $0.key.organization < $1.key.organization }
                .compactMap { target -> Line? in
                    let unit = target.key.organization
                    guard let reckoning = race.line(of: unit.text)?.reckoning,
                        case .number(let done)? = reckoning.figure(source.done)?.value
                    else { return nil }
                    let due =
                        target.schedule.indices.contains(month - 1)
                        ? target.schedule[month - 1].rational : nil
                    return Line(
                        unit: unit, target: target.amount.rational, due: due, done: done,
                        isYearOver: isOver, record: target.seq)
                }
            guard !units.isEmpty else { return nil }
            let whole = source.addsUp && units.count > 1 ? Line(sumOf: units, isOver) : nil
            return Measure(
                name: name, title: source.title, whole: whole,
                units: units.sorted { $0.paceOrder < $1.paceOrder })
        }
    }

    package var json: JSON {
        .object([
            .init("rulebook", .string(rulebook)), .init("period", .string(period.description)),
            .init("measures", .array(measures.map(\.json))),
        ])
    }
}

extension TargetBoard.Line {
    fileprivate init(
        unit: OrganizationID?, target: Rational, due: Rational?, done: Rational, isYearOver: Bool,
        record: Int?
    ) {
        self.unit = unit
        self.target = target
        self.due = due
        self.done = done
        self.record = record
        if target.isPositive, !(done < target), !isYearOver {
            pace = .early
        } else if let due, due.isPositive {
            let tenths = done * Rational(10)
            pace =
                !(done < due) ? .onSchedule : tenths < due * Rational(9) ? .farBehind : .behind
        } else {
            pace = .unscheduled
        }
    }

    fileprivate init(sumOf lines: [TargetBoard.Line], _ isYearOver: Bool) {
        let dues = lines.map(\.due)
        self.init(
            unit: nil, target: lines.reduce(.zero) { $0 + $1.target },
            due: dues.contains { $0 == nil }
                ? nil : dues.reduce(.zero) { $0 + ($1 ?? .zero) },
            done: lines.reduce(.zero) { $0 + $1.done }, isYearOver: isYearOver, record: nil)
    }

    /// Done and due as thousandths of the target, for drawing and for words; nil without a target.
    package var doneShare: Int? { share(done) }
    package var dueShare: Int? { due.flatMap(share) }

    private func share(_ amount: Rational) -> Int? {
        guard target.isPositive else { return nil }
        return Int((amount.drawn / target.drawn * 1000).rounded())
    }

    /// What is done of what was due, the least first; what has no schedule comes last.
    fileprivate var paceOrder: Double {
        guard let due, due.isPositive else { return .infinity }
        return done.drawn / due.drawn
    }

    fileprivate var json: JSON {
        .object([
            .init("unit", unit.map { .string($0.text) } ?? .null),
            .init("target", .string(target.text())),
            .init("due", due.map { .string($0.text()) } ?? .null),
            .init("done", .string(done.text())), .init("pace", .string(pace.rawValue)),
            .init("record", record.map { .integer($0) } ?? .null),
        ])
    }
}

extension TargetBoard.Measure {
    fileprivate var json: JSON {
        .object([
            .init("measure", .string(name.text)), .init("title", .string(title.zh)),
            .init("whole", whole?.json ?? .null), .init("units", .array(units.map(\.json))),
        ])
    }
}

extension Decimal {
    fileprivate var rational: Rational { Rational(description) ?? .zero }
}

/// Which figure of a rulebook is set against a target, and what an indicator calls it.
private struct TargetSource {
    var done: String
    var title: Phrase
    var addsUp: Bool

    init?(_ target: CodeName, in rulebook: Rulebook) {
        let wanted = ["target.\(target.text)", "schedule.\(target.text)"]
        var rate: String?
        var found: String?
        for measure in rulebook.measures {
            guard case .ratio(let one, let other, _) = measure.form, wanted.contains(other.name)
            else { continue }
            (rate, found) = (measure.name, one.name)
            break
        }
        let named = rulebook.measures.first { $0.name.utf8.elementsEqual(target.text.utf8) }
        guard let done = found ?? named?.name else { return nil }
        self.done = done
        let indicator = rulebook.indicators.first { indicator in
            indicator.measure.name == rate || indicator.measure.name == done
        }
        let measure = rulebook.measures.first { $0.name.utf8.elementsEqual(done.utf8) }
        var counted: Phrase?
        addsUp = false
        if case .aggregate(let aggregate)? = measure?.form {
            addsUp = aggregate.function == .count || aggregate.function == .sum
            counted = addsUp ? Self.words(aggregate) : nil
        }
        title =
            indicator.map { RaceSummary.words($0.title, or: $0.id) } ?? counted
            ?? Phrase(target.text, target.text)
    }

    /// 开工项目数, where no indicator has a name for it.
    private static func words(_ aggregate: Rulebook.Aggregate) -> Phrase? {
        let stage = aggregate.conditions.lazy.compactMap { FieldWords.stage($0.field.name) }.first
        guard aggregate.table.name == "projects", let stage = stage?.words else { return nil }
        return aggregate.function == .count
            ? Phrase("\(stage.zh)项目数", "projects \(stage.en.lowercased())")
            : Phrase("\(stage.zh)项目金额", "amount of projects \(stage.en.lowercased())")
    }
}
