package import Rulebook

/// How far a commitment has come.
package enum CommitmentState: String, CaseIterable, Sendable, Hashable {
    case draft, issued, acknowledged
    case inProgress = "in_progress"
    case reportedDone = "reported_done"

    package var words: Words {
        switch self {
        case .draft: Words(zh: "草拟", en: "draft")
        case .issued: Words(zh: "已下达", en: "issued")
        case .acknowledged: Words(zh: "已签收", en: "acknowledged")
        case .inProgress: Words(zh: "办理中", en: "in progress")
        case .reportedDone: Words(zh: "已报结", en: "reported done")
        }
    }
}

/// 清单事项: someone owes a result by a date.
package struct Commitment: Registered, Hashable {
    package var id: CommitmentID
    package var profile: CommitmentProfile
    /// What was owed when it was issued; nil while it is a draft. It stays as it was, whatever
    /// the profile becomes.
    package var baseline: CommitmentProfile?
    /// Every state it came into, in order; the first is the draft.
    package var steps: [Step]
    /// In the order of recording.
    package var progress: [Progress] = []
    /// In the order of recording.
    package var evidence: [Submitted] = []
    package var records: [Int]

    /// A state, and the record that brought it.
    package struct Step: Sendable, Hashable {
        package var state: CommitmentState
        /// The day it is of, which may come before the day it was recorded.
        package var day: Day
        package var note: Note?
        package var by: PersonID
        package var organization: OrganizationID?
        package var seq: Int

        init(_ state: CommitmentState, on day: Day, note: Note? = nil, _ at: Occurrence) {
            self.state = state
            self.day = day
            self.note = note
            by = at.actor
            organization = at.organization
            seq = at.seq
        }
    }

    package struct Progress: Sendable, Hashable {
        package var asOf: Day
        /// 0 to 100.
        package var percent: Int?
        package var note: Note?
        package var by: PersonID
        package var organization: OrganizationID?
        package var seq: Int
    }

    package struct Submitted: Sendable, Hashable {
        package var evidence: Evidence
        package var day: Day
        package var by: PersonID
        package var organization: OrganizationID?
        package var seq: Int
    }

    package var state: CommitmentState { steps.last?.state ?? .draft }

    package var isDone: Bool { state == .reportedDone }

    /// When it came into a state, the last time that it did.
    package func step(_ state: CommitmentState) -> Step? { steps.last { $0.state == state } }

    /// The latest word on how far it is, in percent; 100 once it is reported done.
    package var percent: Int? {
        isDone ? 100 : progress.last { $0.percent != nil }?.percent
    }

    /// The last day on which anybody said anything of it.
    package var lastWord: Day? {
        (progress.map(\.asOf) + evidence.map(\.day) + steps.map(\.day)).max()
    }

    /// Whether it is issued, not reported done, and past its day.
    package func isOverdue(on day: Day) -> Bool {
        guard state != .draft, !isDone, let due = profile.due else { return false }
        return due < day
    }

    /// Working days within which it is to be acknowledged.
    package static let acknowledgementClock = 3

    /// The last day on which it is acknowledged in time; nil before it is issued.
    package func acknowledgeBy(
        _ calendar: WorkingCalendar, within clock: Int = acknowledgementClock
    ) -> CalendarAnswer<Day>? {
        step(.issued).flatMap { calendar.adding(clock, to: $0.day) }
    }
}

extension City {
    /// What is a part of the commitment, in the order of drafting.
    package func parts(of id: CommitmentID) -> [Commitment] {
        commitments.all.filter { $0.profile.parent == id }
    }
}
