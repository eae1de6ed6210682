import Delivery
import Rulebook

/// What a viewer may do about a thing now, one click each.
struct Actions {
    let visit: Visit
    /// The field that names the thing, and more that the thing fills in: the stage, the claim.
    let fields: [(name: String, value: String)]
    /// Which commands fit its state; nil asks for all that name such a thing.
    var fitting: ((CommandKind) -> Bool)?

    init(
        _ visit: Visit, _ field: String, _ id: String, more: [(name: String, value: String)] = [],
        fitting: ((CommandKind) -> Bool)? = nil
    ) {
        self.visit = visit
        fields = [(field, id)] + more
        self.fitting = fitting
    }

    /// Commands whose first field names the thing and whose roles the viewer has.
    private var kinds: [CommandKind] {
        let roles = visit.viewer.roles
        guard !roles.isEmpty, let field = fields.first?.name else { return [] }
        return CommandKind.all.filter { kind in
            kind.fields.first?.name == field && !roles.isDisjoint(with: kind.may)
                && fitting?(kind) != false
        }
    }

    var html: HTML {
        let kinds = kinds
        guard !kinds.isEmpty else { return .empty }
        let links = kinds.map { kind -> HTML in
            let names = Set(kind.fields.map(\.name))
            let link = fields.filter { names.contains($0.name) }.reduce(
                visit.link("/do/\(kind.name)")
            ) { $0.with($1.name, $1.value) }
            return "<li><a class=\"button\" href=\"\(link)\">\(visit.t(kind.title))</a></li>"
        }
        return """
            <nav class="actions" aria-label="\(visit.t(.yourActions))"><ul>\(links)</ul></nav>
            """
    }
}

extension Actions {
    /// What can be done about a commitment in its state; an adjustment that waits brings its
    /// number along.
    static func about(_ item: Commitment, _ visit: Visit) -> HTML {
        let open = item.openAdjustment.map { [("adjustment", String($0.number))] } ?? []
        return Actions(visit, "commitment", item.id.text, more: open) { kind in
            switch kind.name {
            case RedraftCommitment.name.description, IssueCommitment.name.description:
                item.isDraft
            case AcknowledgeCommitment.name.description: item.state == .issued
            case ReportProgress.name.description, SubmitEvidence.name.description,
                ReportDone.name.description:
                [.acknowledged, .inProgress, .returned].contains(item.state)
            case VerifyCommitment.name.description: item.state == .reportedDone
            case ReturnCommitment.name.description:
                [.reportedDone, .verified].contains(item.state)
            case StrikeOffCommitment.name.description: item.state == .verified
            case ProposeAdjustment.name.description:
                open.isEmpty
                    && [.issued, .acknowledged, .inProgress, .returned, .suspended]
                        .contains(item.state)
            case DecideAdjustment.name.description: !open.isEmpty
            default: true
            }
        }.html
    }

    /// What can be done about a project; a claim that waits brings its number along.
    static func about(_ project: Project, _ visit: Visit) -> HTML {
        let pending = project.claims.first(where: \.isPending)
        let recognised = project.claims.last { $0.recognisedDay != nil }
        let needsPending: Set<String> = [
            RecogniseStage.name.description, RefuseStage.name.description,
            WithdrawClaim.name.description,
        ]
        func isRevoking(_ kind: CommandKind) -> Bool {
            kind.name == RevokeRecognition.name.description
        }
        let ruling = Actions(
            visit, "project", project.id.text,
            more: pending.map { [("claim", String($0.number)), ("day", $0.day.description)] } ?? []
        ) { needsPending.contains($0.name) && pending != nil }
        let revoking = Actions(
            visit, "project", project.id.text,
            more: recognised.map { [("claim", String($0.number))] } ?? []
        ) { isRevoking($0) && recognised != nil }
        let other = Actions(visit, "project", project.id.text) {
            !needsPending.contains($0.name) && !isRevoking($0)
        }
        return ruling.html + revoking.html + other.html
    }
}
