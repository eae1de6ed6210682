import Delivery
import Rulebook

extension IndicatorPage.View {
    /// Each organization's figures: a chart where there are several, and the table behind it.
    var series: HTML {
        .joined(model.all.map { one($0) }, by: "\n")
    }

    private func one(_ series: Series) -> HTML {
        let points = series.points
        let house = series.key.organization.map { model.sight.link($0, visit) }
        let drawn = points.compactMap { point in
            point.standing?.figure.exact.map { (point, $0) }
        }
        let chart: HTML = drawn.count > 2 ? figure(drawn) : .empty
        return Parts.section(
            house ?? "\(t(.figures))", "\(t.count(points.count))", "\(chart)\(table(series))")
    }

    private func figure(_ drawn: [(Series.Point, Rational)]) -> HTML {
        let rows = drawn.map { point, value -> HTML in
            let number = value.text(places: indicator.profile.decimals, fixed: true)
            let time = point.period.span?.last.description ?? point.period.description
            return """
                <tr><th scope="row">\(time)</th>\
                <td class="num" data-v="\(number)">\(t.decimal(number))</td></tr>

                """
        }
        return """
            <figure class="chart" data-chart="series"><figcaption>\
            \(t(.seriesShows(words.plainName(indicator))))</figcaption>
            <div class="behind scroll" tabindex="0" data-fold="\(t(.tableBehind))"><table>\
            <thead><tr><th scope="col">\(t(.timeOfFigure))</th>\
            <th scope="col" class="num">\(t(.figureColumn))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div></figure>
            """
    }

    private func table(_ series: Series) -> HTML {
        let rows = series.points.reversed().flatMap { point in
            point.vintages.enumerated().reversed().map { number, vintage in
                row(point, vintage, number, in: series)
            }
        }
        return """
            <div class="scroll" tabindex="0"><table class="list"><thead><tr>\
            <th scope="col">\(t(.timeOfFigure))</th>\
            <th scope="col" class="num">\(t(.figureColumn))</th>\
            <th scope="col" class="num">\(t(.growthColumn))</th>\
            <th scope="col">\(t(.basisOfFigure))</th>\
            <th scope="col" class="num">\(t(.record))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private func row(
        _ point: Series.Point, _ vintage: Observation, _ number: Int, in series: Series
    ) -> HTML {
        let counts = vintage.seq == point.standing?.seq
        let computed = counts ? indicator.growth(in: series, at: point.period) : nil
        let growth =
            indicator.profile.basis == .growth
            ? nil
            : computed?.value.map { value -> HTML in
                let made = computed.map { $0.seqs.map { "#\($0)" }.joined(separator: " ") } ?? ""
                let stated: HTML =
                    vintage.growth == nil ? "" : " <small>\(t(.statedGrowth))</small>"
                return "<span title=\"\(made)\">\(words.growth(value))</span>\(stated)"
            }
        let mark: HTML =
            number == 0 && point.vintages.count == 1
            ? "" : " <small>\(t(.vintages)) \(number + 1)</small>"
        let note = vintage.note.map { note -> HTML in
            "<br><small>\(model.sight.text(note, t))</small>"
        }
        let muted: HTML = counts ? "" : " class=\"mute\""
        return """
            <tr\(muted)><th scope="row">\
            \(words.time(point.period, inferred: vintage.periodInferred))\(mark)</th>\
            <td class="num" data-label="\(t(.figureColumn))">\
            \(words.figure(vintage.figure, of: indicator))</td>\
            <td class="num" data-label="\(t(.growthColumn))">\(growth)</td>\
            <td class="small" data-label="\(t(.basisOfFigure))">\
            \(words.basis(vintage.provenance))\(note)</td>\
            <td class="num">\(visit.record(vintage.seq))</td></tr>

            """
    }

    /// What follows from the figures, with the records it was made of.
    var derived: HTML {
        var lines: [HTML] = []
        if let (month, sum) = model.yearToDate, let value = sum.value {
            let through = t.period(Period(.month, containing: month.firstDay))
            lines.append(
                """
                <dt>\(t(.yearToDate)) <small>\(through)</small></dt>\
                <dd>\(words.number(value, of: indicator)) \(words.unit(indicator))\
                \(made(sum.seqs))</dd>
                """)
        }
        if let streak = model.streak, let value = streak.value {
            let percent = String(IndicatorPage.Model.streakPercent)
            lines.append(
                """
                <dt>\(t(.streak))</dt><dd>\(t(.monthsAtLeast(value.count, percent)))\
                \(made(streak.seqs))</dd>
                """)
        }
        guard !lines.isEmpty else { return .empty }
        return Parts.section(t(.derived), nil, "<dl class=\"facts\">\(lines)</dl>")
    }

    private func made(_ seqs: [Int]) -> HTML {
        """
        <details><summary class="small">\(t(.derivedFrom)) (\(t.count(seqs.count)))</summary>\
        <p class="small">\(HTML.joined(seqs.map { visit.record($0) }, by: " "))</p></details>
        """
    }

    var warnings: HTML {
        guard !model.warnings.isEmpty else { return .empty }
        let rows = model.warnings.map { warning -> HTML in
            "<li><span class=\"light yellow\">\(t(warning.words))</span></li>"
        }
        return Parts.section(t(.warningsOf), nil, "<ul>\(rows)</ul>")
    }
}
