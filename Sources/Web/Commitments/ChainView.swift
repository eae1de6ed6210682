import Delivery
import Rulebook

/// The chain from the sentence above to the proof below, as lists within lists that lead from
/// page to page.
struct ChainView: Sendable {
    var sight: Sight
    var visit: Visit

    private var t: Localizer { visit.t }
    private var city: City { sight.city }

    /// Upward and downward of a link; empty where there is neither.
    func section(of link: ChainLink, _ title: String) -> HTML {
        let (up, down) = (city.chain(above: link).next, city.chain(below: link).next)
        guard !up.isEmpty || !down.isEmpty else { return .empty }
        return Parts.section(
            title, nil, list("↑", up) + list("↓", down))
    }

    /// The commitments that name a project or an indicator, each with what it answers.
    func commitments(naming link: ChainLink) -> HTML {
        let up = city.chain(above: link).next
        guard !up.isEmpty else { return .empty }
        return Parts.section(t(.answersTo), "\(t.count(up.count))", list("↑", up))
    }

    private func list(_ arrow: String, _ chains: [CommitmentChain]) -> HTML {
        guard !chains.isEmpty else { return .empty }
        let items = chains.map { chain -> HTML in
            """
            <li><span aria-hidden="true">\(arrow)</span> \(words(chain.link))\
            \(list(arrow, chain.next))</li>
            """
        }
        return "<ul class=\"chain\">\(items)</ul>"
    }

    private func words(_ link: ChainLink) -> HTML {
        switch link {
        case .directive(let id): return directive(id)
        case .clause(let id, let clause):
            let text = city.directives[id]?.profile.clause(clause)?.text
            return """
                <a href="\(visit.link(DirectivePage.link(id, clause)))">\(clause.text) \
                \(text.map { sight.text($0, t) })</a>
                """
        case .commitment(let id):
            guard let item = city.commitments[id] else { return "\(id.text)" }
            return "\(item.link(visit, in: sight)) \(item.light(on: city.day ?? .earliest, t))"
        case .project(let id):
            let name = city.projects[id]?.profile.name ?? id.text
            return "<a href=\"\(visit.link("/projects/\(id.text)"))\">\(t.data(name))</a>"
        case .indicator(let id):
            guard let indicator = city.indicators[id] else { return "\(id.text)" }
            return FigureWords(sight: sight, visit: visit).link(indicator)
        case .evidence(let hash):
            return "<code>\(hash.text.prefix(16))…</code>"
        }
    }

    private func directive(_ id: DirectiveID) -> HTML {
        guard let profile = city.directives[id]?.profile else { return "\(id.text)" }
        let title = t.language == .en ? profile.titleEn ?? profile.title : profile.title
        return "<a href=\"\(visit.link(DirectivePage.link(id)))\">\(t.data(title))</a>"
    }
}
