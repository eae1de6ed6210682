package import Delivery
import Rulebook

/// One item of the list: what is owed, what it answers, and how it went.
package struct CommitmentPage: Sendable {
    package var sight: Sight
    package var item: Commitment
    package var visit: Visit

    /// Nil where there is no such item.
    package init?(_ sight: Sight, id: String, visit: Visit) {
        guard let id = CommitmentID(id), let item = sight.city.commitments[id] else { return nil }
        self.sight = sight
        self.item = item
        self.visit = visit
    }

    var t: Localizer { visit.t }
    private var figures: FigureWords { FigureWords(sight: sight, visit: visit) }
    var profile: CommitmentProfile { item.profile }

    package var page: Page {
        let percent = sight.city.percent(of: item).map { percent -> HTML in " · \(percent)%" }
        return Page(
            title: profile.title, section: .commitments,
            body: """
                <div class="mast"><div>
                <nav aria-label="\(t(.breadcrumbs))"><small>\
                <a href="\(visit.link("/commitments"))">\(t(.commitments))</a> › \
                \(t(profile.kind.words)) · \(sight.link(profile.lead, visit))</small></nav>
                <h1>\(t.data(profile.title))</h1>
                <p class="lede">\(item.light(on: today, t))\(percent)\(marks)</p></div></div>
                \(returned)
                \(Actions.about(item, sight, visit))
                <div class="grid cols"><div>\(answers)\(parts)\(adjustments)\(periods)\
                \(steps)\(progress)\(evidence)</div>
                <div>\(Parts.section(t(.profile), nil, Parts.facts(facts, t)))\(chain)</div></div>
                """)
    }

    private var facts: [(Phrase, HTML)] {
        var lines: [(Phrase, HTML)] = [
            (.criterion, sight.text(profile.criterion, t) + was(.criterion))
        ]
        if item.adjustedFields.contains(.title) {
            lines.append((.commitment, t.data(profile.title) + was(.title)))
        }
        let warnings = WordingCheck.warnings(
            profile.title, sight.plainText(profile.criterion) ?? ""
        ).map(words)
        if !warnings.isEmpty { lines.append((.wordingDoubt, .joined(warnings, by: "<br>"))) }
        lines.append((.lead, sight.link(profile.lead, visit) + was(.lead)))
        let supporting = profile.supporting.map { sight.link($0, visit) }
        if !supporting.isEmpty || item.adjustedFields.contains(.supporting) {
            lines.append((.supporting, .joined(supporting, by: "<br>") + was(.supporting)))
        }
        if let owner = profile.owner {
            lines.append((.responsible, "\(owner.text)" + was(.owner)))
        }
        if let post = profile.post { lines.append((.responsiblePost, t.data(post) + was(.post))) }
        if let due = profile.due { lines.append((.due, "\(t.day(due))" + was(.due))) }
        if let renewal = profile.renewal { lines.append((.renewal, "\(t(renewal.words))")) }
        let districts = profile.districts.map { sight.link($0, visit) }
        if !districts.isEmpty { lines.append((.districts, .joined(districts, by: "<br>"))) }
        let aligned = profile.alignment.lines.map { figures.line($0) }
        if !aligned.isEmpty { lines.append((.line, .joined(aligned, by: "<br>"))) }
        let indicators = profile.indicators.compactMap { sight.city.indicators[$0] }
        if !indicators.isEmpty {
            lines.append((.measuredBy, .joined(indicators.map(figures.link), by: "<br>")))
        }
        let projects = profile.projects.compactMap { sight.city.projects[$0] }.map {
            project -> HTML in
            """
            <a href="\(visit.link("/projects/\(project.id.text)"))">\
            \(t.data(project.profile.name))</a>
            """
        }
        if !projects.isEmpty { lines.append((.projects, .joined(projects, by: "<br>"))) }
        if profile.provenance.basis != nil {
            lines.append((.basisOfFigure, figures.basis(profile.provenance)))
        }
        if let listing = ListingLine(of: item.id, sight, visit) {
            lines.append((listing.isOn ? .onList : .leftList, listing.html))
        }
        let records = item.records.map { visit.record($0) }
        let all: HTML = """
            <br><a href="\(visit.link(Link("/ledger").with("subject", item.id.text)))">\
            \(t(.allRecords))</a>
            """
        lines.append((.records, .joined(records, by: " ") + all))
        return lines
    }

    /// The sentences from above that it answers.
    private var answers: HTML {
        let lines = profile.answers.compactMap { answer -> HTML? in
            guard let directive = sight.city.directives[answer.directive] else { return nil }
            let title =
                t.language == .en
                ? directive.profile.titleEn ?? directive.profile.title : directive.profile.title
            let clause = directive.profile.clauses.first { $0.id == answer.clause }.map {
                clause -> HTML in "<br>\(clause.id.text) \(sight.text(clause.text, t))"
            }
            let page = visit.link(DirectivePage.link(answer.directive, answer.clause))
            return "<li><a href=\"\(page)\">\(t.data(title))\(clause)</a></li>"
        }
        guard !lines.isEmpty else { return .empty }
        return Parts.section(t(.answersClause), nil, "<ul>\(lines)</ul>")
    }

    private var steps: HTML {
        let begins = Set(item.closedPeriods.map(\.steps.upperBound))
        let rows = item.steps.enumerated().map { place, step -> HTML in
            let word = begins.contains(place) ? t(.nextPeriodBegins) : t(step.state.words)
            return """
                <tr><th scope="row">\(word)</th><td>\(t.day(step.day))</td>\
                <td>\(step.organization.map { sight.link($0, visit) })</td>\
                <td>\(step.note.map { sight.text($0, t) })</td>\
                <td class="num">\(visit.record(step.seq))</td></tr>
                """
        }
        return table(t(.steps), [t(.step), t(.day), t(.organizations), t(.note)], rows)
    }

    private var progress: HTML {
        let rows = item.progress.reversed().map { entry -> HTML in
            """
            <tr><th scope="row">\(t.day(entry.asOf))</th>\
            <td>\(entry.percent.map { "\($0)%" as HTML })</td>\
            <td>\(entry.organization.map { sight.link($0, visit) })</td>\
            <td>\(entry.note.map { sight.text($0, t) })</td>\
            <td class="num">\(visit.record(entry.seq))</td></tr>
            """
        }
        return table(t(.progress), [t(.day), t(.completion), t(.organizations), t(.note)], rows)
    }

    private var evidence: HTML {
        let rows = item.evidence.map { submitted -> HTML in
            let evidence = submitted.evidence
            let purged = sight.purged(evidence.sha256, t).map { words -> HTML in "<br>\(words)" }
            let name = sight.link(evidence, visit) ?? evidence.name.map { sight.text($0, t) }
            return """
                <tr><th scope="row">\(name)</th>\
                <td>\(t(evidence.kind.words))</td><td>\(t.day(submitted.day))</td>\
                <td class="small"><code>\(evidence.sha256.text.prefix(16))…</code>\
                \(purged)</td>\
                <td class="num">\(visit.record(submitted.seq))</td></tr>
                """
        }
        return table(t(.evidence), [t(.name), t(.kind), t(.day), "SHA-256"], rows)
    }

    func table(_ title: String, _ heads: [String], _ rows: [HTML]) -> HTML {
        guard !rows.isEmpty else { return .empty }
        let cells = heads.map { head -> HTML in "<th scope=\"col\">\(head)</th>" }
        return Parts.section(
            title, "\(t.count(rows.count))",
            """
            <div class="scroll" tabindex="0"><table><thead><tr>\(cells)\
            <th scope="col" class="num">\(t(.record))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """)
    }
}
