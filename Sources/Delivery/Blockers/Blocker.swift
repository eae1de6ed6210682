package import Rulebook

package enum BlockerKind: String, CaseIterable, Sendable, FieldCode {
    case land, sea, environment, funds, energy, relocation, other

    package var words: Words {
        switch self {
        case .land: Words(zh: "用地", en: "land")
        case .sea: Words(zh: "用海", en: "use of the sea")
        case .environment: Words(zh: "环评", en: "environmental review")
        case .funds: Words(zh: "资金", en: "funds")
        case .energy: Words(zh: "能耗", en: "energy quota")
        case .relocation: Words(zh: "征拆", en: "relocation")
        case .other: Words(zh: "其他", en: "other")
        }
    }
}

package enum BlockerState: String, CaseIterable, Sendable, Hashable {
    case open, solved, closed

    package var words: Words {
        switch self {
        case .open: Words(zh: "协调中", en: "open")
        case .solved: Words(zh: "已解决待确认", en: "solved, to be confirmed")
        case .closed: Words(zh: "已办结", en: "closed")
        }
    }
}

/// 协调事项: what stops a project, and the tier that is to solve it.
package struct Blocker: Registered, Hashable {
    package var id: BlockerID
    package var project: ProjectID
    package var kind: BlockerKind
    /// Who raised it and will confirm that it is solved.
    package var organization: OrganizationID
    package var note: Note
    /// Everything that happened to it, in order; the first is that it was raised.
    package var steps: [Step]
    package var records: [Int]

    package struct Step: Sendable, Hashable {
        package enum What: Sendable, Hashable { case raised, escalated, solved, closed, reopened }

        package var what: What
        package var day: Day
        /// Where it stands after the step.
        package var tier: Tier
        /// Who is to solve it there.
        package var handler: OrganizationID
        /// Working days it has there, as they were set when the clock began to run.
        package var clock: Int
        package var note: Note?
        package var by: PersonID
        package var organization: OrganizationID?
        package var seq: Int
    }

    package var state: BlockerState {
        switch steps.last?.what {
        case .solved: .solved
        case .closed: .closed
        default: .open
        }
    }

    package var tier: Tier { steps.last?.tier ?? .district }
    package var handler: OrganizationID { steps.last?.handler ?? .blank }

    /// The step from which the clock runs: raised, raised higher, or reopened last.
    package var clockStart: Step? {
        steps.last { [.raised, .escalated, .reopened].contains($0.what) }
    }

    /// The last day on which it is solved in time.
    package func due(_ calendar: WorkingCalendar) -> CalendarAnswer<Day>? {
        clockStart.flatMap { calendar.adding($0.clock, to: $0.day) }
    }

    /// Working days past its day; nil where it is in time, solved or closed.
    package func daysLate(
        on day: Day, _ calendar: WorkingCalendar
    ) -> CalendarAnswer<Int>? {
        guard state == .open, let due = due(calendar), due.value < day else { return nil }
        let late = calendar.workingDays(from: due.value, to: day)
        return CalendarAnswer(
            late.value, yearsWithout: Set(due.yearsWithout).union(late.yearsWithout))
    }
}

extension City {
    /// What stops the project, in the order of its raising.
    package func blockers(of project: ProjectID) -> [Blocker] {
        (projects[project]?.blockers ?? []).compactMap { blockers[$0] }
    }
}
