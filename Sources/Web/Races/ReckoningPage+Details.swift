import CityHall
import Delivery
import HashTreeCollections
import Rulebook

extension ReckoningPage.View {
    /// Each indicator and adjustment, opened down to its rows and their records.
    var details: HTML {
        let indicators = model.reckoning.indicators.map { indicator -> HTML in
            let figures = model.figures(of: indicator).map { self.figure($0, in: indicator.id) }
            return fold(
                indicator.id, t.data(t(result.title(of: indicator.id))),
                "\(steps(indicator))\(figures)")
        }
        let adjustments = model.adjustments.map { adjustment -> HTML in
            let title: HTML = "\(t(Self.kind(adjustment.kind))) <code>\(adjustment.id)</code>"
            return fold(adjustment.id, title, content(adjustment))
        }
        return "<section aria-label=\"\(t(.rowByRow))\">\(indicators)\(adjustments)</section>"
    }

    private func fold(_ id: String, _ title: HTML, _ content: HTML) -> HTML {
        let isOpen = model.opened.map { $0.utf8.elementsEqual(id.utf8) } ?? false
        let open: HTML = isOpen ? " open" : ""
        return """
            <details class="opened" id="\(id)"\(open)><summary><h3>\(title)</h3></summary>
            \(content)</details>

            """
    }

    private func steps(_ indicator: Reckoning.Indicator) -> HTML {
        guard let score = indicator.score, let points = indicator.points else { return .empty }
        let path = indicator.steps.map { step -> HTML in
            let place = step.rank.map { t(.rankAmong($0, step.peers.count)) } ?? ""
            let parameters = step.parameters.map { parameter -> HTML in
                let since = parameter.from.map { " \(t(.from)) \(t.day($0))" } ?? ""
                return " <small>\(parameter.name) = \(parameter.value.text())\(since)</small>"
            }
            return """
                <li>\(step.before.text(places: 6)) → \(step.after.text(places: 6)) \
                <small>\(t(.clause(step.line)))</small>\(parameters) \(place)</li>
                """
        }
        let formula =
            "\(indicator.weight.text()) × \(score.text(places: 6)) × \(indicator.scale.text())"
            + " ÷ \(indicator.weightSum.text()) = \(points.text(places: 6))"
        return """
            <p>\(t(.fromValueToScore))</p><ol>\(path)</ol>
            <p>\(t(.pointsAre)) <span class="nowrap">\(formula)</span></p>
            """
    }

    private func figure(_ figure: Reckoning.Figure, in indicator: String) -> HTML {
        let conditions = figure.conditions.map { t(FieldWords.condition($0)) }
            .joined(separator: t(.listComma))
        let made: HTML =
            figure.table.map { table in
                let fields = figure.fields.map { t(FieldWords.field($0)) }
                    .joined(separator: " → ")
                return "\(t(FieldWords.table(table))) \(fields)"
            } ?? "\(figure.operands.joined(separator: ", "))"
        let note: HTML = conditions.isEmpty ? "" : "<p class=\"small\">\(conditions)</p>"
        let fields = figure.fields + figure.conditions.map(\.field)
        return """
            <h4><code>\(figure.name)</code> = \(value(figure.value)) \
            <small>\(t(FieldWords.form(figure.form))) \(made) \(clause(figure.line))</small>\
            \(target(figure))</h4>
            \(note)\(rows(figure, looking: fields, in: indicator))
            """
    }

    private func clause(_ line: Int?) -> HTML {
        line.map { "\(t(.clause($0)))" } ?? ""
    }

    /// The record in which a given value was set.
    private func target(_ figure: Reckoning.Figure) -> HTML {
        guard figure.form == "values" || figure.form == "fact" else { return .empty }
        let name = figure.form == "fact" ? figure.fields.first ?? figure.name : figure.name
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, let organization = OrganizationID(line.unit),
            let measure = CodeName(parts[1])
        else { return .empty }
        let target = result.prepared.city.targets.values.first {
            $0.key.organization == organization && $0.key.measure == measure
                && $0.key.year == result.period.year
        }
        return target.map { " \(visit.record($0.seq))" } ?? .empty
    }

    private func rows(
        _ figure: Reckoning.Figure, looking fields: [String], in indicator: String
    ) -> HTML {
        guard let table = figure.table, !figure.rows.isEmpty else { return .empty }
        let heads = figure.fields.map(head)
        let shown = model.showsAllRows ? figure.rows.count : min(figure.rows.count, 20)
        let lines = figure.rows.prefix(shown).map { row in
            self.row(row, table: table, looking: fields, last: nil)
        }
        return listing(heads: heads, lines, all: figure.rows.count, shown, in: indicator)
    }

    private func content(_ adjustment: Reckoning.Adjustment) -> HTML {
        let conditions = adjustment.conditions.map { t(FieldWords.condition($0)) }
            .joined(separator: t(.listComma))
        let fields = [adjustment.field].compactMap { $0 } + adjustment.conditions.map(\.field)
        let shown = model.showsAllRows ? adjustment.rows.count : min(adjustment.rows.count, 20)
        let lines = adjustment.rows.prefix(shown).enumerated().map { place, row in
            let points = adjustment.points.indices.contains(place) ? adjustment.points[place] : nil
            return self.row(
                row, table: adjustment.table, looking: fields, last: points.map { $0.text() } ?? "")
        }
        let heads = (adjustment.field.map { [$0] } ?? []).map(head)
        let points: HTML = "<th scope=\"col\" class=\"num\">\(t(.points))</th>"
        let sum = adjustment.sum.text()
        let counted = adjustment.counted.text()
        return """
            <p class="small">\(conditions) \(t(.clause(adjustment.line)))</p>
            <p>\(t(.sumAndCounted(sum, counted)))</p>
            \(listing(
                heads: heads + [points], lines, all: adjustment.rows.count, shown,
                in: adjustment.id))
            """
    }

    private func head(_ field: String) -> HTML {
        "<th scope=\"col\" class=\"num\">\(t(FieldWords.field(field)))</th>"
    }

    private func row(
        _ row: Reckoning.Rows.Row, table: String, looking fields: [String], last: String?
    ) -> HTML {
        let evidence = RowEvidence(
            table: table, row: row.name, fields: fields, city: result.prepared.city)
        let name: HTML =
            evidence.project.map { project in
                let link = visit.link("/projects/\(project.id.text)")
                let detail = evidence.detail.map { text -> HTML in " <small>\(text)</small>" }
                return "<a href=\"\(link)\">\(t.data(project.profile.name))</a>\(detail)"
            } ?? "\(row.name)"
        let cells = row.cells.map { "<td class=\"num\">\($0 ?? "–")</td>" as HTML }
        let points = last.map { text -> HTML in "<td class=\"num\">\(text)</td>" }
        let records = HTML.joined(evidence.records.map { visit.record($0) }, by: " ")
        return """
            <tr><th scope="row">\(name)</th>\(cells)\(points)<td class="num">\(records)</td></tr>

            """
    }

    private func listing(
        heads: [HTML], _ lines: [HTML], all: Int, _ shown: Int, in indicator: String
    ) -> HTML {
        var more = HTML.empty
        if shown < all {
            let query = visit.query.with("show", indicator).with("rows", "all")
            let link = visit.link(here.with(query)).at(indicator)
            more = "<p class=\"small\"><a href=\"\(link)\">\(t(.allRows(all)))</a></p>"
        }
        return """
            <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">\(t(.row))</th>\
            \(heads)<th scope="col" class="num">\(t(.record))</th></tr></thead>
            <tbody>\(lines)</tbody></table></div>\(more)
            """
    }
}
