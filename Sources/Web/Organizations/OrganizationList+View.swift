import Delivery

extension OrganizationList {
    package struct View: Sendable {
        package var model: Model
        package var visit: Visit

        package init(model: Model, visit: Visit) {
            self.model = model
            self.visit = visit
        }

        private var t: Localizer { visit.t }

        package var page: Page {
            Page(
                title: t(.organizations), section: .organizations,
                body: """
                    <div class="mast"><div><h1>\(t(.organizations))</h1></div></div>
                    \(list)
                    """)
        }

        private var list: HTML {
            guard !model.kinds.isEmpty else {
                return "<div class=\"empty\"><p>\(t(.noOrganization))</p></div>"
            }
            return .joined(model.kinds.map { section($0.kind, $0.lines) }, by: "\n")
        }

        private func section(_ kind: OrganizationKind, _ lines: [Model.Line]) -> HTML {
            let hasGroup = lines.contains { $0.group != nil }
            let groupHead: HTML = hasGroup ? "<th scope=\"col\">\(t(.raceGroup))</th>" : ""
            return Parts.section(
                t(kind.words), "\(t.count(lines.count))",
                """
                <div class="scroll" tabindex="0"><table><thead><tr>\
                <th scope="col">\(t(.name))</th>\(groupHead)\
                <th scope="col">\(t(.belongsTo))</th>\
                <th scope="col" class="num">\(t(.projects))</th></tr></thead>
                <tbody>\(lines.map { row($0, hasGroup: hasGroup) })</tbody></table></div>
                """)
        }

        private func row(_ line: Model.Line, hasGroup: Bool) -> HTML {
            let group: HTML = hasGroup ? "<td>\(line.group.map { t.data($0) })</td>" : ""
            let parent = line.parent.map { model.sight.link($0, visit) }
            let id = line.organization.id
            let projects: HTML =
                line.projects == 0
                ? "<span class=\"mute\">0</span>"
                : """
                <a href="\(visit.link("/projects").with("district", id.text))">\
                \(t.count(line.projects))</a>
                """
            return """
                <tr><th scope="row">\(model.sight.link(id, visit))</th>\(group)<td>\(parent)</td>\
                <td class="num">\(projects)</td></tr>

                """
        }
    }
}
