import Delivery

extension ProjectPage {
    package struct View: Sendable {
        package var model: Model
        package var visit: Visit

        package init(model: Model, visit: Visit) {
            self.model = model
            self.visit = visit
        }

        var t: Localizer { visit.t }
        var project: Project { model.project }
        var sight: Sight { model.sight }

        package var page: Page {
            Page(
                title: project.profile.name, section: .projects, hasCharts: true,
                body: """
                    <div class="mast"><div>
                    <nav aria-label="\(t(.breadcrumbs))"><small><a href="\
                    \(visit.link("/projects"))">\
                    \(t(.projects))</a> › \(project.id.text)</small></nav>
                    <h1>\(t.data(project.profile.name))</h1>
                    </div><div class="small">\(standing)</div></div>
                    \(Actions.about(project, visit))
                    \(track)
                    <div class="grid cols"><div>
                    \(blockerSection)
                    \(stageSection)
                    \(investmentSection)
                    \(reportSection)
                    </div><div>
                    \(profileSection)
                    \(ChainView(sight: sight, visit: visit)
                        .commitments(naming: .project(project.id)))
                    \(creditSection)
                    \(findingSection)
                    \(recordSection)
                    </div></div>
                    """)
        }

        private var standing: HTML {
            switch project.standing {
            case .active: "\(t(project.profile.track.words))"
            case .suspended(let day):
                "<span class=\"light yellow\">\(t(.suspended)) \(t.day(day))</span>"
            case .terminated(let day):
                "<span class=\"light grey\">\(t(.terminated)) \(t.day(day))</span>"
            }
        }

        private var profileSection: HTML {
            let profile = project.profile
            var lines: [(Phrase, HTML)] = []
            if let lead = profile.lead { lines.append((.lead, sight.link(lead, visit))) }
            if !profile.partners.isEmpty {
                let names = profile.partners.map { sight.link($0, visit) }
                lines.append((.partners, .joined(names, by: "<br>")))
            }
            lines += alignment(profile)
            let unit = sight.unit
            let total = t.known(project.totalInvestment) { money in
                "\(t.exact(money, unit)) \(t.data(t.unit(unit)))"
            }
            lines.append((.totalInvestment, total))
            if let place = profile.place { lines.append((.place, t.known(place) { t.data($0) })) }
            if let industry = profile.industry { lines.append((.industry, t.data(industry))) }
            if let cluster = profile.cluster { lines.append((.cluster, "\(cluster.text)")) }
            lines.append((.strategic, "\(t(profile.strategic ? .yes : .no))"))
            if let investor = profile.investor { lines.append((.investor, t.data(investor))) }
            if let code = profile.code { lines.append((.nationalCode, "\(code.text)")) }
            if let day = project.statisticsEntry {
                lines.append((.statisticsEntry, "\(t.day(day))"))
            }
            if let description = profile.description {
                lines.append((.description, sight.text(description, t)))
            }
            return section(.profile, nil, Parts.facts(lines, t))
        }

        /// What it serves, what it calls its last stage, and what is known of it from where.
        private func alignment(_ profile: ProjectProfile) -> [(Phrase, HTML)] {
            let words = FigureWords(sight: sight, visit: visit)
            var lines: [(Phrase, HTML)] = []
            let aligned = profile.alignment.lines.map { words.line($0) }
            if !aligned.isEmpty { lines.append((.line, .joined(aligned, by: "<br>"))) }
            if let wording = profile.wording { lines.append((.statedWord, t.data(wording))) }
            if profile.provenance.basis != nil {
                lines.append((.basisOfFigure, words.basis(profile.provenance)))
            }
            return lines
        }

        private var creditSection: HTML {
            let entries = project.credits.entries.reversed().map { entry -> HTML in
                let shares = entry.value.map { credit -> HTML in
                    let percent = t.tenths(credit.share.millionths / 1000)
                    return "\(sight.link(credit.organization, visit)) \(percent)%"
                }
                let who = shares.isEmpty ? "\(t(.nobody))" : HTML.joined(shares, by: "<br>")
                return """
                    <tr><td class="nowrap">\(t.day(entry.from))</td><td>\(who)</td>\
                    <td class="num">\(visit.record(entry.seq))</td></tr>
                    """
            }
            guard !entries.isEmpty else { return .empty }
            return section(
                .credits, nil,
                """
                <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">\(t(.from))</th>\
                <th scope="col">\(t(.creditShares))</th>\
                <th scope="col" class="num">\(t(.record))</th></tr></thead>
                <tbody>\(entries)</tbody></table></div>
                """)
        }

        private var findingSection: HTML {
            guard !model.findings.isEmpty else { return .empty }
            let rows = model.findings.map { finding -> HTML in
                let light: HTML = finding.severity == .minor ? "yellow" : "red"
                let closed: HTML =
                    finding.closed.map {
                        "\(t(.putRight)) \(t.day($0.day)) \(visit.record($0.seq))"
                    } ?? "\(t(.notPutRight))"
                return """
                    <tr><td><span class="light \(light)">\(t(finding.severity.words))</span></td>\
                    <td>\(t.day(finding.foundOn))</td><td>\(closed)</td>\
                    <td class="num">\(visit.record(finding.seq))</td></tr>
                    """
            }
            return section(
                .findings, nil,
                """
                <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">\
                \(t(.severity))</th>\
                <th scope="col">\(t(.day))</th><th scope="col">\(t(.putRight))</th>\
                <th scope="col" class="num">\(t(.record))</th></tr></thead>
                <tbody>\(rows)</tbody></table></div>
                """)
        }

        private var recordSection: HTML {
            let latest = project.records.reversed().prefix(24).map { visit.record($0) }
            let all = visit.link("/ledger").with("project", project.id.text)
            return section(
                .records,
                "<a href=\"\(all)\">\(t(.allRecords(project.records.count)))</a>",
                "<p>\(HTML.joined(latest, by: " "))</p>")
        }

        func section(_ title: Phrase, _ aside: HTML?, _ content: HTML) -> HTML {
            Parts.section(t(title), aside, content)
        }
    }
}
