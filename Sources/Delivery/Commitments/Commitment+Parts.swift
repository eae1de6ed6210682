import Rulebook

extension City {
    /// What is a part of the commitment, in the order in which it came there.
    package func parts(of id: CommitmentID) -> [Commitment] {
        commitments.parts(of: id).compactMap { commitments[$0] }
    }

    /// How far it is, in percent. What has parts is as far as they are by their weights, each 1
    /// where none is given: exact, rounded half away from zero. Drafts and cancelled parts do
    /// not count; a part of which nobody has said anything stands at 0.
    package func percent(of commitment: Commitment) -> Int? {
        exactPercent(of: commitment)?.rounded(places: 0).wholeNumber
    }

    /// The parts from which it is reckoned how far a commitment is; none where its own word counts.
    package func reckonedParts(of commitment: Commitment) -> [Commitment] {
        guard !commitment.isDone else { return [] }
        return parts(of: commitment.id).filter { $0.state != .draft && $0.state != .cancelled }
    }

    private func exactPercent(of commitment: Commitment) -> Rational? {
        var (sum, weights) = (Rational.zero, Rational.zero)
        for part in reckonedParts(of: commitment) {
            let weight = part.profile.weight?.rational ?? .one
            sum = sum + weight * (exactPercent(of: part) ?? .zero)
            weights = weights + weight
        }
        return sum.divided(by: weights) ?? commitment.percent.map { Rational($0) }
    }

    /// Whether a part stands no longer in the way of what it is a part of: it is over, or it is
    /// a standing one and the period in which the whole is due was struck off.
    func isSettled(_ part: Commitment, for whole: Commitment) -> Bool {
        if part.state.isOver { return true }
        guard part.isStanding, let closed = part.closedPeriods.last, let due = whole.profile.due
        else { return false }
        return closed.due >= due
    }

    /// The first part that has yet to be struck off before the commitment can be.
    func openPart(of commitment: Commitment) -> Commitment? {
        parts(of: commitment.id).first { !isSettled($0, for: commitment) }
    }
}

extension CommitmentProfile {
    /// What is asked of one responsible district: the same, by its own hand. A post named for
    /// all answers in each.
    func part(of id: CommitmentID, for district: OrganizationID) -> CommitmentProfile {
        var part = self
        part.lead = district
        part.supporting = []
        part.owner = nil
        part.districts = []
        part.parent = id
        part.weight = nil
        return part
    }

    /// Nil where the two names together are too long for one.
    static func partID(of id: CommitmentID, for district: OrganizationID) -> CommitmentID? {
        CommitmentID("\(id).\(district)")
    }
}
