package import Rulebook

/// What a person can bring about in one go of a commitment as it stands.
package struct CommitmentOpenings: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let redraft = CommitmentOpenings(rawValue: 1)
    package static let acknowledge = CommitmentOpenings(rawValue: 2)
    /// A word on it and evidence, once it is acknowledged.
    package static let progress = CommitmentOpenings(rawValue: 4)
    /// That it is done, once there is evidence.
    package static let done = CommitmentOpenings(rawValue: 8)
    package static let adjust = CommitmentOpenings(rawValue: 16)
}

extension City {
    /// What the person can do about each of the commitments on the day; those about which they
    /// can do nothing are left out.
    package func openings(
        of items: some Sequence<Commitment>, for actor: Actor, on day: Day
    ) -> [CommitmentID: CommitmentOpenings] {
        let desk = WorkDesk(self, for: actor, on: day)
        var all: [CommitmentID: CommitmentOpenings] = [:]
        for item in items {
            let offers = offers(of: item, to: actor, on: day)
            var open: CommitmentOpenings = []
            if offers.contains(RedraftCommitment.name.description) { open.insert(.redraft) }
            if offers.contains(AcknowledgeCommitment.name.description) {
                open.formUnion([.acknowledge, .progress, .done])
            }
            if offers.contains(ReportProgress.name.description) {
                open.insert(.progress)
                if desk.owns(item.profile.lead) { open.insert(.done) }
            }
            if item.state != .suspended,
                offers.contains(ProposeAdjustment.name.description)
            {
                open.insert(.adjust)
            }
            if !open.isEmpty { all[item.id] = open }
        }
        return all
    }
}
