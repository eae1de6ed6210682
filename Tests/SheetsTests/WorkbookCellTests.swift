import Sheets
import Testing

@Suite("Cells of a workbook")
struct WorkbookCellTests {
    @Test("Texts are joined out of their runs, without what tells how they are pronounced")
    func texts() throws {
        // Given shared, inline and formula texts, plain and in runs.
        var workbook = MadeWorkbook(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
            <c r="C1" t="inlineStr"><is><r><t>甲</t></r>
            <r><t xml:space="preserve"> 乙</t></r></is></c>
            <c r="D1" t="str"><f>A1&amp;"x"</f><v>甲&amp;x</v></c>
            <c r="E1" t="inlineStr"><is><t>a_x000D_b_x005F_c_xD83D__xDE00_</t></is></c>
            <c r="F1" t="s"><v>2</v></c><c r="G1" t="inlineStr"><is><t/></is></c></row>
            """)
        workbook.texts =
            "<si><t>大连 &lt;市&gt;</t></si><si><r><rPr><b/></rPr><t>东</t></r><r><t>京</t></r>"
            + "<rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></si>"
            + "<si><t/></si>"
        // Then each is one text, and an empty one is a blank cell.
        #expect(
            try cells(workbook) == [
                .text("大连 <市>"), .text("东京"), .text("甲 乙"), .text("甲&x"),
                .text("a\rb_c😀"),
            ])
    }

    @Test("Booleans, errors and the kept values of formulas are what they are")
    func kinds() throws {
        let workbook = MadeWorkbook(
            """
            <row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#DIV/0!</v></c>
            <c r="C1"><f>1+1</f><v>2</v></c><c r="D1"><f>1+1</f></c><c r="E1" s="0"/>
            <c r="F1" t="str"><f>""</f><v></v></c><c r="G1" t="d"><v>2024-10-15T00:00:00</v></c>
            <c r="H1" t="b"><f>TRUE()</f><v>0</v></c></row>
            """)
        #expect(
            try cells(workbook) == [
                .boolean(true), .error("#DIV/0!"), .number(CellNumber(digits: "2")),
                .error(Cell.uncalculated), .blank, .blank, .date("2024-10-15"), .boolean(false),
            ])
    }

    @Test(
        "Numbers keep their exact digits, without the traces of binary fractions",
        arguments: [
            ("12.5", "12.5"), ("-0.05", "-0.05"), ("0", "0"), ("-0", "0"), ("007", "7"),
            ("12.50", "12.5"), ("1E-4", "0.0001"), ("1.5E+3", "1500"),
            ("1E+20", "100000000000000000000"),
            ("1.1000000000000001", "1.1"), ("0.30000000000000004", "0.3"),
            ("1234567.8900000001", "1234567.89"), ("0.99999999999999989", "1"),
            ("123456789012345678", "123456789012345678"), (" 5 ", "5"), ("+5", "5"),
            ("0.33333333333333331", "0.33333333333333331"), ("5.", "5"), (".5", "0.5"),
            ("4.9999999999999998E-3", "0.005"), ("1e308", "1" + String(repeating: "0", count: 308)),
        ])
    func numbers(written: String, expected: String) throws {
        let workbook = MadeWorkbook("<row r=\"1\"><c r=\"A1\"><v>\(written)</v></c></row>")
        #expect(try cells(workbook).map(\.text) == [expected])
    }

    @Test("A number is told to be mended only where another double was meant")
    func mended() throws {
        let rows = ["1.1000000000000001", "0.30000000000000004", "0.1"].map {
            "<c><v>\($0)</v></c>"
        }
        let mended = try cells(MadeWorkbook("<row>\(rows.joined())</row>")).map { cell in
            if case .number(let number) = cell { number.isMended } else { false }
        }
        #expect(mended == [false, true, false])
    }

    @Test(
        "Formats tell dates, times and percentages from numbers",
        arguments: [
            ("45580", "yyyy\"年\"m\"月\"d\"日\"", "2024-10-15"),
            ("45566", "yyyy\"年\"m\"月\"", "2024-10"),
            ("45580", "yyyy\"年\"m\"月\"", "2024-10-15"), ("45292", "yyyy", "2024"),
            ("45580.4375", "yyyy/m/d h:mm;@", "2024-10-15T10:30:00"),
            ("45580", "yyyy/m/d h:mm", "2024-10-15"),
            ("0.4375", "h\"时\"mm\"分\"", "10:30:00"), ("45580", "[$-804]aaaa", "2024-10-15"),
            ("45580", "[$-409]d-mmm-yy;@", "2024-10-15"), ("1.5", "[h]:mm:ss", "1.5"),
            ("0.125", "0.0%", "12.5%"), ("0.125", "0.0\"%\"", "0.125"),
            ("12.5", "[Red]0.00", "12.5"),
            ("45580", "#,##0.00_ ;[Red]\\-#,##0.00\\ ", "45580"), ("12345", "0!.0,\"万元\"", "12345"),
            ("45580", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "2024-10-15"),
            ("2", "\"第\"0\"日\"", "2"),
            ("45580", "0.00E+00", "45580"), ("45580", "General", "45580"), ("45580", "@", "45580"),
            ("45580.5", "上午/下午h\"时\"mm\"分\"", "12:00:00"), ("0.5", "h:mm AM/PM", "12:00:00"),
            ("45580", "e\"年\"m\"月\"d\"日\"", "2024-10-15"), ("1", "yyyy-mm-dd", "1900-01-01"),
            ("59", "yyyy-mm-dd", "1900-02-28"), ("60", "yyyy-mm-dd", "1900-02-29"),
            ("61", "yyyy-mm-dd", "1900-03-01"), ("2958465", "yyyy-mm-dd", "9999-12-31"),
            ("2958466", "yyyy-mm-dd", "2958466"), ("-1", "yyyy-mm-dd", "-1"),
            ("45580.999999", "yyyy-mm-dd", "2024-10-16"),
        ])
    func formats(value: String, code: String, expected: String) throws {
        var workbook = MadeWorkbook("<row><c s=\"1\"><v>\(value)</v></c></row>")
        workbook.setFormats([code])
        #expect(try cells(workbook).map(\.text) == [expected])
    }

    @Test("Dates of the epoch of 1904 are counted from there")
    func epoch() throws {
        var workbook = MadeWorkbook(
            "<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>44118</v></c><c s=\"1\"><v>60</v></c></row>")
        workbook.setFormats(["yyyy-mm-dd"])
        workbook.properties = "<workbookPr date1904=\"1\"/>"
        #expect(try cells(workbook).map(\.text) == ["1904-01-01", "2024-10-15", "1904-03-01"])
    }

    @Test("A number of two shown decimals keeps its last zero for those who ask")
    func padded() throws {
        var workbook = MadeWorkbook("<row><c s=\"1\"><v>2024.1</v></c><c><v>2024.1</v></c></row>")
        workbook.setFormats(["0.00_ "])
        let padded = try cells(workbook).map { cell in
            if case .number(let number) = cell { number.padded } else { "" }
        }
        #expect(padded == ["2024.10", "2024.1"])
    }
}
