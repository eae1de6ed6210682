import Delivery
import Rulebook

extension ProjectList {
    package struct View: Sendable {
        package var model: Model
        package var visit: Visit

        package init(model: Model, visit: Visit) {
            self.model = model
            self.visit = visit
        }

        private var t: Localizer { visit.t }
        private var sight: Sight { model.sight }

        package var page: Page {
            Page(
                title: t(.projects), section: .projects,
                body: """
                    <div class="mast"><div>
                    <h1>\(t(.projects))</h1>
                    <small>\(t(.projectsLead(sight.projects.rows.count)))</small>
                    </div></div>
                    \(form)
                    \(table.html)
                    """)
        }

        package var csv: String { CSV.text(columns, model.all, t) }

        private var table: TableView<ProjectRow> {
            TableView(
                id: "projects", caption: t(.projects), columns: columns, rows: model.shown,
                count: model.places.count, query: model.table, visit: visit,
                export: visit.link("/projects.csv").with(visit.query.without("page", "size")),
                emptyState: emptyState)
        }

        private var emptyState: HTML {
            if sight.projects.rows.isEmpty {
                return "<p>\(t(.noProjects))</p><p>\(t(.noProjectsAdvice))</p>"
            }
            let clear = visit.link("/projects")
            return """
                <p>\(t(.noProjectMatches))</p>
                <p><a href="\(clear)">\(t(.clearFilter))</a></p>
                """
        }

        private var columns: [Column<ProjectRow>] {
            let (t, visit, sight) = (t, visit, sight)
            var columns: [Column<ProjectRow>] = [
                Column("name", .project, sorts: true, isHeading: true, text: \.name) { row in
                    let link = visit.link("/projects/\(row.id.text)")
                    return """
                        <a href="\(link)">\(t.data(row.name))</a> <small class="mute">\
                        \(row.id.text)\
                        </small>
                        """
                },
                Column(
                    "district", .district,
                    text: { row in
                        row.districts.map { sight.plainName($0, t) }.joined(separator: "; ")
                    },
                    html: { row in
                        let comma: HTML = t.language == .zh ? "、" : ", "
                        return .joined(row.districts.map { sight.link($0, visit) }, by: comma)
                    }),
                Column(
                    "stage", .stage, sorts: true, text: { StageWords.plain($0, t) },
                    html: { StageWords.html($0, t) }),
                money("total", .totalInvestment) { $0.total },
            ]
            if sight.projects.hasPlans {
                let year = sight.city.day?.year ?? 0
                columns.append(money("plan", .planOf(year)) { $0.plan.map { .known($0) } })
                columns.append(
                    money("invested", .investedIn(year)) { $0.invested.map { .known($0) } })
            }
            columns.append(
                Column(
                    "changed", .lastRecord, isNumber: true, sorts: true,
                    text: { String($0.lastRecord) },
                    html: { visit.record($0.lastRecord) }))
            return columns
        }

        private func money(
            _ key: String, _ title: Phrase,
            _ value: @escaping @Sendable (ProjectRow) -> Known<Money>?
        ) -> Column<ProjectRow> {
            let (t, unit) = (t, sight.unit)
            var column = Column<ProjectRow>(
                key, title, unit: t.unit(unit), isNumber: true, sorts: true,
                text: { row in value(row)?.value.map(unit.text) ?? "" },
                html: { row in t.known(value(row)) { t.amount($0, unit) } })
            if key == "total" { column.total = total }
            return column
        }

        private var total: HTML {
            guard let total = model.total else { return .empty }
            let missing: HTML =
                model.withoutTotal == 0
                ? "" : "<br><small>\(t(.notCounted(model.withoutTotal)))</small>"
            return "\(t(.total)) \(t.amount(total, sight.unit))\(missing)"
        }
    }
}
