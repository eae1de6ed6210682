/// The way to the other pages of a table, and how many rows each has.
struct TablePaging {
    /// The table's own.
    let id: String
    let query: TableQuery
    /// Of all pages.
    let count: Int
    let visit: Visit
    /// Has the links fetch the table alone.
    var moving = HTML.empty

    var html: HTML {
        let pages = query.pageCount(of: count)
        guard pages > 1 else { return .empty }
        let now = min(query.page, pages)
        let near = Set([1, now - 1, now, now + 1, pages]).filter { (1...pages).contains($0) }
        var links: [HTML] = []
        var last = 0
        for number in near.sorted() {
            if number > last + 1 { links.append("<li aria-hidden=\"true\">…</li>") }
            links.append("<li>\(pageLink(number, isCurrent: number == now))</li>")
            last = number
        }
        let name = visit.t(.pages)
        return """
            <nav class="paging" aria-label="\(name)"\(moving)><ol>\(links)</ol>\(sizes)</nav>
            """
    }

    private func pageLink(_ number: Int, isCurrent: Bool) -> HTML {
        let link = visit.here(visit.query.with("page", number == 1 ? nil : String(number)))
        let current: HTML = isCurrent ? " aria-current=\"page\"" : ""
        let name = visit.t(.page(number))
        return """
            <a id="\(id)-page-\(number)" href="\(link)" aria-label="\(name)"\(current)>\
            \(visit.t.count(number))</a>
            """
    }

    /// How many rows a page has.
    private var sizes: HTML {
        let links = TableQuery.sizes.map { size -> HTML in
            if size == query.size { return "<b>\(size)</b>" }
            let standard = size == TableQuery.standardSize
            var asked = visit.query.without("page")
            asked["size"] = standard ? nil : String(size)
            return "<a id=\"\(id)-of-\(size)\" href=\"\(visit.here(asked))\">\(size)</a>"
        }
        return "<p class=\"small\">\(visit.t(.rowsAPage)) \(HTML.joined(links, by: " "))</p>"
    }
}
