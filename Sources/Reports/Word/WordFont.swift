/// The faces of official documents, each with the one that stands in where it is not installed.
enum WordFont: String, CaseIterable {
    /// Titles and the issuer's mark.
    case title = "方正小标宋简体"
    case body = "仿宋_GB2312"
    /// Headings of the first level.
    case heading = "黑体"
    case subheading = "楷体_GB2312"
    /// Page numbers.
    case number = "宋体"

    /// Word looks for one alternative only, of at most 31 characters.
    var alternative: String {
        switch self {
        case .title: "宋体"
        case .body: "仿宋"
        case .heading: "SimHei"
        case .subheading: "楷体"
        case .number: "SimSun"
        }
    }

    /// The classification by which a reader without either picks one that is near.
    private var family: (name: String, panose: String) {
        switch self {
        case .title, .number: ("roman", "02010600030101010101")
        case .body, .subheading: ("modern", "02010609060101010101")
        case .heading: ("swiss", "02010609060101010101")
        }
    }

    static var table: Markup {
        let fonts = allCases.map { font -> Markup in
            """
            <w:font w:name="\(font.rawValue)"><w:altName w:val="\(font.alternative)"/>\
            <w:panose1 w:val="\(font.family.panose)"/><w:charset w:val="86"/>\
            <w:family w:val="\(font.family.name)"/><w:pitch w:val="variable"/></w:font>
            """
        }
        return """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:fonts xmlns:w="\(WordDocument.namespace)">\(fonts)</w:fonts>
            """
    }
}
