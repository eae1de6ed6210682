import Delivery
import Rulebook

extension Tidings {
    /// Whether the event is one of a project's stages.
    mutating func readProjects(_ body: any EventBody) -> Bool {
        switch body {
        case let event as StageClaimed:
            guard let project = city.projects[event.project] else { return true }
            let houses = city.answerable(for: project, on: at.day)
            tell(
                who.outside(houses, in: Recipients.offices), .claimMade,
                NoticeSubject(.project, event.project.text))
        case let event as StageRecognised:
            tellClaimant(event.project, event.claim, .claimRecognised)
        case let event as StageRefused: tellClaimant(event.project, event.claim, .claimRefused)
        case let event as RecognitionRevoked:
            tellClaimant(event.project, event.claim, .recognitionRevoked)
        default: return false
        }
        return true
    }

    private mutating func tellClaimant(_ id: ProjectID, _ number: Int, _ kind: NoticeKind) {
        guard let claim = city.projects[id]?.claims.first(where: { $0.number == number }) else {
            return
        }
        tell(who.reporters(of: claim.organization), kind, NoticeSubject(.project, id.text))
    }

    /// Whether the event is one of what stops a project.
    mutating func readBlockers(_ body: any EventBody) -> Bool {
        switch body {
        case let event as BlockerRaised: tellHandler(event.id, .blockerRaised)
        case let event as BlockerEscalated: tellHandler(event.blocker, .blockerEscalated)
        case let event as BlockerReopened: tellHandler(event.blocker, .blockerReopened)
        case let event as BlockerSolved:
            guard let blocker = city.blockers[event.blocker] else { return true }
            tell(who.reporters(of: blocker.organization), .blockerSolved, subject(blocker))
        default: return false
        }
        return true
    }

    private mutating func tellHandler(_ id: BlockerID, _ kind: NoticeKind) {
        guard let blocker = city.blockers[id] else { return }
        tell(who.reporters(of: blocker.handler), kind, subject(blocker))
    }

    private func subject(_ blocker: Blocker) -> NoticeSubject {
        NoticeSubject(.blocker, blocker.id.text)
    }

    /// Whether the event is one of a reported figure.
    mutating func readIndicators(_ body: any EventBody) -> Bool {
        switch body {
        case let event as FigureObserved:
            guard let keeper = city.indicators[event.indicator]?.profile.owner else { return true }
            tell(
                who.reporters(of: keeper), .figureSubmitted,
                NoticeSubject(.indicator, event.indicator.text))
        case let event as FigureReturned:
            let house =
                event.organization ?? city.indicators[event.indicator]?.profile.owner
            guard let house else { return true }
            tell(
                who.reporters(of: house), .figureReturned,
                NoticeSubject(.indicator, event.indicator.text))
        default: return false
        }
        return true
    }
}
