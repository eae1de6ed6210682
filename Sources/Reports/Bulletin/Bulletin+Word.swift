import Rulebook

extension Bulletin {
    /// The bulletin as a DOCX document, laid out by GB/T 9704-2012. The 版头 is drawn closer than
    /// the standard's, so that three groups stand on two pages.
    package func docx(in language: ReportLanguage = .zh) throws(ArchiveError) -> [UInt8] {
        let text = text(in: language)
        let document = WordDocument(
            title: text.title, creator: text.issuer, created: head.date.description,
            language: language, body: BulletinDocument(text: text).body)
        return try document.packed()
    }
}

/// Sets a bulletin's text as paragraphs and tables.
private struct BulletinDocument {
    let text: BulletinText

    var body: Markup {
        var parts = [
            paragraph(.mark, text.issuer, run: markSize),
            paragraph(.number, text.number ?? ""),
            paragraph(.title, text.title),
        ]
        if let notice = text.notice { parts.append(paragraph(.notice, notice)) }
        parts.append(paragraph(.body, text.opening))
        if let legend = text.legend { parts.append(paragraph(.note, legend)) }
        for table in text.tables {
            parts.append(paragraph(.heading, table.heading))
            parts.append(BulletinTable(table: table, language: text.language).markup)
        }
        for section in text.sections {
            parts.append(paragraph(.heading, section.heading))
            parts.append(paragraph(.body, section.paragraph))
        }
        for (place, note) in text.notes.enumerated() {
            parts.append(paragraph(.note, numbered(note, place)))
        }
        parts.append(paragraph(.signature, text.issuer, properties: aboveSignature))
        parts.append(paragraph(.signature, text.date))
        return parts.reduce(.empty, +)
    }

    private var aboveSignature: Markup {
        "<w:keepNext/><w:spacing w:before=\"\(WordLength.points(14).twips)\"/>"
    }

    private func numbered(_ note: String, _ place: Int) -> String {
        let head = place == 0 ? text.language.of(zh: "注：", en: "Notes: ") : ""
        return "\(head)\(place + 1). \(note)"
    }

    /// The issuer's name on one line: 36 points, or as much as the width has room for.
    private var markSize: Markup {
        let ems = text.issuer.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x2E80 ? 0.55 : 1) }
        let room = OfficialPage.textWidth / 25.4 * 72 / max(1, ems)
        let halves = Int(min(36, max(12, room)) * 2)
        return "<w:rPr><w:sz w:val=\"\(halves)\"/><w:szCs w:val=\"\(halves)\"/></w:rPr>"
    }

    private func paragraph(
        _ style: WordStyle, _ text: String, run: Markup = "", properties: Markup = ""
    ) -> Markup {
        """
        <w:p><w:pPr><w:pStyle w:val="\(style.rawValue)"/>\(properties)</w:pPr><w:r>\(run)\
        <w:t xml:space="preserve">\(text)</w:t></w:r></w:p>
        """
    }
}

/// Sets one group's table: rows that do not break, kept together on a page, under heads that are
/// repeated where they cannot be.
private struct BulletinTable {
    let table: BulletinText.Table
    let language: ReportLanguage

    private var hasTwoHeads: Bool { table.columns.contains { $0.over != nil } }

    var markup: Markup {
        let widths = columnWidths
        let grid = widths.map { width -> Markup in "<w:gridCol w:w=\"\(width)\"/>" }
        let rows = table.rows.enumerated().map { place, cells in
            row(cells, widths, isLast: place == table.rows.count - 1)
        }
        let line: Markup = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\""
        let borders: Markup = """
            <w:top \(line)/><w:left \(line)/><w:bottom \(line)/><w:right \(line)/>\
            <w:insideH \(line)/><w:insideV \(line)/>
            """
        return """
            <w:tbl><w:tblPr><w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/>\
            <w:jc w:val="center"/><w:tblBorders>\(borders)</w:tblBorders>\
            <w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="11" w:type="dxa"/>\
            <w:right w:w="11" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0420"/></w:tblPr>\
            <w:tblGrid>\(grid)</w:tblGrid>\(heads(widths))\(rows)</w:tbl>
            """
    }

    private var columnWidths: [Int] {
        BulletinColumns(table.columns, in: language).widths.map {
            WordLength.millimetres($0).twips
        }
    }

    private func heads(_ widths: [Int]) -> Markup {
        let properties: Markup = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        guard hasTwoHeads else {
            let cells = zip(table.columns, widths).map { cell($0.head, $1) }
            return "<w:tr>\(properties)\(cells)</w:tr>"
        }
        var upper: [Markup] = []
        var lower: [Markup] = []
        for span in table.spans {
            let width = span.range.reduce(0) { $0 + widths[$1] }
            if let over = span.over {
                upper.append(cell(over, width, span: span.range.count))
                lower += span.range.map { cell(table.columns[$0].head, widths[$0]) }
            } else {
                let head = table.columns[span.range.lowerBound].head
                upper.append(cell(head, width, merge: "restart"))
                lower.append(cell("", width, merge: "continue"))
            }
        }
        return "<w:tr>\(properties)\(upper)</w:tr><w:tr>\(properties)\(lower)</w:tr>"
    }

    private func row(_ cells: [String], _ widths: [Int], isLast: Bool) -> Markup {
        let set = zip(zip(cells, table.columns), widths).map { cell, width in
            self.cell(
                cell.0, width, style: cell.1.kind == .reason ? .reason : .cell,
                keepsNext: !isLast)
        }
        return """
            <w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="\(WordLength.millimetres(6.6).twips)" \
            w:hRule="atLeast"/></w:trPr>\(set)</w:tr>
            """
    }

    private func cell(
        _ text: String, _ width: Int, style: WordStyle = .head, span: Int = 1,
        merge: String? = nil, keepsNext: Bool = true
    ) -> Markup {
        let spanning: Markup = span > 1 ? "<w:gridSpan w:val=\"\(span)\"/>" : ""
        let merging: Markup = merge.map { "<w:vMerge w:val=\"\($0)\"/>" } ?? ""
        let keeping: Markup = keepsNext ? "<w:keepNext/>" : ""
        return """
            <w:tc><w:tcPr><w:tcW w:w="\(width)" w:type="dxa"/>\(spanning)\(merging)\
            <w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="\(style.rawValue)"/>\
            \(keeping)</w:pPr><w:r><w:t xml:space="preserve">\(text)</w:t></w:r></w:p>\
            </w:tc>
            """
    }
}
