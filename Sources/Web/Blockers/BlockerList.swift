import Delivery
package import JSON
import Rulebook

/// What stops projects: of which kind, with whom, since when, and how its clock stands.
package struct BlockerList: Sendable {
    package var sight: Sight
    package var visit: Visit
    /// All there are, gravest first.
    package var lines: [BlockerLine]

    package init(sight: Sight, visit: Visit) {
        self.sight = sight
        self.visit = visit
        let order = BlockerLine.Light.allCases
        func weight(_ line: BlockerLine) -> Int { order.firstIndex(of: line.light) ?? 0 }
        lines = sight.city.blockers.all.map { BlockerLine($0, in: sight.city) }.sorted {
            (weight($0), $0.left ?? 0, $0.raised, $0.blocker.id)
                < (weight($1), $1.left ?? 0, $1.raised, $1.blocker.id)
        }
    }

    private var t: Localizer { visit.t }
    private var words: BlockerWords { BlockerWords(sight: sight, visit: visit) }

    /// Those that the address asks for.
    private var asked: [BlockerLine] {
        let filter = BlockerFilter(visit.query)
        return lines.filter(filter.takes)
    }

    package var json: JSON {
        .object([
            .init("as_of", .integer(sight.city.size)),
            .init("blockers", .array(asked.map(\.json))),
        ])
    }

    package var csv: String { CSV.text(columns, asked, t) }

    package var page: Page {
        let counts = BlockerLine.Light.allCases.compactMap { light -> HTML? in
            let count = lines.count { $0.light == light }
            guard count > 0 else { return nil }
            let link = visit.link(Link("/blockers").with("light", light.rawValue))
            return """
                <a class="light \(light.rawValue)" href="\(link)">\
                \(t(light.words)) \(t.count(count))</a>
                """
        }
        return Page(
            title: t(.blockers), section: .projects,
            body: """
                <div class="mast"><div>
                <nav aria-label="\(t(.breadcrumbs))"><small><a href="\(visit.link("/projects"))">\
                \(t(.projects))</a> › \(t(.blockers))</small></nav>
                <h1>\(t(.blockers))</h1><small>\(t(.blockersLead))</small></div></div>
                <p class="lights">\(HTML.joined(counts, by: " "))</p>
                \(form)
                \(table.html)
                """)
    }

    private var table: TableView<BlockerLine> {
        let query = TableQuery(visit.query, sortable: [])
        let asked = asked
        return TableView(
            id: "blockers", caption: t(.blockers), columns: columns,
            rows: Array(asked[query.window(of: asked.count)]), count: asked.count, query: query,
            visit: visit,
            export: visit.link(Link("/blockers.csv").with(visit.query.without("page", "size"))),
            emptyState: "<p>\(t(lines.isEmpty ? .noBlocker : .noBlockerAsked))</p>",
            form: "filter")
    }

    private var columns: [Column<BlockerLine>] {
        let (t, visit, words, sight) = (t, visit, words, sight)
        return [
            Column(
                "blocker", .blocker, isHeading: true, text: { $0.blocker.id.text },
                html: { words.link($0.blocker) }),
            Column(
                "light", .light, text: { t($0.light.words) }, html: { words.light($0) }),
            Column("kind", .kind, text: { t($0.blocker.kind.words) }),
            Column(
                "project", .project, text: { words.plainProject($0.blocker) },
                html: { words.project($0.blocker) }),
            Column("tier", .tierColumn, text: { t($0.blocker.tier.words) }),
            Column(
                "handler", .handler, text: { sight.plainName($0.blocker.handler, t) },
                html: { sight.link($0.blocker.handler, visit) }),
            Column(
                "raised", .raisedOn, text: \.raised.description,
                html: { "<span class=\"nowrap\">\(t.day($0.raised))</span>" }),
            Column(
                "due", .due, text: { $0.due?.description ?? "" }, html: { words.clock($0) }),
            Column(
                "record", .record, isNumber: true,
                text: { $0.blocker.records.last.map { String($0) } ?? "" },
                html: { $0.blocker.records.last.map { visit.record($0) } ?? "" }),
        ]
    }

    private var form: HTML {
        let known = Set(lines.flatMap { [$0.blocker.organization, $0.blocker.handler] }).sorted()
        let houses = known.map { house -> (String, Phrase) in
            let found = sight.city.organizations[house]
            let name = found?.name ?? house.text
            return (house.text, Phrase(name, found?.nameEn ?? name))
        }
        let lights = BlockerLine.Light.allCases.map { ($0.rawValue, $0.words) }
        let kinds = BlockerKind.allCases.map { ($0.rawValue, $0.words) }
        let tiers = Tier.allCases.map { ($0.rawValue, $0.words) }
        let states = BlockerState.allCases.map { ($0.rawValue, $0.words) }
        return """
            <form class="filter" id="filter" method="get" action="/blockers" hx-get="/blockers" \
            hx-target="#blockers" hx-select="#blockers" hx-swap="outerHTML" hx-push-url="true" \
            hx-trigger="input, submit">\(visit.languageField)
            \(choice("light", .light, lights))
            \(choice("kind", .kind, kinds))
            \(choice("tier", .tierColumn, tiers))
            \(choice("state", .state, states))
            \(choice("house", .whose, houses))
            <button type="submit">\(t(.apply))</button></form>
            """
    }

    private func choice(_ name: String, _ title: Phrase, _ values: [(String, Phrase)]) -> HTML {
        let options = values.map { value, words -> FilterChoice.Option in
            (value, "\(t(words))", visit.query[name] == value)
        }
        return FilterChoice(name: name, title: title, options: options).html(t)
    }
}
