import Delivery
import Ledger

extension CommandForm {
    private var t: Localizer { visit.t }

    package var page: Page {
        Page(
            title: t(kind.title), section: nil, form: Self.link(kind),
            body: """
                <div class="mast"><div>
                <nav aria-label="\(t(.breadcrumbs))"><small><a href="\(visit.link("/commands"))">\
                \(t(.commands))</a> › <code>\(kind.name)</code></small></nav>
                <h1>\(t(kind.title))</h1></div></div>
                \(summary)
                \(form)
                """)
    }

    /// Marks a form that holds what was typed and not carried out, for who is about to leave it.
    private var unsent: HTML { isReturned ? " data-unsent" : "" }

    private var takesFiles: Bool { kind.fields.contains { $0.shape.takesFiles } }

    private var form: HTML {
        let encoding: HTML = takesFiles ? " enctype=\"multipart/form-data\"" : ""
        let csrf = visit.session.map { session -> HTML in
            "<input type=\"hidden\" name=\"csrf\" value=\"\(session.csrf)\">"
        }
        let files: HTML =
            takesFiles
            ? "<p class=\"small\">\(t(.filesUpTo(FormBody.largestFile / 1_048_576)))</p>" : ""
        let view = FieldsView(form: self)
        let isNewer: Bool = if case .changed = state { true } else { false }
        // The first button is what the enter key presses.
        return """
            <form class="command" id="\(Self.formID)" method="post" \
            action="\(visit.link(Self.link(kind)))"\(encoding)\(unsent) novalidate>\(csrf)
            <input type="hidden" name="_key" value="\(key)">
            <input type="hidden" name="_seen" value="\(seen)">
            <button class="first" type="submit" tabindex="-1" aria-hidden="true"></button>
            \(kind.fields.map { view.field($0, below: "", of: kind) })
            \(files)<p class="buttons"><button type="submit">\
            \(t(isNewer ? .submitOnNewer : .submit))</button></p></form>
            """
    }

    /// What stands above the form: what is wrong, or what came between.
    private var summary: HTML {
        switch state {
        case .renewed:
            return alert.html(.submitAgain, .submitAgainLead, LostFiles.html(items, t))
        case .changed(let entries):
            return alert.html(
                .changedSince, .changedSinceLead, "<ul>\(entries.map(line))</ul>")
        case .open: break
        }
        guard !problems.isEmpty || refusal != nil else { return .empty }
        let lines = problems.sorted { $0.key < $1.key }.map { path, words -> HTML in
            let label = t(label(of: path))
            return "<li><a href=\"#\(FieldsView.id(path))\">\(label)</a> \(t.data(t(words)))</li>"
        }
        let own = refusal.map { words -> HTML in "<li>\(t.data(t(words)))</li>" }
        return alert.html(.formProblems, .nothingLost, "<ul>\(own)\(lines)</ul>")
    }

    private var alert: FormAlert { FormAlert(visit: visit) }

    private func line(_ entry: LedgerDesk.Entry) -> HTML {
        let seen = sight.seen(entry)
        return """
            <li>\(visit.record(seen.record.seq)) \(t(EventWords.of(seen.record.type))) · \
            \(sight.moment(seen.record.at)) · \(seen.record.actor)</li>
            """
    }

    /// What the field at a path is called.
    private func label(of path: String) -> Phrase {
        let name = path.split(separator: ".").last.map { $0.prefix { $0 != "[" } } ?? ""
        return CommandWords.field(String(name), of: kind)
    }
}
