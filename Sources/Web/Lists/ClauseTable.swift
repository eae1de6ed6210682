import Delivery

/// A directive's clauses, each with what answers it and how far.
struct ClauseTable {
    let directive: Directive
    let desk: ListDesk
    /// Those that no item of the list takes up.
    let open: Set<ClauseReference>
    /// Whether it stands on the directive's own page, where it needs no name and each clause can
    /// be taken up.
    var isAlone = false

    private var t: Localizer { desk.t }

    var html: HTML {
        let profile = directive.profile
        let rows = zip(profile.clauses, desk.city.answers(to: directive.id)).map(row)
        let day = profile.day.map { " · \(t.day($0))" } ?? ""
        let name: HTML =
            isAlone
            ? "\(t(.clausesAnswered))"
            : """
            <a href="\(desk.visit.link(DirectivePage.link(directive.id)))">\
            \(desk.directive(directive.id))</a>
            """
        return Parts.section(
            name,
            "\(t(profile.level.words)) · \(t(.issuer)) \(t.data(profile.issuer))\(day)",
            """
            <div class="scroll" tabindex="0"><table class="list">\
            <caption class="hidden">\(t(.clausesAnswered))</caption><thead><tr>\
            <th scope="col">#</th><th scope="col">\(t(.clauses))</th>\
            <th scope="col">\(t(.extent))</th><th scope="col">\(t(.answeredBy))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """)
    }

    private func row(_ clause: Clause, _ answer: ClauseAnswer) -> HTML {
        let light: HTML =
            switch answer.extent {
            case .none: "grey"
            case .partly: "yellow"
            case .whole: "green"
            }
        let isOpen = open.contains(ClauseReference(directive.id, clause.id))
        let warning: HTML = isOpen ? "<br><small>\(t(.notOnThisList))</small>" : .empty
        return """
            <tr id="\(DirectivePage.anchor(clause.id))"><th scope="row">\(clause.id.text)</th>\
            <td>\(desk.sight.text(clause.text, t))</td>\
            <td data-label="\(t(.extent))"><span class="light \(light)">\
            \(t(answer.extent.words))</span>\(warning)</td>\
            <td class="small" data-label="\(t(.answeredBy))">\
            \(desk.items(answer.commitments))\(takeUp(clause))</td></tr>

            """
    }

    /// Drafts an item that answers the clause.
    private func takeUp(_ clause: Clause) -> HTML {
        guard isAlone, !desk.visit.viewer.roles.isDisjoint(with: DraftCommitment.may) else {
            return .empty
        }
        let link = Link("/do/\(DraftCommitment.name.description)")
            .with("answers[0].directive", directive.id.text)
            .with("answers[0].clause", clause.id.text)
        let label = t.sentence(.takeUpClause, ["\(clause.id.text)"])
        return "<p><a class=\"button small\" href=\"\(desk.visit.link(link))\">\(label)</a></p>"
    }
}
