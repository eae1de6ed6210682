extension Bulletin {
    /// Where a page's stylesheet stands.
    package enum Stylesheet: Sendable {
        /// In the page itself, which is then complete as one file.
        case within
        /// At an address, where a policy forbids it in the page.
        case at(String)
    }

    /// A link above the sheet of paper, which does not print.
    package struct Way: Sendable {
        package var text: String
        package var address: String
        /// Of what it leads to, where that is another than the page's.
        package var language: ReportLanguage?

        package init(_ text: String, _ address: String, language: ReportLanguage? = nil) {
            self.text = text
            self.address = address
            self.language = language
        }
    }

    /// The stylesheet of a bulletin's page: a sheet of paper on the screen, and the same on paper.
    package static let stylesheet = String(
        decoding: PackageResources.bulletin_css, as: UTF8.self)

    /// A whole HTML document. It prints as the DOCX does, on A4.
    package func html(
        in language: ReportLanguage = .zh, stylesheet: Stylesheet = .within, icon: String? = nil,
        ways: [Way] = []
    ) -> String {
        let text = text(in: language)
        let style: Markup =
            switch stylesheet {
            // Only what could end the element would have to be escaped, and there is none.
            case .within: "<style>\n\(Markup(trusted: Bulletin.stylesheet))</style>"
            case .at(let address): "<link rel=\"stylesheet\" href=\"\(address)\">"
            }
        let mark = icon.map { "\n<link rel=\"icon\" href=\"\($0)\">" as Markup } ?? .empty
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="\(language.tag)"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(text.title)</title>
            \(style)\(mark)
            </head><body>
            \(Bulletin.bar(ways, language))\(BulletinArticle(text: text).markup)
            </body></html>

            """
        return page.text
    }

    private static func bar(_ ways: [Way], _ language: ReportLanguage) -> Markup {
        guard !ways.isEmpty else { return .empty }
        let links = ways.map { way -> Markup in
            let other: Markup =
                way.language.map { " lang=\"\($0.tag)\" hreflang=\"\($0.tag)\"" } ?? ""
            return "<a href=\"\(way.address)\"\(other)>\(way.text)</a>\n"
        }
        let name = language.of(zh: "通报的来处与其他格式", en: "Where it comes from, and other forms")
        return "<nav class=\"ways\" aria-label=\"\(name)\">\n\(links)</nav>\n"
    }
}

/// A bulletin's text as one article.
private struct BulletinArticle {
    let text: BulletinText

    var markup: Markup {
        let legend: Markup = text.legend.map { "<p class=\"note\">\(set($0))</p>\n" } ?? ""
        let notice: Markup = text.notice.map { "<p class=\"notice\">\(set($0))</p>\n" } ?? ""
        let sections = text.sections.map { section -> Markup in
            """
            <section><h2>\(set(section.heading))</h2>
            <p>\(set(section.paragraph))</p></section>

            """
        }
        let notes = text.notes.map { note -> Markup in "<li>\(set(note))</li>\n" }
        let number: Markup = text.number.map { set($0) } ?? ""
        return """
            <main class="bulletin"><article>
            <header><p class="mark \(markSize)">\(set(text.issuer))</p>
            <p class="number">\(number)</p></header>
            <h1>\(set(text.title))</h1>
            \(notice)<p>\(set(text.opening))</p>
            \(legend)\(text.tables.map(table))\(sections)\
            <footer><p class="note">\(text.language.of(zh: "注：", en: "Notes:"))</p>
            <ol class="note">
            \(notes)</ol>
            <p class="signature">\(set(text.issuer))<br>\(set(text.date))</p></footer>
            </article></main>
            """
    }

    /// A text with what is Chinese in it marked as such where the page is not.
    private func set(_ words: String) -> Markup {
        guard text.language != .zh else { return Markup(escaping: words) }
        var out = Markup.empty
        var rest = words.unicodeScalars[...]
        while let first = rest.first {
            let isChinese = Self.isChinese(first)
            let run = rest.prefix { Self.isChinese($0) == isChinese }
            rest = rest[run.endIndex...]
            let piece = Markup(escaping: String(String.UnicodeScalarView(run)))
            out = out + (isChinese ? "<span lang=\"zh\">\(piece)</span>" : piece)
        }
        return out
    }

    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        (0x2E80...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
            || (0xFF00...0xFFEF).contains(scalar.value) || scalar.value >= 0x20000
    }

    /// The longer the name, the smaller its letters: it stands on one line.
    private var markSize: Markup {
        let ems = text.issuer.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x2E80 ? 0.55 : 1) }
        if ems <= 12 { return "large" }
        return ems <= 20 ? "middle" : "small"
    }

    private func table(_ table: BulletinText.Table) -> Markup {
        let rows = table.rows.map { cells -> Markup in
            let cells = zip(cells, table.columns).map { text, column -> Markup in
                switch column.kind {
                case .unit: "<th scope=\"row\">\(set(text))</th>"
                case .reason: "<td class=\"reason\">\(set(text))</td>"
                default: "<td>\(text)</td>"
                }
            }
            return "<tr>\(cells)</tr>\n"
        }
        // As attributes, which no policy on styles forbids.
        let columns = BulletinColumns(table.columns, in: text.language).widths.map { width in
            let tenths = Int((width / 25.4 * 960).rounded())
            return "<col width=\"\(tenths / 10).\(tenths % 10)\">" as Markup
        }
        return """
            <section><h2>\(set(table.heading))</h2>
            <div class="scroll" tabindex="0"><table>\
            <colgroup>\(columns)</colgroup>
            <thead>\(heads(table))</thead>
            <tbody>
            \(rows)</tbody></table></div></section>

            """
    }

    private func heads(_ table: BulletinText.Table) -> Markup {
        let hasTwo = table.columns.contains { $0.over != nil }
        guard hasTwo else {
            let cells = table.columns.map { column -> Markup in
                "<th scope=\"col\">\(set(column.head))</th>"
            }
            return "<tr>\(cells)</tr>"
        }
        let upper = table.spans.map { span -> Markup in
            if let over = span.over {
                return "<th scope=\"colgroup\" colspan=\"\(span.range.count)\">\(set(over))</th>"
            }
            let head = table.columns[span.range.lowerBound].head
            return "<th scope=\"col\" rowspan=\"2\">\(set(head))</th>"
        }
        let lower = table.columns.filter { $0.over != nil }.map { column -> Markup in
            "<th scope=\"col\">\(set(column.head))</th>"
        }
        return "<tr>\(upper)</tr>\n<tr>\(lower)</tr>"
    }
}
