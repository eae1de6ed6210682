import Delivery
import Rulebook

extension CommitmentPage {
    var today: Day { sight.city.day ?? .earliest }

    /// What stands beside the light: returns, an acknowledgement that is overdue, silence.
    var marks: HTML {
        var marks: [HTML] = []
        if item.returns > 0 {
            marks.append(t.sentence(.returnedTimes, ["\(t.count(item.returns))"]))
        }
        if let escalation = sight.city.escalation(of: item, on: today) {
            let words = t.sentence(.escalatedSince, ["\(t.day(escalation.by))"])
            marks.append("<span class=\"light red\">\(words)</span>")
        }
        if item.isSilent(on: today, clocks: sight.city.commitmentClocks), let word = item.lastWord {
            let words = t.sentence(.silentSince, ["\(t.day(word))"])
            marks.append("<span class=\"light yellow\">\(words)</span>")
        }
        return marks.isEmpty ? .empty : " · " + HTML.joined(marks, by: " · ")
    }

    /// What was wrong, before all else, as long as it waits for a better answer.
    var returned: HTML {
        guard item.state == .returned, let step = item.step(.returned) else { return .empty }
        let house = step.organization.map { house -> HTML in " \(sight.link(house, visit))" }
        let reason = step.note.map { sight.text($0, t) }
        return """
            <section class="problems" aria-labelledby="returned"><h2 id="returned">\
            \(t(.returnedBecause))</h2><p class="lede">\(reason)</p>\
            <p><small>\(t.day(step.day))\(house) \(visit.record(step.seq))</small></p></section>
            """
    }

    /// How a field stood when it was issued, where it was adjusted since.
    func was(_ field: AdjustedField) -> HTML {
        guard item.adjustedFields.contains(field) else { return .empty }
        return "<br><small>\(t(.originally))\(value(item.baseline?[field]))</small>"
    }

    private func value(_ value: Adjustment.Value?) -> HTML {
        switch value {
        case .text(let text): t.data(text)
        case .note(let note): sight.text(note, t)
        case .day(let day): "\(t.day(day))"
        case .person(let person): "\(person.text)"
        case .organizations(let houses): .joined(houses.map { sight.link($0, visit) }, by: " ")
        case nil: "\(t(.noValue))"
        }
    }

    /// A sentence that promises nothing to be seen; it may be long, so that the light is a word.
    func words(_ warning: WordingWarning) -> HTML {
        "<span class=\"light yellow\">\(t(.vague))</span> \(t.data(t(warning.words)))"
    }

    /// Every adjustment with what it changed field by field, the latest first.
    var adjustments: HTML {
        let rows = item.adjustments.reversed().map { adjustment -> HTML in
            let changes = adjustment.changes.map { change -> HTML in
                """
                <br>\(t(change.field.words)): \(value(change.before)) → \
                <b>\(value(change.after))</b>
                """
            }
            let warnings = adjustment.wordingWarnings { sight.plainText($0) }.map {
                warning -> HTML in "<br>\(words(warning))"
            }
            let records = [adjustment.proposed.seq, adjustment.decision?.mark.seq]
                .compactMap { $0 }.map { visit.record($0) }
            return """
                <tr><th scope="row">\(adjustment.number) \(t(adjustment.kind.words))\
                <small>\(changes)\(warnings)</small></th>\
                <td>\(sight.text(adjustment.reason, t))<br><small>\(mark(adjustment.proposed))\
                </small></td>\
                <td>\(decision(adjustment))</td>\
                <td class="num">\(HTML.joined(records, by: " "))</td></tr>
                """
        }
        return table(
            t(.adjustments), [t(.adjustment), t(.reasonGiven), t(.decisionOnIt)], rows)
    }

    private func decision(_ adjustment: Adjustment) -> HTML {
        guard let decision = adjustment.decision else {
            return "<span class=\"light yellow\">\(t(.adjustmentOpen))</span>"
        }
        let light: HTML = decision.isApproved ? "green" : "grey"
        let word = t(decision.isApproved ? .adjustmentApproved : .adjustmentRefused)
        let reason = decision.reason.map { reason -> HTML in "<br>\(sight.text(reason, t))" }
        return """
            <span class="light \(light)">\(word)</span>\(reason)<br>\
            <small>\(mark(decision.mark))</small>
            """
    }

    private func mark(_ mark: Adjustment.Mark) -> HTML {
        let house = mark.organization.map { house -> HTML in " \(sight.link(house, visit))" }
        return "\(t.day(mark.day))\(house)"
    }

    /// The periods of a standing one, the latest first.
    var periods: HTML {
        let rows = item.closedPeriods.reversed().map { period -> HTML in
            let light: HTML = period.isOnTime ? "green" : "yellow"
            return """
                <tr><th scope="row">\(period.number)</th><td>\(t.day(period.due))</td>\
                <td>\(t.day(period.done)) <span class="light \(light)">\
                \(t(period.isOnTime ? .inTime : .lateThen))</span></td>\
                <td>\(t.day(period.struckOff))</td>\
                <td class="num">\(t.count(period.evidence.count))</td>\
                <td class="num">\(visit.record(period.seq))</td></tr>
                """
        }
        return table(
            t(.closedPeriods),
            [t(.periodNumber), t(.due), t(.doneOn), t(.struckOffOn), t(.evidenceCount)], rows)
    }
}
