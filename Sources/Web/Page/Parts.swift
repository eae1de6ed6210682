/// The few shapes that pages are put together from.
enum Parts {
    static func section(_ title: String, _ aside: HTML?, _ content: HTML) -> HTML {
        section(HTML(escaping: title), aside, content)
    }

    static func section(_ title: HTML, _ aside: HTML?, _ content: HTML) -> HTML {
        let aside = aside.map { aside -> HTML in "<small>\(aside)</small>" }
        return """
            <section><header><h2>\(title)</h2>\(aside)</header>
            \(content)
            </section>
            """
    }

    static func facts(_ lines: [(Phrase, HTML)], _ t: Localizer) -> HTML {
        let lines = lines.map { line -> HTML in "<dt>\(t(line.0))</dt><dd>\(line.1)</dd>" }
        return "<dl class=\"facts\">\(lines)</dl>"
    }

    /// How much of a whole is done, in thousandths, with a mark; drawn, so say it in words too.
    static func bullet(
        done: Int, mark: Int? = nil, label: String, kind: HTML = "sea"
    ) -> HTML {
        let width = min(max(done, 0), 1000)
        let mark = mark.map { mark -> HTML in
            let place = min(max(mark, 0), 996)
            return "<rect class=\"mark\" x=\"\(place)\" y=\"0\" width=\"4\" height=\"12\"/>"
        }
        return """
            <svg class="bullet" viewBox="0 0 1000 12" preserveAspectRatio="none" role="img" \
            aria-label="\(label)"><rect class="done \(kind)" x="0" y="2" \
            width="\(width)" height="8"/>\
            \(mark)</svg>
            """
    }
}
