import Delivery
import Rulebook

extension ReckoningPage.View {
    var table: HTML {
        let words = StepWords(model.reckoning)
        let rows = model.reckoning.indicators.enumerated().map { place, indicator in
            row(indicator, place, words)
        }
        return """
            <div class="scroll" tabindex="0"><table class="list reckoning"><thead><tr>\
            <th scope="col">\(t(.indicator))</th><th scope="col">\(t(.fact))</th>\
            <th scope="col">\(t(.rule))</th><th scope="col" class="num">\(t(.score))</th>\
            <th scope="col" class="num">\(t(.weight))</th>\
            <th scope="col" class="num">\(t(.points))</th>\
            <th scope="col">\(t(.placeInGroup))</th>\
            <th scope="col" class="num">\(t(.sinceBefore))</th></tr></thead>
            <tbody>\(rows)\(subtotal)\(model.adjustments.map(adjustmentRow))\(total)</tbody>
            </table></div>
            """
    }

    private func row(_ indicator: Reckoning.Indicator, _ place: Int, _ words: StepWords) -> HTML {
        let link = open(indicator.id)
        let rule = result.rulebook.indicators.first { $0.id.utf8.elementsEqual(indicator.id.utf8) }
        let points = indicator.points?.text(places: 2, fixed: true)
        let score = indicator.score?.text(places: 3, fixed: true)
        let change = model.change(of: indicator.id)
        let shape: HTML =
            change.map { $0.isPositive ? "up" : $0.isNegative ? "down" : "mute" } ?? "mute"
        return """
            <tr><th scope="row">\(StandingsView.swatch(place)) <a href="\(link)">\
            \(t.data(t(result.title(of: indicator.id))))</a></th>\
            <td class="full"\(label(.fact))>\(fact(indicator, link))</td>\
            <td class="small full"\(label(.rule))>\(t(words.phrase(rule?.steps ?? [])))\
            \(missing(indicator))</td>\
            <td class="num"\(label(.score))>\(score ?? "–")</td>\
            <td class="num"\(label(.weight))>\(indicator.weight.text())</td>\
            <td class="num"\(label(.points))><a href="\(link)">\
            <b>\(points ?? t(.notApplicable))</b></a></td>\
            <td class="desk">\(dots(indicator.id))</td>\
            <td class="num"\(label(.sinceBefore))>\
            <span class="\(shape)">\(change.map(signed) ?? "–")</span></td></tr>

            """
    }

    func value(_ value: Value) -> HTML {
        switch value {
        case .number(let number): "\(t.decimal(number.text(places: 4)))"
        case .missing: "\(t(.missingValue))"
        case .notApplicable: "\(t(.notApplicable))"
        }
    }

    private func label(_ phrase: Phrase) -> HTML { " data-label=\"\(t(phrase))\"" }

    /// The value with what it is made of, one level down; a ratio is told by its two sides.
    private func fact(_ indicator: Reckoning.Indicator, _ link: Link) -> HTML {
        let value = value(indicator.value)
        var (main, side) = (value, HTML.empty)
        if let figure = model.reckoning.figure(indicator.measure) {
            let parts = figure.operands.compactMap { model.reckoning.figure($0) }
                .map { self.value($0.value) }
            switch figure.form {
            case "ratio" where parts.count == 2: (main, side) = ("\(parts[0]) / \(parts[1])", value)
            case "difference" where parts.count == 2: side = "\(parts[0]) − \(parts[1])"
            case "growth" where parts.count == 2: side = "\(parts[1]) → \(parts[0])"
            default: if figure.table != nil { side = "\(t(.rowsUsed(figure.rows.count)))" }
            }
        }
        return "<a href=\"\(link)\"><b>\(main)</b></a> <small>\(side)</small>"
    }

    private func missing(_ indicator: Reckoning.Indicator) -> HTML {
        guard let policy = indicator.missing else { return .empty }
        return "<br>\(t(Self.missingWords(policy)))"
    }

    private static func missingWords(_ policy: Rulebook.Missing) -> Phrase {
        switch policy {
        case .zero: Phrase("无值，得 0", "no value: earns 0")
        case .notApplicable: Phrase("无值，不适用", "no value: not applicable")
        case .failScore: Phrase("无值，得基础分", "no value: earns the least")
        case .groupMean: Phrase("无值，得组内平均", "no value: earns the group's mean")
        case .groupMedian: Phrase("无值，得组内中位数", "no value: earns the group's median")
        case .reject: Phrase("无值", "no value")
        }
    }

    /// Where the unit's score lies among those of its group.
    private func dots(_ indicator: String) -> HTML {
        let scores = model.peers.compactMap { peer -> (isOwn: Bool, score: Double)? in
            let score = peer.scores.first { $0.indicator.utf8.elementsEqual(indicator.utf8) }
            guard let earned = score?.earned else { return nil }
            return (peer.unit.utf8.elementsEqual(line.unit.utf8), earned.score.drawn)
        }
        guard scores.contains(where: \.isOwn), scores.count > 1 else { return .empty }
        let least = min(0, scores.map(\.score).min() ?? 0)
        let most = max(scores.map(\.score).max() ?? 1, least + 0.000001)
        let circles = scores.sorted { !$0.isOwn && $1.isOwn }.map { dot -> HTML in
            let x = 6 + Int(((dot.score - least) / (most - least) * 148).rounded())
            let (shape, radius): (HTML, HTML) = dot.isOwn ? ("own", "4.5") : ("peer", "3.5")
            return "<circle class=\"\(shape)\" cx=\"\(x)\" cy=\"7\" r=\"\(radius)\"/>"
        }
        let rank =
            1
            + scores.count { other in
                scores.contains { $0.isOwn && other.score > $0.score }
            }
        return """
            <svg class="dots" viewBox="0 0 160 14" role="img" \
            aria-label="\(t(.rankAmong(rank, scores.count)))">\
            <line x1="6" x2="154" y1="7" y2="7"/>\(circles)</svg>
            """
    }

    private var subtotal: HTML {
        """
        <tr class="sum"><th scope="row" colspan="5">\(t(.base))</th>\
        <td class="num"\(label(.points))>\(line.base.text(places: 2, fixed: true))</td><td></td>\
        <td></td></tr>

        """
    }

    private func adjustmentRow(_ adjustment: Reckoning.Adjustment) -> HTML {
        let sign = adjustment.kind == .penalty ? -adjustment.counted : adjustment.counted
        let points: HTML = adjustment.kind == .veto ? "\(t(.vetoed))" : "\(signed(sign))"
        let cap = adjustment.cap.map { t(.cappedAt($0.text())) } ?? ""
        return """
            <tr><th scope="row"><a href="\(open(adjustment.id))">\
            \(t(Self.kind(adjustment.kind))) <code>\(adjustment.id)</code></a></th>\
            <td\(label(.fact))><a href="\(open(adjustment.id))">\
            \(t(.rowsUsed(adjustment.rows.count)))</a></td>\
            <td class="small"\(label(.rule))>\(cap)</td><td></td><td></td>\
            <td class="num"\(label(.points))><b>\(points)</b></td>\
            <td></td><td></td></tr>

            """
    }

    static func kind(_ kind: Reckoning.Adjustment.Kind) -> Phrase {
        switch kind {
        case .bonus: .bonus
        case .penalty: .penalty
        case .veto: .veto
        }
    }

    private var total: HTML {
        let steps = model.reckoning.totalSteps.filter {
            $0.name != .base && $0.before != $0.after
        }
        let words = steps.map { step -> HTML in
            let (before, after) = (step.before.text(places: 4), step.after.text(places: 4))
            return "\(t(Self.step(step.name))) \(before) → \(after)"
        }
        let change = model.changeOfTotal.map(signed) ?? ""
        return """
            <tr class="sum"><th scope="row">\(t(.totalScore))</th>\
            <td colspan="4" class="small full"\(label(.rule))>\(HTML.joined(words, by: " · "))</td>\
            <td class="num"\(label(.points))>\(result.standings.totalText(of: line) ?? "–")</td>\
            <td></td><td class="num"\(label(.sinceBefore))>\(change)</td></tr>
            """
    }

    private static func step(_ name: Reckoning.TotalStep.Name) -> Phrase {
        switch name {
        case .base: .base
        case .bonus: .bonus
        case .penalty: .penalty
        case .floor: Phrase("保底", "floor")
        case .cap: Phrase("封顶", "cap")
        case .veto: .veto
        case .rounding: Phrase("四舍五入", "rounding")
        }
    }
}
