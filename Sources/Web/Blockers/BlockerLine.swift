package import Delivery
package import JSON
package import Rulebook

/// One blocker as it stands on a day, against its clock.
package struct BlockerLine: Sendable {
    package enum Light: String, Sendable, CaseIterable {
        /// Past its clock.
        case red
        /// Its clock runs out within two working days.
        case yellow
        case green
        /// Solved, to be confirmed.
        case blue
        /// Closed.
        case grey
    }

    package var blocker: Blocker
    package var light: Light
    /// The last day on which it is solved in time; nil once it is solved.
    package var due: Day?
    /// Working days: left of the clock, or past it where negative; nil once it is solved.
    package var left: Int?

    private static let soon = 2

    package init(_ blocker: Blocker, in city: City) {
        self.blocker = blocker
        switch blocker.state {
        case .closed: light = .grey
        case .solved: light = .blue
        case .open:
            let today = city.day ?? .earliest
            due = blocker.due(city.calendar)?.value
            if let late = blocker.daysLate(on: today, city.calendar) {
                left = -late.value
            } else {
                left = due.map { city.calendar.workingDays(from: today, to: $0).value }
            }
            light =
                blocker.daysLate(on: today, city.calendar) != nil
                ? .red : left.map { $0 <= Self.soon } ?? false ? .yellow : .green
        }
    }

    package var raised: Day { blocker.steps.first?.day ?? .blank }

    package var json: JSON {
        .object([
            .init("id", .string(blocker.id.text)),
            .init("project", .string(blocker.project.text)),
            .init("kind", .string(blocker.kind.rawValue)),
            .init("state", .string(blocker.state.rawValue)),
            .init("light", .string(light.rawValue)),
            .init("tier", .string(blocker.tier.rawValue)),
            .init("organization", .string(blocker.organization.text)),
            .init("handler", .string(blocker.handler.text)),
            .init("raised", .string(raised.description)),
            .init("due", due.map { .string($0.description) } ?? .null),
            .init("working_days_left", left.map { .integer($0) } ?? .null),
            .init("steps", .array(blocker.steps.map(\.json))),
            .init("records", .array(blocker.records.map { .integer($0) })),
        ])
    }
}

extension Blocker.Step {
    fileprivate var json: JSON {
        .object([
            .init("step", .string(what.code)), .init("day", .string(day.description)),
            .init("tier", .string(tier.rawValue)), .init("handler", .string(handler.text)),
            .init("clock", .integer(clock)), .init("record", .integer(seq)),
        ])
    }
}

extension Blocker.Step.What {
    fileprivate var code: String {
        switch self {
        case .raised: "raised"
        case .escalated: "escalated"
        case .solved: "solved"
        case .closed: "closed"
        case .reopened: "reopened"
        }
    }

    var words: Phrase {
        switch self {
        case .raised: Phrase("提出", "Raised")
        case .escalated: Phrase("提级", "To the next tier")
        case .solved: Phrase("解决", "Solved")
        case .closed: Phrase("确认办结", "Confirmed")
        case .reopened: Phrase("退回再办", "Reopened")
        }
    }
}
