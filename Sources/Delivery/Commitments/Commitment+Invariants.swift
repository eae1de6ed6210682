extension Commitment {
    package func checkInvariants() -> [String] {
        var broken: [String] = []
        let order = CommitmentState.allCases
        let places = steps.compactMap { order.firstIndex(of: $0.state) }
        if places.first != 0 || !places.isStrictlyAscending {
            broken.append("\(id): its states are \(steps.map(\.state.rawValue))")
        }
        if (baseline == nil) != (state == .draft) {
            broken.append("\(id): a baseline stands where it should not, or does not")
        }
        if let issued = step(.issued) {
            if profile.due == nil || profile.owner == nil && profile.post == nil {
                broken.append("\(id): issued without a day or an owner")
            }
            if progress.contains(where: { $0.asOf < issued.day }) {
                broken.append("\(id): progress before it was issued")
            }
        } else if !progress.isEmpty || !evidence.isEmpty {
            broken.append("\(id): work on a draft")
        }
        if isDone, evidence.isEmpty { broken.append("\(id): done without evidence") }
        let files = evidence.map(\.evidence.sha256)
        if Set(files).count != files.count { broken.append("\(id): a file stands twice") }
        return broken
    }
}

extension City {
    func commitmentInvariants() -> [String] {
        var broken = commitments.checkInvariants("commitment")
        broken += directives.checkInvariants("directive")
        for commitment in commitments.all {
            broken += commitment.checkInvariants()
            let (id, profile) = (commitment.id, commitment.profile)
            if profile.houses.contains(where: { organizations[$0] == nil }) {
                broken.append("\(id): an unknown organization answers for it")
            }
            for answer in profile.answers {
                let directive = directives[answer.directive]
                let isThere = answer.clause.map { directive?.profile.clause($0) != nil }
                if directive == nil || isThere == false {
                    broken.append("\(id): answers what is nowhere")
                }
            }
            var (above, seen) = (profile.parent, [id])
            while let current = above, !seen.contains(current) {
                seen.append(current)
                above = commitments[current]?.profile.parent
            }
            if above != nil { broken.append("\(id): is above itself") }
            guard let parent = profile.parent.map({ commitments[$0] }) else { continue }
            if parent == nil { broken.append("\(id): its parent is nowhere") }
            if commitment.state != .draft, parent?.state == .draft {
                broken.append("\(id): issued before what it is a part of")
            }
            if parent?.isDone == true, !commitment.isDone {
                broken.append("\(id): open below what is done")
            }
        }
        return broken
    }
}
