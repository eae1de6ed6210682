import Delivery
import Rulebook

/// What a viewer may do about a thing now, one click each.
struct Actions {
    let visit: Visit
    /// The field that names the thing, and more that the thing fills in: the stage, the claim.
    let fields: [(name: String, value: String)]
    /// The commands that come first, as far as they are offered; the first of them is what the
    /// thing waits for.
    var first: [String] = []
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
        let kinds = CommandKind.all.filter { kind in
            kind.fields.first?.name == field && !roles.isDisjoint(with: kind.may)
                && fitting?(kind) != false
        }
        let ahead = first.compactMap { name in kinds.first { $0.name == name } }
        return ahead + kinds.filter { !first.contains($0.name) }
    }

    var html: HTML {
        let kinds = kinds
        let isAwaited = kinds.first.map { first.contains($0.name) } == true
        return Self.row(
            visit,
            kinds.enumerated().map { place, kind in
                let names = Set(kind.fields.map(\.name))
                let link = fields.filter { names.contains($0.name) }.reduce(
                    CommandForm.link(kind)
                ) { $0.with($1.name, $1.value) }
                return (kind, link, isAwaited && place == 0)
            })
    }

    private static func row(
        _ visit: Visit, _ links: [(kind: CommandKind, link: Link, isNext: Bool)]
    ) -> HTML {
        guard !links.isEmpty else { return .empty }
        let items = links.map { kind, link, isNext -> HTML in
            let next: HTML = isNext ? " next" : ""
            return """
                <li><a class="button\(next)" href="\(visit.link(link))">\
                \(visit.t(kind.title))</a></li>
                """
        }
        return """
            <nav class="actions" aria-label="\(visit.t(.yourActions))"><ul>\(items)</ul></nav>
            """
    }

    /// What a viewer may begin: commands that give a new thing its id.
    ///
    /// - Parameter nouns: of which nouns; nil asks for all.
    static func beginning(_ visit: Visit, _ nouns: Set<String>? = nil) -> HTML {
        let roles = visit.viewer.roles
        let kinds = CommandKind.all.filter { kind in
            kind.fields.first?.name == "id" && !roles.isDisjoint(with: kind.may)
                && nouns?.contains(kind.noun) != false
        }
        return row(visit, kinds.map { ($0, CommandForm.link($0), false) })
    }
}

extension Actions {
    /// What can be done about a commitment as it stands; an adjustment that waits brings its
    /// number along.
    static func about(_ item: Commitment, _ sight: Sight, _ visit: Visit) -> HTML {
        guard let actor = visit.viewer.actor else { return .empty }
        let open = item.openAdjustment.map { [("adjustment", String($0.number))] } ?? []
        let day = sight.city.day ?? .earliest
        let offers = sight.city.offers(of: item, to: actor, on: day)
        var actions = Actions(visit, "commitment", item.id.text, more: open) {
            offers.contains($0.name)
        }
        actions.first = [
            DecideAdjustment.name, IssueCommitment.name, AcknowledgeCommitment.name,
            VerifyCommitment.name, StrikeOffCommitment.name, ReportDone.name,
            SubmitEvidence.name, ReportProgress.name,
        ].map(\.description)
        return actions.html
    }

    /// What can be done about a list by those who keep or approve it; the revision that is open
    /// brings its number along.
    static func about(_ list: Delivery.CommitmentList, _ sight: Sight, _ visit: Visit) -> HTML {
        let day = sight.city.day ?? .earliest
        guard let actor = visit.viewer.actor, sight.city.keeps(list, actor, on: day) else {
            return .empty
        }
        let revision = list.openRevision
        let fitting: [StaticString] =
            switch revision?.state {
            case .drawn:
                [
                    AddItem.name, SubmitRevision.name, RemoveItem.name, RewordItem.name,
                    MergeItems.name, SplitItem.name, DropChange.name, WithdrawRevision.name,
                ]
            case .submitted: [ApproveRevision.name, ReturnRevision.name, WithdrawRevision.name]
            case .approved: [PublishEdition.name, ReturnRevision.name, WithdrawRevision.name]
            case .published, .withdrawn, nil: [ReviseList.name]
            }
        var lasting: [StaticString] = [AmendList.name]
        let latest = list.editions.last
        if let latest, list.disclosedEdition.map({ $0.number < latest.number }) ?? true {
            lasting.append(DiscloseEdition.name)
        }
        if list.disclosure != nil { lasting.append(ConcealList.name) }
        let names = (fitting + lasting).map(\.description)
        var actions = Actions(
            visit, "list", list.id.text,
            more: (revision.map { [("revision", String($0.number))] } ?? [])
                + (latest.map { [("edition", String($0.number))] } ?? [])
        ) { names.contains($0.name) }
        actions.first = names
        return actions.html
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
        let raising = starting(RaiseBlocker.self, visit, with: [("project", project.id.text)])
        return ruling.html + revoking.html + other.html + row([raising], visit)
    }
}
