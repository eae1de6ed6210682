package import Delivery
package import JSON

/// Every list with its latest edition and what is being done to it.
package struct ListIndex: Sendable {
    private let desk: ListDesk

    package init(sight: Sight, visit: Visit, viewer: Actor?) {
        desk = ListDesk(sight: sight, visit: visit, viewer: viewer)
    }

    private var t: Localizer { desk.t }
    private var visit: Visit { desk.visit }

    package var json: JSON {
        .object([
            .init("as_of", .integer(desk.city.size)),
            .init("lists", .array(desk.city.lists.all.map { ListPage.json(of: $0) })),
        ])
    }

    package var page: Page {
        Page(
            title: t(.lists), section: .commitments,
            body: """
                <div class="mast"><div>
                <nav aria-label="\(t(.breadcrumbs))"><small>\
                <a href="\(visit.link("/commitments"))">\(t(.commitments))</a></small></nav>
                <h1>\(t(.lists))</h1><p class="lede">\(t(.listsLead))</p></div></div>
                \(Actions.beginning(visit, ["list"]))
                \(table)
                """)
    }

    private var table: HTML {
        let lists = Array(desk.city.lists.all)
        guard !lists.isEmpty else { return "<div class=\"empty\"><p>\(t(.noList))</p></div>" }
        return """
            <div class="scroll" tabindex="0"><table class="list"><thead><tr>\
            <th scope="col">\(t(.name))</th><th scope="col">\(t(.latestEdition))</th>\
            <th scope="col" class="num">\(t(.itemCount))</th>\
            <th scope="col">\(t(.keeper))</th><th scope="col">\(t(.revisionNow))</th></tr></thead>
            <tbody>\(lists.map(row))</tbody></table></div>
            """
    }

    private func row(_ list: Delivery.CommitmentList) -> HTML {
        let edition = list.editions.last.map { edition -> HTML in
            "\(desk.link(edition, of: list))<br><small>\(t.day(edition.day))</small>"
        }
        let revision = list.openRevision.map { $0.light(t) }
        return """
            <tr><th scope="row">\(desk.link(list))</th>\
            <td data-label="\(t(.latestEdition))">\(edition)</td>\
            <td class="num" data-label="\(t(.itemCount))">\(list.items.count)</td>\
            <td data-label="\(t(.keeper))">\(desk.sight.link(list.profile.keeper, visit))</td>\
            <td data-label="\(t(.revisionNow))">\(revision)</td></tr>

            """
    }
}
