import Delivery
import Rulebook

extension IndicatorPage {
    package struct View: Sendable {
        package var model: Model
        package var visit: Visit

        package init(model: Model, visit: Visit) {
            self.model = model
            self.visit = visit
        }

        var t: Localizer { visit.t }
        var words: FigureWords { FigureWords(sight: model.sight, visit: visit) }
        var indicator: Indicator { model.indicator }

        package var page: Page {
            Page(
                title: words.plainName(indicator), section: .indicators, hasCharts: true,
                body: """
                    <div class="mast"><div>
                    <nav aria-label="\(t(.breadcrumbs))"><small>\
                    <a href="\(visit.link("/indicators"))">\(t(.indicators))</a></small></nav>
                    <h1>\(words.name(indicator))</h1>\(lede)</div></div>
                    \(Actions(visit, "indicator", indicator.id.text).html)
                    <div class="grid cols"><div>\(targets)\(series)</div>
                    <div>\(derived)\(warnings)\
                    \(Parts.section(t(.profile), nil, Parts.facts(facts, t)))\
                    \(ChainView(sight: model.sight, visit: visit)
                        .commitments(naming: .indicator(indicator.id)))</div></div>
                    """)
        }

        /// The latest figure, large.
        private var lede: HTML {
            guard let point = model.row.point, let standing = point.standing else {
                return "<p class=\"lede\">\(t(.noFigureYet))</p>"
            }
            let growth =
                indicator.profile.basis == .growth
                ? nil
                : model.row.growth?.value.map { value -> HTML in
                    " · \(t(.growthColumn)) \(words.growth(value))"
                }
            return """
                <p class="lede"><b>\(words.figure(standing.figure, of: indicator))</b> \
                \(words.unit(indicator)) · \
                \(words.time(point.period, inferred: standing.periodInferred))\(growth)<br>\
                <small>\(words.basis(standing.provenance)) \(visit.record(standing.seq))</small></p>
                """
        }

        private var facts: [(Phrase, HTML)] {
            let profile = indicator.profile
            var lines: [(Phrase, HTML)] = []
            if profile.unit != nil { lines.append((.figureUnit, words.unit(indicator))) }
            lines.append((.figureBasis, "\(t(profile.basis.words))"))
            lines.append((.frequency, "\(t(profile.frequency.words))"))
            lines.append((.direction, "\(t(profile.direction.words))"))
            if let threshold = profile.threshold {
                lines.append((.threshold, t.data(threshold)))
            }
            if let owner = profile.owner {
                lines.append((.owner, model.sight.link(owner, visit)))
            }
            if let main = profile.alignment.main { lines.append((.line, words.line(main))) }
            let others = profile.alignment.others.map { words.line($0) }
            if !others.isEmpty { lines.append((.otherLines, .joined(others, by: "<br>"))) }
            let records = indicator.records.map { visit.record($0) }
            lines.append((.records, .joined(records, by: " ")))
            return lines
        }

        private var targets: HTML {
            guard !model.row.attainments.isEmpty else { return .empty }
            return Parts.section(
                t(.targets), nil,
                """
                <div class="scroll" tabindex="0"><table class="list"><thead><tr>\
                <th scope="col">\(t(.setBy))</th>\
                <th scope="col" class="num">\(t(.target))</th>\
                <th scope="col" class="num">\(t(.soFar))</th>\
                <th scope="col" class="num">\(t(.ofTarget))</th>\
                <th scope="col" class="num">\(t(.dueByThen))</th>\
                <th scope="col">\(t(.pace))</th><th scope="col">\(t(.reachedIn))</th>\
                <th scope="col" class="num">\(t(.record))</th></tr></thead>
                <tbody>\(model.row.attainments.map(target))</tbody></table></div>
                """)
        }

        private func target(_ attainment: Attainment) -> HTML {
            let target = attainment.target
            let reached = attainment.reachedIn.value.map { month -> HTML in
                "\(t.period(Period(.month, containing: month.firstDay)))"
            }
            let due = attainment.due.map { due -> HTML in "\(t.decimal(due.description))" }
            let pace = attainment.pace.map { pace -> HTML in "\(t(pace.words))" }
            return """
                <tr><th scope="row">\(t(target.key.setter.words)) \(target.key.year) \
                <small>\(words.basis(target.provenance))</small></th>\
                <td class="num" data-label="\(t(.target))">\
                \(t.decimal(target.amount.description))</td>\
                <td class="num" data-label="\(t(.soFar))">\
                \(attainment.soFar.value.map { words.number($0.value, of: indicator) })</td>\
                <td class="num" data-label="\(t(.ofTarget))">\
                <b>\(attainment.percent.map(words.percent))</b></td>\
                <td class="num" data-label="\(t(.dueByThen))">\
                \(due)</td>\
                <td data-label="\(t(.pace))">\(pace)</td>\
                <td data-label="\(t(.reachedIn))">\(reached)</td>\
                <td class="num">\(visit.record(target.seq))</td></tr>
                """
        }
    }
}
