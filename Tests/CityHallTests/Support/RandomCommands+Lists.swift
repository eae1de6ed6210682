import Delivery
import RandomValues
import Rulebook

/// Commands about two lists, mostly what their latest revision waits for.
extension RandomCommands {
    mutating func list(in city: City) -> (any Command, String) {
        let id = ListID(unchecked: random.pick(["l1", "l2"]))
        let office = random.pick(["diaodu", "diaodu2", "shiban", "console", "zs"])
        guard let list = city.lists[id] else { return (open(id), office) }
        if Int.random(in: 0..<9, using: &random) == 0 {
            return (beside(list), random.pick(["shizhang", "shizhang", "shiban", "diaodu"]))
        }
        let number = list.revisions.count + random.pick([0, 0, 0, 0, 0, 1, -1])
        guard let revision = list.openRevision else { return (revise(id), office) }
        let isAny = Int.random(in: 0..<8, using: &random) == 0
        switch isAny ? random.pick([.drawn, .submitted, .approved]) : revision.state {
        case .submitted: return (rule(id, number), random.pick(["shiban", "shizhang", "diaodu"]))
        case .approved: return (end(id, number), office)
        default:
            if revision.changes.count > 3, Bool.random(using: &random) {
                return (submit(id, number), office)
            }
            return (change(list, number, city), office)
        }
    }

    private mutating func open(_ id: ListID) -> any Command {
        let keeper = OrganizationID(unchecked: random.pick(["fagaiwei", "fagaiwei", "dalian"]))
        let directive = DirectiveID(unchecked: random.pick(["d1", "d2"]))
        let answers = random.pick([[], [directive]])
        return OpenList {
            ($0.id, $0.profile.title, $0.profile.keeper) = (id, "清单", keeper)
            $0.profile.directives = answers
        }
    }

    /// What is decided of a list beside its revisions.
    private mutating func beside(_ list: CommitmentList) -> any Command {
        let edition = max(1, list.editions.count - random.pick([0, 0, 1]))
        let keeper = OrganizationID(unchecked: random.pick(["fagaiwei", "dalian"]))
        let (id, isHandedOn) = (list.id, Bool.random(using: &random))
        let commands: [any Command] = [
            DiscloseEdition { ($0.list, $0.edition, $0.reason) = (id, edition, .text("公开")) },
            DiscloseEdition { ($0.list, $0.edition, $0.reason) = (id, edition, .text("公开")) },
            ConcealList { ($0.list, $0.reason) = (id, .text("更正")) },
            AmendList {
                ($0.list, $0.title, $0.reason) = (id, "清单 \(edition)", .text("更名"))
                if isHandedOn { $0.keeper = keeper }
            },
        ]
        return random.pick(commands)
    }

    private mutating func revise(_ id: ListID) -> any Command {
        let directive = DirectiveID(unchecked: random.pick(["d1", "d2"]))
        let isDirected = Bool.random(using: &random)
        return ReviseList {
            $0.list = id
            if isDirected { $0.directive = directive } else { $0.reason = .text("编制") }
        }
    }

    private mutating func submit(_ id: ListID, _ number: Int) -> any Command {
        SubmitRevision { ($0.step.list, $0.step.revision) = (id, number) }
    }

    private mutating func rule(_ id: ListID, _ number: Int) -> any Command {
        let commands: [any Command] = [
            ApproveRevision { ($0.step.list, $0.step.revision) = (id, number) },
            ApproveRevision { ($0.step.list, $0.step.revision) = (id, number) },
            ReturnRevision {
                ($0.step.list, $0.step.revision, $0.step.note) = (id, number, .text("补充"))
            },
        ]
        return random.pick(commands)
    }

    private mutating func end(_ id: ListID, _ number: Int) -> any Command {
        let day = day()
        let isWithdrawn = Int.random(in: 0..<6, using: &random) == 0
        if isWithdrawn {
            return WithdrawRevision {
                ($0.step.list, $0.step.revision, $0.step.note) = (id, number, .text("另行"))
            }
        }
        return PublishEdition { ($0.list, $0.revision, $0.day) = (id, number, day) }
    }

    private mutating func item(_ list: CommitmentList, _ city: City) -> CommitmentID {
        let any = city.commitments.ids.randomElement(using: &random) ?? .blank
        return random.pick([any, list.items.randomElement(using: &random) ?? any])
    }

    private mutating func change(
        _ list: CommitmentList, _ number: Int, _ city: City
    ) -> any Command {
        let (one, two, three) = (item(list, city), item(list, city), item(list, city))
        let (id, reason) = (list.id, Note.text("理由"))
        switch Int.random(in: 0..<8, using: &random) {
        case 0...2:
            var command = AddItem()
            (command.list, command.revision) = (id, number)
            (command.item, command.reason) = (one, reason)
            return command
        case 3:
            var command = RemoveItem()
            (command.list, command.revision) = (id, number)
            (command.item, command.reason) = (one, reason)
            return command
        case 4:
            var command = MergeItems()
            (command.list, command.revision) = (id, number)
            (command.items, command.into, command.reason) = ([one, two], three, reason)
            if Bool.random(using: &random) { command.items.removeLast() }
            return command
        case 5:
            var command = SplitItem()
            (command.list, command.revision) = (id, number)
            (command.item, command.into, command.reason) = (one, [two, three], reason)
            return command
        case 6:
            var command = RewordItem()
            (command.list, command.revision) = (id, number)
            (command.item, command.title, command.reason) = (one, "改\(number)", reason)
            return command
        default:
            let change = Int.random(in: 1...4, using: &random)
            return DropChange { ($0.list, $0.revision, $0.change) = (id, number, change) }
        }
    }
}
