/// How a cell looks. Cells without one look as the spreadsheet program likes.
package struct CellStyle: Sendable, Hashable {
    package enum Alignment: Sendable {
        case left, center, right
    }

    package var isBold = false
    package var isItalic = false
    package var wraps = false
    package var hasBorder = false
    package var alignment: Alignment?
    /// Of the text; 0xRRGGBB.
    package var color: UInt32?
    /// Behind the text; 0xRRGGBB.
    package var fill: UInt32?
    /// Points.
    package var fontSize: Int?
    package var font: String?
    /// As spreadsheet programs write it: `#,##0.00`, `yyyy-mm-dd`, `@` for text.
    package var numberFormat: String?

    package init() {}

    package init(_ set: (inout CellStyle) -> Void) { set(&self) }
}
