import Sheets

/// A workbook of one sheet or several, put together from XML.
struct MadeWorkbook {
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    var sheets: [(name: String, state: String, xml: String)]
    /// The items of the shared strings; nil: the part is not there.
    var texts: String?
    var styles: String?
    var properties = ""

    /// - Parameter rows: what stands in `sheetData`.
    init(_ rows: String, behind: String = "") {
        sheets = [("表一", "visible", Self.sheet(rows, behind))]
    }

    static func sheet(_ rows: String, _ behind: String = "") -> String {
        "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData>\(behind)</worksheet>"
    }

    /// A style for each format code; style 0 is General.
    mutating func setFormats(_ codes: [String]) {
        let formats = codes.enumerated().map { index, code in
            let escaped = code.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
                .replacing("<", with: "&lt;")
            return "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(escaped)\"/>"
        }
        let cells = codes.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
        styles =
            "<styleSheet xmlns=\"\(Self.main)\"><numFmts>\(formats.joined())</numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/>\(cells.joined())</cellXfs></styleSheet>"
    }

    func entries() -> [MadeArchive.Entry] {
        let types = MadeArchive.Entry(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
        let root = MadeArchive.Entry(
            "_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")]))
        var links = sheets.indices.map { index in
            ("s\(index)", "worksheet", "worksheets/sheet\(index + 1).xml")
        }
        var entries = [types, root]
        if let styles {
            links.append(("st", "styles", "styles.xml"))
            entries.append(.init("xl/styles.xml", styles))
        }
        if let texts {
            links.append(("ss", "sharedStrings", "/xl/sharedStrings.xml"))
            entries.append(
                .init("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(texts)</sst>"))
        }
        let names = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\""
                + " r:id=\"s\(index)\"/>"
        }
        entries.append(
            .init(
                "xl/workbook.xml",
                "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">\(properties)<sheets>"
                    + names.joined() + "</sheets></workbook>"))
        entries.append(.init("xl/_rels/workbook.xml.rels", relationships(links)))
        for (index, sheet) in sheets.enumerated() {
            entries.append(.init("xl/worksheets/sheet\(index + 1).xml", sheet.xml))
        }
        return entries
    }

    func bytes() -> [UInt8] { MadeArchive(entries()).bytes() }

    private func relationships(_ links: [(id: String, kind: String, part: String)]) -> String {
        let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
        let all = links.map { link in
            "<Relationship Id=\"\(link.id)\" Type=\"\(Self.office)/\(link.kind)\" "
                + "Target=\"\(link.part)\"/>"
        }
        return "<Relationships xmlns=\"\(namespace)\">\(all.joined())</Relationships>"
    }
}

/// Every row of the sheet at a position.
func readWorkbook(_ bytes: [UInt8], sheet: Int = 1, limits: SheetLimits = SheetLimits())
    throws -> (rows: [Row], merges: [MergedArea])
{
    let workbook = try Workbook(.bytes(bytes), cells: limits)
    var reader = try workbook.rows(of: workbook.sheets[sheet - 1])
    var rows: [Row] = []
    while let row = try reader.next() { rows.append(row) }
    return (rows, reader.merges)
}

/// The cells of a workbook's only row.
func cells(_ workbook: MadeWorkbook) throws -> [Cell] {
    try readWorkbook(workbook.bytes()).rows.first?.cells ?? []
}
