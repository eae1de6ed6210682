import Rulebook

extension WorkDesk {
    mutating func gatherCommitments() {
        for commitment in city.commitments.all {
            switch commitment.state {
            case .draft: offerIssue(of: commitment)
            case .issued: offerAcknowledgement(of: commitment)
            case .acknowledged, .inProgress, .returned: offerHandling(of: commitment)
            case .reportedDone: offerVerification(of: commitment)
            case .verified: offerStrikeOff(of: commitment)
            case .suspended, .struckOff, .cancelled: break
            }
            offerDecision(of: commitment)
        }
    }

    private func named(_ commitment: Commitment) -> [(String, String)] {
        [("commitment", commitment.id.text)]
    }

    private mutating func offerIssue(of draft: Commitment) {
        guard may(IssueCommitment.may) else { return }
        let day = today
        offer(
            .issue, .commitment(draft.id),
            IssueCommitment { ($0.commitment, $0.day) = (draft.id, day) }, fields: named(draft),
            since: draft.steps.last?.day)
    }

    /// The lead acknowledges; once it is late, those above hear of it.
    private mutating func offerAcknowledgement(of commitment: Commitment) {
        let clock = city.commitmentClocks.acknowledge
        let by = commitment.acknowledgeBy(city.calendar, within: clock)?.value
        let issued = commitment.steps.last?.day
        if may(AcknowledgeCommitment.may) {
            offer(
                .acknowledge, .commitment(commitment.id),
                AcknowledgeCommitment { $0.commitment = commitment.id },
                fields: named(commitment), due: by, since: issued)
        }
        guard may([.leader, .supervisor, .dispatcher]) else { return }
        if city.escalation(of: commitment, on: today)?.to.contains(actor.person) == true {
            tell(.pressLead, .commitment(commitment.id), due: by, since: issued)
        }
    }

    /// One thing of each commitment: what was returned, what is due, what nobody spoke of.
    private mutating func offerHandling(of commitment: Commitment) {
        guard may(Role.reporters) else { return }
        let day = today
        if commitment.state == .returned {
            offerDone(.answerReturn, commitment)
        } else if commitment.isOverdue(on: day)
            || !commitment.reminders(on: day, city.commitmentClocks).isEmpty
        {
            offerDone(.finish, commitment)
        } else if commitment.isSilent(on: day, clocks: city.commitmentClocks) {
            let until = commitment.lastWord?.adding(days: city.commitmentClocks.update)
            offer(
                .progress, .commitment(commitment.id), progress(of: commitment),
                fields: named(commitment), due: until, since: commitment.lastWord)
        }
    }

    private func progress(of commitment: Commitment) -> ReportProgress {
        let day = today
        return ReportProgress {
            ($0.commitment, $0.asOf, $0.note) = (commitment.id, day, .toBeWritten)
        }
    }

    /// Its lead reports it done, or brings what is missing for that: evidence, or a word on it.
    private mutating func offerDone(_ kind: WorkKind, _ commitment: Commitment) {
        guard owns(commitment.profile.lead) else { return }
        let (day, due, since) = (today, commitment.profile.due, commitment.lastWord)
        let subject = WorkItem.Subject.commitment(commitment.id)
        let fields = named(commitment)
        let done = ReportDone { ($0.commitment, $0.day) = (commitment.id, day) }
        if accepts(done) {
            offer(kind, subject, done, fields: fields, due: due, since: since)
        } else if commitment.currentEvidence.isEmpty {
            let probe = SubmitEvidence {
                ($0.commitment, $0.evidence) = (commitment.id, [Evidence()])
            }
            offer(kind, subject, probe, fields: fields, due: due, since: since)
        } else {
            offer(
                kind, subject, progress(of: commitment), fields: fields, due: due, since: since)
        }
    }

    /// By the test that the commands themselves use.
    func owns(_ house: OrganizationID) -> Bool {
        do throws(Refusal) {
            try city.requireOwn([house], field: "commitment", asked)
            return true
        } catch {
            return false
        }
    }

    private mutating func offerVerification(of commitment: Commitment) {
        guard may(VerifyCommitment.may) else { return }
        offer(
            .verify, .commitment(commitment.id),
            VerifyCommitment { $0.commitment = commitment.id }, fields: named(commitment),
            since: commitment.steps.last?.day)
    }

    private mutating func offerStrikeOff(of commitment: Commitment) {
        guard may(StrikeOffCommitment.may) else { return }
        offer(
            .strikeOff, .commitment(commitment.id),
            StrikeOffCommitment { $0.commitment = commitment.id }, fields: named(commitment),
            since: commitment.steps.last?.day)
    }

    private mutating func offerDecision(of commitment: Commitment) {
        guard let adjustment = commitment.openAdjustment, may(DecideAdjustment.may) else { return }
        let number = adjustment.number
        offer(
            .decideAdjustment, .commitment(commitment.id),
            DecideAdjustment {
                ($0.commitment, $0.adjustment) = (commitment.id, number)
                $0.reason = .toBeWritten
            },
            fields: named(commitment) + [("adjustment", String(number))],
            since: adjustment.proposed.day)
    }
}
