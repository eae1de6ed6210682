import HashTreeCollections
package import Rulebook

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
        let recognition = recognition(of: claim, project)
        if accepts(recognition) {
            offer(.rule, subject, recognition, fields: fields, since: claim.day)
            return
        }
        offer(.rule, subject, refusal(of: claim, project), fields: fields, since: claim.day)
    }

    private func recognition(of claim: Claim, _ project: Project) -> RecogniseStage {
        RecogniseStage {
            ($0.project, $0.claim, $0.day) = (project.id, claim.number, claim.day)
        }
    }

    private func refusal(of claim: Claim, _ project: Project) -> RefuseStage {
        RefuseStage { ($0.project, $0.claim) = (project.id, claim.number) }
    }

    /// Whether the person can rule on it, if only to refuse it.
    fileprivate func mayRule(on claim: Claim, _ project: Project) -> Bool {
        claim.isPending
            && (accepts(recognition(of: claim, project)) || accepts(refusal(of: claim, project)))
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

extension City {
    /// The claims that wait for the person's ruling, in the order of the projects.
    package func claimsToRule(
        for actor: Actor, on day: Day
    ) -> [(project: ProjectID, claim: Int)] {
        let desk = WorkDesk(self, for: actor, on: day)
        guard desk.may(RefuseStage.may) else { return [] }
        return projects.all.flatMap { project in
            project.claims.filter { desk.mayRule(on: $0, project) }
                .map { (project.id, $0.number) }
        }
    }
}
