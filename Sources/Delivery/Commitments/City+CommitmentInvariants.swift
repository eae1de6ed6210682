extension City {
    func commitmentInvariants() -> [String] {
        var broken = commitments.checkInvariants()
        broken += directives.checkInvariants("directive")
        for commitment in commitments.all {
            broken += commitment.checkInvariants()
            broken += nameInvariants(of: commitment)
            broken += parentInvariants(of: commitment)
        }
        return broken
    }

    private func nameInvariants(of commitment: Commitment) -> [String] {
        var broken: [String] = []
        let (id, profile) = (commitment.id, commitment.profile)
        if (profile.houses + profile.districts).contains(where: { organizations[$0] == nil }) {
            broken.append("\(id): an unknown organization answers for it")
        }
        for answer in profile.answers {
            let directive = directives[answer.directive]
            let isThere = answer.clause.map { directive?.profile.clause($0) != nil }
            if directive == nil || isThere == false {
                broken.append("\(id): answers what is nowhere")
            }
        }
        if let percent = percent(of: commitment), !(0...100).contains(percent) {
            broken.append("\(id): \(percent)%")
        }
        guard commitment.state != .draft else { return broken }
        for district in profile.districts {
            let part = CommitmentProfile.partID(of: id, for: district).flatMap { commitments[$0] }
            if part?.profile.parent != id || part?.state == .draft {
                broken.append("\(id): the part of \(district) is missing")
            }
        }
        return broken
    }

    private func parentInvariants(of commitment: Commitment) -> [String] {
        var broken: [String] = []
        let id = commitment.id
        var (above, seen) = (commitment.profile.parent, [id])
        while let current = above, !seen.contains(current) {
            seen.append(current)
            above = commitments[current]?.profile.parent
        }
        if above != nil { broken.append("\(id): is above itself") }
        guard let parent = commitment.profile.parent.map({ commitments[$0] }) else {
            return broken
        }
        guard let parent else { return broken + ["\(id): its parent is nowhere"] }
        if commitment.state != .draft, parent.state == .draft {
            broken.append("\(id): issued before what it is a part of")
        }
        if parent.isDone, !isSettled(commitment, for: parent) {
            broken.append("\(id): open below what is struck off")
        }
        if commitment.issued != nil, !commitment.state.isOver, !commitment.isStanding,
            !parent.state.isOver, let due = commitment.profile.due, let whole = parent.profile.due,
            whole < due
        {
            broken.append("\(id): due after what it is a part of")
        }
        if parent.state == .cancelled, !commitment.state.isOver {
            broken.append("\(id): open below what was cancelled")
        }
        return broken
    }
}
