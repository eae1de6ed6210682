import Delivery
import Rulebook

extension Actions {
    /// The form of one command with some of its fields filled in, for whoever may give it: a way
    /// to begin something from where it belongs.
    static func starting<C: Command>(
        _ command: C.Type, _ visit: Visit, with fields: [(name: String, value: String)]
    ) -> HTML {
        guard !visit.viewer.roles.isDisjoint(with: C.may),
            let kind = CommandKind.named(C.name.description)
        else { return .empty }
        let link = fields.reduce(CommandForm.link(kind)) { $0.with($1.name, $1.value) }
        return """
            <a class="button" href="\(visit.link(link))">\(visit.t(kind.title))</a>
            """
    }

    /// Several of them in a row.
    static func row(_ buttons: [HTML], _ visit: Visit) -> HTML {
        let items = buttons.filter { !$0.isEmpty }.map { button -> HTML in
            "<li>\(button)</li>"
        }
        guard !items.isEmpty else { return .empty }
        return """
            <nav class="actions" aria-label="\(visit.t(.yourActions))"><ul>\(items)</ul></nav>
            """
    }

    /// What can be done about a blocker: solved or raised higher while it is open, confirmed or
    /// taken up again once it is solved.
    static func about(_ blocker: Blocker, _ visit: Visit) -> HTML {
        let fitting: [StaticString] =
            switch blocker.state {
            case .open where blocker.tier.next == nil: [SolveBlocker.name]
            case .open: [SolveBlocker.name, EscalateBlocker.name]
            case .solved: [ConfirmBlocker.name, ReopenBlocker.name]
            case .closed: []
            }
        let names = fitting.map(\.description)
        var actions = Actions(visit, "blocker", blocker.id.text) { names.contains($0.name) }
        actions.first = names
        return actions.html
    }

    /// Whether an edition may take the place of the one that is public.
    static func about(
        _ edition: Edition, of list: Delivery.CommitmentList, _ sight: Sight, _ visit: Visit
    ) -> HTML {
        let day = sight.city.day ?? .earliest
        guard let actor = visit.viewer.actor, sight.city.keeps(list, actor, on: day),
            list.disclosedEdition.map({ $0.number < edition.number }) ?? true
        else { return .empty }
        return row(
            [
                starting(
                    DiscloseEdition.self, visit,
                    with: [("list", list.id.text), ("edition", String(edition.number))])
            ], visit)
    }
}
