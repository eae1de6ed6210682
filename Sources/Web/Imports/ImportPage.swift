import Delivery
import Interchange

/// One import: what it would do, with the way to apply or drop it; or what became of it.
struct ImportPage {
    let staged: StagedImport
    let sight: Sight
    let visit: Visit

    var t: Localizer { visit.t }
    private var token: String { visit.session?.csrf ?? "" }

    /// Whether the page is to be asked for again in a moment.
    var isAtWork: Bool { staged.isAtWork }

    var page: Page {
        Page(
            title: "\(t(staged.words)): \(staged.name)", section: nil,
            body: """
                <div class="mast"><div>
                <nav aria-label="\(t(.breadcrumbs))"><small><a href="\(visit.link("/imports"))">\
                \(t(.imports))</a> › \(t.data(t(staged.title)))</small></nav>
                <h1>\(t(staged.words)) \(t.data(staged.name))</h1></div></div>
                \(content)
                """)
    }

    private var content: HTML {
        switch staged.state {
        case .unread, .reading: atWork(.importReadingLead)
        case .applying: atWork(.importApplying)
        case .failed(let failure): failed(failure)
        case .applied(let receipt): applied(receipt)
        case .previewed(let shown): previewed(shown)
        }
    }

    private func atWork(_ lead: Phrase) -> HTML {
        """
        <div class="empty" role="status"><p>\(t(lead))</p>\
        <p><a href="\(visit.here(visit.query))">\(t(.importLookNow))</a></p></div>
        """
    }

    private func failed(_ failure: ImportFailure) -> HTML {
        let lines = failure.lines.map { line -> HTML in "<li>\(t.data(t(line)))</li>" }
        return """
            <div class="problems" role="alert" tabindex="-1"><h2>\(t(.importFailed))</h2>\
            <ul>\(lines)</ul></div>
            <div class="orders">\(another) \(discard)</div>
            """
    }

    private func applied(_ receipt: ImportReceipt) -> HTML {
        let records: HTML =
            receipt.first == receipt.last
            ? visit.record(receipt.first)
            : "\(visit.record(receipt.first)) – \(visit.record(receipt.last))"
        return """
            <p class="told" role="status">\(t(.importApplied)): \(t.data(staged.name))</p>
            \(Parts.section(t(.importReceipt), nil, Parts.facts([
                (.importRecords, records), (.commands, "\(t.count(receipt.commands))"),
            ], t)))
            \(tallies(receipt.entities))
            <div class="orders">\(another)</div>
            """
    }

    private func previewed(_ shown: ShownImport) -> HTML {
        let preview = shown.preview
        return """
            \(notice(shown.notice))
            <p class="lede">\(t(verdict(preview)))</p>
            \(orders(shown))
            \(tallies(preview.entities))
            \(ImportLines(preview: preview, visit: visit).html)
            \(unknowns(preview))
            \(notes(preview))
            <p class="small">\(t(.importAsOf(shown.size)))</p>
            """
    }

    private func verdict(_ preview: ImportPreview) -> Phrase {
        if !preview.isAcceptable { return .importBarred(preview.rejected.count) }
        return preview.isUnchanged ? .importUnchangedVerdict : .importReady(preview.commands)
    }

    private func notice(_ notice: ShownImport.Notice?) -> HTML {
        switch notice {
        case nil: return .empty
        case .refused(let words):
            return """
                <div class="problems" role="alert" tabindex="-1"><h2>\(t(.importNotApplied))</h2>\
                <p>\(t.data(t(words)))</p></div>
                """
        case .changed(let differences):
            let lines = ImportDifferences(differences: differences ?? [], visit: visit).html
            return """
                <div class="problems" role="alert" tabindex="-1"><h2>\
                \(t(.importChangedTitle))</h2><p>\(t(.importChangedLead))</p>\(lines)</div>
                """
        }
    }

    /// What can be done with it.
    private func orders(_ shown: ShownImport) -> HTML {
        let preview = shown.preview
        let apply: HTML =
            preview.isAcceptable && !preview.isUnchanged
            ? """
            <form class="lone" method="post" action="\(link("apply"))">\
            \(EntryForm.tokenField(token))<input type="hidden" name="seen" \
            value="\(shown.fingerprint)"><button type="submit">\(t(.importApply))</button></form>
            """ : .empty
        let again: HTML =
            shown.size == sight.city.size
            ? .empty : EntryForm.button(to: link("look"), token: token, visit, .importAgain)
        let first = apply.isEmpty ? another : apply
        return "<div class=\"orders\">\(first) \(again) \(discard)</div>"
    }

    private var another: HTML {
        "<a class=\"button\" href=\"\(visit.link("/imports"))\">\(t(.importAnother))</a>"
    }

    private func link(_ order: String) -> Link { visit.link("/imports/\(staged.id)/\(order)") }

    private var discard: HTML {
        EntryForm.button(to: link("discard"), token: token, visit, .importDiscard)
    }

    private func tallies(_ entities: [EntityTally]) -> HTML {
        let rows = entities.map { tally -> HTML in
            let counts = [
                (Phrase.importNew, tally.new), (.importChanged, tally.changed),
                (.importUnchanged, tally.unchanged),
            ].map { name, count -> HTML in
                "<td class=\"num\" data-label=\"\(t(name))\">\(t.count(count))</td>"
            }
            return "<tr><th scope=\"row\">\(t(tally.words))</th>\(counts)</tr>\n"
        }
        return """
            <div class="scroll" tabindex="0"><table class="list"><thead><tr>\
            <th scope="col">\(t(.importWhat))</th><th scope="col" class="num">\(t(.importNew))</th>\
            <th scope="col" class="num">\(t(.importChanged))</th>\
            <th scope="col" class="num">\(t(.importUnchanged))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private func unknowns(_ preview: ImportPreview) -> HTML {
        guard !preview.unknowns.isEmpty else { return .empty }
        let lines = preview.unknowns.map { tally -> HTML in
            let words = ImportWords(entity: tally.entity, t: t)
            return """
                <li>\(words.entityName) · \(words.field(tally.field)) · \(t(tally.reason.words)): \
                \(t.count(tally.count))</li>
                """
        }
        return Parts.section(t(.importUnknowns), nil, "<ul>\(lines)</ul>")
    }

    private func notes(_ preview: ImportPreview) -> HTML {
        guard !preview.notes.isEmpty else { return .empty }
        let lines = preview.notes.map { note -> HTML in "<li>\(t.data(t(note.words)))</li>" }
        return Parts.section(t(.importNotes), nil, "<ul>\(lines)</ul>")
    }
}

extension ImportFailure {
    /// What is wrong, a sentence each.
    var lines: [Phrase] {
        let zh = text(.zh).split(separator: "\n")
        let en = text(.en).split(separator: "\n")
        return zip(zh, en).map { Phrase(String($0), String($1)) }
    }
}
