import HashTreeCollections

extension City {
    func blockerInvariants() -> [String] {
        var broken = blockers.checkInvariants("blocker")
        for blocker in blockers.all {
            let id = blocker.id
            if blocker.steps.map(\.seq) != blocker.records {
                broken.append("\(id): steps are not its records")
            }
            let whats = blocker.steps.map(\.what)
            if whats.first != .raised || whats.dropFirst().contains(.raised) {
                broken.append("\(id): raised \(whats)")
            }
            for (before, after) in zip(blocker.steps, blocker.steps.dropFirst()) {
                if before.day > after.day { broken.append("\(id): steps run backwards") }
                let isEscalated = after.what == .escalated
                if after.tier != (isEscalated ? before.tier.next : before.tier) {
                    broken.append("\(id): from \(before.tier) to \(after.tier)")
                }
                let waits = before.what == .solved
                let answers = after.what == .closed || after.what == .reopened
                if waits != answers || before.what == .closed {
                    broken.append("\(id): \(after.what) after \(before.what)")
                }
            }
            if organizations[blocker.handler] == nil || organizations[blocker.organization] == nil {
                broken.append("\(id): an unknown organization answers for it")
            }
            if projects[blocker.project]?.blockers.contains(id) != true {
                broken.append("\(id): its project does not know of it")
            }
        }
        if projects.all.reduce(0, { $0 + $1.blockers.count }) != blockers.count {
            broken.append("the projects' blockers are not the blockers")
        }
        return broken
    }
}
