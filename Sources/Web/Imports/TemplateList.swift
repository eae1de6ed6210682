import Delivery
import Interchange

/// The sheets that can be filled in, each with what its columns take.
struct TemplateList {
    var visit: Visit

    private var t: Localizer { visit.t }

    var page: Page {
        Page(
            title: t(.templates), section: .projects,
            body: """
                <div class="mast"><div>
                <nav aria-label="\(t(.breadcrumbs))"><small><a href="\(visit.link("/projects"))">\
                \(t(.projects))</a> › \(t(.templates))</small></nav>
                <h1>\(t(.templates))</h1><small>\(t(.templatesLead))</small>
                <p><a class="button" href="\(visit.link("/imports"))">\(t(.importFilled))</a></p>
                </div></div>
                \(HTML.joined(Template.all.map(section), by: "\n"))
                """)
    }

    private func section(_ template: Template) -> HTML {
        let files = ["xlsx", "yaml"].map { ending -> HTML in
            """
            <a href="\(visit.link("/templates/\(template.kind + "." + ending)"))" download>\
            \(ending.uppercased())</a>
            """
        }
        let rows = template.columns.map { column -> HTML in
            """
            <tr><th scope="row">\(t.data(column.head))</th><td>\(column.english)</td>\
            <td class="small">\(t.data(t(column.note)))</td></tr>

            """
        }
        let filled: HTML =
            template.filling == nil ? .empty : "<p>\(t(.templateHoldsYourWork))</p>\n"
        return Parts.section(
            t(template.words), .joined(files, by: " "),
            """
            \(filled)<p><a href="\(visit.link(Link("/imports").with("kind", template.kind)))">\
            \(t(.importFilled))</a> · \
            <code>saima import FILE.xlsx --mapping \(template.mappingName) --data DIR</code></p>
            <details><summary>\(t(.columns))</summary>
            <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">\(t(.columns))</th>\
            <th scope="col">English</th><th scope="col">\(t(.note))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div></details>
            """)
    }
}
