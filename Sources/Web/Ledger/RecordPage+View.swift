import CityHall
import Delivery
import Ledger

extension RecordPage {
    package struct View: Sendable {
        package var model: Model
        package var visit: Visit

        package init(model: Model, visit: Visit) {
            self.model = model
            self.visit = visit
        }

        private var t: Localizer { visit.t }
        private var record: Record { model.entry.record }

        package var page: Page {
            let title = "\(t(.record)) #\(record.seq)"
            return Page(
                title: title, section: .ledger,
                body: """
                    <div class="mast"><div>
                    <nav aria-label="\(t(.breadcrumbs))"><small><a href="\(visit.link("/ledger"))">\
                    \(t(.ledger))</a> › #\(record.seq)</small></nav>
                    <h1>#\(record.seq) \(t(EventWords.of(record.type)))</h1>
                    <small>\(model.sight.moment(record.at)) · \(record.actor)</small>
                    </div><div class="small">\(neighbours)</div></div>
                    <div class="grid cols"><div>
                    \(Parts.section(
                        t(.recordBytes), size, bytes))
                    </div><div>
                    \(Parts.section(t(.profile), nil, Parts.facts(facts, t)))
                    \(Parts.section(t(.inclusion), nil, inclusion))
                    </div></div>
                    """)
        }

        private var neighbours: HTML {
            let before: HTML = record.seq > 0 ? visit.record(record.seq - 1) : ""
            let after: HTML = record.seq + 1 < model.size ? visit.record(record.seq + 1) : ""
            return "‹ \(before) &nbsp; <b>#\(record.seq)</b> &nbsp; \(after) ›"
        }

        private var size: HTML? {
            model.entry.isWithheld ? nil : "\(t(.bytes(model.entry.bytes.count)))"
        }

        private var bytes: HTML {
            guard !model.entry.isWithheld else { return "<p>\(t(.recordWithheld))</p>" }
            let mark: HTML = t.language == .en && Han.isIn(model.pretty) ? " lang=\"zh\"" : ""
            let raw = Link("/api/v1/ledger/\(record.seq)/bytes")
            return """
                <pre class="record" tabindex="0"\(mark)>\(model.pretty)</pre>
                <p class="small"><a href="\(raw)" download>\(t(.downloadBytes))</a> \
                \(t(.bytesNote))</p>
                """
        }

        private var facts: [(Phrase, HTML)] {
            var lines: [(Phrase, HTML)] = []
            if let subject = model.sight.subject(of: record, visit) {
                lines.append((.subject, subject))
            }
            if let organization = OrganizationID(record.org),
                model.sight.city.organizations[organization] != nil
            {
                lines.append((.organization, model.sight.link(organization, visit)))
            }
            guard !model.entry.isWithheld else { return lines }
            lines.append((.typeAndVersion, "<code>\(record.type)</code> v\(record.v)"))
            lines.append((.command, "<span class=\"hash\">\(record.cmd)</span>"))
            lines.append((.siblings, siblings))
            return lines + purged
        }

        /// What the record cites that is no more.
        private var purged: [(Phrase, HTML)] {
            let cited = DecodedRecord.cited(in: model.entry.bytes, at: record.seq)
            return (cited?.hashes ?? []).compactMap { hash in
                model.sight.purged(hash, t).map { words in
                    (.cites, "<span class=\"hash\">\(hash.text)</span><br>\(words)")
                }
            }
        }

        private var siblings: HTML {
            let count = model.siblings.count
            let links = model.siblings.prefix(12).map { seq -> HTML in
                seq == record.seq ? "<b>#\(seq)</b>" : visit.record(seq)
            }
            let more: HTML = count > 12 ? " … \(visit.record(model.siblings.upperBound))" : ""
            let list = HTML.joined(links, by: " ")
            return "\(t(.siblingsCount(record.part.index, of: count))) \(list)\(more)"
        }

        private var inclusion: HTML {
            var lines: [(Phrase, HTML)] = [
                (.leafHash, hash(model.entry.leaf)), (.previousHash, hash(record.prev)),
            ]
            guard let checkpoint = model.checkpoint else {
                return Parts.facts(lines, t) + "<p>\(t(.notSignedYet))</p>"
            }
            let proof = model.proof.map { node -> HTML in "<li>\(hash(node))</li>" }
            lines.append((.root, hash(checkpoint.root)))
            lines.append((.signedSize, "\(t.count(checkpoint.size))"))
            let verdict: HTML =
                model.isProven
                ? "<span class=\"light green\">\(t(.proven))</span>"
                : "<span class=\"light red\">\(t(.notProven))</span>"
            return """
                <p>\(verdict)</p>
                \(Parts.facts(lines, t))
                <details><summary>\(t(.proofSteps(model.proof.count)))</summary>\
                <ol>\(proof)</ol></details>
                <p><a href="/api/v1/ledger/\(record.seq)/proof" download>\
                \(t(.downloadProof))</a></p>
                <details><summary>\(t(.howToCheck))</summary><p>\(t(.howToCheckLead))</p>
                <pre class="record" tabindex="0">\(RecordPage.Model.checkingProgram)</pre></details>
                """
        }

        private func hash(_ hash: Hash256) -> HTML { "<span class=\"hash\">\(hash.hex)</span>" }
    }
}
