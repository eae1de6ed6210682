import Delivery
package import JSON
import Rulebook

/// One thing that stops a project, and everything that happened to it.
package struct BlockerPage: Sendable {
    package var sight: Sight
    package var line: BlockerLine
    package var visit: Visit

    /// Nil where there is no such blocker.
    package init?(_ sight: Sight, id: String, visit: Visit) {
        guard let id = BlockerID(id), let blocker = sight.city.blockers[id] else { return nil }
        self.sight = sight
        line = BlockerLine(blocker, in: sight.city)
        self.visit = visit
    }

    private var t: Localizer { visit.t }
    private var words: BlockerWords { BlockerWords(sight: sight, visit: visit) }
    private var blocker: Blocker { line.blocker }

    package var json: JSON { line.json }

    package var page: Page {
        let title = "\(t(blocker.kind.words)) · \(blocker.id.text)"
        return Page(
            title: title, section: .projects,
            body: """
                <div class="mast"><div>
                <nav aria-label="\(t(.breadcrumbs))"><small>\
                <a href="\(visit.link("/projects"))">\(t(.projects))</a> › \
                <a href="\(visit.link("/blockers"))">\(t(.blockers))</a></small></nav>
                <h1>\(title)</h1>
                <p class="lede">\(sight.text(blocker.note, t))</p></div></div>
                \(Actions.about(blocker, visit))
                <div class="grid cols"><div>\(steps)</div>
                <div>\(Parts.section(t(.profile), nil, Parts.facts(facts, t)))</div></div>
                """)
    }

    private var facts: [(Phrase, HTML)] {
        [
            (.light, words.light(line)), (.state, "\(t(blocker.state.words))"),
            (.project, words.project(blocker)), (.kind, "\(t(blocker.kind.words))"),
            (.raisedBy, sight.link(blocker.organization, visit)),
            (.tierColumn, "\(t(blocker.tier.words))"),
            (.handler, sight.link(blocker.handler, visit)),
            (.raisedOn, "\(t.day(line.raised))"), (.due, words.clock(line)),
            (.records, .joined(blocker.records.map { visit.record($0) }, by: " ")),
        ]
    }

    private var steps: HTML {
        let rows = blocker.steps.map { step -> HTML in
            let house = step.organization.map { sight.link($0, visit) }
            return """
                <tr><th scope="row">\(t(step.what.words))</th>\
                <td class="nowrap">\(t.day(step.day))</td><td>\(house)</td>\
                <td>\(t(step.tier.words))<br><small>\(sight.link(step.handler, visit))</small></td>\
                <td class="num">\(t.count(step.clock))</td>\
                <td>\(step.note.map { sight.text($0, t) })</td>\
                <td class="num">\(visit.record(step.seq))</td></tr>

                """
        }
        return Parts.section(
            t(.steps), "\(t.count(rows.count))",
            """
            <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">\(t(.step))</th>\
            <th scope="col">\(t(.day))</th><th scope="col">\(t(.organizations))</th>\
            <th scope="col">\(t(.thenWith))</th>\
            <th scope="col" class="num">\(t(.clockDays))</th>\
            <th scope="col">\(t(.note))</th>\
            <th scope="col" class="num">\(t(.record))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """)
    }
}

extension ProjectPage.View {
    /// What stops the project, and what did.
    var blockerSection: HTML {
        let lines = sight.city.blockers(of: project.id).map { BlockerLine($0, in: sight.city) }
        guard !lines.isEmpty else { return .empty }
        let words = BlockerWords(sight: sight, visit: visit)
        let rows = lines.map { line -> HTML in
            """
            <tr><th scope="row">\(words.link(line.blocker))</th><td>\(words.light(line))</td>\
            <td>\(t(line.blocker.tier.words))<br>\
            <small>\(sight.link(line.blocker.handler, visit))</small></td>\
            <td>\(words.clock(line))</td></tr>

            """
        }
        return section(
            .blockers, "<a href=\"\(visit.link("/blockers"))\">\(t(.seeAll))</a>",
            """
            <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">\(t(.blocker))</th>\
            <th scope="col">\(t(.light))</th><th scope="col">\(t(.tierColumn))</th>\
            <th scope="col">\(t(.due))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """)
    }
}
