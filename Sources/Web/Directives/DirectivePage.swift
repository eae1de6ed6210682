import Delivery
package import JSON
import Rulebook

/// One directive: its clauses, each with what answers it, and the lists that take it up.
package struct DirectivePage: Sendable {
    private let directive: Directive
    private let desk: ListDesk

    /// Nil where there is no such directive.
    package init?(_ sight: Sight, id: String, visit: Visit) {
        guard let id = DirectiveID(id), let directive = sight.city.directives[id] else {
            return nil
        }
        self.directive = directive
        desk = ListDesk(sight: sight, visit: visit, viewer: visit.viewer.actor)
    }

    /// Where a directive stands, or one of its clauses.
    static func link(_ id: DirectiveID, _ clause: CodeName? = nil) -> Link {
        let page: Link = "/directives/\(id.text)"
        return clause.map { page.at(anchor($0)) } ?? page
    }

    static func anchor(_ clause: CodeName) -> String { "clause-" + clause.text }

    private var t: Localizer { desk.t }
    private var visit: Visit { desk.visit }
    private var profile: DirectiveProfile { directive.profile }

    package var page: Page {
        Page(
            title: t.language == .en ? profile.titleEn ?? profile.title : profile.title,
            section: .commitments,
            body: """
                <div class="mast"><div>
                <nav aria-label="\(t(.breadcrumbs))"><small>\
                <a href="\(visit.link("/commitments"))">\(t(.commitments))</a></small></nav>
                <h1>\(desk.directive(directive.id))</h1></div></div>
                \(Actions(visit, "directive", directive.id.text).html)
                <div class="grid cols"><div>\
                \(ClauseTable(directive: directive, desk: desk, open: [], isAlone: true).html)</div>
                <div>\(Parts.section(t(.profile), nil, Parts.facts(facts, t)))</div></div>
                """)
    }

    private var facts: [(Phrase, HTML)] {
        var lines: [(Phrase, HTML)] = [(.issuer, t.data(profile.issuer))]
        if let day = profile.day { lines.append((.day, "\(t.day(day))")) }
        let lists = desk.city.lists.all.filter { $0.profile.directives.contains(directive.id) }
        if !lists.isEmpty { lines.append((.lists, .joined(lists.map(desk.link), by: "<br>"))) }
        if profile.provenance.basis != nil {
            let words = FigureWords(sight: desk.sight, visit: visit)
            lines.append((.basisOfFigure, words.basis(profile.provenance)))
        }
        let records = directive.records.map { visit.record($0) }
        lines.append((.records, .joined(records, by: " ")))
        return lines
    }

    package var json: JSON {
        .object([
            .init("as_of", .integer(desk.city.size)), .init("id", .string(directive.id.text)),
            .init("title", .string(profile.title)), .init("issuer", .string(profile.issuer)),
            .init("level", .string(profile.level.rawValue)),
            .init("day", profile.day.map { .string($0.description) } ?? .null),
            .init(
                "clauses",
                .array(
                    desk.city.answers(to: directive.id).map { answer in
                        .object([
                            .init("clause", .string(answer.clause.text)),
                            .init("answered", .string(answer.extent.code)),
                            .init("by", .array(answer.commitments.map { .string($0.text) })),
                        ])
                    })),
            .init("records", .array(directive.records.map { .integer($0) })),
        ])
    }
}

extension ClauseAnswer.Extent {
    fileprivate var code: String {
        switch self {
        case .none: "not"
        case .partly: "partly"
        case .whole: "whole"
        }
    }
}
