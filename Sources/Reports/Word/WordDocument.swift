/// The parts of a WordprocessingML package (ECMA-376), ready to be packed.
struct WordDocument {
    static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let relations =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packageRelations =
        "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let main =
        "application/vnd.openxmlformats-officedocument.wordprocessingml"
    private static let header: Markup =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    var title: String
    var creator: String
    /// ISO day; the document's own date, so that the same bulletin is the same file.
    var created: String
    var language: ReportLanguage
    /// Paragraphs and tables.
    var body: Markup

    func packed() throws(ArchiveError) -> [UInt8] {
        try Archive.packed(
            parts.map { Archive.Entry(name: $0.name, bytes: Array($0.content.text.utf8)) })
    }

    private var parts: [(name: String, content: Markup)] {
        [
            ("[Content_Types].xml", contentTypes), ("_rels/.rels", packageLinks),
            ("docProps/core.xml", core), ("word/document.xml", document),
            ("word/_rels/document.xml.rels", documentLinks),
            ("word/styles.xml", WordStyle.sheet),
            ("word/settings.xml", settings), ("word/fontTable.xml", WordFont.table),
            ("word/footer1.xml", footer(alignment: "right")),
            ("word/footer2.xml", footer(alignment: "left")),
        ]
    }

    private var contentTypes: Markup {
        let kinds = [
            ("document", "document.main"), ("styles", "styles"), ("settings", "settings"),
            ("fontTable", "fontTable"), ("footer1", "footer"), ("footer2", "footer"),
        ]
        let overrides = kinds.map { part, kind -> Markup in
            "<Override PartName=\"/word/\(part).xml\" ContentType=\"\(Self.main).\(kind)+xml\"/>"
        }
        return """
            \(Self.header)<Types \
            xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/docProps/core.xml" \
            ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
            \(overrides)</Types>
            """
    }

    private var packageLinks: Markup {
        """
        \(Self.header)<Relationships xmlns="\(Self.packageRelations)">\
        <Relationship Id="rId1" Type="\(Self.relations)/officeDocument" \
        Target="word/document.xml"/><Relationship Id="rId2" \
        Type="\(Self.packageRelations)/metadata/core-properties" Target="docProps/core.xml"/>\
        </Relationships>
        """
    }

    private var documentLinks: Markup {
        let targets = [
            ("rId1", "styles", "styles"), ("rId2", "settings", "settings"),
            ("rId3", "fontTable", "fontTable"), ("rId4", "footer", "footer1"),
            ("rId5", "footer", "footer2"),
        ]
        let links = targets.map { id, kind, part -> Markup in
            """
            <Relationship Id="\(id)" Type="\(Self.relations)/\(kind)" Target="\(part).xml"/>
            """
        }
        return """
            \(Self.header)<Relationships xmlns="\(Self.packageRelations)">\(links)</Relationships>
            """
    }

    private var core: Markup {
        """
        \(Self.header)<cp:coreProperties \
        xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>\(title)</dc:title>\
        <dc:creator>\(creator)</dc:creator><dc:language>\(language.tag)</dc:language>\
        <dcterms:created xsi:type="dcterms:W3CDTF">\(created)T00:00:00Z</dcterms:created>\
        <dcterms:modified xsi:type="dcterms:W3CDTF">\(created)T00:00:00Z</dcterms:modified>\
        </cp:coreProperties>
        """
    }

    /// Page numbers stand outside: right on odd pages, left on even ones.
    private var settings: Markup {
        """
        \(Self.header)<w:settings xmlns:w="\(Self.namespace)"><w:zoom w:percent="100"/>\
        <w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>\
        <w:compatSetting w:name="compatibilityMode" \
        w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
        <w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>
        """
    }

    private func footer(alignment: String) -> Markup {
        """
        \(Self.header)<w:ftr xmlns:w="\(Self.namespace)"><w:p><w:pPr>\
        <w:pStyle w:val="PageNumber"/><w:jc w:val="\(alignment)"/></w:pPr>\
        <w:r><w:t xml:space="preserve">— </w:t></w:r>\
        <w:r><w:fldChar w:fldCharType="begin"/></w:r>\
        <w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>\
        <w:r><w:fldChar w:fldCharType="end"/></w:r>\
        <w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>
        """
    }

    private var document: Markup {
        typealias Page = OfficialPage
        return """
            \(Self.header)<w:document xmlns:w="\(Self.namespace)" xmlns:r="\(Self.relations)">\
            <w:body>\(body)<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>\
            <w:footerReference w:type="even" r:id="rId5"/>\
            <w:pgSz w:w="\(Page.width.twips)" w:h="\(Page.height.twips)"/>\
            <w:pgMar w:top="\(Page.top.twips)" w:right="\(Page.right.twips)" \
            w:bottom="\(Page.bottom.twips)" w:left="\(Page.left.twips)" w:header="850" \
            w:footer="\(Page.footer.twips)" w:gutter="0"/></w:sectPr></w:body></w:document>
            """
    }
}
