import Foundation
import Sheets
import Testing

@Suite("Writing workbooks")
struct WorkbookWriterTests {
    private func written(
        constantMemory: Bool = true, _ write: (WorkbookWriter) throws -> Void
    ) throws -> [UInt8] {
        let scratch = try Scratch()
        let url = scratch.folder.appending(path: "a.xlsx")
        let writer = try WorkbookWriter(url, created: 0, constantMemory: constantMemory)
        try write(writer)
        try writer.close()
        return Array(try Data(contentsOf: url))
    }

    @Test("Typed cells are read back as what they are, with every digit")
    func typed() throws {
        let bytes = try written { writer in
            let sheet = try writer.addSheet("项目 & 投资")
            let date = CellStyle { $0.numberFormat = "yyyy-mm-dd" }
            try sheet.write(
                [
                    .text("=1+1"), .number("12.5"), .date(year: 2024, month: 10, day: 15),
                    .boolean(true), .blank, .number("-0.01"), .number("123456789012345678"),
                ], styles: [nil, nil, date, nil])
            sheet.skipRow()
            try sheet.write([.text("a_x000D_b\u{1}\n <&>\"é大连😀"), .number("999999999999.999")])
            try sheet.write([.link("https://example.org/?a=1&b=2", text: "看")])
        }
        let rows = try readWorkbook(bytes).rows
        #expect(try Workbook(.bytes(bytes)).sheets.map(\.name) == ["项目 & 投资"])
        #expect(
            rows[0].cells == [
                .text("=1+1"), .number(CellNumber(digits: "12.5")), .date("2024-10-15"),
                .boolean(true), .blank, .number(CellNumber(digits: "-0.01")),
                .text("123456789012345678"),
            ])
        #expect(rows.map(\.number) == [1, 3, 4])
        #expect(rows[1].cells.map(\.text) == ["a_x000D_b\u{1}\n <&>\"é大连😀", "999999999999.999"])
        #expect(rows[2].cells.map(\.text) == ["看"])
    }

    @Test("The same content makes the same file")
    func reproducible() throws {
        let files = try (0..<2).map { _ in
            try written { try $0.addSheet("a").write([.text("x"), .number("1")]) }
        }
        #expect(files[0] == files[1])
    }

    @Test("Areas are merged, in constant memory those of one row")
    func merges() throws {
        let tall = MergedArea(rows: 1...2, columns: 1...3)
        let bytes = try written(constantMemory: false) { try $0.addSheet("a").merge(tall, "通报") }
        let read = try readWorkbook(bytes)
        #expect(read.merges == [tall])
        #expect(read.rows[0].cells == [.text("通报")])
        let flat = MergedArea(rows: 1...1, columns: 1...3)
        let constant = try written { writer in
            let sheet = try writer.addSheet("a")
            #expect(throws: SheetWriteError.self) { try sheet.merge(tall, "通报") }
            try sheet.merge(flat, "通报")
            try sheet.write([.text("x")])
        }
        #expect(try readWorkbook(constant).merges == [flat])
        #expect(try readWorkbook(constant).rows.map { $0.cells[0].text } == ["通报", "x"])
    }

    @Test("Hidden rows and sheets are hidden")
    func hidden() throws {
        let bytes = try written { writer in
            let sheet = try writer.addSheet("a")
            try sheet.write([.text("x")], isHidden: true)
            try sheet.write([.text("y")], height: 30)
            try writer.addSheet("b").hide()
        }
        #expect(try readWorkbook(bytes).rows.map(\.isHidden) == [true, false])
        #expect(try Workbook(.bytes(bytes)).sheets.map(\.isHidden) == [false, true])
    }

    @Test("What no workbook can hold is refused")
    func refused() throws {
        for name in ["", "a/b", String(repeating: "x", count: 32), "a[b]"] {
            #expect(throws: SheetWriteError.self) { _ = try written { _ = try $0.addSheet(name) } }
        }
        _ = try written { writer in
            let sheet = try writer.addSheet("a")
            #expect(throws: SheetWriteError.self) { _ = try writer.addSheet("A") }
            for text in [String(repeating: "x", count: 40_000), "a\u{0}b"] {
                #expect(throws: SheetWriteError.self) { try sheet.write([.text(text)]) }
            }
        }
        let nowhere = URL(filePath: "/nonexistent/a.xlsx")
        let writer = try WorkbookWriter(nowhere, created: 0)
        try writer.addSheet("a").write([.text("x")])
        #expect(throws: SheetWriteError.self) { try writer.close() }
    }

    @Test(
        "openpyxl finds types, formats, widths, panes, lists, links and merged cells",
        .enabled(if: PythonPackages.areHere, "openpyxl is not installed: scripts/setup-tests.sh"))
    func openpyxl() throws {
        let scratch = try Scratch()
        let url = scratch.folder.appending(path: "a.xlsx")
        let writer = try WorkbookWriter(url, created: 0)
        let sheet = try writer.addSheet("填报")
        sheet.setColumn(2, width: 24)
        sheet.freeze(rows: 1, columns: 1)
        let head = CellStyle {
            $0.isBold = true
            $0.fill = 0xDDEEFF
        }
        try sheet.write([.text("地区"), .text("金额")], styles: [head])
        try sheet.offer(
            .init(
                sheet: "选 项", column: 28, count: 2, title: "地区", message: "从列表中选", isStrict: true),
            column: 1, rows: 2...500)
        let money = CellStyle { $0.numberFormat = "#,##0.00" }
        try sheet.write(
            [.link("https://example.org/", text: "中山区"), .number("1234.5")], styles: [nil, money])
        try sheet.merge(MergedArea(rows: 3...3, columns: 1...2), "合计")
        try writer.addSheet("选 项").write([.text("中山区")])
        try writer.close()
        let program = """
            import openpyxl, sys
            book = openpyxl.load_workbook(sys.argv[1])
            s = book["填报"]
            v = s.data_validations.dataValidation[0]
            print(s["A1"].font.b, s["A1"].fill.fgColor.rgb, s["B2"].value, s["B2"].number_format,
                s.column_dimensions["B"].width > 20, s.freeze_panes, s["A2"].hyperlink.target,
                s.merged_cells.ranges, v.sqref, v.formula1, v.prompt, v.errorStyle, sep="|")
            """
        let said = String(decoding: try PythonPackages.run(program, [url.path]), as: UTF8.self)
        #expect(
            said
                == "True|FFDDEEFF|1234.5|#,##0.00|True|B2|https://example.org/|{<MergedCellRange "
                + "A3:B3>}|A2:A500|'选 项'!$AB$1:$AB$2|从列表中选|None\n")
    }
}
