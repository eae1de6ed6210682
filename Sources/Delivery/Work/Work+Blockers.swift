import Rulebook

extension WorkDesk {
    mutating func gatherBlockers() {
        for blocker in city.blockers.all where blocker.state != .closed {
            if blocker.state == .solved {
                offerConfirmation(of: blocker)
            } else {
                offerSolution(of: blocker)
            }
        }
    }

    private mutating func offerConfirmation(of blocker: Blocker) {
        guard may(ConfirmBlocker.may) else { return }
        let day = today
        offer(
            .confirmBlocker, .blocker(blocker.id),
            ConfirmBlocker { ($0.blocker, $0.day) = (blocker.id, day) },
            fields: [("blocker", blocker.id.text)], since: blocker.steps.last?.day)
    }

    /// Who is to solve it, and the leaders of the house to whose tier it rose.
    private mutating func offerSolution(of blocker: Blocker) {
        let (day, due) = (today, blocker.due(city.calendar)?.value)
        let since = blocker.clockStart?.day
        if may(SolveBlocker.may) {
            let probe = SolveBlocker {
                ($0.blocker, $0.day, $0.note) = (blocker.id, day, .toBeWritten)
            }
            offer(
                .solveBlocker, .blocker(blocker.id), probe,
                fields: [("blocker", blocker.id.text)], due: due, since: since)
        }
        guard may([.leader]), let home = actor.organization,
            blocker.tier == .deputyLeader || blocker.tier == .cityLeader,
            city.organizations.isWithin(blocker.handler, home, on: today)
        else { return }
        tell(.leadBlocker, .blocker(blocker.id), due: due, since: since)
    }
}
