import Delivery
import Interchange
import Sheets

/// Where a sheet is handed in, and what of one's own still waits.
struct ImportStart {
    var visit: Visit
    var bounds: ImportDesk.Bounds
    var waiting: [StagedImport] = []
    /// What was chosen before, where the form comes back.
    var kind: String?
    var problem: FormProblem?

    static let ownMapping = "own"

    private var t: Localizer { visit.t }

    var page: Page {
        Page(
            title: t(.imports), section: nil,
            body: """
                <div class="mast"><div><h1>\(t(.imports))</h1>
                <p class="lede">\(t(.importsLead))</p></div></div>
                \(alert)
                \(form)
                \(templates)
                \(list)
                """)
    }

    private var alert: HTML {
        guard let problem else { return .empty }
        let field = problem.field.map { "f-" + $0 } ?? "f-sheet"
        return """
            <div class="problems" role="alert" tabindex="-1"><h2>\(t(.formProblems))</h2>\
            <p>\(t(.importChooseAgain))</p><ul><li><a href="#\(field)">\
            \(t.data(t(problem.words)))</a></li></ul></div>
            """
    }

    private var form: HTML {
        let token = visit.session?.csrf ?? ""
        let sheetHint = Phrase.importSheetHint(
            min(FormBody.largestFile, bounds.upload) >> 20, bounds.sheet.sheet.rows)
        return """
            <form class="command" method="post" action="\(visit.link("/imports"))" \
            enctype="multipart/form-data" novalidate>\(EntryForm.tokenField(token))
            \(file("sheet", .importSheet, sheetHint, accept: ".xlsx,.csv,.txt", isRequired: true))
            \(kinds)
            \(file("mapping", .importMappingFile, .importMappingHint, accept: ".yaml,.yml"))
            \(file("evidence", .importEvidence, .importEvidenceHint, takesSeveral: true))
            <p class="hint">\(t(.classifiedWarning)) \
            \(t(.uploadUpTo(bounds.upload >> 20, files: FormBody.mostFiles)))</p>
            <p class="buttons"><button type="submit">\(t(.importUpload))</button></p></form>
            """
    }

    private func file(
        _ name: String, _ label: Phrase, _ hint: Phrase, accept: HTML? = nil,
        takesSeveral: Bool = false, isRequired: Bool = false
    ) -> HTML {
        let optional: HTML = isRequired ? "" : " <small>\(t(.mayBeEmpty))</small>"
        let accepts = accept.map { kinds -> HTML in " accept=\"\(kinds)\"" }
        let several: HTML = takesSeveral ? " multiple" : ""
        let mark: HTML = problem?.field == name ? " aria-invalid=\"true\"" : ""
        return """
            <div class="field"><label for="f-\(name)">\(t(label))\(optional)</label>\
            <p class="hint" id="f-\(name)-hint">\(t(hint))</p>\(error(name))\
            <input type="file" id="f-\(name)" name="\(name)"\(accepts)\(several)\(mark) \
            aria-describedby="f-\(name)-hint"></div>
            """
    }

    private func error(_ name: String) -> HTML {
        guard let problem, problem.field == name else { return .empty }
        return "<p class=\"error\">\(t.data(t(problem.words)))</p>"
    }

    private var kinds: HTML {
        let choices =
            Template.all.map { ($0.kind, $0.words) } + [
                (Self.ownMapping, Phrase.importOwnMapping)
            ]
        let options = choices.map { value, words -> HTML in
            let chosen: HTML = value == kind ? " selected" : ""
            return "<option value=\"\(value)\"\(chosen)>\(t(words))</option>"
        }
        return """
            <div class="field"><label for="f-kind">\(t(.importKind))</label>\(error("kind"))\
            <select id="f-kind" name="kind"><option value="">\(t(.choose))</option>\(options)\
            </select></div>
            """
    }

    private var templates: HTML {
        let links = Template.all.map { template -> HTML in
            """
            <a href="\(visit.link("/templates/\(template.kind + ".xlsx")"))" download>\
            \(t(template.words))</a>
            """
        }
        return """
            <p>\(t(.importNoSheetYet)) \(HTML.joined(links, by: " · ")) · \
            <a href="\(visit.link("/templates"))">\(t(.templates))</a></p>
            """
    }

    private var list: HTML {
        guard !waiting.isEmpty else { return .empty }
        let token = visit.session?.csrf ?? ""
        let rows = waiting.map { staged -> HTML in
            let discard: HTML =
                staged.isApplied
                ? .empty
                : EntryForm.button(
                    to: "/imports/\(staged.id)/discard", token: token, visit, .importDiscard,
                    label: "\(t(.importDiscard)) \(staged.name)")
            return """
                <tr><th scope="row"><a href="\(visit.link("/imports/\(staged.id)"))">\
                \(t.data(staged.name))</a></th><td data-label="\(t(.importKind))">\
                \(t.data(t(staged.title)))</td><td data-label="\(t(.importState))">\
                \(t(staged.words))</td><td>\(discard)</td></tr>

                """
        }
        return Parts.section(
            t(.importsWaiting), "\(t(.importKept))",
            """
            <div class="scroll" tabindex="0"><table class="list"><thead><tr>\
            <th scope="col">\(t(.importSheet))</th><th scope="col">\(t(.importKind))</th>\
            <th scope="col">\(t(.importState))</th><th scope="col"><span class="hidden">\
            \(t(.importDiscard))</span></th></tr></thead><tbody>\(rows)</tbody></table></div>
            """)
    }
}

extension StagedImport {
    /// How far it has come.
    var words: Phrase {
        switch state {
        case .unread, .previewed: .importPreview
        case .reading: .importReading
        case .failed: .importFailed
        case .applying: .importApplying
        case .applied: .importApplied
        }
    }
}
