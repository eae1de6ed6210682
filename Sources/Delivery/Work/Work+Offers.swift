package import Rulebook

extension City {
    /// The names of the commands about a commitment that would be carried out for the person as
    /// it stands, each filled with what only they can say.
    package func offers(
        of commitment: Commitment, to actor: Actor, on day: Day
    ) -> Set<String> {
        let desk = WorkDesk(self, for: actor, on: day)
        var names: Set<String> = []
        func offer<C: Command>(_ probe: C) {
            if desk.accepts(probe) { names.insert(C.name.description) }
        }
        let id = commitment.id
        if commitment.isDraft, desk.may(RedraftCommitment.may), desk.owns(commitment.profile.lead) {
            names.insert(RedraftCommitment.name.description)
        }
        offer(IssueCommitment { ($0.commitment, $0.day) = (id, day) })
        offer(AcknowledgeCommitment { $0.commitment = id })
        offer(ReportProgress { ($0.commitment, $0.asOf, $0.note) = (id, day, .toBeWritten) })
        offer(SubmitEvidence { ($0.commitment, $0.evidence) = (id, [Evidence()]) })
        offer(ReportDone { ($0.commitment, $0.day) = (id, day) })
        offer(VerifyCommitment { $0.commitment = id })
        offer(ReturnCommitment { ($0.commitment, $0.reason) = (id, .toBeWritten) })
        offer(StrikeOffCommitment { $0.commitment = id })
        offer(commitment.adjustmentProbe)
        if let open = commitment.openAdjustment {
            offer(
                DecideAdjustment {
                    ($0.commitment, $0.adjustment) = (id, open.number)
                    $0.reason = .toBeWritten
                })
        }
        return names
    }
}

extension City {
    /// The commitments that the person's house leads and has acknowledged and not reported done,
    /// by their days; none for who reports for no house.
    package func carried(by actor: Actor, on day: Day) -> [Commitment] {
        guard let home = actor.organization, !actor.roles.isDisjoint(with: Role.reporters) else {
            return []
        }
        return commitments.all.filter { commitment in
            [.acknowledged, .inProgress, .returned].contains(commitment.state)
                && organizations.isWithin(commitment.profile.lead, home, on: day)
        }.sorted { ($0.profile.due ?? .latest, $0.id) < ($1.profile.due ?? .latest, $1.id) }
    }
}

extension Commitment {
    /// Asks for a later day, or for going on where it was suspended.
    fileprivate var adjustmentProbe: ProposeAdjustment {
        ProposeAdjustment {
            ($0.commitment, $0.reason) = (id, .toBeWritten)
            if state == .suspended {
                $0.kind = .resume
            } else {
                $0.due = profile.due?.adding(days: 1)
            }
        }
    }
}
