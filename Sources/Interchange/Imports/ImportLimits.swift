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

    init(_ limit: Int) { self.limit = limit }

    mutating func add(_ row: Row) throws(SheetError) {
        count += row.cells.count
        guard count > limit else { return }
        throw SheetError(
            .tooLarge, at: row.place(), zh: "单元格超过 \(limit) 个；请拆分文件",
            en: "more than \(limit) cells; split the file")
    }
}
