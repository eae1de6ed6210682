import Delivery
import Ledger
import Rulebook

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
                    </div><div>\(Parts.section(t(.headOfLedger), nil, head))
                    <p><a href="\(visit.link("/ledger/verify"))">\(t(.verifyTitle))</a> — \
                    \(t(.verifyLead))</p></div></div>
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
                    """, form: "filter")
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
                    guard entry.hasHeader else { return "" }
                    return OrganizationID(entry.record.org).flatMap { sight.city.organizations[$0] }
                        .map { sight.link($0.id, visit) } ?? "\(t(.console))"
                },
                Column("subject", .subject, text: { $0.record.cmd }) { entry in
                    sight.subject(of: entry.record, visit) ?? ""
                },
                Column("actor", .actor, text: \.record.actor),
            ]
        }

        private var form: HTML {
            let filter = model.filter
            let types = model.types.sorted().map { type in
                option(type, t(EventWords.of(type)), isChosen: type == filter.type)
            }
            let organizations = model.sight.city.organizations.all.map { organization in
                option(
                    organization.id.text, t.plainName(organization),
                    isChosen: organization.id == filter.organization)
            }
            let actors = model.actors.sorted().map { actor in
                option(actor, actor, isChosen: actor == filter.actor)
            }
            return """
                <form class="filter" id="filter" method="get" action="/ledger" hx-get="/ledger" \
                hx-target="#records" hx-select="#records" hx-swap="outerHTML" \
                hx-push-url="true" hx-trigger="input delay:250ms, submit" \
                hx-sync="this:replace">\(visit.languageField)
                \(choice("type", .what, types))
                \(choice("organization", .organization, organizations))
                \(choice("actor", .actor, actors))
                <label>\(t(.subjectID))<input name="subject" maxlength="64" \
                value="\(filter.subject ?? "")" placeholder="\(t(.subjectHint))"></label>
                <label>\(t(.from))<input type="date" name="from" \
                value="\(filter.from?.description ?? "")"></label>
                <label>\(t(.until))<input type="date" name="to" \
                value="\(filter.to?.description ?? "")"></label>
                <button type="submit">\(t(.apply))</button></form>
                """
        }

        private func option(_ value: String, _ name: String, isChosen: Bool) -> HTML {
            let chosen: HTML = isChosen ? " selected" : ""
            return "<option value=\"\(value)\"\(chosen)>\(name)</option>"
        }

        private func choice(_ name: String, _ title: Phrase, _ options: [HTML]) -> HTML {
            """
            <label>\(t(title))<select name="\(name)"><option value="">\(t(.all))</option>\
            \(options)</select></label>
            """
        }
    }
}
