import Delivery
import Ledger

extension RecordList {
    package struct View: Sendable {
        package var model: Model
        package var visit: Visit

        package init(model: Model, visit: Visit) {
            self.model = model
            self.visit = visit
        }

        private var t: Localizer { visit.t }

        package var page: Page {
            Page(
                title: t(.ledger), section: .ledger,
                body: """
                    <div class="mast"><div><h1>\(t(.ledger))</h1>
                    <small>\(t(.ledgerLead(model.head.size)))</small></div></div>
                    <div class="grid cols"><div>
                    \(form)
                    \(table.html)
                    </div><div>\(Parts.section(t(.headOfLedger), nil, head))</div></div>
                    """)
        }

        private var head: HTML {
            var lines: [(Phrase, HTML)] = [(.size, "\(t.count(model.head.size))")]
            if model.head.size > 0 {
                lines.append((.lastRecord, visit.record(model.head.size - 1)))
                lines.append((.leafHash, "<span class=\"hash\">\(model.head.leaf.hex)</span>"))
            }
            guard let checkpoint = model.checkpoint else {
                lines.append((.checkpoint, "\(t(.noCheckpoint))"))
                return Parts.facts(lines, t)
            }
            lines.append((.log, "\(checkpoint.origin)"))
            lines.append((.signedSize, "\(t.count(checkpoint.size))"))
            lines.append((.root, "<span class=\"hash\">\(checkpoint.root.hex)</span>"))
            lines.append(
                (
                    .checkpoint,
                    "<a href=\"/api/v1/ledger/checkpoint\" download>\(t(.downloadNote))</a>"
                ))
            return Parts.facts(lines, t)
        }

        private var table: TableView<LedgerDesk.Entry> {
            TableView(
                id: "records", caption: t(.ledger), columns: columns, rows: model.shown,
                count: model.count, query: model.table, visit: visit, export: nil,
                emptyState: model.head.size == 0
                    ? "<p>\(t(.ledgerEmpty))</p>"
                    : """
                    <p>\(t(.noRecordMatches))</p>
                    <p><a href="\(visit.link("/ledger"))">\(t(.clearFilter))</a></p>
                    """)
        }

        private var columns: [Column<LedgerDesk.Entry>] {
            let (visit, t, sight) = (visit, t, model.sight)
            return [
                Column(
                    "seq", .record, isHeading: true, text: { String($0.record.seq) },
                    html: { visit.record($0.record.seq) }),
                Column("at", .recordedAt, text: \.record.at) { entry in
                    sight.moment(entry.record.at)
                },
                Column("type", .what, text: \.record.type) { entry in
                    "\(t(EventWords.of(entry.record.type)))"
                },
                Column("org", .organization, text: \.record.org) { entry in
                    OrganizationID(entry.record.org).flatMap { sight.city.organizations[$0] }
                        .map { sight.link($0.id, visit) } ?? "\(t(.console))"
                },
                Column("subject", .subject, text: { $0.record.cmd }) { entry in
                    sight.subject(of: entry.record, visit) ?? ""
                },
                Column("actor", .actor, text: \.record.actor),
            ]
        }

        private var form: HTML {
            let types = model.types.sorted().map { type -> HTML in
                let chosen: HTML = type == model.type ? " selected" : ""
                let words = t(EventWords.of(type))
                return "<option value=\"\(type)\"\(chosen)>\(words)</option>"
            }
            let organizations = model.sight.city.organizations.all.map { organization -> HTML in
                let chosen: HTML = organization.id == model.organization ? " selected" : ""
                let name = t.plainName(organization)
                return "<option value=\"\(organization.id.text)\"\(chosen)>\(name)</option>"
            }
            let language: HTML =
                visit.languageIsInAddress
                ? "<input type=\"hidden\" name=\"lang\" value=\"\(visit.language.rawValue)\">" : ""
            return """
                <form class="filter" method="get" action="/ledger">\(language)
                <label>\(t(.what))<select name="type"><option value="">\(t(.all))</option>\
                \(types)</select></label>
                <label>\(t(.organization))<select name="organization">\
                <option value="">\(t(.all))</option>\(organizations)</select></label>
                <label>\(t(.projectNumber))<input name="project" maxlength="64" \
                value="\(model.project?.text ?? "")"></label>
                <button type="submit">\(t(.apply))</button></form>
                """
        }
    }
}
