package import Delivery
package import JSON
import Rulebook

/// What waits for the one who looks.
package enum WorkPage {
    package struct Model: Sendable {
        package let sight: Sight
        /// Nil for a guest.
        package let actor: Actor?
        /// The most urgent first.
        package let items: [WorkItem]
        /// What is asked, the most urgent first, with all of its items.
        package let groups: [Group]
        /// What the person's house carries out and nothing presses yet, by its day.
        package let inHand: [Commitment]

        package struct Group: Sendable {
            package let kind: WorkKind
            package let items: [WorkItem]
        }

        package init(_ sight: Sight, actor: Actor?) {
            self.sight = sight
            self.actor = actor
            let day = sight.city.day ?? .earliest
            let items = actor.map { sight.city.work(for: $0, on: day) } ?? []
            self.items = items
            var order: [WorkKind] = []
            for item in items where !order.contains(item.kind) { order.append(item.kind) }
            groups = order.map { kind in
                Group(kind: kind, items: items.filter { $0.kind == kind })
            }
            let listed = Set(items.map(\.subject))
            inHand =
                actor.map { sight.city.carried(by: $0, on: day) }?
                .filter { !listed.contains(.commitment($0.id)) } ?? []
        }

        package func count(_ urgency: Urgency) -> Int { items.count { $0.urgency == urgency } }

        package var json: JSON {
            .object([
                .init("as_of", .integer(sight.city.size)),
                .init("person", actor.map { .string($0.person.text) } ?? .null),
                .init("overdue", .integer(count(.overdue))),
                .init("due_this_week", .integer(count(.today) + count(.soon))),
                .init("items", .array(items.map(\.json))),
                .init("in_hand", .array(inHand.map { .string($0.id.text) })),
            ])
        }
    }
}

extension WorkItem {
    fileprivate var json: JSON {
        let command = command.map { order -> JSON in
            var members: [JSON.Member] = [.init("cmd", .string(order.name))]
            members += order.fields.map { .init($0.name, .string($0.value)) }
            return .object(members)
        }
        return .object([
            .init("kind", .string(kind.rawValue)), .init("subject", .string(subject.text)),
            .init("command", command ?? .null),
            .init("due", due.map { .string($0.description) } ?? .null),
            .init("since", since.map { .string($0.description) } ?? .null),
            .init("urgency", .string(urgency.rawValue)),
        ])
    }
}
