/// A table of one page of rows: sticky head, sorting and paging by address, totals, export.
package struct TableView<Row: Sendable>: Sendable {
    /// Also the place that a filter replaces.
    package var id: String
    package var caption: String
    package var columns: [Column<Row>]
    /// The rows on this page.
    package var rows: [Row]
    /// Of all pages.
    package var count: Int
    package var query: TableQuery
    package var visit: Visit
    /// Where the whole of what is seen can be had as CSV.
    package var export: Link?
    /// What to do where there is no row.
    package var emptyState: HTML
    /// Whether only some rows are shown, with no way to the others.
    package var isExcerpt = false
    /// The id of the form that filters the table; it is told how the table is sorted.
    package var form: String?

    package init(
        id: String, caption: String, columns: [Column<Row>], rows: [Row], count: Int,
        query: TableQuery, visit: Visit, export: Link? = nil, emptyState: HTML,
        form: String? = nil
    ) {
        self.id = id
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.count = count
        self.query = query
        self.visit = visit
        self.export = export
        self.emptyState = emptyState
        self.form = form
    }

    package var html: HTML {
        if rows.isEmpty {
            return """
                <div id="\(id)" class="empty" role="status">\(carried)\(emptyState)</div>
                """
        }
        return """
            <div id="\(id)">\(carried)
            \(isExcerpt ? .empty : tools)
            <div class="scroll" tabindex="0">
            <table class="list">
            <caption class="hidden">\(caption)</caption>
            <thead\(moving)><tr>\(columns.map(head))</tr></thead>
            <tbody>
            \(rows.map(line))
            </tbody>
            \(totals)
            </table>
            </div>
            \(isExcerpt ? .empty : paging.html)
            </div>
            """
    }

    /// What of the address the filter's own fields do not say.
    private var carried: HTML {
        guard let form else { return .empty }
        return .joined(
            ["sort", "size"].compactMap { name in
                visit.query[name].map { value in
                    """
                    <input type="hidden" form="\(form)" name="\(name)" value="\(value)">
                    """
                }
            })
    }

    /// Has the links within fetch this table alone.
    private var moving: HTML {
        """
         hx-boost="true" hx-target="#\(id)" hx-select="#\(id)" hx-swap="outerHTML show:none"
        """
    }

    private var tools: HTML {
        let window = query.window(of: count)
        let shown = visit.t(.rowsShown(window.lowerBound + 1, window.upperBound, of: count))
        let export = export.map { link -> HTML in
            "<a href=\"\(link)\" download>\(visit.t(.exportCSV))</a>"
        }
        return "<p class=\"tools\"><span role=\"status\">\(shown)</span> \(export)</p>"
    }

    private func head(_ column: Column<Row>) -> HTML {
        let shape: HTML = column.isNumber ? " class=\"num\"" : ""
        let unit = column.unit.map { unit -> HTML in " <small>\(visit.t.data(unit))</small>" }
        let title: HTML = "\(visit.t(column.title))\(unit)"
        guard column.sorts else { return "<th scope=\"col\"\(shape)>\(title)</th>" }
        let isSorted = query.sort == column.key
        let order: HTML =
            !isSorted
            ? ""
            : query.descending ? " aria-sort=\"descending\"" : " aria-sort=\"ascending\""
        let next = isSorted && !query.descending ? "-" + column.key : column.key
        var asked = visit.query.without("page")
        asked["sort"] = next
        return
            """
            <th scope="col"\(shape)\(order)>\
            <a id="\(id)-by-\(column.key)" href="\(visit.here(asked))">\(title)</a></th>
            """
    }

    private func line(_ row: Row) -> HTML {
        let cells = columns.map { column -> HTML in
            let shape: HTML = column.isNumber ? " class=\"num\"" : ""
            let value = column.html(row)
            if column.isHeading { return "<th scope=\"row\"\(shape)>\(value)</th>" }
            return "<td\(shape) data-label=\"\(visit.t(column.title))\">\(value)</td>"
        }
        return "<tr>\(cells)</tr>\n"
    }

    private var totals: HTML {
        guard columns.contains(where: { $0.total != nil }) else { return .empty }
        let cells = columns.map { column -> HTML in
            let shape: HTML = column.isNumber ? " class=\"num\"" : ""
            return "<td\(shape) data-label=\"\(visit.t(column.title))\">\(column.total)</td>"
        }
        return "<tfoot><tr>\(cells)</tr></tfoot>"
    }

    private var paging: TablePaging {
        TablePaging(id: id, query: query, count: count, visit: visit, moving: moving)
    }
}
