import Delivery
import Rulebook

extension ProjectPage.View {
    private typealias Line = ProjectPage.Model.StageLine

    /// The stages as a line from left to right; what is recognised is filled.
    var track: HTML {
        let items = model.stages.map { line -> HTML in
            let isReported = line.stage == project.reportedStage
            let state: HTML =
                line.recognised != nil
                ? "done" : line.pending != nil || isReported ? "claimed" : "open"
            return """
                <li class="\(state)"><b>\(t(line.stage.words))</b><small>\(brief(line))</small></li>
                """
        }
        return "<ol class=\"track\" aria-label=\"\(t(.stages))\">\(items)</ol>"
    }

    private func brief(_ line: Line) -> HTML {
        if let claim = line.recognised, let day = claim.recognisedDay { return "\(t.day(day))" }
        if let claim = line.pending { return "\(t(.claimPending)) \(t.day(claim.day))" }
        let report = project.reports.last { $0.stage?.value == line.stage }
        if let report, line.stage == project.reportedStage {
            return "\(t(.asReported)) \(t.day(report.asOf))"
        }
        if let day = line.forecast { return "\(t(.forecast)) \(t.day(day))" }
        if let day = line.baseline { return "\(t(.baseline)) \(t.day(day))" }
        return "<span class=\"mute\">–</span>"
    }

    var stageSection: HTML {
        let lines = model.stages.filter { !$0.isEmpty }
        guard !lines.isEmpty else {
            guard project.reports.isEmpty else { return .empty }
            return section(
                .stages, nil, "<div class=\"empty\"><p>\(t(.noStageRecorded))</p></div>")
        }
        return section(
            .stages, "\(t(.onlyRecognisedCount))",
            """
            \(stageChart)
            <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">\(t(.stage))</th>\
            <th scope="col">\(t(.baseline))</th><th scope="col">\(t(.forecast))</th>\
            <th scope="col">\(t(.claimed))</th><th scope="col">\(t(.ruling))</th></tr></thead>
            <tbody>\(lines.map(rows))</tbody></table></div>
            """)
    }

    private func rows(_ line: Line) -> HTML {
        let claims: [Claim?] = line.claims.isEmpty ? [nil] : line.claims.map { $0 }
        return .joined(
            claims.enumerated().map { place, claim in
                let lead: HTML =
                    place > 0
                    ? "<td></td><td></td><td></td>"
                    : """
                    <th scope="row">\(t(line.stage.words))</th><td>\(day(line.baseline))</td>\
                    <td>\(day(line.forecast))\(delay(line))</td>
                    """
                return "<tr>\(lead)\(claim.map(cells) ?? "<td></td><td></td>")</tr>\n"
            })
    }

    private func cells(_ claim: Claim) -> HTML {
        let evidence = Set(claim.evidence.map(\.kind)).sorted { $0.rawValue < $1.rawValue }
        let words = evidence.map { t($0.words) }.joined(separator: t(.listComma))
        let kinds: HTML = words.isEmpty ? "" : "<br><small>\(words)</small>"
        let purged = claim.evidence.compactMap { file -> HTML? in
            sight.purged(file.sha256, t).map { "<br><small>\(t(file.kind.words)): \($0)</small>" }
        }
        let files = claim.evidence.compactMap { sight.link($0, visit) }.map { file -> HTML in
            "<br><small>\(file)</small>"
        }
        return """
            <td>\(t.day(claim.day)) \(visit.record(claim.seq))<br>\
            <small>\(sight.link(claim.organization, visit))</small>\(kinds)\(files)\(purged)</td>\
            <td>\(ruling(claim))</td>
            """
    }

    private func ruling(_ claim: Claim) -> HTML {
        switch claim.ruling {
        case .pending:
            return "<span class=\"light yellow\">\(t(.claimPending))</span>"
        case .withdrawn(let seq):
            return "<span class=\"light grey\">\(t(.withdrawn))</span> \(visit.record(seq))"
        case .recognised(let day, let by, let seq):
            return """
                <span class="light green">\(t(.recognised)) \(t.day(day))</span> \
                \(visit.record(seq))<br><small>\(sight.link(by, visit))</small>
                """
        case .refused(let reason, let note, let by, let seq):
            return turned(down: .refused, reason, note, by, seq)
        case .revoked(let reason, let note, let by, let seq):
            return turned(down: .revoked, reason, note, by, seq)
        }
    }

    private func turned(
        down word: Phrase, _ reason: RefusedBecause, _ note: Note?, _ by: OrganizationID,
        _ seq: Int
    ) -> HTML {
        let note = note.map { note -> HTML in "<br>\(sight.text(note, t))" }
        return """
            <span class="light red">\(t(word))</span> \(t(reason.words)) \(visit.record(seq))<br>\
            <small>\(sight.link(by, visit))\(note)</small>
            """
    }

    private func day(_ day: Day?) -> HTML {
        day.map { "\(t.day($0))" } ?? "<span class=\"mute\">–</span>"
    }

    /// How far the forecast lies from the baseline.
    private func delay(_ line: Line) -> HTML {
        guard let baseline = line.baseline, let forecast = line.forecast, baseline != forecast
        else { return .empty }
        let days = baseline.days(to: forecast)
        let shape: HTML = days > 0 ? "down" : "up"
        let words = t(days > 0 ? .daysLater(days) : .daysEarlier(-days))
        return "<br><small class=\"\(shape)\">\(words)</small>"
    }
}
