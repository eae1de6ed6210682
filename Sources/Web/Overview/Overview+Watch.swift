import Delivery
import HashTreeCollections
import Ledger

extension Overview.View {
    /// What waits for somebody, and whose it is.
    var watch: HTML {
        let claims = model.pending.map { waiting -> HTML in
            let link = visit.link("/projects/\(waiting.project.id.text)")
            return """
                <tr><td><span class="light yellow">\(t(.claimPending))</span></td>\
                <td><a href="\(link)">\(t.data(waiting.project.profile.name))</a> \
                \(t(waiting.claim.stage.words))<br>\
                <small>\(sight.link(waiting.claim.organization, visit))</small></td>\
                <td class="num small">\(t.day(waiting.claim.day))</td></tr>
                """
        }
        let findings = model.openFindings.prefix(6).map { finding -> HTML in
            let light: HTML = finding.severity == .minor ? "yellow" : "red"
            let about =
                finding.project.map { id -> HTML in
                    let name = sight.city.projects[id]?.profile.name ?? id.text
                    return
                        "<a href=\"\(visit.link("/projects/\(id.text)"))\">\(t.data(name))</a><br>"
                }
            return """
                <tr><td><span class="light \(light)">\(t(finding.severity.words))</span></td>\
                <td>\(about)<small>\(sight.link(finding.organization, visit))</small></td>\
                <td class="num small">\(visit.record(finding.seq))</td></tr>
                """
        }
        guard !claims.isEmpty || !findings.isEmpty else {
            return Parts.section(
                t(.toWatch), nil, "<div class=\"empty\"><p>\(t(.nothingToWatch))</p></div>")
        }
        return Parts.section(
            t(.toWatch), nil,
            """
            <table><thead class="hidden"><tr><th scope="col">\(t(.state))</th>\
            <th scope="col">\(t(.what))</th><th scope="col">\(t(.day))</th></tr></thead>
            <tbody>\(findings)\(claims)</tbody></table>
            """)
    }

    var records: HTML {
        guard !model.recent.isEmpty else { return .empty }
        let rows = model.recent.map { entry -> HTML in
            let record = entry.record
            let who = OrganizationID(record.org).flatMap { sight.city.organizations[$0] }
                .map { t.name($0) }
            let subject = sight.subject(of: record, visit)
            return """
                <tr><td class="small fit">\(sight.moment(record.at))</td>\
                <td>\(who) <b>\(t(EventWords.of(record.type)))</b> \(subject)</td>\
                <td class="num">\(visit.record(record.seq))</td></tr>
                """
        }
        let all = visit.link("/ledger")
        return Parts.section(
            t(.latestRecords), "<a href=\"\(all)\">\(t(.all))</a>",
            """
            <table><thead class="hidden"><tr><th scope="col">\(t(.recordedAt))</th>\
            <th scope="col">\(t(.what))</th><th scope="col">\(t(.record))</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """)
    }
}
