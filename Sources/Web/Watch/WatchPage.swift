import Delivery
import Rulebook

/// Everything that is to be watched, by light and by whose it is.
package struct WatchPage: Sendable {
    package var list: WatchList
    package var visit: Visit

    package init(list: WatchList, visit: Visit) {
        self.list = list
        self.visit = visit
    }

    private var t: Localizer { visit.t }
    private var words: WatchWords { WatchWords(sight: list.sight, visit: visit) }

    /// Those that the address asks for.
    private var items: [WatchList.Item] {
        let light = visit.query["light"].flatMap { WatchList.Light(rawValue: $0) }
        let owner = visit.query["owner"].flatMap { OrganizationID($0) }
        return list.items.filter { item in
            (light.map { item.light == $0 } ?? true) && (owner.map { item.owner == $0 } ?? true)
        }
    }

    package var page: Page {
        Page(
            title: t(.toWatch), section: .overview,
            body: """
                <div class="mast"><div>
                <nav aria-label="\(t(.breadcrumbs))"><small><a href="\(visit.link("/"))">\
                \(t(.overview))</a> › \(t(.toWatch))</small></nav>
                <h1>\(t(.toWatch))</h1><small>\(t(.watchLead))</small></div></div>
                \(form)
                <div class="grid cols"><div>\(table.html)</div>
                <div>\(Parts.section(t(.byOwner), nil, owners))</div></div>
                """)
    }

    package var csv: String { CSV.text(columns, items, t) }

    private var table: TableView<WatchList.Item> {
        let query = TableQuery(visit.query, sortable: [])
        let items = items
        return TableView(
            id: "watched", caption: t(.toWatch), columns: columns,
            rows: Array(items[query.window(of: items.count)]), count: items.count, query: query,
            visit: visit,
            export: visit.link(Link("/watch.csv").with(visit.query.without("page", "size"))),
            emptyState: "<p>\(t(.nothingToWatch))</p>", form: "filter")
    }

    private var columns: [Column<WatchList.Item>] {
        let (t, visit, words) = (t, visit, words)
        let sight = list.sight
        return [
            Column(
                "light", .light, text: { t($0.light.words) }, html: { words.light($0.light) }),
            Column(
                "what", .what, isHeading: true, text: { words.plainSubject($0) },
                html: { words.subject($0) }),
            Column("why", .why, text: { words.reason($0) }),
            Column(
                "owner", .whose, text: { $0.owner.map { sight.plainName($0, t) } ?? "" },
                html: { words.owner($0) }),
            Column(
                "days", .since, isNumber: true, text: { String($0.days) },
                html: { words.time($0) }),
            Column(
                "record", .record, isNumber: true, text: { $0.record.map { String($0) } ?? "" },
                html: { $0.record.map { visit.record($0) } ?? "" }),
        ]
    }

    private var owners: HTML {
        let rows = list.owners.map { line -> HTML in
            let link = Link("/watch").with("owner", line.owner.text)
            let red = visit.link(link.with("light", "red"))
            let yellow = visit.link(link.with("light", "yellow"))
            return """
                <tr><th scope="row">\(list.sight.link(line.owner, visit))</th>\
                <td class="num"><a href="\(red)">\(t.count(line.red))</a></td>\
                <td class="num"><a href="\(yellow)">\(t.count(line.yellow))</a></td></tr>

                """
        }
        guard !rows.isEmpty else { return .empty }
        return """
            <table><thead><tr><th scope="col">\(t(.whose))</th>\
            <th scope="col" class="num">\(words.light(.red))</th>\
            <th scope="col" class="num">\(words.light(.yellow))</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
    }

    private var form: HTML {
        let lights = WatchList.Light.allCases.map { light -> HTML in
            let chosen: HTML = visit.query["light"] == light.rawValue ? " selected" : ""
            return "<option value=\"\(light.rawValue)\"\(chosen)>\(t(light.words))</option>"
        }
        let owners = list.owners.map { line -> HTML in
            let chosen: HTML = visit.query["owner"] == line.owner.text ? " selected" : ""
            let name = t.optionName(list.sight.city.organizations[line.owner], or: line.owner.text)
            return "<option value=\"\(line.owner.text)\"\(chosen)>\(name)</option>"
        }
        return """
            <form class="filter" id="filter" method="get" action="/watch" hx-get="/watch" \
            hx-target="#watched" hx-select="#watched" hx-swap="outerHTML" hx-push-url="true" \
            hx-trigger="input, submit">\(visit.languageField)
            <label>\(t(.light))<select name="light"><option value="">\(t(.all))</option>\
            \(lights)</select></label>
            <label>\(t(.whose))<select name="owner"><option value="">\(t(.all))</option>\
            \(owners)</select></label>
            <button type="submit">\(t(.apply))</button></form>
            """
    }
}
