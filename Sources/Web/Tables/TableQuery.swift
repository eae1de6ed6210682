/// How a table is to be shown, as its address says it: `sort=-total&page=3&size=100`.
package struct TableQuery: Sendable, Equatable {
    package var sort: String?
    package var descending = false
    /// From 1.
    package var page = 1
    package var size = TableQuery.standardSize

    package static let standardSize = 50
    package static let sizes = [20, 50, 100, 200]

    /// What cannot be read is shown as if it had not been asked: an address is typed by people.
    package init(_ query: Query, sortable: [String], sort standard: String? = nil) {
        var key = query["sort"] ?? standard ?? ""
        let descending = key.hasPrefix("-")
        if descending { key.removeFirst() }
        if sortable.contains(key) {
            sort = key
            self.descending = descending
        }
        if let page = query["page"].flatMap({ Int($0) }), page > 0 { self.page = page }
        if let size = query["size"].flatMap({ Int($0) }), Self.sizes.contains(size) {
            self.size = size
        }
    }

    /// The places of the rows on this page among `count`; a page past the end is the last one.
    package func window(of count: Int) -> Range<Int> {
        let pages = pageCount(of: count)
        let start = (min(page, pages) - 1) * size
        return start..<min(count, start + size)
    }

    package func pageCount(of count: Int) -> Int {
        max(1, (count + size - 1) / size)
    }
}
