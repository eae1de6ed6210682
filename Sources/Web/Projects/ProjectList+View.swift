import Delivery

extension ProjectList {
    package struct View: Sendable {
        package var model: Model
        package var visit: Visit

        package init(model: Model, visit: Visit) {
            self.model = model
            self.visit = visit
        }

        var t: Localizer { visit.t }
        var sight: Sight { model.sight }
        /// Whether projects are shown as cards by stage.
        var isBoard: Bool { visit.query["view"] == "board" }

        package var page: Page {
            Page(
                title: t(.projects), section: .projects,
                body: """
                    <div class="mast"><div>
                    <h1>\(t(.projects))</h1>
                    <small>\(t(.projectsLead(sight.projects.rows.count)))\(blockers) · \
                    <a href="\(visit.link("/templates"))">\(t(.templates))</a> · \
                    <a href="\(visit.link(Link("/imports").with("kind", "projects")))">\
                    \(t(.imports))</a></small>
                    </div><nav class="views" aria-label="\(t(.views))">\(views)</nav></div>
                    \(form)
                    \(content)
                    """)
        }

        package var csv: String { CSV.text(columns, model.all, t) }

        /// How many blockers wait to be solved, where any was ever raised.
        private var blockers: HTML {
            let all = sight.city.blockers.all
            guard all.contains(where: { _ in true }) else { return .empty }
            let open = all.count { $0.state == .open }
            let link = visit.link(Link("/blockers").with("state", "open"))
            return " · <a href=\"\(link)\">\(t(.blockers)) \(t.count(open))</a>"
        }

        private var views: HTML {
            let query = visit.query.without("view", "page", "sort")
            let list = visit.link(Link("/projects").with(query))
            let board = visit.link(Link("/projects").with(query.with("view", "board")))
            return """
                \(view(.asList, list, isCurrent: !isBoard)) \
                \(view(.asBoard, board, isCurrent: isBoard))
                """
        }

        private func view(_ name: Phrase, _ link: Link, isCurrent: Bool) -> HTML {
            let current: HTML = isCurrent ? " aria-current=\"true\"" : ""
            return "<a href=\"\(link)\"\(current)>\(t(name))</a>"
        }

        private var content: HTML {
            guard isBoard, !sight.projects.rows.isEmpty else { return list }
            let board = ProjectBoard.Model(sight, visit.query)
            return ProjectBoard.View(model: board, visit: visit).html
        }

        private var list: HTML {
            TableView(
                id: "projects", caption: t(.projects), columns: columns, rows: model.shown,
                count: model.places.count, query: model.table, visit: visit,
                export: visit.link(Link("/projects.csv").with(visit.query.without("page", "size"))),
                emptyState: emptyState, form: "filter"
            ).html
        }

        private var emptyState: HTML {
            if sight.projects.rows.isEmpty {
                return "<p>\(t(.noProjects))</p><p>\(t(.noProjectsAdvice))</p>"
            }
            return """
                <p>\(t(.noProjectMatches))</p>
                <p><a href="\(visit.link("/projects"))">\(t(.clearFilter))</a></p>
                """
        }
    }
}
