/// An XLSX workbook: its sheets by name, and the rows of each as a stream.
package struct Workbook {
    package struct Sheet: Sendable, Equatable {
        package var name: String
        /// Among all sheets, from 1.
        package var position: Int
        package var isHidden: Bool
        /// Nil for a sheet without cells: a chart.
        fileprivate var part: String?

        package var hasCells: Bool { part != nil }
    }

    package let sheets: [Sheet]
    private let archive: Archive
    private let limits: WorkbookLimits
    private let cellLimits: SheetLimits
    private let dates: SerialDate
    private let formats: [NumberFormat]
    private let textsPart: String?

    /// Reads what a workbook says of itself, and no cell.
    package init(
        _ source: SheetSource, limits: WorkbookLimits = WorkbookLimits(),
        cells: SheetLimits = SheetLimits()
    ) throws(SheetError) {
        try FileKind.requireWorkbook(source)
        let archive = try Archive(source, limits)
        let main = try Self.mainPart(archive, limits)
        let part = WorkbookPart(limits)
        try XMLStream(try archive.entry(main), part, limits).run()
        let relationships = try Self.relationships(of: main, archive, limits)
        let byID = Dictionary(relationships.map { ($0.id, $0) }) { first, _ in first }
        var sheets: [Sheet] = []
        for (index, sheet) in part.sheets.enumerated() {
            guard let target = byID[sheet.relationship] else {
                throw .partMissing("“\(sheet.name)”")
            }
            sheets.append(
                Sheet(
                    name: sheet.name, position: index + 1, isHidden: sheet.isHidden,
                    part: target.kind == "worksheet" ? target.part : nil))
        }
        guard !sheets.isEmpty else { throw .partMissing("sheets") }
        self.sheets = sheets
        self.archive = archive
        self.limits = limits
        cellLimits = cells
        dates = SerialDate(is1904: part.is1904)
        let styles = relationships.first { $0.kind == "styles" }?.part
        formats =
            try styles.map { part throws(SheetError) in
                let styles = StylesPart(limits)
                try XMLStream(try archive.entry(part), styles, limits).run()
                return styles.formats
            } ?? []
        textsPart = relationships.first { $0.kind == "sharedStrings" }?.part
    }

    /// The rows of a sheet, with the shared strings read before the first.
    package func rows(of sheet: Sheet) throws(SheetError) -> WorkbookReader {
        guard let part = sheet.part else {
            throw SheetError(
                .sheetUnknown, zh: "“\(sheet.name)”是图表，没有单元格",
                en: "\"\(sheet.name)\" is a chart and has no cells")
        }
        var texts: SharedStrings?
        if let textsPart {
            let read = SharedStrings(limits, cellLimits)
            try XMLStream(try archive.entry(textsPart), read, limits).run()
            texts = read
        }
        let rows = SheetRows(
            CellValues(texts: texts, formats: formats, dates: dates), cellLimits, limits)
        return WorkbookReader(
            try XMLStream(try archive.entry(part), rows, limits), rows, limits)
    }

    private static func relationships(
        of part: String, _ archive: Archive, _ limits: WorkbookLimits
    ) throws(SheetError) -> [Relationships.Target] {
        let handler = Relationships(of: part)
        let entry = try archive.entry(Relationships.name(of: part))
        try XMLStream(entry, handler, limits).run()
        return handler.targets
    }

    private static func mainPart(
        _ archive: Archive, _ limits: WorkbookLimits
    ) throws(SheetError) -> String {
        if let other = otherKind(archive) { throw other }
        var main: String?
        if archive.contains("_rels/.rels") {
            let targets = try relationships(of: "", archive, limits)
            main = targets.first { $0.kind == "officeDocument" }?.part
        }
        let name = main ?? "xl/workbook.xml"
        guard archive.contains(name) else {
            if archive.contains("[Content_Types].xml") { throw .partMissing(name) }
            throw .notWorkbook("普通压缩包", "an archive of other files")
        }
        return name
    }

    private static func otherKind(_ archive: Archive) -> SheetError? {
        if archive.contains("xl/workbook.bin") { return .otherWorkbook("XLSB") }
        if archive.contains("word/document.xml") { return .notWorkbook(" Word 文档", "a Word file") }
        if archive.contains("ppt/presentation.xml") {
            return .notWorkbook("演示文稿", "a presentation")
        }
        let isOpenDocument = archive.contains("content.xml") && archive.contains("mimetype")
        return isOpenDocument ? .otherWorkbook("ODS") : nil
    }
}
