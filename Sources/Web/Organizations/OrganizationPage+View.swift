import Delivery
import Rulebook

extension OrganizationPage {
    package struct View: Sendable {
        package var model: Model
        package var visit: Visit

        package init(model: Model, visit: Visit) {
            self.model = model
            self.visit = visit
        }

        private var t: Localizer { visit.t }
        private var organization: Organization { model.organization }
        private var sight: Sight { model.sight }

        package var page: Page {
            Page(
                title: t.plainName(organization), section: .organizations,
                body: """
                    <div class="mast"><div>
                    <nav aria-label="\(t(.breadcrumbs))"><small>\
                    <a href="\(visit.link("/organizations"))">\(t(.organizations))</a> › \
                    \(t(organization.kind.words))</small></nav>
                    <h1>\(t.name(organization))</h1></div></div>
                    \(Actions(visit, "organization", organization.id.text).html)
                    <div class="grid cols"><div>
                    \(races)\(projects)\(targets)
                    </div><div>
                    \(Parts.section(t(.profile), nil, Parts.facts(facts, t)))\(findings)
                    </div></div>
                    """)
        }

        private var facts: [(Phrase, HTML)] {
            var lines: [(Phrase, HTML)] = [(.kind, "\(t(organization.kind.words))")]
            if let group = model.group { lines.append((.raceGroup, t.data(group))) }
            if let code = organization.code { lines.append((.officialCode, "\(code)")) }
            let above = model.lineage.map { sight.link($0, visit) }
            if !above.isEmpty { lines.append((.belongsTo, .joined(above, by: " › "))) }
            let members = model.members.map { sight.link($0, visit) }
            if !members.isEmpty { lines.append((.members, .joined(members, by: "<br>"))) }
            lines.append((.from, "\(t.day(organization.from))"))
            if let closed = organization.closed { lines.append((.closed, "\(t.day(closed))")) }
            let records = organization.records.map { visit.record($0) }
            lines.append((.records, .joined(records, by: " ")))
            let all = visit.link("/ledger").with("organization", organization.id.text)
            lines.append((.recordedByIt, "<a href=\"\(all)\">\(t(.inLedger))</a>"))
            return lines
        }

        private var races: HTML {
            guard !model.races.isEmpty else { return .empty }
            let rows = model.races.map { place -> HTML in
                let result = place.result
                let title = RaceResult.words(result.rulebook.title, or: result.rulebook.id)
                let period = result.period.description
                let link = visit.link("/races/\(result.rulebook.id)/\(period)/\(place.line.unit)")
                return """
                    <tr><th scope="row"><a href="\(link)">\(t.data(t(title)))</a></th>\
                    <td>\(t.period(result.period))</td>\
                    <td class="num">\(place.line.rank.map(String.init) ?? "–")</td>\
                    <td class="num"><b>\(result.standings.totalText(of: place.line) ?? "–")</b>\
                    </td>\
                    </tr>
                    """
            }
            return Parts.section(
                t(.races), nil,
                """
                <div class="scroll" tabindex="0"><table><thead><tr>\
                <th scope="col">\(t(.rulebook))</th><th scope="col">\(t(.period))</th>\
                <th scope="col" class="num">\(t(.rank))</th>\
                <th scope="col" class="num">\(t(.totalScore))</th></tr></thead>
                <tbody>\(rows)</tbody></table></div>
                """)
        }

        private var projects: HTML {
            let list = visit.link("/projects").with("district", organization.id.text)
            guard model.projectCount > 0 else {
                let text: HTML = "<div class=\"empty\"><p>\(t(.noProjectCredited))</p></div>"
                return Parts.section(t(.projects), nil, text)
            }
            let figures = model.stages.map { stage, count -> HTML in
                let link = list.with("stage", stage?.rawValue)
                return """
                    <div class="figure"><b>\(stage.map { t($0.words) } ?? t(.noStage))</b>\
                    <a class="fig" href="\(link)">\(t.count(count))</a></div>
                    """
            }
            return Parts.section(
                t(.projects), "<a href=\"\(list)\">\(t.count(model.projectCount))</a>",
                "<div class=\"figures\">\(figures)</div>")
        }

        private var targets: HTML {
            guard !model.targets.isEmpty else { return .empty }
            let rows = model.targets.map { target -> HTML in
                """
                <tr><th scope="row">\(target.key.measure.text)</th><td>\(target.key.year)</td>\
                <td class="num">\(t.decimal(target.amount.description))</td>\
                <td class="num">\(visit.record(target.seq))</td></tr>
                """
            }
            return Parts.section(
                t(.targets), nil,
                """
                <div class="scroll" tabindex="0"><table><thead><tr>\
                <th scope="col">\(t(.measure))</th><th scope="col">\(t(.year))</th>\
                <th scope="col" class="num">\(t(.target))</th>\
                <th scope="col" class="num">\(t(.record))</th></tr></thead>
                <tbody>\(rows)</tbody></table></div>
                """)
        }

        private var findings: HTML {
            guard !model.findings.isEmpty else { return .empty }
            let rows = model.findings.prefix(50).map { finding -> HTML in
                let light: HTML = finding.severity == .minor ? "yellow" : "red"
                let project = finding.project.map { id -> HTML in
                    "<a href=\"\(visit.link("/projects/\(id.text)"))\">\(id.text)</a>"
                }
                return """
                    <tr><td><span class="light \(light)">\(t(finding.severity.words))</span></td>\
                    <td>\(t.day(finding.foundOn))</td><td>\(project)</td>\
                    <td class="num">\(visit.record(finding.seq))</td></tr>
                    """
            }
            return Parts.section(
                t(.findings), "\(t.count(model.findings.count))",
                """
                <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">\
                \(t(.severity))</th>\
                <th scope="col">\(t(.day))</th><th scope="col">\(t(.project))</th>\
                <th scope="col" class="num">\(t(.record))</th></tr></thead>
                <tbody>\(rows)</tbody></table></div>
                """)
        }
    }
}
