package import Delivery
package import JSON
import Rulebook

/// One line: its indicators, its commitments and its projects.
package struct LinePage: Sendable {
    package var sight: Sight
    package var frame: Frame
    package var line: Line
    package var visit: Visit
    private let indicators: [IndicatorRow]
    private let projects: [Project]
    private let commitments: [Commitment]

    /// Nil where there is no such line.
    package init?(_ sight: Sight, id: String, visit: Visit) {
        guard let id = CodeName(id), let line = sight.city.line(id),
            let frame = sight.city.frame(of: id)
        else { return nil }
        self.sight = sight
        self.frame = frame
        self.line = line
        self.visit = visit
        indicators = sight.city.indicators.all
            .filter { $0.profile.alignment.lines.contains(id) }
            .map { IndicatorRow($0, in: sight.city) }
        projects = sight.city.projects.all.filter { $0.profile.alignment.lines.contains(id) }
        commitments = sight.city.commitments.all
            .filter { $0.state != .draft && $0.profile.alignment.lines.contains(id) }
    }

    private var t: Localizer { visit.t }
    private var words: FigureWords { FigureWords(sight: sight, visit: visit) }
    private var name: String { t.language == .en ? line.nameEn ?? line.name : line.name }

    package var json: JSON {
        .object([
            .init("as_of", .integer(sight.city.size)),
            .init("id", .string(line.id.text)), .init("name", .string(line.name)),
            .init("frame", .string(frame.id.text)),
            .init("indicators", .array(indicators.map(\.json))),
            .init("commitments", .array(commitments.map { .string($0.id.text) })),
            .init("projects", .array(projects.map { .string($0.id.text) })),
        ])
    }

    package var page: Page {
        Page(
            title: name, section: .lines,
            body: """
                <div class="mast"><div>
                <nav aria-label="\(t(.breadcrumbs))"><small>\
                <a href="\(visit.link("/lines"))">\(t(.lines))</a> › \
                \(t.data(t.language == .en ? frame.nameEn ?? frame.name : frame.name))</small></nav>
                <h1>\(t.data(name))</h1></div></div>
                \(actions)
                \(Parts.section(
                    t(.indicators), "\(t.count(indicators.count))",
                    indicators.isEmpty
                        ? "<div class=\"empty\"><p>\(t(.noFigureYet))</p></div>"
                        : IndicatorTable(rows: indicators, words: words, t: t).html))
                \(commitmentSection)
                \(Parts.section(t(.onThisLine), "\(t.count(projects.count))", projectTable))
                """)
    }

    /// What can be begun on the line.
    private var actions: HTML {
        let here = [("line", line.id.text)]
        return Actions.row(
            [
                Actions.starting(DraftCommitment.self, visit, with: here),
                Actions.starting(RegisterProject.self, visit, with: here),
                Actions.starting(RegisterIndicator.self, visit, with: here),
                Actions.starting(DeclareFrame.self, visit, with: [("id", frame.id.text)]),
            ], visit)
    }

    private var commitmentSection: HTML {
        guard !commitments.isEmpty else { return .empty }
        let day = sight.city.day ?? .earliest
        let rows = commitments.map { item -> HTML in
            """
            <tr><th scope="row">\(item.link(visit))</th>\
            <td data-label="\(t(.stage))">\(item.light(on: day, t))</td>\
            <td class="num" data-label="\(t(.completion))">\
            \(sight.city.percent(of: item).map { "\($0)%" as HTML })</td>\
            <td class="nowrap" data-label="\(t(.due))">\
            \(item.profile.due.map { "\(t.day($0))" as HTML })</td>\
            <td data-label="\(t(.lead))">\(sight.link(item.profile.lead, visit))</td></tr>

            """
        }
        return Parts.section(
            t(.commitments), "\(t.count(commitments.count))",
            """
            <div class="scroll" tabindex="0"><table class="list"><thead><tr>\
            <th scope="col">\(t(.commitment))</th><th scope="col">\(t(.stage))</th>\
            <th scope="col" class="num">\(t(.completion))</th><th scope="col">\(t(.due))</th>\
            <th scope="col">\(t(.lead))</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """)
    }

    private var projectTable: HTML {
        guard !projects.isEmpty else {
            return "<div class=\"empty\"><p>\(t(.noProjectMatches))</p></div>"
        }
        let rows = projects.map { project -> HTML in
            let stage = project.stage.map { t($0.words) } ?? t(.noStage)
            let wording = project.profile.wording.map { text -> HTML in
                " <small>\(t.data(text))</small>"
            }
            return """
                <tr><th scope="row"><a href="\(visit.link("/projects/\(project.id.text)"))">\
                \(t.data(project.profile.name))</a></th>\
                <td data-label="\(t(.stage))">\(stage)\(wording)</td>\
                <td data-label="\(t(.lead))">\
                \(project.profile.lead.map { sight.link($0, visit) })</td>\
                <td class="small" data-label="\(t(.basisOfFigure))">\
                \(words.basis(project.profile.provenance))</td></tr>

                """
        }
        return """
            <div class="scroll" tabindex="0"><table class="list"><thead><tr>\
            <th scope="col">\(t(.name))</th><th scope="col">\(t(.stage))</th>\
            <th scope="col">\(t(.lead))</th><th scope="col">\(t(.basisOfFigure))</th>\
            </tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
