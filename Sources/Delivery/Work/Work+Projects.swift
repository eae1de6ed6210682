import HashTreeCollections
import Rulebook

extension WorkDesk {
    mutating func gatherProjects() {
        let rules = may(RefuseStage.may)
        let claims = may(ClaimStage.may)
        guard rules || claims else { return }
        for project in city.projects.all {
            for claim in project.claims {
                if rules, claim.isPending { offerRuling(of: claim, project) }
                if claims { offerClaim(after: claim, project) }
            }
        }
    }

    /// A ruling is owed even where evidence is missing; then it is a refusal.
    private mutating func offerRuling(of claim: Claim, _ project: Project) {
        let fields = [("project", project.id.text), ("claim", String(claim.number))]
        let subject = WorkItem.Subject.project(project.id, claim.stage)
        let recognition = RecogniseStage {
            ($0.project, $0.claim, $0.day) = (project.id, claim.number, claim.day)
        }
        if accepts(recognition) {
            offer(.rule, subject, recognition, fields: fields, since: claim.day)
            return
        }
        offer(
            .rule, subject,
            RefuseStage { ($0.project, $0.claim) = (project.id, claim.number) },
            fields: fields, since: claim.day)
    }

    /// A stage whose latest claim was refused.
    private mutating func offerClaim(after claim: Claim, _ project: Project) {
        guard case .refused = claim.ruling,
            project.claims.last(where: { $0.stage == claim.stage })?.number == claim.number
        else { return }
        let probe = ClaimStage {
            ($0.project, $0.stage, $0.day) = (project.id, claim.stage, claim.day)
            $0.evidence = claim.evidence
        }
        offer(
            .claimAgain, .project(project.id, claim.stage), probe,
            fields: [("project", project.id.text), ("stage", claim.stage.rawValue)],
            since: claim.day)
    }
}

extension WorkDesk {
    mutating func gatherFindings() {
        guard may(CloseFinding.may) else { return }
        let day = today
        for finding in city.findings.values where finding.closed == nil {
            offer(
                .closeFinding, .finding(finding.id),
                CloseFinding { ($0.finding, $0.day) = (finding.id, day) },
                fields: [("finding", finding.id.text)], since: finding.foundOn)
        }
    }
}
