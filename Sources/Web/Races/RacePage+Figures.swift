import CityHall
import Delivery
import Rulebook

extension RacePage.View {
    var scores: HTML {
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
        let link = visit.inTime(here.appending(line.unit))
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

    var verification: HTML {
        let api = Link("/api/v1/races/\(result.rulebook.id)/\(result.period.description)")
        let asked = Query().with("as_of", visit.query["as_of"])
        return Parts.section(
            t(.verifyRace), nil,
            """
            <p><a href="\(api.appending("facts").with(asked))" download>\(t(.downloadFacts))\
            </a> · \
            <a href="\(visit.inTime(here.appending("rulebook.yaml")))" download>\
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
