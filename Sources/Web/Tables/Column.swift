/// One column of a table: its head, what a row shows in it, and what the row exports.
package struct Column<Row>: Sendable where Row: Sendable {
    /// Stands in addresses and exports.
    package var key: String
    package var title: Phrase
    /// Stands in the head, never in the cells: `亿元`.
    package var unit: String?
    package var isNumber = false
    package var sorts = false
    /// The name of the row: its cell is a row heading.
    package var isHeading = false
    package var html: @Sendable (Row) -> HTML
    package var text: @Sendable (Row) -> String
    package var total: HTML?

    package init(
        _ key: String, _ title: Phrase, unit: String? = nil, isNumber: Bool = false,
        sorts: Bool = false, isHeading: Bool = false, total: HTML? = nil,
        text: @escaping @Sendable (Row) -> String,
        html: (@Sendable (Row) -> HTML)? = nil
    ) {
        self.key = key
        self.title = title
        self.unit = unit
        self.isNumber = isNumber
        self.sorts = sorts
        self.isHeading = isHeading
        self.total = total
        self.text = text
        self.html = html ?? { HTML(escaping: text($0)) }
    }
}
