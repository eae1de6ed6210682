import Testing
import Web

@Suite struct HTMLTests {
    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x",
        "&lt;b&gt;", "</title></textarea>", "javascript:alert(1)", "]]><!--", "\0<b>",
        "甘井子区<b>", "\u{202E}abc", "e\u{301}<", "<\u{338}b>",
    ]

    @Test(
        "What is interpolated can close neither an element nor a quoted attribute",
        arguments: hostile)
    func escapes(text: String) {
        let html: HTML = "<a title=\"\(text)\" data-x='\(text)'>\(text)</a>"
        let inner = html.text.dropFirst("<a title=\"".count).dropLast("</a>".count)
        let pieces = inner.unicodeScalars.filter { "<>\"'\0".unicodeScalars.contains($0) }
        #expect(String(String.UnicodeScalarView(pieces)) == "\"''>")
    }

    @Test("Escaping works on scalars, so a combining mark cannot hide an angle bracket")
    func combiningMark() {
        #expect(HTML(escaping: "<\u{338}").text == "&lt;\u{338}")
    }

    @Test("Markup stays markup when it is put into markup")
    func nesting() {
        let cells: [HTML] = ["<td>\("a&b")</td>", "<td>\(7)</td>"]
        let row: HTML = "<tr>\(cells)\(HTML?.none)</tr>"
        #expect(row.text == "<tr><td>a&amp;b</td><td>7</td></tr>")
        #expect(HTML.joined(["<i></i>", "<b></b>"], by: ", ").text == "<i></i>, <b></b>")
    }

    @Test(
        "A segment of a path cannot leave its place",
        arguments: [
            ("a/b", "/projects/a%2Fb"), ("?x=1", "/projects/%3Fx%3D1"),
            ("甲 乙", "/projects/%E7%94%B2%20%E4%B9%99"),
            ("#", "/projects/%23"), ("\"'<>", "/projects/%22%27%3C%3E"),
            ("P-1_2.3~", "/projects/P-1_2.3~"),
        ])
    func segments(id: String, expected: String) {
        let link: Link = "/projects/\(id)"
        #expect(link.text == expected)
    }

    @Test("A query keeps its order, its Chinese and its repeated names through a round trip")
    func queries() {
        let query = Query(parsing: "q=%E4%B8%AD%E5%B1%B1+%E5%8C%BA&x=1&x=2&=no&bad=%ZZ&empty=")
        #expect(query.items.map(\.name) == ["q", "x", "x", "empty"])
        #expect(query["q"] == "中山 区")
        #expect(query["empty"] == nil)
        #expect(Query(parsing: query.text) == query)
        #expect(query.with("x", "3").items.map(\.value) == ["中山 区", "3", ""])
        #expect(Link("/p").with(query.without("x")).at("二").text.hasSuffix("%BA#%E4%BA%8C"))
    }
}
