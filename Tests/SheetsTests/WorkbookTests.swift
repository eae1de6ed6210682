import Foundation
import Sheets
import Testing

@Suite("Sheets and rows of a workbook")
struct WorkbookTests {
    @Test("Sheets come in the order of their tabs, hidden ones marked")
    func sheets() throws {
        var workbook = MadeWorkbook("<row><c><v>1</v></c></row>")
        let second = MadeWorkbook.sheet("<row><c><v>2</v></c></row>")
        workbook.sheets.append(("说明 &amp; 注", "hidden", second))
        workbook.sheets.append(("底稿", "veryHidden", second))
        let sheets = try Workbook(.bytes(workbook.bytes())).sheets
        #expect(sheets.map(\.name) == ["表一", "说明 & 注", "底稿"])
        #expect(sheets.map(\.isHidden) == [false, true, true])
        #expect(sheets.map(\.position) == [1, 2, 3])
        #expect(try readWorkbook(workbook.bytes(), sheet: 2).rows.map { $0.cells[0].text } == ["2"])
    }

    @Test("Rows keep their numbers over gaps, and hidden ones are marked")
    func rows() throws {
        let workbook = MadeWorkbook(
            """
            <row r="2"><c r="B2"><v>1</v></c></row>
            <row r="5" hidden="1"><c r="A5"><v>2</v></c></row>
            <row><c><v>3</v></c></row><row r="1048576"/>
            """)
        let rows = try readWorkbook(workbook.bytes()).rows
        #expect(rows.map(\.number) == [2, 5, 6, 1_048_576])
        #expect(rows.map(\.isHidden) == [false, true, false, false])
        #expect(rows[0].cells == [.blank, .number(CellNumber(digits: "1"))])
        #expect(rows[3].isBlank)
    }

    @Test("Merged areas are known once the rows are read")
    func merges() throws {
        let workbook = MadeWorkbook(
            "<row><c><v>1</v></c></row>",
            behind: "<mergeCells count=\"2\"><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"C2:E2\"/>"
                + "</mergeCells>")
        #expect(
            try readWorkbook(workbook.bytes()).merges == [
                MergedArea(rows: 1...3, columns: 1...1), MergedArea(rows: 2...2, columns: 3...5),
            ])
    }

    @Test("After an error nothing more is read")
    func afterError() throws {
        let workbook = try Workbook(
            .bytes(MadeWorkbook("<row r=\"1\"/><row r=\"1\"/>").bytes()))
        var reader = try workbook.rows(of: workbook.sheets[0])
        #expect(throws: SheetError.self) { while try reader.next() != nil {} }
        #expect(try reader.next() == nil)
    }

    @Test("A file that is not there is an error, not a crash")
    func notThere() {
        #expect(throws: SheetError.self) {
            _ = try Workbook(.file(.init(filePath: "/nonexistent/a.xlsx")))
        }
    }
}
