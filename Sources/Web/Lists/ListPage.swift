package import Delivery
package import JSON
import Rulebook

/// One list: its editions, the revision under way, and what answers each clause.
package struct ListPage: Sendable {
    package let list: Delivery.CommitmentList
    private let desk: ListDesk

    /// Nil where there is no such list.
    package init?(_ sight: Sight, id: String, visit: Visit, viewer: Actor?) {
        guard let id = ListID(id), let list = sight.city.lists[id] else { return nil }
        self.list = list
        desk = ListDesk(sight: sight, visit: visit, viewer: viewer)
    }

    private var t: Localizer { desk.t }
    private var visit: Visit { desk.visit }
    private var sight: Sight { desk.sight }

    package var json: JSON { Self.json(of: list) }

    static func json(of list: Delivery.CommitmentList) -> JSON {
        .object([
            .init("id", .string(list.id.text)), .init("title", .string(list.profile.title)),
            .init("title_en", list.profile.titleEn.map { .string($0) } ?? .null),
            .init("keeper", .string(list.profile.keeper.text)),
            .init("directives", .array(list.profile.directives.map { .string($0.text) })),
            .init("items", .array(list.items.map { .string($0.text) })),
            .init("editions", .array(list.editions.map { $0.json(withLines: false) })),
            .init(
                "revision",
                list.openRevision.map { .string($0.state.rawValue) } ?? .null),
        ])
    }

    package var page: Page {
        let latest = list.editions.last.map { edition -> HTML in
            "\(desk.link(edition, of: list)) · \(t.day(edition.day)) · "
                + "\(t(.itemCount)) \(list.items.count)"
        }
        return Page(
            title: desk.title(list), section: .commitments,
            body: """
                <div class="mast"><div>\(desk.breadcrumbs(nil))
                <h1>\(t.data(desk.title(list)))</h1>
                <p class="lede">\(latest ?? "\(t(.noEdition))")</p></div></div>
                \(Actions.about(list, sight, visit))
                <div class="grid cols"><div>\(revision)\(items)\(clauses)</div>
                <div>\(editions)\(Parts.section(t(.profile), nil, Parts.facts(facts, t)))\
                \(revisions)</div></div>
                """)
    }

    private var facts: [(Phrase, HTML)] {
        var lines: [(Phrase, HTML)] = [(.keeper, sight.link(list.profile.keeper, visit))]
        let directives = list.profile.directives.map(desk.directive)
        if !directives.isEmpty { lines.append((.answersClause, .joined(directives, by: "<br>"))) }
        if let disclosure = list.disclosure, let number = disclosure.edition {
            let address = visit.link("/public/\(list.id.text)")
            let shown: HTML = "<a href=\"\(address)\">\(t(.edition(number)))</a>"
            let record = visit.record(disclosure.seq)
            lines.append((.promises, "\(shown) · \(t.day(disclosure.day)) \(record)"))
        }
        let records = list.records.suffix(20).map { visit.record($0) }
        lines.append((.records, .joined(records, by: " ")))
        return lines
    }

    private var items: HTML {
        guard !list.items.isEmpty else { return .empty }
        let rows = list.items.enumerated().compactMap { index, id -> HTML? in
            guard let item = sight.city.commitments[id] else { return nil }
            return """
                <tr><td class="num">\(index + 1)</td><th scope="row">\(item.link(visit))</th>\
                <td data-label="\(t(.stage))">\(item.light(on: desk.today, t))</td>\
                <td class="nowrap" data-label="\(t(.due))">\
                \(item.profile.due.map { "\(t.day($0))" as HTML })</td>\
                <td data-label="\(t(.lead))">\(sight.link(item.profile.lead, visit))</td></tr>

                """
        }
        return Parts.section(
            t(.commitment), "\(t.count(rows.count))\(ways)",
            """
            <div class="scroll" tabindex="0"><table class="list"><thead><tr>\
            <th scope="col" class="num">\(t(.position))</th>\
            <th scope="col">\(t(.commitment))</th><th scope="col">\(t(.stage))</th>\
            <th scope="col">\(t(.due))</th><th scope="col">\(t(.lead))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """)
    }

    /// Away with the items as a sheet, and to where they are worked on like one.
    private var ways: HTML {
        let page: Link = "/lists/\(list.id.text)"
        let fill: HTML =
            desk.viewer == nil
            ? .empty
            : " · <a href=\"\(visit.link(page.appending("fill")))\">\(t(.fillTheList))</a>"
        return """
             · <a href="\(visit.link(page.appending("items.xlsx")))" download>\
            \(t(.asWorkbook))</a> · \
            <a href="\(visit.link(page.appending("items.csv")))" download>\(t(.asText))</a>\(fill)
            """
    }

    private var editions: HTML {
        guard !list.editions.isEmpty else { return .empty }
        let rows = list.editions.reversed().map { edition -> HTML in
            let before = list.edition(edition.number - 1).map { before -> HTML in
                let address = desk.comparison(before.number, edition.number, of: list)
                return "<a href=\"\(address)\">\(t(.withPrevious))</a>"
            }
            return """
                <tr><th scope="row">\(desk.link(edition, of: list))</th>\
                <td>\(t.day(edition.day))</td><td class="num">\(edition.lines.count)</td>\
                <td>\(before)</td></tr>

                """
        }
        return Parts.section(
            t(.editions), "\(t.count(list.editions.count))",
            """
            <div class="scroll" tabindex="0"><table><thead><tr>\
            <th scope="col">\(t(.editionWord))</th><th scope="col">\(t(.publishedOn))</th>\
            <th scope="col" class="num">\(t(.itemCount))</th><th scope="col">\(t(.compare))</th>\
            </tr></thead><tbody>\(rows)</tbody></table></div>
            \(ComparisonPage.form(list, desk))
            """)
    }

    /// Each directive that the list answers, clause by clause.
    private var clauses: HTML {
        let open = Set(desk.city.openClauses(of: list, with: nil))
        return .joined(
            list.profile.directives.compactMap { id in
                guard let directive = desk.city.directives[id] else { return nil }
                return ClauseTable(directive: directive, desk: desk, open: open).html
            }, by: "\n")
    }
}

extension ListPage {
    private var revision: HTML {
        guard let revision = list.openRevision else { return .empty }
        return Parts.section(
            "\(t(.revisionNow)) · \(t(.revision(revision.number)))", revision.light(t),
            RevisionView(revision: revision, list: list, desk: desk).html)
    }

    /// Those that came to an end and may be looked at.
    private var revisions: HTML {
        let past = list.revisions.filter { !$0.isOpen && desk.maySee($0, of: list) }
        guard !past.isEmpty else { return .empty }
        let lines = past.reversed().map { revision -> HTML in
            let view = RevisionView(revision: revision, list: list, desk: desk)
            return """
                <details><summary>\(t(.revision(revision.number))) \(revision.light(t))</summary>
                \(view.html)</details>
                """
        }
        return Parts.section(t(.earlierRevisions), "\(t.count(past.count))", .joined(lines))
    }
}
