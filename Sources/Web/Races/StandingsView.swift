import Delivery
import Reports
import Rulebook

/// Standings by group: rank, change, unit, what the total is made of, total, one line why.
struct StandingsView {
    var result: RaceSummary
    /// The same race one period before, for the change of rank.
    var before: RaceSummary?
    var sight: Sight
    var visit: Visit

    private var t: Localizer { visit.t }

    var html: HTML { legend + .joined(result.groups.map(table), by: "\n") }

    var legend: HTML {
        let items = result.rulebook.indicators.enumerated().map { place, indicator -> HTML in
            let title = result.title(of: indicator.id)
            return """
                <li>\(Self.swatch(place)) \(t.data(t(title)))</li>
                """
        }
        return "<ul class=\"legend\" aria-label=\"\(t(.indicators))\">\(items)</ul>"
    }

    static func swatch(_ place: Int) -> HTML {
        """
        <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">\
        <rect class="p\(place % 10 + 1)" width="10" height="10"/></svg>
        """
    }

    func table(_ group: (name: String, lines: [Standings.Line])) -> HTML {
        let rows = group.lines.map { row($0, peers: group.lines) }
        return """
            <div class="scroll"><table class="race">
            <colgroup><col class="c-rank"><col class="c-rank"><col class="c-unit"><col>\
            <col class="c-total"><col class="c-why"></colgroup>
            <thead><tr><th scope="col" colspan="3">\(t.data(group.name))</th>\
            <th scope="col">\(t(.madeOf))</th>\
            <th scope="col" class="num">\(t(.totalScore))</th>\
            <th scope="col">\(t(.inOneLine))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private func row(_ line: Standings.Line, peers: [Standings.Line]) -> HTML {
        let link = visit.inTime(reckoning(of: line.unit))
        let name =
            OrganizationID(line.unit).flatMap { sight.city.organizations[$0] }.map(t.name)
            ?? t.data(line.unit)
        let total = result.standings.totalText(of: line) ?? "–"
        let reason = RankReason(line, in: peers).text(in: t.language.ofReports) {
            t(result.title(of: $0))
        }
        return """
            <tr><td class="rank">\(line.rank.map(String.init) ?? "–")</td>\
            <td class="moved">\(moved(line))</td>\
            <th scope="row"><a href="\(link)">\(name)</a></th>\
            <td class="bar-cell">\(stack(line))</td>\
            <td class="num"><a href="\(link)"><b>\(total)</b></a></td>\
            <td class="small why">\(t.data(reason))</td></tr>

            """
    }

    private func reckoning(of unit: String) -> Link {
        "/races/\(result.rulebook.id)/\(result.period.description)/\(unit)"
    }

    private func moved(_ line: Standings.Line) -> HTML {
        guard let now = line.rank, let then = before?.line(of: line.unit)?.rank else {
            return .empty
        }
        if now == then { return "<span class=\"mute\" title=\"\(t(.sameRank))\">–</span>" }
        let shape: HTML = now < then ? "up" : "down"
        let mark = now < then ? "▲" : "▼"
        let label = t(now < then ? .rankUp(then - now) : .rankDown(now - then))
        return """
            <span class="\(shape)"><span aria-hidden="true">\(mark)\((now - then).magnitude)</span>\
            <span class="hidden">\(label)</span></span>
            """
    }

    /// The points of each indicator side by side, to one scale for the whole race.
    private func stack(_ line: Standings.Line) -> HTML {
        let whole = max(scale, 0.000001)
        var left = 0.0
        var words: [String] = []
        var parts: [HTML] = []
        for (place, indicator) in result.rulebook.indicators.enumerated() {
            guard let points = line.points(indicator.id), points.isPositive else { continue }
            let width = points.drawn / whole * 1000
            let title =
                "\(t(result.title(of: indicator.id))) \(points.text(places: 2, fixed: true))"
            words.append(title)
            parts.append(
                """
                <rect class="p\(place % 10 + 1)" x="\(Self.tenth(left))" y="0" \
                width="\(Self.tenth(max(width - 2, 0.5)))" height="10"><title>\(title)</title>\
                </rect>
                """)
            left += width
        }
        let label = words.isEmpty ? t(.nothingEarned) : words.joined(separator: t(.listComma))
        return """
            <svg class="stack" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" \
            aria-label="\(label)"\(mark(label))>\(parts)</svg>
            """
    }

    /// An attribute that says the label is Chinese where the page is not.
    private func mark(_ label: String) -> HTML {
        t.language == .en && Han.isIn(label) ? " lang=\"zh\"" : ""
    }

    private var scale: Double {
        result.standings.lines.map { line in
            line.scores.reduce(0) { $0 + max($1.earned?.points.drawn ?? 0, 0) }
        }.max() ?? 0
    }

    private static func tenth(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}
