/// The paragraph styles of a bulletin, under their Chinese names in the style list.
enum WordStyle: String, CaseIterable {
    case normal = "Normal"
    case mark = "IssuerMark"
    case number = "DocumentNumber"
    case title = "Title"
    case notice = "Notice"
    case body = "Body"
    case heading = "Heading1"
    case head = "TableHead"
    case cell = "TableCell"
    case reason = "TableReason"
    case note = "Note"
    case signature = "Signature"
    case page = "PageNumber"

    private var name: String {
        switch self {
        case .normal: "Normal"
        case .mark: "发文机关标志"
        case .number: "发文字号"
        case .title: "Title"
        case .notice: "须知"
        case .body: "公文正文"
        case .heading: "heading 1"
        case .head: "表格表头"
        case .cell: "表格文字"
        case .reason: "表格说明"
        case .note: "附注"
        case .signature: "署名日期"
        case .page: "页码"
        }
    }

    private var font: WordFont {
        switch self {
        case .mark, .title: .title
        case .heading, .head: .heading
        case .notice: .subheading
        case .page: .number
        default: .body
        }
    }

    /// 2号 is 22 points, 3号 16, 4号 14, 小五 9.
    private var size: Double {
        switch self {
        case .mark: 36
        case .title: 22
        case .normal, .number, .body, .heading, .signature: 16
        case .page: 14
        case .notice: 12
        case .cell: 10
        case .reason, .note: 9
        case .head: 8
        }
    }

    private var paragraph: Markup {
        switch self {
        case .normal: "\(spacing(28))<w:jc w:val=\"both\"/>"
        case .mark: "\(spacing(48))<w:jc w:val=\"center\"/>"
        case .number:
            // The red rule stands 4 mm below the number.
            """
            <w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="FF0000"/></w:pBdr>\
            \(spacing(28, before: 6))<w:jc w:val="center"/>
            """
        case .title:
            "<w:keepNext/>\(spacing(34, before: 22, after: 12))<w:jc w:val=\"center\"/>"
        case .notice: "\(spacing(18, after: 4))<w:jc w:val=\"center\"/>"
        case .body:
            """
            \(spacing(28))<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>
            """
        case .heading:
            """
            <w:keepNext/>\(spacing(28, before: 4))\
            <w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="left"/>\
            <w:outlineLvl w:val="0"/>
            """
        case .head: "\(spacing(11))<w:jc w:val=\"center\"/>"
        case .cell: "\(spacing(13))<w:jc w:val=\"center\"/>"
        case .reason:
            "\(spacing(12))<w:ind w:left=\"40\" w:right=\"20\"/><w:jc w:val=\"left\"/>"
        case .note: "\(spacing(13))<w:jc w:val=\"left\"/>"
        case .signature:
            """
            <w:keepLines/>\(spacing(28))<w:ind w:rightChars="200" w:right="640"/>\
            <w:jc w:val="right"/>
            """
        case .page: "\(spacing(16))<w:ind w:left=\"280\" w:right=\"280\"/>"
        }
    }

    /// Line spacing exact, so that every reader makes the same pages of it.
    private func spacing(_ line: Double, before: Double = 0, after: Double = 0) -> Markup {
        """
        <w:spacing w:before="\(WordLength.points(before).twips)" \
        w:after="\(WordLength.points(after).twips)" \
        w:line="\(WordLength.points(line).twips)" w:lineRule="exact"/>
        """
    }

    private var definition: Markup {
        let isDefault: Markup = self == .normal ? " w:default=\"1\"" : ""
        let base: Markup = self == .normal ? "" : "<w:basedOn w:val=\"Normal\"/>"
        let color: Markup = self == .mark ? "<w:color w:val=\"FF0000\"/>" : ""
        let halves = Int(size * 2)
        return """
            <w:style w:type="paragraph"\(isDefault) w:styleId="\(rawValue)">\
            <w:name w:val="\(name)"/>\(base)<w:qFormat/>\
            <w:pPr>\(paragraph)</w:pPr><w:rPr>\(WordStyle.fonts(font))\(color)\
            <w:sz w:val="\(halves)"/><w:szCs w:val="\(halves)"/></w:rPr></w:style>
            """
    }

    static func fonts(_ font: WordFont) -> Markup {
        """
        <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" \
        w:eastAsia="\(font.rawValue)" w:hint="eastAsia"/>
        """
    }

    /// Latin words are English in either language: as Chinese, numbers would be broken in two.
    static var sheet: Markup {
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:styles xmlns:w="\(WordDocument.namespace)"><w:docDefaults><w:rPrDefault><w:rPr>\
        \(fonts(.body))<w:sz w:val="32"/><w:szCs w:val="32"/>\
        <w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>\
        <w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>\
        \(allCases.map(\.definition))\
        <w:style w:type="table" w:default="1" w:styleId="TableNormal">\
        <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:tblPr>\
        <w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="28" w:type="dxa"/>\
        <w:right w:w="28" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>
        """
    }
}
