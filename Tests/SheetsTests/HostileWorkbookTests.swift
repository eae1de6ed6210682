import Foundation
import Sheets
import Testing

@Suite("Workbooks that are damaged or built to harm")
struct HostileWorkbookTests {
    private static let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

    /// Why a file is refused; nil where it is read.
    private func refusal(
        of bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits(),
        cells: SheetLimits = SheetLimits()
    ) -> SheetError? {
        do throws(SheetError) {
            let workbook = try Workbook(.bytes(bytes), limits: limits, cells: cells)
            var reader = try workbook.rows(of: workbook.sheets[0])
            while try reader.next() != nil {}
            return nil
        } catch {
            return error
        }
    }

    private func good() -> [MadeArchive.Entry] { MadeWorkbook(Self.row).entries() }

    private func code(_ entries: [MadeArchive.Entry]) -> SheetError.Code? {
        refusal(of: MadeArchive(entries).bytes())?.code
    }

    private func code(_ rows: String, behind: String = "") -> SheetError.Code? {
        refusal(of: MadeWorkbook(rows, behind: behind).bytes())?.code
    }

    @Test("A good one is read, packed or not, so that every refusal below has its own reason")
    func goodOnes() throws {
        #expect(code(good()) == nil)
        #expect(code(try good().map { try $0.packed() }) == nil)
    }

    @Test("A part that unpacks to a thousand times its size is refused before it is unpacked")
    func bomb() throws {
        let zeros = [UInt8](repeating: 0x20, count: 8 << 20)
        var entries = good()
        entries[entries.count - 1] = try .init("xl/worksheets/sheet1.xml", zeros).packed()
        #expect(code(entries) == .archiveHostile)
        // Nor is one that lies about it: what comes beyond the stated size stops it.
        entries[entries.count - 1].unpacked = 1_000
        #expect(code(entries) == .archiveHostile)
    }

    @Test("Entries that lie over each other, and two of one name, are refused")
    func overlapping() throws {
        var entries = good()
        var twin = entries[0]
        twin.name = "xl/copy.xml"
        twin.offset = 0
        #expect(code(entries + [twin]) == .archiveDamaged)
        twin.name = entries[0].name
        #expect(code(entries + [twin]) == .archiveHostile)
        // Given an entry whose bytes are another entry, header and all.
        let inner = MadeArchive([.init("xl/b.xml", "x")]).bytes()
        let outer = MadeArchive.Entry("a", Array(inner.prefix(39)))
        var shadow = MadeArchive.Entry("xl/b.xml", "x")
        shadow.offset = 31
        entries.insert(outer, at: 0)
        #expect(code(entries + [shadow]) == .archiveHostile)
    }

    @Test(
        "Names that point out of the archive are refused",
        arguments: ["../evil.xml", "/etc/passwd", "xl/../../a", "C:/a", "xl\\a"])
    func climbing(name: String) {
        #expect(code(good() + [.init(name, "x")]) == .archiveHostile)
        #expect(code(good() + [.init("a\u{0}b", "x")]) == .archiveHostile)
    }

    @Test("A DOCTYPE is refused in every part, and no entity is ever replaced")
    func entities() {
        let bomb = """
            <?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">
            <!ENTITY c SYSTEM "file:///etc/passwd">]><worksheet>&b;&c;</worksheet>
            """
        for index in good().indices.dropFirst() {
            var entries = good()
            entries[index] = .init(entries[index].name, bomb)
            #expect(code(entries) == .doctype, "\(entries[index].name)")
        }
        #expect(code("<row><c t=\"inlineStr\"><is><t>&a;</t></is></c></row>") == .partDamaged)
    }

    @Test("Dimensions, indexes and merged areas beyond any sheet are not believed")
    func absurd() {
        let huge = "<dimension ref=\"A1:XFD1048576\"/>"
        var workbook = MadeWorkbook(Self.row)
        workbook.sheets[0].xml = workbook.sheets[0].xml
            .replacing("<sheetData>", with: huge + "<sheetData>")
        #expect(refusal(of: workbook.bytes()) == nil)
        let cells = [
            "<row r=\"99999999999999999999\"/>", "<row r=\"0\"/>", "<row r=\"x\"/>",
            "<row r=\"2\"/><row r=\"2\"/>", "<row r=\"1\"><c r=\"XFE1\"/></row>",
            "<row r=\"1\"><c r=\"ZZZZZZZZ1\"/></row>", "<row r=\"1\"><c r=\"A2\"/></row>",
            "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", "<row><c t=\"s\"><v>0</v></c></row>",
            "<row><c t=\"s\"><v>99999999999999999999999</v></c></row>",
            "<row><c><v>twelve</v></c></row>", "<row><c t=\"q\"><v>1</v></c></row>",
            "<row><c t=\"b\"><v>7</v></c></row>", "<row><c><v>1e999999</v></c></row>",
            "<row><c><v>5E-9223372036854775808</v></c></row>",
        ]
        for rows in cells { #expect(code(rows) == .cellDamaged, "\(rows)") }
        for area in ["A0:B1", "B1:A1", "A1:XFE1", "A1:B2:C3", "A1:", ""] {
            let merges = "<mergeCells><mergeCell ref=\"\(area)\"/></mergeCells>"
            #expect(code(Self.row, behind: merges) == .cellDamaged, "\(area)")
        }
        var styled = MadeWorkbook("<row><c s=\"99\"><v>1</v></c></row>")
        styled.setFormats([])
        #expect(refusal(of: styled.bytes())?.code == .cellDamaged)
    }

    @Test("Nesting, tags, filling, texts, rows and columns have their bounds")
    func bounds() {
        let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
        #expect(code(deep) == .archiveHostile)
        let attributes = (0..<20_000).map { "a\($0)=\"1>\"" }.joined(separator: " ")
        #expect(code("<row \(attributes)/>") == .archiveHostile)
        var limits = WorkbookLimits()
        limits.fillerBytes = 1 << 20
        let filler = "<!--" + String(repeating: "'x\" ", count: 1 << 19) + "-->"
        #expect(
            refusal(of: MadeWorkbook(filler + Self.row).bytes(), limits: limits)?.code
                == .archiveHostile)
        #expect(code(filler + Self.row) == nil)
        let few = SheetLimits(fieldBytes: 8, columns: 2, rows: 2)
        let rows = [
            "<row r=\"3\"/>": SheetError.Code.tooManyRows,
            "<row><c r=\"C1\"><v>1</v></c></row>": .tooManyColumns,
            "<row><c t=\"inlineStr\"><is><t>123456789</t></is></c></row>": .fieldTooLong,
        ]
        for (xml, code) in rows {
            #expect(refusal(of: MadeWorkbook(xml).bytes(), cells: few)?.code == code)
        }
        // A blank cell with a style, far to the right, is no column.
        #expect(
            refusal(of: MadeWorkbook("<row><c r=\"XFD1\" s=\"0\"/></row>").bytes(), cells: few)
                == nil)
    }

    @Test("A directory of more entries than there can be is refused before it is read")
    func entries() {
        var archive = MadeArchive(good())
        archive.statedEntries = 60_000
        #expect(refusal(of: archive.bytes())?.code == .archiveHostile)
        archive.statedEntries = good().count + 1
        #expect(refusal(of: archive.bytes())?.code == .archiveDamaged)
        var limits = WorkbookLimits()
        limits.fileBytes = 100
        #expect(
            refusal(of: MadeArchive(good()).bytes(), limits: limits)?.code == .tooLarge)
    }

    @Test("A missing part is named")
    func missing() {
        for name in ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"] {
            let error = refusal(of: MadeArchive(good().filter { $0.name != name }).bytes())
            #expect(error?.code == .partMissing)
            #expect(error?.en.contains(name) == true)
        }
    }

    @Test("A wrong checksum is found, wherever the byte was changed")
    func checksum() throws {
        for pack in [false, true] {
            var entries = try good().map { pack ? try $0.packed() : $0 }
            entries[entries.count - 1].crc ^= 1
            #expect(code(entries) == .archiveDamaged)
        }
    }

    @Test("A file cut short anywhere is refused")
    func truncated() {
        let bytes = MadeArchive(good()).bytes()
        for count in 0..<bytes.count {
            #expect(refusal(of: Array(bytes.prefix(count))) != nil, "\(count)")
        }
    }

    @Test("No change of bytes makes the reader crash")
    func changed() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(state: seed)
        var workbook = MadeWorkbook(
            Self.row + "<row r=\"5\"><c r=\"B5\" t=\"s\" s=\"1\"><v>0</v></c></row>",
            behind: "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>")
        workbook.texts = "<si><r><t>甲</t></r></si>"
        workbook.setFormats(["yyyy-mm-dd"])
        let whole = workbook.entries()
        for _ in 0..<300 {
            // Bytes of the archive, and bytes of a part under its right checksum.
            var bytes = MadeArchive(whole).bytes()
            bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= .random(
                in: 1...255, using: &random)
            _ = refusal(of: bytes)
            var entries = whole
            let part = Int.random(in: 0..<entries.count, using: &random)
            var inner = entries[part].bytes
            inner[Int.random(in: 0..<inner.count, using: &random)] = .random(
                in: 0...255, using: &random)
            entries[part] = .init(entries[part].name, inner)
            _ = refusal(of: MadeArchive(entries).bytes())
        }
        #expect(refusal(of: MadeArchive(whole).bytes()) == nil, "seed \(seed)")
    }

    @Test("Encrypted, older and other files are recognised and told what to do")
    func otherFiles() {
        var locked = good()
        locked[1].flags = 1
        #expect(code(locked) == .encrypted)
        var strange = good()
        strange[1].method = 12
        #expect(code(strange) == .archiveDamaged)
        #expect(code([.init("xl/workbook.bin", "x")]) == .otherWorkbook)
        #expect(code([.init("mimetype", "x"), .init("content.xml", "x")]) == .otherWorkbook)
        #expect(code([.init("word/document.xml", "x")]) == .notWorkbook)
        #expect(code([.init("inner.zip", MadeArchive(good()).bytes())]) == .notWorkbook)
        let texts = [
            "": SheetError.Code.notWorkbook, "a,b\n": .notWorkbook, "%PDF-1.7": .notWorkbook,
            "<html><table>": .notWorkbook, "PK\u{3}\u{4}": .archiveDamaged,
            "<?xml?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">":
                .otherWorkbook,
        ]
        for (text, code) in texts {
            #expect(refusal(of: Array(text.utf8))?.code == code, "\(text)")
        }
        #expect(refusal(of: Self.compoundFile("Workbook"))?.code == .otherWorkbook)
        #expect(refusal(of: Self.compoundFile("EncryptedPackage"))?.code == .encrypted)
        #expect(refusal(of: Array(Self.compoundFile("Workbook").prefix(100))) != nil)
    }

    /// An OLE file of a header and one directory sector that names a stream.
    private static func compoundFile(_ stream: String) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 1_024)
        bytes.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        bytes[30] = 9
        for (index, unit) in stream.utf16.enumerated() {
            bytes[512 + 128 + index * 2] = UInt8(unit)
        }
        return bytes
    }
}
