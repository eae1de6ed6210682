package import Delivery
package import JSON
import Rulebook

/// One edition of a list as it was published: a table that never changes again.
package struct EditionPage: Sendable {
    package let edition: Edition
    private let list: Delivery.CommitmentList
    private let desk: ListDesk

    /// Nil where there is no such list or edition.
    package init?(_ sight: Sight, id: String, number: String, visit: Visit) {
        guard let id = ListID(id), let list = sight.city.lists[id],
            let edition = Int(number).flatMap({ list.edition($0) })
        else { return nil }
        self.list = list
        self.edition = edition
        desk = ListDesk(sight: sight, visit: visit, viewer: nil)
    }

    private var t: Localizer { desk.t }
    private var visit: Visit { desk.visit }

    package var json: JSON { edition.json(withLines: true) }

    package var csv: String { CSV.text(columns, rows, t) }

    package var fileName: String { "\(list.id.text)-\(edition.number).csv" }

    struct Row: Sendable {
        let position: Int
        let line: Edition.Line
    }

    private var rows: [Row] {
        edition.lines.enumerated().map { Row(position: $0 + 1, line: $1) }
    }

    package var page: Page {
        let query = TableQuery(visit.query, sortable: [])
        let rows = rows
        let title = "\(desk.title(list)) · \(t(.edition(edition.number)))"
        let table = TableView(
            id: "edition", caption: title, columns: columns,
            rows: Array(rows[query.window(of: rows.count)]), count: rows.count, query: query,
            visit: visit,
            export: visit.link("/lists/\(list.id.text)/editions/\(edition.number).csv"),
            emptyState: "<p>\(t(.noCommitment))</p>")
        return Page(
            title: title, section: .commitments,
            body: """
                <div class="mast"><div>\(desk.breadcrumbs(list))
                <h1>\(t.data(desk.title(list))) · \(t(.edition(edition.number)))</h1>
                <p class="lede">\(t(.publishedOn)) \(t.day(edition.day)) · \
                \(t(.itemCount)) \(edition.lines.count)\(approval) · \
                \(visit.record(edition.seq))\(comparison)</p></div></div>
                \(Actions.about(edition, of: list, desk.sight, visit))
                \(openClauses)
                \(table.html)
                """)
    }

    private var approval: HTML {
        let step = list.revision(edition.revision)?.step(.approved)
        guard let step, let house = step.organization else { return .empty }
        return " · \(t(.approvedBy)) \(desk.sight.link(house, visit)) \(visit.record(step.seq))"
    }

    private var comparison: HTML {
        guard let before = list.edition(edition.number - 1) else { return .empty }
        let address = desk.comparison(before.number, edition.number, of: list)
        return " · <a href=\"\(address)\">\(t(.withPrevious))</a>"
    }

    private var openClauses: HTML {
        guard !edition.openClauses.isEmpty else { return .empty }
        let lines = edition.openClauses.map { clause -> HTML in "<li>\(desk.clause(clause))</li>" }
        return """
            <p><span class="light yellow">\(t(.noticeWord))</span> \
            \(t.sentence(.editionsOpenClauses, ["\(edition.openClauses.count)"]))</p>
            <ul>\(lines)</ul>
            """
    }

    private var columns: [Column<Row>] {
        let (t, sight, visit) = (t, desk.sight, visit)
        return [
            Column("position", .position, isNumber: true, text: { String($0.position) }),
            Column("item", .subjectID, text: { $0.line.item.text }) {
                "<code>\($0.line.item.text)</code>"
            },
            Column("title", .commitment, isHeading: true, text: { $0.line.title }) { row in
                let address = visit.link("/commitments/\(row.line.item.text)")
                return "<a href=\"\(address)\">\(t.data(row.line.title))</a>"
            },
            Column("kind", .kind, text: { t($0.line.kind.words) }),
            Column(
                "criterion", .criterion, text: { sight.plainText($0.line.criterion) ?? "" }
            ) { "<small>\(sight.text($0.line.criterion, t))</small>" },
            Column("lead", .lead, text: { sight.plainName($0.line.lead, t) }) {
                sight.link($0.line.lead, visit)
            },
            Column("due", .due, text: { $0.line.due?.description ?? "" }) { row in
                row.line.due.map { "<span class=\"nowrap\">\(t.day($0))</span>" } ?? .empty
            },
            Column("weight", .weight, isNumber: true, text: { $0.line.weight?.description ?? "" }),
        ]
    }
}
