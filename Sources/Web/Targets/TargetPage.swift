import Delivery
import Rulebook

/// Every yearly target of every unit, against its schedule.
package struct TargetPage: Sendable {
    package var sight: Sight
    /// Nil where no race can be run that targets belong to.
    package var board: TargetBoard?
    package var visit: Visit

    package init(sight: Sight, board: TargetBoard?, visit: Visit) {
        self.sight = sight
        self.board = board
        self.visit = visit
    }

    private var t: Localizer { visit.t }
    private var words: TargetWords { TargetWords(visit: visit) }

    package var page: Page {
        let period = board.map { board -> HTML in
            let race = visit.link("/races/\(board.rulebook)/\(board.period.description)")
            return """
                <small>\(t.sentence(
                    .targetsLead, ["<a href=\"\(race)\">\(t.period(board.period))</a>"]))</small>
                """
        }
        return Page(
            title: t(.yearlyTargets), section: .overview,
            body: """
                <div class="mast"><div>
                <nav aria-label="\(t(.breadcrumbs))"><small><a href="\(visit.link("/"))">\
                \(t(.overview))</a> › \(t(.yearlyTargets))</small></nav>
                <h1>\(t(.yearlyTargets))</h1>\(period)</div></div>
                \(content)
                """)
    }

    private var content: HTML {
        guard let board, !board.measures.isEmpty else {
            return "<div class=\"empty\"><p>\(t(.noTargets))</p></div>"
        }
        return .joined(board.measures.map { measure($0, board) }, by: "\n")
    }

    private func measure(_ measure: TargetBoard.Measure, _ board: TargetBoard) -> HTML {
        let whole = measure.whole.map { line -> HTML in
            "\(words.amounts(line)) \(words.pace(line))"
        }
        return Parts.section(
            t.data(t(measure.title)), whole,
            """
            <div class="scroll" tabindex="0"><table class="list"><thead><tr>\
            <th scope="col">\(t(.unitColumn))</th><th scope="col">\(t(.attainment))</th>\
            <th scope="col" class="num">\(t(.done))</th>\
            <th scope="col" class="num">\(t(.dueByNow))</th>\
            <th scope="col" class="num">\(t(.target))</th>\
            <th scope="col">\(t(.againstSchedule))</th>\
            <th scope="col" class="num">\(t(.record))</th></tr></thead>
            <tbody>\(measure.units.map { row($0, board) })</tbody></table></div>
            """)
    }

    private func row(_ line: TargetBoard.Line, _ board: TargetBoard) -> HTML {
        guard let unit = line.unit else { return .empty }
        let race = Link("/races/\(board.rulebook)/\(board.period.description)/\(unit.text)")
        return """
            <tr><th scope="row">\(sight.link(unit, visit))</th>\
            <td class="wide-bar full">\(words.bullet(line))</td>\
            <td class="num" data-label="\(t(.done))"><a href="\(visit.link(race))">\
            \(words.number(line.done))</a></td>\
            <td class="num" data-label="\(t(.dueByNow))">\(line.due.map(words.number) ?? "–")</td>\
            <td class="num" data-label="\(t(.target))">\(words.number(line.target))</td>\
            <td data-label="">\(words.pace(line))</td>\
            <td class="num" data-label="\(t(.record))">\(line.record.map { visit.record($0) })</td>\
            </tr>

            """
    }
}
