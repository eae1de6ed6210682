import Delivery
import HashTreeCollections
import Rulebook

/// Names what a piece of work is of, and where to look at it.
struct WorkSubjects {
    let sight: Sight
    let visit: Visit

    private var t: Localizer { visit.t }
    private var city: City { sight.city }

    func link(of subject: WorkItem.Subject) -> Link {
        switch subject {
        case .commitment(let id): "/commitments/\(id.text)"
        case .project(let id, _): "/projects/\(id.text)"
        case .figure(let key, _): "/indicators/\(key.indicator.text)"
        case .blocker(let id):
            city.blockers[id].map { "/projects/\($0.project.text)" } ?? "/projects"
        case .finding(let id): finding(id)
        case .revision(let list, _): "/lists/\(list.text)"
        }
    }

    private func finding(_ id: FindingID) -> Link {
        guard let finding = city.findings[id] else { return "/organizations" }
        return finding.project.map { "/projects/\($0.text)" }
            ?? "/organizations/\(finding.organization.text)"
    }

    func html(of subject: WorkItem.Subject) -> HTML {
        let (title, detail) = words(subject)
        let more: HTML = detail.map { "<br><small>\($0)</small>" } ?? .empty
        return "<a href=\"\(visit.link(link(of: subject)))\">\(title)</a>\(more)"
    }

    /// What it is called, and what is to be known beside the name.
    private func words(_ subject: WorkItem.Subject) -> (HTML, HTML?) {
        switch subject {
        case .commitment(let id):
            guard let profile = city.commitments[id]?.profile else { break }
            return (t.data(profile.title), sight.link(profile.lead, visit))
        case .project(let id, let stage):
            let words = stage.map { stage -> HTML in
                "\(t(city.projects[id]?.words(of: stage) ?? stage.words))"
            }
            return (project(id), words)
        case .figure(let key, let period):
            let profile = city.indicators[key.indicator]?.profile
            let house = key.organization.map { sight.link($0, visit) }
            let words = FigureWords(sight: sight, visit: visit)
            let name = city.indicators[key.indicator].map { words.name($0) }
            return (
                name ?? t.data(profile?.name ?? key.indicator.text),
                "\(house)\(house == nil ? "" : " · ")\(words.time(period))"
            )
        case .blocker(let id):
            guard let blocker = city.blockers[id] else { break }
            let note = sight.text(blocker.note, t)
            let detail: HTML = "\(t(blocker.kind.words)) · \(t(blocker.tier.words)) · \(note)"
            return (project(blocker.project), detail)
        case .finding(let id):
            guard let finding = city.findings[id] else { break }
            let note = finding.note.map { note -> HTML in " · \(sight.text(note, t))" }
            let house = city.organizations[finding.organization].map(t.name)
            return (house ?? "\(finding.organization.text)", "\(t(finding.severity.words))\(note)")
        case .revision(let id, let number):
            let desk = ListDesk(sight: sight, visit: visit, viewer: nil)
            guard let list = city.lists[id] else { break }
            return (t.data(desk.title(list)), "\(t(.revision(number)))")
        }
        return (HTML(escaping: subject.text), nil)
    }

    private func project(_ id: ProjectID) -> HTML {
        t.data(city.projects[id]?.profile.name ?? id.text)
    }
}
