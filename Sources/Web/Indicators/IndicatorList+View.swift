import Delivery

extension IndicatorList {
    package struct View: Sendable {
        package var model: Model
        package var visit: Visit

        package init(model: Model, visit: Visit) {
            self.model = model
            self.visit = visit
        }

        private var t: Localizer { visit.t }
        private var words: FigureWords { FigureWords(sight: model.sight, visit: visit) }

        package var page: Page {
            Page(
                title: t(.indicators), section: .indicators,
                body: """
                    <div class="mast"><div><h1>\(t(.indicators))</h1><small>\
                    <a href="\(visit.link("/templates"))">\(t(.templates))</a> · \
                    <a href="\(visit.link(Link("/imports").with("kind", "figures")))">\
                    \(t(.imports))</a></small></div></div>
                    \(list)
                    """)
        }

        private var list: HTML {
            guard !model.parts.isEmpty else {
                return "<div class=\"empty\"><p>\(t(.noIndicator))</p></div>"
            }
            return .joined(
                model.parts.map { part in
                    let title: HTML = part.line.map { words.line($0.id) } ?? "\(t(.noLine))"
                    return Parts.section(
                        title, "\(t.count(part.rows.count))",
                        IndicatorTable(rows: part.rows, words: words, t: t).html)
                }, by: "\n")
        }
    }
}

/// Indicators with their latest figures, as a table.
struct IndicatorTable {
    var rows: [IndicatorRow]
    var words: FigureWords
    var t: Localizer

    var html: HTML {
        """
        <div class="scroll" tabindex="0"><table class="list"><thead><tr>\
        <th scope="col">\(t(.indicator))</th>\
        <th scope="col" class="num">\(t(.latestFigure))</th>\
        <th scope="col">\(t(.figureUnit))</th>\
        <th scope="col">\(t(.timeOfFigure))</th>\
        <th scope="col" class="num">\(t(.growthColumn))</th>\
        <th scope="col">\(t(.ofTarget))</th>\
        <th scope="col">\(t(.basisOfFigure))</th></tr></thead>
        <tbody>\(rows.map(row))</tbody></table></div>
        """
    }

    private func row(_ row: IndicatorRow) -> HTML {
        let indicator = row.indicator
        let isGrowth = indicator.profile.basis == .growth
        let figure: HTML =
            row.standing.map { words.figure($0.figure, of: indicator) }
            ?? "<span class=\"mute\">\(t(.noFigureYet))</span>"
        let growth: HTML =
            isGrowth ? .empty : row.growth?.value.map(words.growth) ?? .empty
        let time = row.point.map {
            words.time($0.period, inferred: $0.standing?.periodInferred ?? false)
        }
        return """
            <tr><th scope="row">\(words.link(indicator))</th>\
            <td class="num" data-label="\(t(.latestFigure))"><b>\(figure)</b></td>\
            <td data-label="\(t(.figureUnit))">\(words.unit(indicator))</td>\
            <td data-label="\(t(.timeOfFigure))" class="small">\(time)</td>\
            <td class="num" data-label="\(t(.growthColumn))">\(growth)</td>\
            <td data-label="\(t(.ofTarget))">\(targets(row))</td>\
            <td data-label="\(t(.basisOfFigure))" class="small">\
            \(row.standing.map { words.basis($0.provenance) })</td></tr>

            """
    }

    private func targets(_ row: IndicatorRow) -> HTML {
        .joined(row.attainments.map { pace($0) }, by: "<br>")
    }

    private func pace(_ attainment: Attainment) -> HTML {
        let percent: HTML = attainment.percent.map(words.percent) ?? "–"
        let light: HTML =
            switch attainment.pace {
            case .ahead: attainment.reachedIn.value == nil ? "green" : "blue"
            case .on: "green"
            case .behind: "yellow"
            case nil: "grey"
            }
        let setter = t(attainment.target.key.setter.words)
        let state = attainment.pace.map { t($0.words) } ?? ""
        return """
            <span class="nowrap"><span class="light \(light)">\(state)</span> \(percent) \
            <small>\(setter)</small></span>
            """
    }
}
