import Delivery
import Interchange
import JSON

extension CommitmentSheet {
    struct View: Sendable {
        let model: Model
        let visit: Visit

        var t: Localizer { visit.t }
        private var sight: Sight { model.sight }

        var page: Page {
            Page(
                title: t(.fillTheList), section: .commitments, form: address, script: "grid.js",
                body: """
                    <div class="mast"><div>\(breadcrumbs)<h1>\(heading)</h1>
                    <p class="lede">\(t(.fillLead))</p></div></div>
                    \(CommitmentFilterForm(
                        filter: model.filter, sight: sight, visit: visit,
                        page: Link(encodedPath: visit.path), hasList: isOfList).html)
                    \(summary)
                    \(content)
                    """)
        }

        /// Where the form is sent.
        private var address: Link { visit.here(visit.query.without("done")) }

        private var isOfList: Bool { visit.path.hasPrefix("/lists/") }

        private var list: Delivery.CommitmentList? {
            model.filter.list.flatMap { sight.city.lists[$0] }
        }

        private var lists: ListDesk { ListDesk(sight: sight, visit: visit, viewer: nil) }

        private var breadcrumbs: HTML {
            if isOfList { return lists.breadcrumbs(list) }
            return """
                <nav aria-label="\(t(.breadcrumbs))"><small>\
                <a href="\(visit.link("/commitments"))">\(t(.commitments))</a></small></nav>
                """
        }

        private var heading: HTML {
            guard isOfList, let list else { return "\(t(.fillTheList))" }
            return "\(t.data(lists.title(list))) · \(t(.fillTheList))"
        }

        private var content: HTML {
            guard !model.rows.isEmpty else {
                return """
                    <div class="empty" role="status"><p>\(t(.nothingToFill))</p>\
                    <p><a href="\(visit.link("/commitments"))">\(t(.commitments))</a></p></div>
                    """
            }
            let query = visit.query.without("page", "size")
            let files = ["xlsx", "csv"].map { ending -> HTML in
                let base: Link =
                    isOfList
                    ? "/lists/\(model.filter.list?.text ?? "")/items.\(ending)"
                    : "/commitments.\(ending)"
                let name = ending.uppercased()
                return "<a href=\"\(visit.link(base.with(query)))\" download>\(name)</a>"
            }
            return """
                \(form(files))
                \(paging)
                """
        }

        private func form(_ files: [HTML]) -> HTML {
            let csrf = visit.session.map { session -> HTML in
                "<input type=\"hidden\" name=\"csrf\" value=\"\(session.csrf)\">"
            }
            let window = model.table.window(of: model.count)
            let shown =
                model.count > model.rows.count
                ? t(.rowsShown(window.lowerBound + 1, window.upperBound, of: model.count))
                : t(.rowsOf(model.rows.count))
            return """
                <form class="sheet" id="\(CommandForm.formID)" method="post" action="\(address)" \
                enctype="multipart/form-data" novalidate data-pasted="\(t(.pastedBlock))" \
                data-changed="\(t(.cellsChanged))">\(csrf)
                <button class="first" type="submit" name="_step" value="preview" tabindex="-1" \
                aria-hidden="true"></button>
                \(agreement)
                <p class="tools"><span>\(shown) · \(t(.pageIsTakenAlone))</span> \
                <span>\(t(.takeAway)) \(HTML.joined(files, by: " "))</span></p>
                \(GridView(model: model, visit: visit).html)
                <p class="orders"><button type="submit" name="_step" value="preview">\
                \(t(.previewIt))</button> <span class="state" role="status"></span>
                <small class="keys" hidden>\(t(.gridKeys))</small></p>
                <p class="small">\(t(.classifiedWarning))</p>
                </form>
                """
        }

        /// What would be done, to be agreed to.
        private var agreement: HTML {
            guard case .preview(let preview, let fingerprint) = model.outcome else { return .empty }
            let lines = preview.changes.flatMap { change in
                change.fields.map { line(change, $0) }
            }
            return """
                <section class="agreement" id="agreement" tabindex="-1"><header>\
                <h2>\(t(.wouldBeDone(preview.changes.count)))</h2></header>
                <div class="scroll" tabindex="0"><table class="list"><thead><tr>\
                <th scope="col">\(t(.commitment))</th><th scope="col">\(t(.cell))</th>\
                <th scope="col">\(t(.valueBefore))</th><th scope="col">\(t(.valueAfter))</th>\
                </tr></thead>
                <tbody>\(lines)</tbody></table></div>
                <input type="hidden" name="_plan" value="\(fingerprint)">
                <p class="orders"><button type="submit" name="_step" value="apply">\
                \(t(.doIt(preview.changes.count)))</button> \(t(.orChangeOn))</p></section>
                """
        }

        private func line(_ change: ImportChange, _ field: FieldChange) -> HTML {
            let title = CommitmentSheet.Field.named(field.field).map { t($0.title) }
            let item = model.rows.first { $0.id == change.key }?.item
            return """
                <tr><th scope="row">\(t.data(item?.profile.title ?? change.key)) \
                <small>\(change.key)</small></th>\
                <td data-label="\(t(.cell))">\(title ?? field.field)</td>\
                <td data-label="\(t(.valueBefore))">\(shown(field.from))</td>\
                <td data-label="\(t(.valueAfter))"><b>\(shown(field.to))</b></td></tr>

                """
        }

        private func shown(_ value: JSON?) -> HTML {
            guard let value else { return "–" }
            if case .bool = value { return "\(t(.yes))" }
            let texts = value.arrayValue?.compactMap(\.stringValue) ?? []
            return t.data(
                texts.isEmpty ? value.stringValue ?? value.text() : texts.joined(separator: "、"))
        }

        private var paging: HTML {
            TablePaging(
                id: "sheet", query: model.table, count: model.count, visit: visit
            ).html
        }
    }
}
