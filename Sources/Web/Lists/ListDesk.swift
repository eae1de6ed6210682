import Delivery
import JSON
import Rulebook

/// What the pages of lists share: names, lines and clauses, as one viewer may see them.
struct ListDesk: Sendable {
    let sight: Sight
    let visit: Visit
    /// Nil for a guest.
    let viewer: Actor?

    var t: Localizer { visit.t }
    var city: City { sight.city }
    var today: Day { city.day ?? .earliest }

    func title(_ list: Delivery.CommitmentList) -> String {
        t.language == .en ? list.profile.titleEn ?? list.profile.title : list.profile.title
    }

    func link(_ list: Delivery.CommitmentList) -> HTML {
        "<a href=\"\(visit.link("/lists/\(list.id.text)"))\">\(t.data(title(list)))</a>"
    }

    func link(_ edition: Edition, of list: Delivery.CommitmentList) -> HTML {
        let address = visit.link("/lists/\(list.id.text)/editions/\(edition.number)")
        return "<a href=\"\(address)\">\(t(.edition(edition.number)))</a>"
    }

    func comparison(_ from: Int, _ to: Int, of list: Delivery.CommitmentList) -> Link {
        let page: Link = "/lists/\(list.id.text)/compare"
        return visit.link(page.with("from", String(from)).with("to", String(to)))
    }

    /// An item by the title it has now.
    func item(_ id: CommitmentID) -> HTML {
        city.commitments[id]?.link(visit) ?? HTML(escaping: id.text)
    }

    func items(_ ids: [CommitmentID]) -> HTML { .joined(ids.map(item), by: "<br>") }

    func directive(_ id: DirectiveID) -> HTML {
        guard let profile = city.directives[id]?.profile else { return HTML(escaping: id.text) }
        return t.data(t.language == .en ? profile.titleEn ?? profile.title : profile.title)
    }

    func clause(_ reference: ClauseReference) -> HTML {
        let clause = reference.clause.flatMap {
            city.directives[reference.directive]?.profile.clause($0)
        }
        let text = clause.map { clause -> HTML in " \(sight.text(clause.text, t))" }
        return "\(directive(reference.directive)) · \(reference.clause?.text ?? "")\(text)"
    }

    /// The parts of the way to a page of the list.
    func breadcrumbs(_ list: Delivery.CommitmentList?) -> HTML {
        let last = list.map { list -> HTML in " › \(link(list))" }
        return """
            <nav aria-label="\(t(.breadcrumbs))"><small>\
            <a href="\(visit.link("/commitments"))">\(t(.commitments))</a> › \
            <a href="\(visit.link("/lists"))">\(t(.lists))</a>\(last)</small></nav>
            """
    }

    func maySee(_ revision: Revision, of list: Delivery.CommitmentList) -> Bool {
        city.maySee(revision, of: list, viewer, on: today)
    }
}

extension Revision {
    /// How far it is, by colour, shape and word.
    func light(_ t: Localizer) -> HTML {
        let light: HTML =
            switch state {
            case .drawn, .withdrawn: "grey"
            case .submitted: "yellow"
            case .approved: "green"
            case .published: "blue"
            }
        return "<span class=\"light \(light)\">\(t(state.words))</span>"
    }
}

extension Edition.Line {
    var json: JSON {
        .object([
            .init("item", .string(item.text)), .init("kind", .string(kind.rawValue)),
            .init("title", .string(title)), .init("lead", .string(lead.text)),
            .init("due", due.map { .string($0.description) } ?? .null),
            .init("weight", weight.map { .string($0.description) } ?? .null),
        ])
    }
}

extension Edition {
    func json(withLines: Bool) -> JSON {
        var members: [JSON.Member] = [
            .init("edition", .integer(number)), .init("day", .string(day.description)),
            .init("revision", .integer(revision)), .init("items", .integer(lines.count)),
            .init("record", .integer(seq)),
            .init("open_clauses", .array(openClauses.map(\.json))),
        ]
        if withLines { members.append(.init("lines", .array(lines.map(\.json)))) }
        return .object(members)
    }
}

extension ClauseReference {
    var json: JSON {
        .object([
            .init("directive", .string(directive.text)),
            .init("clause", clause.map { .string($0.text) } ?? .null),
        ])
    }
}
