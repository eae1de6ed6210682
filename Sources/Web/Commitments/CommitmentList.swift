package import Delivery
package import JSON
import Rulebook

/// The list: each directive with what answers its clauses, and every item with how far it is.
package struct CommitmentList: Sendable {
    package var sight: Sight
    package var visit: Visit

    package init(sight: Sight, visit: Visit) {
        self.sight = sight
        self.visit = visit
    }

    var t: Localizer { visit.t }
    var city: City { sight.city }
    private var words: FigureWords { FigureWords(sight: sight, visit: visit) }
    var today: Day { city.day ?? .earliest }

    package static func json(_ city: City) -> JSON {
        let day = city.day ?? .earliest
        return .object([
            .init("as_of", .integer(city.size)),
            .init("commitments", .array(city.commitments.all.map { $0.json(on: day, city) })),
            .init("organizations", .array(tallies(of: city, on: day))),
        ])
    }

    package var page: Page {
        Page(
            title: t(.commitments), section: .commitments,
            body: """
                <div class="mast"><div><h1>\(t(.commitments))</h1>
                <p class="lede"><a href="\(visit.link("/lists"))">\(t(.editionsAndLists))</a>\
                \(fill)</p>
                <small><a href="\(visit.link("/templates"))">\(t(.templates))</a> · \
                <a href="\(visit.link(Link("/imports").with("kind", "commitments")))">\
                \(t(.imports))</a></small>
                </div></div>
                \(Actions.beginning(visit, ["directive", "commitment"]))
                \(items)
                \(tallies)
                \(HTML.joined(city.directives.all.map(directive), by: "\n"))
                """)
    }

    private var filter: CommitmentFilter { CommitmentFilter(visit.query) }

    /// The query without what says which part of the table is shown.
    private var asked: Query { visit.query.without("page", "size") }

    private var fill: HTML {
        guard visit.viewer.actor != nil else { return .empty }
        let link = visit.link(Link("/work/fill").with(asked))
        return " · <a href=\"\(link)\">\(t(.fillTheList))</a>"
    }

    private var items: HTML {
        guard city.commitments.count > 0 else {
            return "<div class=\"empty\"><p>\(t(.noCommitment))</p></div>"
        }
        let items = filter.items(of: city, on: today)
        let query = TableQuery(visit.query, sortable: [])
        let table = TableView(
            id: "commitments", caption: t(.commitments), columns: columns,
            rows: Array(items[query.window(of: items.count)]), count: items.count, query: query,
            visit: visit, export: visit.link(Link("/commitments.csv").with(asked)),
            emptyState: """
                <p>\(t(.noCommitmentMatches))</p>
                <p><a href="\(visit.link("/commitments"))">\(t(.clearFilter))</a></p>
                """, form: "filter")
        let workbook = visit.link(Link("/commitments.xlsx").with(asked))
        let form = CommitmentFilterForm(
            filter: filter, sight: sight, visit: visit, page: "/commitments")
        return Parts.section(
            t(.commitment), "<a href=\"\(workbook)\" download>\(t(.asWorkbook))</a>",
            "\(form.html)\n\(table.html)")
    }

    private var columns: [Column<Commitment>] {
        let (t, city, sight, visit, today, words) = (t, city, sight, visit, today, words)
        return [
            Column("title", .commitment, isHeading: true, text: \.profile.title) { item in
                """
                \(item.link(visit))<br>\
                <small>\(t(item.profile.kind.words)) · \
                \(sight.text(item.profile.criterion, t))</small>
                """
            },
            Column("state", .stage, text: { t($0.state.words) }) { $0.light(on: today, t) },
            Column(
                "percent", .completion, isNumber: true,
                text: { city.percent(of: $0).map { String($0) } ?? "" }
            ) { city.percent(of: $0).map { "\($0)%" } ?? .empty },
            Column("due", .due, text: { $0.profile.due?.description ?? "" }) { item in
                item.profile.due.map { "<span class=\"nowrap\">\(t.day($0))</span>" } ?? .empty
            },
            Column("lead", .lead, text: { sight.plainName($0.profile.lead, t) }) {
                sight.link($0.profile.lead, visit)
            },
            Column("line", .line, text: { $0.profile.alignment.main?.text ?? "" }) { item in
                item.profile.alignment.main.map { "<small>\(words.line($0))</small>" } ?? .empty
            },
        ]
    }

    private func directive(_ directive: Directive) -> HTML {
        let profile = directive.profile
        let answers = city.answers(to: directive.id)
        let rows = zip(profile.clauses, answers).map { clause, answer -> HTML in
            let light: HTML =
                switch answer.extent {
                case .none: "grey"
                case .partly: "yellow"
                case .whole: "green"
                }
            let items = answer.commitments.compactMap {
                city.commitments[$0]?.link(visit, in: sight)
            }
            return """
                <tr><th scope="row">\(clause.id.text)</th><td>\(sight.text(clause.text, t))</td>\
                <td data-label="\(t(.extent))"><span class="light \(light)">\
                \(t(answer.extent.words))</span></td>\
                <td class="small" data-label="\(t(.answeredBy))">\
                \(HTML.joined(items, by: "<br>"))</td></tr>

                """
        }
        let title = t.language == .en ? profile.titleEn ?? profile.title : profile.title
        let day = profile.day.map { " · \(t.day($0))" } ?? ""
        let page = visit.link(DirectivePage.link(directive.id))
        return Parts.section(
            "<a href=\"\(page)\">\(t.data(title))</a>" as HTML,
            """
            \(t(profile.level.words)) · \(t(.issuer)) \(t.data(profile.issuer))\(day) \
            \(HTML.joined(directive.records.map { visit.record($0) }, by: " "))
            """,
            """
            <div class="scroll" tabindex="0"><table class="list"><thead><tr>\
            <th scope="col">#</th><th scope="col">\(t(.clauses))</th>\
            <th scope="col">\(t(.extent))</th><th scope="col">\(t(.answeredBy))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """)
    }
}

extension Commitment {
    func link(_ visit: Visit) -> HTML {
        "<a href=\"\(visit.link("/commitments/\(id.text)"))\">\(visit.t.data(profile.title))</a>"
    }

    /// The same; a part that was given its whole's title is told apart by its lead.
    func link(_ visit: Visit, in sight: Sight) -> HTML {
        guard let whole = profile.parent.flatMap({ sight.city.commitments[$0] }),
            whole.profile.title == profile.title
        else { return link(visit) }
        let lead = sight.plainName(profile.lead, visit.t)
        return "\(link(visit)) <small>\(visit.t.data(lead))</small>"
    }

    /// Whether it was done before the day on which it was due.
    private var isEarly: Bool {
        guard let done = doneOn, let due = profile.due else { return false }
        return done < due
    }

    /// How far it is, by colour, shape and word. What is reported done waits for somebody.
    func light(on day: Day, _ t: Localizer) -> HTML {
        if isOverdue(on: day) { return "<span class=\"light red\">\(t(.overdue))</span>" }
        let light: HTML =
            switch state {
            case .draft, .suspended, .cancelled: "grey"
            case .issued, .returned, .reportedDone: "yellow"
            case .acknowledged, .inProgress, .verified: "green"
            case .struckOff: isEarly ? "blue" : "green"
            }
        return "<span class=\"light \(light)\">\(t(state.words))</span>"
    }

    func json(on day: Day, _ city: City) -> JSON {
        .object([
            .init("id", .string(id.text)), .init("title", .string(profile.title)),
            .init("kind", .string(profile.kind.rawValue)),
            .init("state", .string(state.rawValue)),
            .init("overdue", .bool(isOverdue(on: day))),
            .init("percent", city.percent(of: self).map { .integer($0) } ?? .null),
            .init("due", profile.due.map { .string($0.description) } ?? .null),
            .init("first_due", baseline?.due.map { .string($0.description) } ?? .null),
            .init("escalated", .bool(isEscalated(on: day, city: city))),
            .init("silent", .bool(isSilent(on: day, clocks: city.commitmentClocks))),
            .init("returns", .integer(returns)),
            .init("adjustments", .integer(adjustments.count)),
            .init("parent", profile.parent.map { .string($0.text) } ?? .null),
            .init("lead", .string(profile.lead.text)),
            .init("records", .array(records.map { .integer($0) })),
        ])
    }
}
