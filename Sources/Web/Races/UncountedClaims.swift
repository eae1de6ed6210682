import Delivery
import Rulebook

/// Claims that a race does not count, each with its reason, as a table.
struct UncountedClaims {
    var claims: [UncountedClaim]
    var sight: Sight
    var visit: Visit
    /// Whether all are of one unit, so that it need not be said again.
    var isOfOneUnit = false

    private var t: Localizer { visit.t }

    /// The first of them, and a link to all.
    func excerpt(_ most: Int, all: Link) -> HTML {
        var table = table(id: "uncounted", TableQuery(Query(), sortable: []), export: nil)
        table.rows = Array(claims.prefix(most))
        table.isExcerpt = true
        let more: HTML =
            claims.count <= most
            ? "" : "<p class=\"small\"><a href=\"\(all)\">\(t(.allClaims(claims.count)))</a></p>"
        return "\(summary)\(table.html)\(more)"
    }

    /// One page of them.
    func page(_ query: TableQuery, export: Link) -> HTML {
        "\(summary)\(table(id: "claims", query, export: export).html)"
    }

    var csv: String { CSV.text(columns, claims, t) }

    private func table(
        id: String, _ query: TableQuery, export: Link?
    ) -> TableView<UncountedClaim> {
        TableView(
            id: id, caption: t(.uncountedClaims), columns: columns,
            rows: Array(claims[query.window(of: claims.count)]), count: claims.count,
            query: query, visit: visit, export: export,
            emptyState: "<p>\(t(.everyClaimCounts))</p>")
    }

    /// How many of each reason.
    private var summary: HTML {
        let parts = UncountedClaim.Reason.allCases.compactMap { reason -> HTML? in
            let count = claims.count { $0.reason == reason }
            guard count > 0 else { return nil }
            let words = "\(t(reason.words)) \(t.count(count))"
            return "<span class=\"light \(reason.light)\">\(words)</span>"
        }
        return parts.isEmpty ? "" : "<p class=\"lights\">\(HTML.joined(parts, by: " "))</p>"
    }

    private var columns: [Column<UncountedClaim>] {
        let (t, visit, sight) = (t, visit, sight)
        var columns: [Column<UncountedClaim>] = [
            Column("project", .project, isHeading: true, text: \.project.profile.name) { claim in
                let link = visit.link("/projects/\(claim.project.id.text)")
                return "<a href=\"\(link)\">\(t.data(claim.project.profile.name))</a>"
            }
        ]
        if !isOfOneUnit {
            columns.append(
                Column(
                    "unit", .unitColumn,
                    text: { $0.units.map { sight.plainName($0, t) }.joined(separator: "; ") },
                    html: { claim in
                        let comma: HTML = t.language == .zh ? "、" : ", "
                        return .joined(claim.units.map { sight.link($0, visit) }, by: comma)
                    }))
        }
        return columns + [
            Column("stage", .stage, text: { t($0.claim.stage.words) }),
            Column("claimed", .claimed, text: \.claim.day.description) { claim in
                "\(t.day(claim.claim.day)) \(visit.record(claim.claim.seq))"
            },
            Column("why", .whyNotCounted, text: { t($0.reason.words) }) { claim in
                """
                <span class="light \(claim.reason.light)">\(t(claim.reason.words))</span> \
                <small>\(detail(claim))</small>
                """
            },
            Column("record", .record, isNumber: true, text: { String($0.record) }) { claim in
                visit.record(claim.record)
            },
        ]
    }

    private func detail(_ claim: UncountedClaim) -> HTML {
        switch (claim.reason, claim.claim.ruling) {
        case (.terminated, _):
            guard case .terminated(let day) = claim.project.standing else { return .empty }
            return "\(t(.endedOn(t.day(day))))"
        case (_, .refused(let because, let note, let by, _)),
            (_, .revoked(let because, let note, let by, _)):
            let note = note.map { note -> HTML in " \(sight.text(note, t))" }
            return "\(t(because.words)) · \(sight.link(by, visit))\(note)"
        case (.late, .recognised(let day, let by, _)):
            return "\(t(.recognised)) \(t.day(day)) · \(sight.link(by, visit))"
        default: return .empty
        }
    }
}

extension UncountedClaim.Reason {
    var words: Phrase {
        switch self {
        case .refused: .refused
        case .revoked: .revoked
        case .withdrawn: .withdrawn
        case .pending: .claimPending
        case .late: .afterCutoff
        case .terminated: .projectEnded
        }
    }

    var light: HTML {
        switch self {
        case .refused, .revoked: "red"
        case .pending, .late: "yellow"
        case .withdrawn, .terminated: "grey"
        }
    }
}
