import HashTreeCollections

/// A link of the chain from the sentence above to the proof below.
package enum ChainLink: Sendable, Hashable {
    case directive(DirectiveID)
    case clause(DirectiveID, CodeName)
    case commitment(CommitmentID)
    case project(ProjectID)
    case indicator(IndicatorID)
    case evidence(SHA256Text)
}

/// A link and all that hangs on it, in one direction.
package struct CommitmentChain: Sendable, Hashable {
    package var link: ChainLink
    package var next: [CommitmentChain]

    /// Every link of it, its own first.
    package var links: [ChainLink] { [link] + next.flatMap(\.links) }
}

/// Directive ► clause ► commitment ► part ► project or indicator ► evidence. What is below one
/// link has that link above it, and the other way round. Drafts are nobody's neighbours yet: from
/// a draft the chain goes on, to a draft it does not lead.
extension City {
    package func below(_ link: ChainLink) -> [ChainLink] {
        switch link {
        case .directive(let id):
            let clauses = directives[id]?.profile.clauses.map { ChainLink.clause(id, $0.id) }
            return (clauses ?? []) + answering(ClauseReference(id, nil))
        case .clause(let directive, let clause):
            return answering(ClauseReference(directive, clause))
        case .commitment(let id):
            guard let commitment = commitments[id] else { return [] }
            let profile = commitment.profile
            return parts(of: id).filter { $0.state != .draft }.map { .commitment($0.id) }
                + profile.projects.unique.map { .project($0) }
                + profile.indicators.unique.map { .indicator($0) }
                + commitment.evidence.map(\.evidence.sha256).unique.map { .evidence($0) }
        case .project(let id):
            let claims = projects[id]?.claims ?? []
            return claims.flatMap(\.evidence).map(\.sha256).unique.map { .evidence($0) }
        case .indicator, .evidence: return []
        }
    }

    package func above(_ link: ChainLink) -> [ChainLink] {
        switch link {
        case .directive: return []
        case .clause(let directive, _): return [.directive(directive)]
        case .commitment(let id):
            guard let profile = commitments[id]?.profile else { return [] }
            let answers = profile.answers.unique.map { answer -> ChainLink in
                answer.clause.map { .clause(answer.directive, $0) } ?? .directive(answer.directive)
            }
            return answers + (profile.parent.map { [.commitment($0)] } ?? [])
        case .project(let id): return naming { $0.profile.projects.contains(id) }
        case .indicator(let id): return naming { $0.profile.indicators.contains(id) }
        case .evidence(let hash):
            let shown = projects.all.filter { project in
                project.claims.contains { $0.evidence.contains { $0.sha256 == hash } }
            }
            return naming { $0.evidence.contains { $0.evidence.sha256 == hash } }
                + shown.map { .project($0.id) }
        }
    }

    /// All that hangs below the link.
    package func chain(below link: ChainLink) -> CommitmentChain {
        CommitmentChain(link: link, next: below(link).map { chain(below: $0) })
    }

    /// All that the link hangs on.
    package func chain(above link: ChainLink) -> CommitmentChain {
        CommitmentChain(link: link, next: above(link).map { chain(above: $0) })
    }

    private func answering(_ reference: ClauseReference) -> [ChainLink] {
        naming { $0.profile.answers.contains(reference) }
    }

    private func naming(_ isNamed: (Commitment) -> Bool) -> [ChainLink] {
        commitments.all.filter { $0.state != .draft && isNamed($0) }.map { .commitment($0.id) }
    }
}

extension Array where Element: Hashable {
    /// Each once, where it stands first.
    fileprivate var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
