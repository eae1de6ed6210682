import Rulebook

extension WorkDesk {
    mutating func gatherCommitments() {
        for commitment in city.commitments.all {
            switch commitment.state {
            case .draft: offerIssue(of: commitment)
            case .issued: offerAcknowledgement(of: commitment)
            case .acknowledged, .inProgress: offerHandling(of: commitment)
            case .reportedDone: break
            }
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

    private mutating func offerAcknowledgement(of commitment: Commitment) {
        guard may(AcknowledgeCommitment.may) else { return }
        offer(
            .acknowledge, .commitment(commitment.id),
            AcknowledgeCommitment { $0.commitment = commitment.id }, fields: named(commitment),
            due: commitment.acknowledgeBy(city.calendar)?.value,
            since: commitment.steps.last?.day)
    }

    private mutating func offerHandling(of commitment: Commitment) {
        guard may(Role.reporters), let due = commitment.profile.due,
            Urgency(due: due, on: today) < .later
        else { return }
        offerDone(.finish, commitment)
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
        } else if commitment.evidence.isEmpty {
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
    private func owns(_ house: OrganizationID) -> Bool {
        do throws(Refusal) {
            try city.requireOwn([house], field: "commitment", asked)
            return true
        } catch {
            return false
        }
    }
}
