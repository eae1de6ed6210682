import Sheets
import Testing

@Suite("Encodings of text files")
struct EncodingTests {
    /// 项目,大连 in GB18030.
    private let chinese: [UInt8] = [
        0xCF, 0xEE, 0xC4, 0xBF, 0x2C, 0xB4, 0xF3, 0xC1, 0xAC, 0x0A,
    ]

    @Test("GB18030 is recognised and read")
    func gb18030() throws {
        let reader = try CSVReader(.bytes(chinese))
        #expect(reader.encoding == .gb18030)
        #expect(try read(bytes: chinese).first?.cells == [.text("项目"), .text("大连")])
    }

    @Test("GB18030 characters survive the edge of a piece, four-byte ones too")
    func pieces() throws {
        // Given cells of two-byte and four-byte characters over several pieces of the file.
        let word: [UInt8] = [0xD6, 0xD0, 0x81, 0x39, 0xEF, 0x30, 0x41]
        let bytes = Array([[UInt8]](repeating: word, count: 40_001).joined())
        // When they are read.
        let rows = try read(bytes: bytes, encoding: .gb18030, delimiter: .comma)
        // Then each character is there.
        let text = rows.first?.cells.first?.text ?? ""
        #expect(rows.count == 1)
        #expect(text.unicodeScalars.count == 3 * 40_001)
        #expect(text.unicodeScalars.filter { $0 == "中" }.count == 40_001)
    }

    @Test("Windows-1252 is recognised and read, and its undefined bytes are refused")
    func windows1252() throws {
        let bytes = Array("caf".utf8) + [0xE9, 0x2C, 0x80, 0x35] + Array("\n".utf8)
        #expect(try CSVReader(.bytes(bytes)).encoding == .windows1252)
        #expect(try read(bytes: bytes).first?.cells == [.text("café"), .text("€5")])
        let error = #expect(throws: SheetError.self) {
            try read(
                bytes: Array("a,b\nc,".utf8) + [0x81], encoding: .windows1252, delimiter: .comma)
        }
        #expect(error?.code == .invalidBytes)
        #expect(error?.place == SheetPlace(row: 2, line: 2, column: 2))
    }

    @Test("A byte order mark is not part of the first header")
    func byteOrderMark() throws {
        let rows = try read(bytes: [0xEF, 0xBB, 0xBF] + Array("名称,b\n".utf8))
        #expect(rows.first?.cells == [.text("名称"), .text("b")])
    }

    @Test("UTF-8 with a damaged byte stays UTF-8 and is refused, not read as something else")
    func damaged() {
        let bytes = Array("“a”,“b”\n“c”,".utf8) + [0xE2, 0x28] + Array("\n".utf8)
        let error = #expect(throws: SheetError.self) { try read(bytes: bytes) }
        #expect(error?.code == .invalidBytes)
        #expect(error?.place?.row == 2)
    }

    @Test("A broken end of GB18030 is refused")
    func brokenEnd() {
        let error = #expect(throws: SheetError.self) {
            try read(bytes: chinese + [0xB4], encoding: .gb18030, delimiter: .comma)
        }
        #expect(error?.code == .invalidBytes)
    }

    @Test("Workbooks and UTF-16 are refused with what to do")
    func notText() {
        for bytes in [[0x50, 0x4B, 0x03, 0x04, 0x00], [0xFF, 0xFE, 0x41, 0x00]] as [[UInt8]] {
            let error = #expect(throws: SheetError.self) { try read(bytes: bytes) }
            #expect(error?.code == .notText)
            #expect(error?.en.contains("save it as") == true)
        }
    }

    @Test("Bytes that fit no encoding ask for one")
    func unknown() {
        let error = #expect(throws: SheetError.self) { try read(bytes: [0x41, 0x81, 0x20, 0x8D]) }
        #expect(error?.code == .encodingUnknown)
    }
}
