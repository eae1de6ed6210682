extension Bulletin {
    /// Where a page's stylesheet stands.
    package enum Stylesheet: Sendable {
        /// In the page itself, which is then complete as one file.
        case within
        /// At an address, where a policy forbids it in the page.
        case at(String)
    }

    /// The stylesheet of a bulletin's page: a sheet of paper on the screen, and the same on paper.
    package static let stylesheet = String(
        decoding: PackageResources.bulletin_css, as: UTF8.self)

    /// A whole HTML document. It prints as the DOCX does, on A4.
    package func html(
        in language: ReportLanguage = .zh, stylesheet: Stylesheet = .within
    ) -> String {
        let text = text(in: language)
        let style: Markup =
            switch stylesheet {
            // Only what could end the element would have to be escaped, and there is none.
            case .within: "<style>\n\(Markup(trusted: Bulletin.stylesheet))</style>"
            case .at(let address): "<link rel=\"stylesheet\" href=\"\(address)\">"
            }
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="\(language.tag)"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(text.title)</title>
            \(style)
            </head><body>
            \(BulletinArticle(text: text).markup)
            </body></html>

            """
        return page.text
    }
}

/// A bulletin's text as one article.
private struct BulletinArticle {
    let text: BulletinText

    var markup: Markup {
        let legend: Markup = text.legend.map { "<p class=\"note\">\($0)</p>\n" } ?? ""
        let notice: Markup = text.notice.map { "<p class=\"notice\">\($0)</p>\n" } ?? ""
        let sections = text.sections.map { section -> Markup in
            "<section><h2>\(section.heading)</h2>\n<p>\(section.paragraph)</p></section>\n"
        }
        let notes = text.notes.map { note -> Markup in "<li>\(note)</li>\n" }
        let number: Markup = text.number.map { "\($0)" } ?? ""
        return """
            <main class="bulletin"><article>
            <header><p class="mark \(markSize)">\(text.issuer)</p>
            <p class="number">\(number)</p></header>
            <h1>\(text.title)</h1>
            \(notice)<p>\(text.opening)</p>
            \(legend)\(text.tables.map(table))\(sections)\
            <footer><p class="note">\(text.language.of(zh: "注：", en: "Notes:"))</p>
            <ol class="note">
            \(notes)</ol>
            <p class="signature">\(text.issuer)<br>\(text.date)</p></footer>
            </article></main>
            """
    }

    /// The longer the name, the smaller its letters: it stands on one line.
    private var markSize: Markup {
        let ems = text.issuer.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x2E80 ? 0.55 : 1) }
        if ems <= 12 { return "large" }
        return ems <= 20 ? "middle" : "small"
    }

    private func table(_ table: BulletinText.Table) -> Markup {
        let rows = table.rows.map { cells -> Markup in
            let set = zip(cells, table.columns).map { text, column -> Markup in
                switch column.kind {
                case .unit: "<th scope=\"row\">\(text)</th>"
                case .reason: "<td class=\"reason\">\(text)</td>"
                default: "<td>\(text)</td>"
                }
            }
            return "<tr>\(set)</tr>\n"
        }
        // As attributes, which no policy on styles forbids.
        let columns = BulletinColumns(table.columns, in: text.language).widths.map { width in
            let tenths = Int((width / 25.4 * 960).rounded())
            return "<col width=\"\(tenths / 10).\(tenths % 10)\">" as Markup
        }
        return """
            <section><h2>\(table.heading)</h2>
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
                "<th scope=\"col\">\(column.head)</th>"
            }
            return "<tr>\(cells)</tr>"
        }
        let upper = table.spans.map { span -> Markup in
            if let over = span.over {
                return "<th scope=\"colgroup\" colspan=\"\(span.range.count)\">\(over)</th>"
            }
            let head = table.columns[span.range.lowerBound].head
            return "<th scope=\"col\" rowspan=\"2\">\(head)</th>"
        }
        let lower = table.columns.filter { $0.over != nil }.map { column -> Markup in
            "<th scope=\"col\">\(column.head)</th>"
        }
        return "<tr>\(upper)</tr>\n<tr>\(lower)</tr>"
    }
}
