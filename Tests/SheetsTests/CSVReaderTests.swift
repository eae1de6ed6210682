import Foundation
import Sheets
import Testing

@Suite("Reading CSV")
struct CSVReaderTests {
    @Test("Quoted cells keep delimiters, quotes and line breaks, and rows keep their line")
    func quotedCells() throws {
        let rows = try read("a,b\r\n\"x, \"\"y\"\"\",\"one\r\ntwo\"\r\nlast,\r\n")
        #expect(
            rows == [
                Row(number: 1, line: 1, cells: [.text("a"), .text("b")]),
                Row(number: 2, line: 2, cells: [.text("x, \"y\""), .text("one\r\ntwo")]),
                Row(number: 3, line: 4, cells: [.text("last"), .blank]),
            ])
    }

    @Test("CR, LF and CRLF end rows alike", arguments: ["\r", "\n", "\r\n"])
    func lineEnds(end: String) throws {
        let rows = try read("a,b" + end + "c,d" + end + end + "e,f")
        #expect(rows.map(\.line) == [1, 2, 3, 4])
        #expect(rows.map { $0.cells.map(\.text) } == [["a", "b"], ["c", "d"], [], ["e", "f"]])
    }

    @Test("An empty file has no rows, and a final line break makes none")
    func ends() throws {
        #expect(try read("").isEmpty)
        #expect(try read("a").count == 1)
        #expect(try read("a\n").count == 1)
        #expect(try read("\"\"\n") == [Row(number: 1, line: 1, cells: [.blank])])
    }

    @Test("A quote inside an unquoted cell stands for itself")
    func innerQuote() throws {
        #expect(try read("6\" pipe,x\n").first?.cells == [.text("6\" pipe"), .text("x")])
    }

    @Test("An unterminated quote is refused where it opens")
    func unterminated() {
        let error = failure("a,b\nc,\"d\ne,f\n")
        #expect(error?.code == .unterminatedQuote)
        #expect(error?.place == SheetPlace(row: 2, line: 2, column: 2))
    }

    @Test("Text after a closing quote is refused with its place")
    func textAfterQuote() {
        let error = failure("a\n\"b\"c\n")
        #expect(error?.code == .textAfterQuote)
        #expect(error?.place == SheetPlace(row: 2, line: 2, column: 1))
    }

    @Test("A NUL byte is refused with its place")
    func nul() {
        let error = failure(bytes: Array("a,b\nc,".utf8) + [0] + Array("\n".utf8))
        #expect(error?.code == .nulByte)
        #expect(error?.place == SheetPlace(row: 2, line: 2, column: 2))
    }

    @Test("Invalid UTF-8 is refused with its row, column and bytes")
    func invalidBytes() {
        let good = Array("市,é\n\"x\ny\",".utf8)
        let error = failure(bytes: good + [0x41, 0xFF, 0x42])
        #expect(error?.code == .invalidBytes)
        #expect(error?.place == SheetPlace(row: 2, line: 3, column: 2))
        #expect(error?.en.contains("FF") == true)
    }

    @Test("Cells, columns and rows are bounded")
    func bounds() {
        let limits = SheetLimits(fieldBytes: 3, columns: 2, rows: 2)
        #expect(failure("abcd", limits: limits)?.code == .fieldTooLong)
        #expect(failure("a,b,c", limits: limits)?.code == .tooManyColumns)
        #expect(failure("a\nb\nc", limits: limits)?.code == .tooManyRows)
        #expect(failure("a,bcde", limits: limits)?.place?.column == 2)
    }

    @Test("After an error nothing more is read")
    func afterError() throws {
        var reader = try CSVReader(.bytes(Array("\"a\"b\nc\n".utf8)))
        #expect(throws: SheetError.self) { try reader.next() }
        #expect(try reader.next() == nil)
    }

    @Test("A file that is not there is an error, not a crash")
    func missing() {
        let error = #expect(throws: SheetError.self) {
            try CSVReader(.file(.init(filePath: "/nowhere/at/all.csv")))
        }
        #expect(error?.code == .unreadableFile)
    }

    @Test(
        "The delimiter is found in the first rows",
        arguments: [
            ("a,b\n\"1;2\",3\n", Delimiter.comma), ("a;b\n1,5;2,5\n", .semicolon),
            ("a\tb\n1,0\t2\n", .tab), ("a|b\n1|2\n", .bar), ("alone\nx\n", .comma),
            ("title\na;b;c\n1;2;3,0\n", .semicolon), ("", .comma),
        ])
    func delimiters(text: String, expected: Delimiter) throws {
        #expect(try CSVReader(.bytes(Array(text.utf8))).delimiter == expected)
    }

    private func failure(_ text: String, limits: SheetLimits = SheetLimits()) -> SheetError? {
        failure(bytes: Array(text.utf8), limits: limits)
    }

    private func failure(bytes: [UInt8], limits: SheetLimits = SheetLimits()) -> SheetError? {
        do {
            _ = try read(bytes: bytes, delimiter: .comma, limits: limits)
            return nil
        } catch {
            return error
        }
    }
}

func read(_ text: String) throws(SheetError) -> [Row] {
    try read(bytes: Array(text.utf8), delimiter: .comma)
}

func read(
    bytes: [UInt8], encoding: TextEncoding? = nil, delimiter: Delimiter? = nil,
    limits: SheetLimits = SheetLimits()
) throws(SheetError) -> [Row] {
    var reader = try CSVReader(
        .bytes(bytes), encoding: encoding, delimiter: delimiter, limits: limits)
    var rows: [Row] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
}
