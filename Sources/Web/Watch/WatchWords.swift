import Delivery
import HashTreeCollections
import Rulebook

/// What is to be watched in words and links: which thing, whose, and why.
struct WatchWords {
    var sight: Sight
    var visit: Visit

    private var t: Localizer { visit.t }

    func light(_ light: WatchList.Light) -> HTML {
        "<span class=\"light \(light.rawValue)\">\(t(light.words))</span>"
    }

    /// The project or the commitment or, where a finding is about none, the organization.
    func subject(_ item: WatchList.Item) -> HTML {
        if let indicator = item.indicator.flatMap({ sight.city.indicators[$0] }) {
            return FigureWords(sight: sight, visit: visit).link(indicator)
        }
        if let id = item.blocker, let blocker = sight.city.blockers[id] {
            let words = BlockerWords(sight: sight, visit: visit)
            let address = visit.link("/blockers/\(id.text)")
            return """
                \(words.project(blocker)) · \
                <a href="\(address)">\(t(blocker.kind.words))</a>
                """
        }
        if let id = item.commitment { return sight.city.commitments[id]?.link(visit) ?? .empty }
        guard let id = item.project else {
            return item.owner.map { sight.link($0, visit) } ?? .empty
        }
        let name = sight.city.projects[id]?.profile.name ?? id.text
        return "<a href=\"\(visit.link("/projects/\(id.text)"))\">\(t.data(name))</a>"
    }

    func plainSubject(_ item: WatchList.Item) -> String {
        if let indicator = item.indicator.flatMap({ sight.city.indicators[$0] }) {
            return FigureWords(sight: sight, visit: visit).plainName(indicator)
        }
        return item.commitment.map { sight.city.commitments[$0]?.profile.title ?? $0.text }
            ?? item.project.map { sight.city.projects[$0]?.profile.name ?? $0.text }
            ?? item.owner.map { sight.plainName($0, t) } ?? ""
    }

    func owner(_ item: WatchList.Item) -> HTML {
        item.owner.map { sight.link($0, visit) } ?? "<span class=\"mute\">–</span>"
    }

    func reason(_ item: WatchList.Item) -> String {
        switch item.reason {
        case .finding(let severity, _): t(.findingOpen(severity.words))
        case .overdue(let stage, _, let isClaimed):
            t(isClaimed ? .overdueClaimed(stage.words) : .overdueStage(stage.words))
        case .unruled(let stage, _): t(.waitsForRuling(stage.words))
        case .commitmentOverdue: t(.commitmentLate)
        case .notAcknowledged: t(.notAcknowledgedYet)
        case .belowFloor(let alarm): t(.belowFloor(alarm))
        case .blockerLate(let tier, let clock): t(.blockerLate(tier.words, clock))
        }
    }

    /// How long, from when on.
    func time(_ item: WatchList.Item) -> HTML {
        let words: Phrase =
            switch item.reason {
            case .overdue, .commitmentOverdue, .notAcknowledged, .blockerLate:
                .daysOverdue(item.days)
            case .finding, .unruled, .belowFloor: .daysWaiting(item.days)
            }
        return "<span class=\"nowrap\" title=\"\(t.day(item.since))\">\(t(words))</span>"
    }
}

extension WatchList.Light {
    var words: Phrase { self == .red ? Phrase("红灯", "red") : Phrase("黄灯", "yellow") }
}
