import Delivery
import JSON
import Rulebook

extension Entity {
    /// What stops a project. Once raised it goes its own way, so a sheet that says something else
    /// of it is refused.
    static let blocker = Entity(
        name: "blocker", words: Words(zh: "协调事项", en: "blocker"),
        command: "blocker.raise", fields: fields(of: "blocker.raise"),
        defaultKey: ["id"], onlyWhenNew: ["id"],
        held: { wanted, _, holding in
            guard let id = wanted["id"]?.stringValue.flatMap({ BlockerID($0) }),
                let blocker = holding.city.blockers[id], let raised = blocker.steps.first
            else { return nil }
            var event = BlockerRaised()
            event.id = id
            (event.project, event.kind) = (blocker.project, blocker.kind)
            event.organization = blocker.organization
            (event.tier, event.handler, event.day) = (raised.tier, raised.handler, raised.day)
            event.note = holding.open(blocker.note)
            return object(event)
        },
        change: { wanted, _, _ in [wanted.setting("cmd", .string("blocker.raise"))] })
}
