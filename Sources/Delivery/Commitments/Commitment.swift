package import Rulebook

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
    /// 调整: numbered from 1, kept for ever.
    package var adjustments: [Adjustment] = []
    /// The periods of a standing one that were struck off, in order.
    package var closedPeriods: [ClosedPeriod] = []
    package var records: [Int]

    init(id: CommitmentID, profile: CommitmentProfile, drafted step: Step) {
        self.id = id
        self.profile = profile
        steps = [step]
        records = [step.seq]
    }

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

    package var isDraft: Bool { state == .draft }
    package var draftHouses: [OrganizationID] { profile.houses }

    package var state: CommitmentState { steps.last?.state ?? .draft }

    /// 办结: struck off. What its lead reports done is not done yet.
    package var isDone: Bool { state == .struckOff }

    /// When it came into a state, the last time that it did.
    package func step(_ state: CommitmentState) -> Step? { steps.last { $0.state == state } }

    /// When it was issued, however often it was suspended since.
    package var issued: Step? { steps.first { $0.state == .issued } }

    /// The day on which it was done by the lead's word, as long as that word stands.
    package var doneOn: Day? {
        state.isReported || isDone ? step(.reportedDone)?.day : nil
    }

    /// The latest word on how far it is, in percent; 100 once it is reported done, and no more
    /// so once it is returned. For what has parts, see `City.percent(of:)`.
    package var percent: Int? {
        doneOn == nil ? currentProgress.last { $0.percent != nil }?.percent : 100
    }

    /// The last day on which anybody said anything of it.
    package var lastWord: Day? {
        [
            progress.lazy.map(\.asOf).max(), evidence.lazy.map(\.day).max(),
            steps.lazy.map(\.day).max(),
        ].compactMap { $0 }.max()
    }

    /// How often it was returned.
    package var returns: Int { steps.count { $0.state == .returned } }

    /// Whether it is owed and was not done by its day. What was reported done in time is not
    /// late for waiting to be verified; once returned it is.
    package func isOverdue(on day: Day) -> Bool {
        guard state != .draft, state != .suspended, !state.isOver, let due = profile.due else {
            return false
        }
        return due < min(day, doneOn ?? day)
    }
}

extension Commitment {
    /// What was recorded since the latest period of a standing one was struck off; of any other,
    /// all there is.
    package var currentSteps: ArraySlice<Step> {
        steps[(closedPeriods.last?.steps.upperBound ?? 0)...]
    }

    package var currentProgress: ArraySlice<Progress> {
        progress[(closedPeriods.last?.progress.upperBound ?? 0)...]
    }

    package var currentEvidence: ArraySlice<Submitted> {
        evidence[(closedPeriods.last?.evidence.upperBound ?? 0)...]
    }
}
