import Foundation
import Reports
import Testing

@Suite("Workbooks")
struct WorkbookTests {
    @Test("a cell holds a number only where the file gives back that very number")
    func exactness() {
        for text in ["0", "0.5", "-12.75", "106.25128725896", "0.666666666667", "110.00"] {
            #expect(Workbook.Cell.exact(text) == Double(text))
        }
        for text in ["1234567.123456789012", "0.12345678901234567", "x", ""] {
            #expect(Workbook.Cell.exact(text) == nil)
        }
    }

    @Test("numbers of headings are written as documents write them")
    func ordinals() {
        #expect(
            [1, 2, 9, 10, 11, 19, 20, 21, 99].map(ChineseNumber.text)
                == ["一", "二", "九", "十", "十一", "十九", "二十", "二十一", "九十九"])
        #expect(ChineseNumber.text(100) == "100")
    }

    @Test("an archive gives back its entries, the empty ones too")
    func archive() throws {
        let entries = [
            Archive.Entry(name: "a", bytes: []),
            Archive.Entry(name: "b/c", bytes: Array("内容".utf8)),
        ]
        let bytes = try Archive.packed(entries)
        let again = try Archive.packed(entries)
        #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]) && bytes == again)
    }

    @Test(
        "the columns of a table are together as wide as the text, however many there are",
        arguments: 0...30)
    func widths(marks: Int) {
        typealias Column = BulletinText.Column
        let kinds: [Column.Kind] = [.rank, .unit, .total, .movement]
        let columns =
            kinds.map { Column(kind: $0, head: "") }
            + (0..<marks).map { Column(kind: .mark, head: "\($0 + 1)") }
            + [Column(kind: .adjustment, head: ""), Column(kind: .reason, head: "")]
        for language in ReportLanguage.allCases {
            let widths = BulletinColumns(columns, in: language).widths
            #expect(abs(widths.reduce(0, +) - 156) < 0.001)
            #expect(widths.allSatisfy { $0 > 2 })
        }
    }
}
