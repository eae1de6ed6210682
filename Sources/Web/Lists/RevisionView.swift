import Delivery

/// What a revision is for, how far it is, and, for those who may see them, its changes.
struct RevisionView {
    let revision: Revision
    let list: Delivery.CommitmentList
    let desk: ListDesk

    private var t: Localizer { desk.t }

    var html: HTML { "\(Parts.facts(facts, t))\(content)" }

    private var facts: [(Phrase, HTML)] {
        var lines: [(Phrase, HTML)] = []
        if let directive = revision.directive {
            lines.append((.openedFor, desk.directive(directive)))
        }
        if let reason = revision.reason, desk.maySee(revision, of: list) {
            lines.append((.whyWord, desk.sight.text(reason, t)))
        }
        let steps = revision.steps.map { step -> HTML in
            let note = step.note.flatMap { note -> HTML? in
                desk.maySee(revision, of: list) ? " · \(desk.sight.text(note, t))" : nil
            }
            return """
                \(t(step.what.words)) <span class="nowrap">\(t.day(step.day))</span> \
                \(step.organization.map { desk.sight.link($0, desk.visit) })\(note) \
                \(desk.visit.record(step.seq))
                """
        }
        lines.append((.steps, .joined(steps, by: "<br>")))
        return lines
    }

    private var content: HTML {
        guard desk.maySee(revision, of: list) else {
            return "<p class=\"mute\">\(t(.revisionHidden))</p>"
        }
        return "\(warning)\(changes)"
    }

    /// The clauses that it leaves open, while it can still be changed.
    private var warning: HTML {
        guard revision.isOpen else { return .empty }
        let open = desk.city.openClauses(of: list, with: revision)
        guard !open.isEmpty else { return .empty }
        let lines = open.map { clause -> HTML in "<li>\(desk.clause(clause))</li>" }
        return """
            <p><span class="light yellow">\(t(.noticeWord))</span> \
            \(t.sentence(.openClausesWarning, ["\(open.count)"]))</p><ul>\(lines)</ul>
            """
    }

    private var changes: HTML {
        guard !revision.changes.isEmpty else { return .empty }
        let rows = revision.changes.map { change -> HTML in
            """
            <tr><td class="num">\(change.number)</td>\
            <th scope="row">\(t(change.kind.words))</th>\
            <td data-label="\(t(.commitment))">\(desk.items(change.items))</td>\
            <td data-label="\(t(.after))">\(after(change))</td>\
            <td data-label="\(t(.whyWord))">\(desk.sight.text(change.reason, t)) \
            \(desk.visit.record(change.seq))</td></tr>

            """
        }
        return """
            <div class="scroll" tabindex="0"><table class="list">\
            <caption class="hidden">\(t(.changesDrawn))</caption><thead><tr>\
            <th scope="col" class="num">\(t(.position))</th><th scope="col">\(t(.whatBecame))</th>\
            <th scope="col">\(t(.commitment))</th><th scope="col">\(t(.after))</th>\
            <th scope="col">\(t(.whyWord))</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private func after(_ change: Revision.Change) -> HTML {
        var lines: [HTML] = change.into.map(desk.item)
        if let title = change.title { lines.append(t.data(title)) }
        if let criterion = change.criterion {
            lines.append("<small>\(desk.sight.text(criterion, t))</small>")
        }
        return .joined(lines, by: "<br>")
    }
}
