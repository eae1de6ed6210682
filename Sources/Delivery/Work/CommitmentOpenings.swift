package import Rulebook

/// What a person can do about a commitment as it stands.
package struct CommitmentOpenings: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let redraft = CommitmentOpenings(rawValue: 1)
    package static let acknowledge = CommitmentOpenings(rawValue: 2)
    package static let progress = CommitmentOpenings(rawValue: 4)
    /// Evidence of it, and that it is done.
    package static let done = CommitmentOpenings(rawValue: 8)
    package static let adjust = CommitmentOpenings(rawValue: 16)
}

extension WorkDesk {
    /// By the commands themselves, filled with what only the person can say.
    func openings(of item: Commitment) -> CommitmentOpenings {
        let (id, day) = (item.id, today)
        var open: CommitmentOpenings = []
        var profile = item.profile
        profile.title += "…"
        let wording = profile
        if item.isDraft, may(RedraftCommitment.may),
            accepts(RedraftCommitment { ($0.commitment, $0.profile) = (id, wording) })
        {
            open.insert(.redraft)
        }
        if item.state == .issued, may(AcknowledgeCommitment.may),
            accepts(AcknowledgeCommitment { $0.commitment = id })
        {
            open.formUnion([.acknowledge, .progress, .done])
        }
        if item.state.isAtWork, may(Role.reporters) {
            let word = ReportProgress {
                ($0.commitment, $0.asOf, $0.note) = (id, day, .toBeWritten)
            }
            if accepts(word) { open.insert(.progress) }
            if owns(item.profile.lead) { open.insert(.done) }
        }
        let adjustment = ProposeAdjustment {
            ($0.commitment, $0.title) = (id, wording.title)
            $0.reason = .toBeWritten
        }
        if may(ProposeAdjustment.may), accepts(adjustment) { open.insert(.adjust) }
        return open
    }
}

extension City {
    /// What the person can do about each of the commitments on the day.
    package func openings(
        of items: some Sequence<Commitment>, for actor: Actor, on day: Day
    ) -> [CommitmentID: CommitmentOpenings] {
        let desk = WorkDesk(self, for: actor, on: day)
        var openings: [CommitmentID: CommitmentOpenings] = [:]
        for item in items {
            let open = desk.openings(of: item)
            if !open.isEmpty { openings[item.id] = open }
        }
        return openings
    }
}
