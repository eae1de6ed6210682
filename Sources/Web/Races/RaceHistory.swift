import Delivery
import Rulebook

/// Ranks over the past periods, for each group a chart of who passed whom and the table that it
/// is drawn from; each rank leads to its reckoning.
struct RaceHistory {
    /// The earliest first; the last is the one looked at.
    var summaries: [RaceSummary]
    var sight: Sight
    var visit: Visit

    private var t: Localizer { visit.t }

    var html: HTML {
        guard let last = summaries.last, summaries.count > 1 else {
            return "<div class=\"empty\"><p>\(t(.noHistoryYet))</p></div>"
        }
        return "<div class=\"charts\">\(last.groups.map { group($0, last) })</div>"
    }

    /// One group's chart; nothing where there is no past to show.
    func chart(of name: String) -> HTML {
        guard let last = summaries.last, summaries.count > 1,
            let found = last.groups.first(where: { $0.name.utf8.elementsEqual(name.utf8) })
        else { return .empty }
        return group(found, last)
    }

    private func group(_ group: (name: String, lines: [Standings.Line]), _ last: RaceSummary)
        -> HTML
    {
        let rows = group.lines.map { line in
            let ranks = summaries.map { rank(of: line, in: $0) }
            return "<tr><th scope=\"row\">\(name(line.unit))</th>\(ranks)</tr>\n" as HTML
        }
        let heads = summaries.map { summary -> HTML in
            "<th scope=\"col\" class=\"num\">\(short(summary.period))</th>"
        }
        return """
            <figure class="chart" data-chart="bump"><figcaption>\(title(group, last))</figcaption>
            <div class="behind scroll" tabindex="0" data-fold="\(t(.tableBehind))">\
            <table class="ranks"><caption class="hidden">\(t.data(group.name)) \
            \(t(.ranksByPeriod))</caption><thead><tr><th scope="col">\(t(.unitColumn))</th>\
            \(heads)</tr></thead><tbody>\(rows)</tbody></table></div></figure>

            """
    }

    private func rank(of line: Standings.Line, in summary: RaceSummary) -> HTML {
        guard let then = summary.line(of: line.unit), let rank = then.rank,
            then.group.utf8.elementsEqual(line.group.utf8)
        else { return "<td class=\"num mute\">–</td>" }
        let link = visit.inTime(
            "/races/\(summary.rulebook.id)/\(summary.period.description)/\(line.unit)")
        let total = summary.standings.totalText(of: then) ?? ""
        return """
            <td class="num" data-v="\(rank)"><a href="\(link)" title="\(total)">\(rank)</a></td>
            """
    }

    private func name(_ unit: String) -> HTML {
        OrganizationID(unit).flatMap { sight.city.organizations[$0] }.map(t.name) ?? t.data(unit)
    }

    /// Months are told by their number alone, but for a January and the first.
    private func short(_ period: Period) -> String {
        guard period.unit == .month else { return period.description }
        let isFirst = period == summaries.first?.period || period.number == 1
        return isFirst ? period.description : t.shortMonth(period.firstMonth)
    }

    /// Who leads the group, and since when.
    private func title(_ group: (name: String, lines: [Standings.Line]), _ last: RaceSummary)
        -> HTML
    {
        let first = group.lines.filter { $0.rank == 1 }
        guard first.count == 1, let leader = first.first else {
            return t.sentence(.groupIsTied, [t.data(group.name)])
        }
        let run = summaries.reversed().prefix { summary in
            summary.lines(ranked: 1, in: group.name) == [leader.unit]
        }.count
        if run < summaries.count, run == 1, summaries.count > 1 {
            let before = summaries[summaries.count - 2].lines(ranked: 1, in: group.name)
            if let other = before.first, before.count == 1 {
                return t.sentence(
                    .leadTaken, [t.data(group.name), name(leader.unit), name(other)])
            }
        }
        return t.sentence(.leadKept(run), [t.data(group.name), name(leader.unit)])
    }
}

extension RaceSummary {
    fileprivate func lines(ranked rank: Int, in group: String) -> [String] {
        standings.lines.filter { $0.rank == rank && $0.group.utf8.elementsEqual(group.utf8) }
            .map(\.unit)
    }
}
