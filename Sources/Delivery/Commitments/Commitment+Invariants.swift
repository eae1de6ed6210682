extension Commitment {
    package func checkInvariants() -> [String] {
        var broken = stepInvariants() + adjustmentInvariants() + periodInvariants()
        if (baseline == nil) != (state == .draft) {
            broken.append("\(id): a baseline stands where it should not, or does not")
        }
        if let issued {
            if profile.due == nil || profile.owner == nil && profile.post == nil {
                broken.append("\(id): issued without a day or an owner")
            }
            if progress.contains(where: { $0.asOf < issued.day }) {
                broken.append("\(id): progress before it was issued")
            }
        } else if !progress.isEmpty || !evidence.isEmpty || !adjustments.isEmpty {
            broken.append("\(id): work on a draft")
        }
        let files = evidence.map(\.evidence.sha256)
        if Set(files).count != files.count { broken.append("\(id): a file stands twice") }
        return broken
    }

    private func stepInvariants() -> [String] {
        var broken: [String] = []
        let states = steps.map(\.state)
        let isInOrder = zip(states, states.dropFirst()).allSatisfy { $0.next.contains($1) }
        if states.first != .draft || !isInOrder {
            broken.append("\(id): its states are \(states.map(\.rawValue))")
        }
        for (index, step) in steps.enumerated() where step.state == .suspended {
            let after = steps[(index + 1)...].first?.state
            if let after, after != .cancelled, after != states[index - 1] {
                broken.append("\(id): resumed as \(after.rawValue)")
            }
        }
        if state.isReported || isDone, currentEvidence.isEmpty {
            broken.append("\(id): reported done without evidence")
        }
        for (index, step) in steps.enumerated() where [.verified, .struckOff].contains(step.state) {
            let said = steps[..<index].last { $0.state == .reportedDone }
            if said?.by == step.by { broken.append("\(id): \(step.by) says done for himself") }
        }
        return broken
    }

    private func adjustmentInvariants() -> [String] {
        var broken: [String] = []
        if adjustments.map(\.number) != Array(1..<adjustments.count + 1) {
            broken.append("\(id): its adjustments are not numbered from 1")
        }
        let open = adjustments.filter(\.isOpen)
        if open.count > 1 || open.first.map({ $0.number != adjustments.count }) == true {
            broken.append("\(id): two adjustments are open, or not the latest")
        }
        if !open.isEmpty, state.isReported || state.isOver {
            broken.append("\(id): \(state.rawValue) with an open adjustment")
        }
        for adjustment in adjustments
        where adjustment.decision?.mark.by == adjustment.proposed.by {
            broken.append("\(id): adjustment \(adjustment.number) was decided by its proposer")
        }
        guard var replayed = baseline else { return broken }
        for adjustment in adjustments where adjustment.isApproved {
            for change in adjustment.changes {
                if change.field != .due || !isStanding, replayed[change.field] != change.before {
                    broken.append("\(id): adjustment \(adjustment.number) found another before")
                }
                replayed[change.field] = change.after
            }
        }
        if isStanding { replayed.due = profile.due }
        if replayed != profile {
            broken.append("\(id): it is not its baseline with what was approved")
        }
        return broken
    }

    private func periodInvariants() -> [String] {
        var broken: [String] = []
        if !isStanding, !closedPeriods.isEmpty { broken.append("\(id): closed by periods") }
        if isStanding, isDone { broken.append("\(id): a standing one is struck off for good") }
        if closedPeriods.count != steps.count(where: { $0.state == .struckOff }), isStanding {
            broken.append("\(id): its closed periods are not its strike-offs")
        }
        var ends = (steps: 0, progress: 0, evidence: 0)
        for (index, period) in closedPeriods.enumerated() {
            if period.number != index + 1 || period.evidence.isEmpty
                || steps[period.steps].last?.state != .struckOff
                || period.steps.lowerBound != ends.steps
                || period.progress.lowerBound != ends.progress
                || period.evidence.lowerBound != ends.evidence
            {
                broken.append("\(id): its period \(period.number) is not whole")
            }
            ends = (
                period.steps.upperBound, period.progress.upperBound, period.evidence.upperBound
            )
        }
        let dues = closedPeriods.map(\.due) + (profile.due.map { [$0] } ?? [])
        let adjustsDue = adjustments.contains { $0.changes.contains { $0.field == .due } }
        if isStanding, !adjustsDue, zip(dues, dues.dropFirst()).contains(where: { $0 >= $1 }) {
            broken.append("\(id): its periods are due on \(dues)")
        }
        return broken
    }
}
