import CityHall
import Delivery
import Rulebook

extension RacePage {
    package struct View: Sendable {
        package var model: Model
        package var visit: Visit

        package init(model: Model, visit: Visit) {
            self.model = model
            self.visit = visit
        }

        private var t: Localizer { visit.t }
        private var result: RaceResult { model.result }
        private var here: Link { "/races/\(result.rulebook.id)/\(result.period.description)" }
        private var title: Phrase {
            RaceResult.words(result.rulebook.title, or: result.rulebook.id)
        }

        package var page: Page {
            Page(
                title: "\(t(title)) \(t.period(result.period))", section: .races,
                body: """
                    <div class="mast"><div>
                    <nav aria-label="\(t(.breadcrumbs))"><small><a href="\(visit.link("/races"))">\
                    \(t(.races))</a> › \(result.rulebook.id)</small></nav>
                    <h1>\(t.data(t(title))) · \(t.period(result.period))</h1>
                    <small>\(t(.raceLead(result.standings.lines.count, result.groups.count))) · \
                    \(t(.rulebook)) <a href="\(visit.link(here.appending("rulebook.yaml")))">\
                    \(result.rulebook.version)</a> · \(standsOn)</small>
                    </div><div class="small">\(periods)</div></div>
                    \(Parts.section(t(.standings), nil, standings.html))
                    \(scores)
                    \(chooser)
                    \(verification)
                    """)
        }

        private var standings: StandingsView {
            StandingsView(
                result: result, before: model.before, sight: model.sight, visit: visit)
        }

        private var standsOn: HTML {
            let last = result.prepared.counted - 1
            return last < 0 ? "" : "\(t(.factsUpTo)) \(visit.record(last))"
        }

        private var periods: HTML {
            let links = [result.period.previous, result.period.next].map { period -> HTML in
                guard let period, model.canBeRun(period) else { return .empty }
                let link = visit.link("/races/\(result.rulebook.id)/\(period.description)")
                return "<a href=\"\(link)\">\(t.period(period))</a>"
            }
            return "‹ \(links[0]) &nbsp; <b>\(t.period(result.period))</b> &nbsp; \(links[1]) ›"
        }

        private var scores: HTML {
            let heads = result.rulebook.indicators.map { indicator -> HTML in
                "<th scope=\"col\" class=\"num\">\(t.data(t(result.title(of: indicator.id))))</th>"
            }
            var extras: [HTML] = []
            if model.hasBonus { extras.append("<th scope=\"col\" class=\"num\">\(t(.bonus))</th>") }
            if model.hasPenalty {
                extras.append("<th scope=\"col\" class=\"num\">\(t(.penalty))</th>")
            }
            return Parts.section(
                t(.scoresByIndicator), nil,
                """
                <div class="scroll" tabindex="0"><table class="points"><thead><tr>\
                <th scope="col" class="num">\(t(.rank))</th><th scope="col">\(t(.unitColumn))</th>\
                \(heads)\(extras)<th scope="col" class="num">\(t(.totalScore))</th></tr></thead>
                \(result.groups.map(body))</table></div>
                """)
        }

        private func body(_ group: (name: String, lines: [Standings.Line])) -> HTML {
            let span =
                result.rulebook.indicators.count + 3 + (model.hasBonus ? 1 : 0)
                + (model.hasPenalty ? 1 : 0)
            return """
                <tbody><tr><th scope="rowgroup" colspan="\(span)" class="group">\
                \(t.data(group.name))</th></tr>\(group.lines.map(row))</tbody>
                """
        }

        private func row(_ line: Standings.Line) -> HTML {
            let link = visit.link(here.appending(line.unit))
            let name =
                OrganizationID(line.unit).flatMap { model.sight.city.organizations[$0] }
                .map(t.name) ?? t.data(line.unit)
            let cells = result.rulebook.indicators.map { indicator -> HTML in
                guard let points = line.points(indicator.id) else {
                    return "<td class=\"num mute\"><small>\(t(.notApplicable))</small></td>"
                }
                let target = link.at(indicator.id)
                return """
                    <td class="num"><a href="\(target)">\(points.text(places: 2, fixed: true))\
                    </a></td>
                    """
            }
            var extras: [HTML] = []
            if model.hasBonus {
                extras.append("<td class=\"num\">\(line.bonus.text(places: 2, fixed: true))</td>")
            }
            if model.hasPenalty {
                let text = (-line.penalty).text(places: 2, fixed: true)
                extras.append("<td class=\"num\">\(t.decimal(text))</td>")
            }
            let total = result.standings.totalText(of: line) ?? "–"
            return """
                <tr><td class="num">\(line.rank.map(String.init) ?? "–")</td>\
                <th scope="row"><a href="\(link)">\(name)</a></th>\(cells)\(extras)\
                <td class="num"><a href="\(link)"><b>\(total)</b></a></td></tr>

                """
        }

        private var chooser: HTML {
            let language: HTML =
                visit.languageIsInAddress
                ? "<input type=\"hidden\" name=\"lang\" value=\"\(visit.language.rawValue)\">" : ""
            return """
                <form class="filter" method="get" action="/races/\(result.rulebook.id)">\(language)
                <label>\(t(.period))<input name="period" value="\(result.period.description)" \
                required maxlength="7" pattern="[0-9]{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?" \
                title="2024, 2024-H1, 2024-Q3, 2024-10"></label>
                <label>\(t(.asOfRecord)) (\(t(.asOfNow)))<input name="as_of" inputmode="numeric" \
                pattern="[0-9]{1,15}" value="\(visit.query["as_of"] ?? "")"></label>
                <button type="submit">\(t(.apply))</button></form>
                """
        }

        private var verification: HTML {
            let api = Link("/api/v1/races/\(result.rulebook.id)/\(result.period.description)")
            let asked = visit.query.without("lang")
            return Parts.section(
                t(.verifyRace), nil,
                """
                <p><a href="\(api.appending("facts").with(asked))" download>\(t(.downloadFacts))\
                </a> · \
                <a href="\(visit.link(here.appending("rulebook.yaml")))" download>\
                \(t(.downloadRulebook))</a> · \
                <a href="\(api.with(asked))" download>\(t(.downloadStandings))</a></p>
                <p><code>saima score rulebook.yaml facts.json --json</code></p>
                \(Parts.facts(hashes, t))
                """)
        }

        private var hashes: [(Phrase, HTML)] {
            [
                (.rulebookHash, "<span class=\"hash\">\(result.scored.rulebookHash)</span>"),
                (.factsHash, "<span class=\"hash\">\(result.scored.factsHash)</span>"),
            ]
        }
    }
}
