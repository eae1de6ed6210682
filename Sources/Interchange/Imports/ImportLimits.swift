package import Sheets

/// What an import takes of a sheet before it is refused, and how much it tells of what is wrong.
package struct ImportLimits: Sendable {
    /// Of the sheet's rows and cells, as it is read.
    package var sheet: SheetLimits
    /// Cells of the whole sheet.
    package var cells: Int
    /// After so many problems the rest is not looked at; a note says so.
    package var issues: Int

    package init(sheet: SheetLimits, cells: Int, issues: Int) {
        self.sheet = sheet
        self.cells = cells
        self.issues = issues
    }

    /// At the machine itself: everything is read and everything is told.
    package static let atTheMachine = ImportLimits(
        sheet: SheetLimits(), cells: .max, issues: .max)

    /// From others, several at once: 100,000 rows of 40 columns.
    package static let fromOthers = ImportLimits(
        sheet: SheetLimits(fieldBytes: 1 << 17, columns: 1_024, rows: 200_000),
        cells: 4_000_000, issues: 5_000)
}

/// Counts the cells of a sheet while it is read.
struct CellCount {
    let limit: Int
    private var count = 0
    private var widest = 0
    private var bytes = 0
    /// Bytes of text for each cell allowed.
    private static let bytesPerCell = 64

    init(_ limit: Int) { self.limit = limit }

    mutating func add(_ row: Row) throws(SheetError) {
        // A row is made as wide as the head; a blank one is passed over.
        widest = max(widest, row.cells.count)
        count += row.isBlank ? row.cells.count : widest
        for case .text(let text) in row.cells { bytes += text.utf8.count }
        guard count > limit || bytes / Self.bytesPerCell > limit else { return }
        throw SheetError(
            .tooLarge, at: row.place(), zh: "单元格超过 \(limit) 个，或文字过多；请拆分文件",
            en: "more than \(limit) cells, or too much text in them; split the file")
    }
}
