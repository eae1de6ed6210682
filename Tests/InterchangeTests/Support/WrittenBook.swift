import Foundation
import Interchange
import Sheets

/// A workbook written for one test.
func workbook(
    constantMemory: Bool = false, _ write: (WorkbookWriter) throws -> Void
) throws -> [UInt8] {
    let url = FileManager.default.temporaryDirectory.appending(
        path: "saima-book-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: url) }
    let writer = try WorkbookWriter(url, created: 0, constantMemory: constantMemory)
    try write(writer)
    try writer.close()
    return Array(try Data(contentsOf: url))
}

extension SheetWriter {
    /// A row of texts, numbers where they look like numbers, blanks where they are empty.
    func row(_ cells: [String], hidden: Bool = false, style: CellStyle? = nil) throws {
        let typed = cells.map { cell -> WrittenCell in
            if cell.isEmpty { return .blank }
            return Double(cell) == nil ? .text(cell) : .number(cell)
        }
        try write(typed, styles: [style], isHidden: hidden)
    }
}
