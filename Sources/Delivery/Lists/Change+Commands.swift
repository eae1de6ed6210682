import Rulebook

/// A command that draws one change of a revision.
package protocol ChangingCommand: Command {
    var list: ListID { get set }
    var revision: Int { get set }
    var reason: Note { get set }
    /// The change, with its kind and what it names.
    var drawn: ChangeDrawn { get }
    func check(_ list: CommitmentList, _ revision: Revision, _ city: City) throws(Refusal)
}

extension ChangingCommand {
    package static var may: Set<Role> { Role.listKeepers }

    package func decide(_ city: City, _ asked: Asked) throws(Refusal) -> [any EventBody] {
        let (list, revision) = try city.requireDrawn(self.list, self.revision, asked)
        try requireText(reason, field: "reason")
        try reason.requireFresh(field: "reason")
        try check(list, revision, city)
        var event = drawn
        event.list = self.list
        event.revision = self.revision
        event.reason = reason
        return [event]
    }

    fileprivate mutating func visitPlace<V: FieldVisitor>(
        _ visitor: inout V
    ) throws(FieldProblem) {
        try visitor.field("list", &list)
        try visitor.field("revision", &revision)
    }

    fileprivate static func filled(_ fill: (inout Self) -> Void) -> Self {
        var command = Self()
        command.list = OpenList.example.proposed.id
        command.revision = 2
        fill(&command)
        return command
    }
}

extension Refusal.Code {
    fileprivate static let ofChanges: [Refusal.Code] = [
        .listUnknown, .notYours, .revisionUnknown, .revisionNotDrawn, .commitmentUnknown,
    ]
}

package struct AddItem: ChangingCommand {
    package static let name: StaticString = "list.addItem"
    package static let title = Words(zh: "新增清单事项", en: "Add an item to a list")
    package static let refusals: [Refusal.Code] =
        Refusal.Code.ofChanges + [.itemListed, .itemDrawn]
    package static let example = filled {
        $0.revision = 1
        $0.item = CommitmentID(unchecked: "c-001")
        $0.reason = .text("落实部署第一条")
    }

    package var list = ListID.blank
    package var revision = 0
    package var item = CommitmentID.blank
    package var reason = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitPlace(&visitor)
        try visitor.field("item", &item)
        try visitor.field("reason", &reason)
    }

    package var drawn: ChangeDrawn {
        var event = ChangeDrawn()
        (event.kind, event.items) = (.added, [item])
        return event
    }

    package func check(
        _ list: CommitmentList, _ revision: Revision, _ city: City
    ) throws(Refusal) {
        _ = try city.require(item, field: "item")
        try revision.requireUnmoved(item, field: "item")
        try city.requireUnlisted(item, field: "item")
    }
}

package struct RemoveItem: ChangingCommand {
    package static let name: StaticString = "list.removeItem"
    package static let title = Words(zh: "移出清单事项", en: "Remove an item from a list")
    package static let refusals: [Refusal.Code] =
        Refusal.Code.ofChanges + [.itemNotListed, .itemDrawn]
    package static let example = filled {
        $0.item = CommitmentID(unchecked: "c-001")
        $0.reason = .text("上级部署已调整")
    }

    package var list = ListID.blank
    package var revision = 0
    package var item = CommitmentID.blank
    package var reason = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitPlace(&visitor)
        try visitor.field("item", &item)
        try visitor.field("reason", &reason)
    }

    package var drawn: ChangeDrawn {
        var event = ChangeDrawn()
        (event.kind, event.items) = (.removed, [item])
        return event
    }

    package func check(
        _ list: CommitmentList, _ revision: Revision, _ city: City
    ) throws(Refusal) {
        _ = try city.require(item, field: "item")
        try revision.requireLeaves(item, of: list, field: "item")
    }
}

/// Several items become one: one of them, or one that was not on the list.
package struct MergeItems: ChangingCommand {
    package static let name: StaticString = "list.mergeItems"
    package static let title = Words(zh: "合并清单事项", en: "Merge items of a list")
    package static let refusals: [Refusal.Code] =
        Refusal.Code.ofChanges + [.itemNotListed, .itemListed, .itemDrawn, .itemsTooFew]
    package static let example = filled {
        $0.items = [CommitmentID(unchecked: "c-002")]
        $0.into = CommitmentID(unchecked: "c-001")
        $0.reason = .text("两项内容重复")
    }

    package var list = ListID.blank
    package var revision = 0
    /// Those that leave the list.
    package var items: [CommitmentID] = []
    package var into = CommitmentID.blank
    package var reason = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitPlace(&visitor)
        try visitor.list("items", &items)
        try visitor.field("into", &into)
        try visitor.field("reason", &reason)
    }

    package var drawn: ChangeDrawn {
        var event = ChangeDrawn()
        (event.kind, event.items, event.into) = (.merged, items, [into])
        return event
    }

    package func check(
        _ list: CommitmentList, _ revision: Revision, _ city: City
    ) throws(Refusal) {
        _ = try city.require(into, field: "into")
        var seen: Set = [into]
        for item in items {
            _ = try city.require(item, field: "items")
            try requireOnce(item, &seen, field: "items")
            try revision.requireLeaves(item, of: list, field: "items")
        }
        try revision.requireUnmoved(into, field: "into")
        let stays = list.items.contains(into)
        if !stays { try city.requireUnlisted(into, field: "into") }
        guard items.count + (stays ? 1 : 0) > 1 else {
            throw Refusal(
                .itemsTooFew, field: "items", zh: "合并至少涉及清单上的两项，其余用 list.rewordItem 修改表述",
                en: "a merger is of two items of the list at least; to reword one, use "
                    + "list.rewordItem")
        }
    }
}

/// One item becomes several, which may include itself.
package struct SplitItem: ChangingCommand {
    package static let name: StaticString = "list.splitItem"
    package static let title = Words(zh: "拆分清单事项", en: "Split an item of a list")
    package static let refusals: [Refusal.Code] =
        Refusal.Code.ofChanges + [.itemNotListed, .itemListed, .itemDrawn, .itemsTooFew]
    package static let example = filled {
        $0.item = CommitmentID(unchecked: "c-001")
        $0.into = ["c-002", "c-003"].map { CommitmentID(unchecked: $0) }
        $0.reason = .text("分别由两个部门牵头")
    }

    package var list = ListID.blank
    package var revision = 0
    package var item = CommitmentID.blank
    package var into: [CommitmentID] = []
    package var reason = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitPlace(&visitor)
        try visitor.field("item", &item)
        try visitor.list("into", &into)
        try visitor.field("reason", &reason)
    }

    package var drawn: ChangeDrawn {
        var event = ChangeDrawn()
        (event.kind, event.items, event.into) = (.split, [item], into)
        return event
    }

    package func check(
        _ list: CommitmentList, _ revision: Revision, _ city: City
    ) throws(Refusal) {
        _ = try city.require(item, field: "item")
        try revision.requireLeaves(item, of: list, field: "item", orStays: into.contains(item))
        var seen: Set<CommitmentID> = []
        for part in into {
            _ = try city.require(part, field: "into")
            try requireOnce(part, &seen, field: "into")
            guard part != item else { continue }
            try revision.requireUnmoved(part, field: "into")
            try city.requireUnlisted(part, field: "into")
        }
        guard into.count > 1 else {
            throw Refusal(
                .itemsTooFew, field: "into", zh: "拆分后至少应有两项", en: "it is split into two at least")
        }
    }
}

private func requireOnce(
    _ item: CommitmentID, _ seen: inout Set<CommitmentID>, field: String
) throws(Refusal) {
    guard seen.insert(item).inserted else {
        throw Refusal(
            .itemDrawn, field: field, zh: "事项“\(item)”出现了两次",
            en: "the item \"\(item)\" stands twice")
    }
}

extension Revision {
    /// A revision moves an item once, so that an edition says one thing of it.
    func requireUnmoved(_ item: CommitmentID, field: String) throws(Refusal) {
        guard let change = move(of: item) else { return }
        throw Refusal(
            .itemDrawn, field: field,
            zh: "本次修订的第 \(change.number) 处改动（\(change.kind.words.zh)）已涉及“\(item)”，请先撤销该处",
            en: "change \(change.number) of this revision has \"\(item)\" \(change.kind.words.en) "
                + "already; drop that first")
    }

    /// An item of the latest edition that this revision does not move, nor reword if it is to go.
    func requireLeaves(
        _ item: CommitmentID, of list: CommitmentList, field: String, orStays: Bool = false
    ) throws(Refusal) {
        try requireUnmoved(item, field: field)
        guard list.items.contains(item) else {
            throw Refusal(
                .itemNotListed, field: field, zh: "事项“\(item)”不在清单最近一版上",
                en: "\"\(item)\" is not on the latest edition of the list")
        }
        guard !orStays, let change = rewording(of: item) else { return }
        throw Refusal(
            .itemDrawn, field: field,
            zh: "本次修订的第 \(change.number) 处改动修改了“\(item)”的表述，请先撤销该处",
            en: "change \(change.number) of this revision rewords \"\(item)\"; drop that first")
    }
}

extension City {
    func requireUnlisted(_ item: CommitmentID, field: String) throws(Refusal) {
        guard let list = list(holding: item) else { return }
        throw Refusal(
            .itemListed, field: field, zh: "事项“\(item)”已在清单“\(list.id)”上或正列入该清单",
            en: "\"\(item)\" is on the list \"\(list.id)\" already, or is being put there")
    }
}
