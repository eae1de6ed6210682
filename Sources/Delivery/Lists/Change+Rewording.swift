import Rulebook

/// New words for an item, which it takes on when the edition is published. What was issued then has
/// an adjustment more, approved with the revision, and its baseline stays.
package struct RewordItem: ChangingCommand {
    package static let name: StaticString = "list.rewordItem"
    package static let title = Words(zh: "修改清单事项表述", en: "Reword an item of a list")
    package static let refusals: [Refusal.Code] =
        [
            .listUnknown, .notYours, .revisionUnknown, .revisionNotDrawn, .commitmentUnknown,
            .itemNotListed, .itemDrawn, .nothingChanges,
        ] + Commitment.unreworded
    package static let example: RewordItem = {
        var command = RewordItem()
        command.list = OpenList.example.proposed.id
        command.revision = 2
        command.item = CommitmentID(unchecked: "c-001")
        command.title = "示例：年内新开工亿元以上项目 25 个"
        command.criterion = .text("25 个项目取得施工许可并有现场照片")
        command.reason = .text("目标上调")
        return command
    }()

    package var list = ListID.blank
    package var revision = 0
    package var item = CommitmentID.blank
    package var title: String?
    package var criterion: Note?
    package var reason = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("list", &list)
        try visitor.field("revision", &revision)
        try visitor.field("item", &item)
        try visitor.optional("title", &title)
        try visitor.optional("criterion", &criterion)
        try visitor.field("reason", &reason)
    }

    package var drawn: ChangeDrawn {
        var event = ChangeDrawn()
        (event.kind, event.items, event.title) = (.reworded, [item], title)
        event.criterion = criterion
        return event
    }

    package func check(
        _ list: CommitmentList, _ revision: Revision, _ city: City
    ) throws(Refusal) {
        let commitment = try city.require(item, field: "item")
        guard list.items(after: revision.changes).contains(item) else {
            throw Refusal(
                .itemNotListed, field: "item", zh: "事项“\(item)”不在本次修订后的清单上",
                en: "\"\(item)\" is not on the list as this revision has it")
        }
        if let change = revision.rewording(of: item) {
            throw Refusal(
                .itemDrawn, field: "item", zh: "第 \(change.number) 处改动已修改其表述，请先撤销该处",
                en: "change \(change.number) rewords it already; drop that first")
        }
        try commitment.requireRewordable(field: "item")
        if let title { try requireText(title, field: "title") }
        if let criterion { try requireText(criterion, field: "criterion") }
        try criterion.requireFresh(field: "criterion")
        let isSame = title ?? commitment.profile.title == commitment.profile.title
        guard !isSame || criterion != nil else {
            throw Refusal(
                .nothingChanges, field: "title", zh: "表述与现在相同，请填写新的事项名称或完成标准",
                en: "the words are as they stand; give a new title or a new criterion")
        }
    }
}

extension Commitment {
    /// What refuses new words.
    static let unreworded: [Refusal.Code] = [
        .commitmentDone, .commitmentCancelled, .adjustmentOpen,
    ]

    /// What is reported done or over is not reworded, nor what awaits another decision.
    func requireRewordable(field: String) throws(Refusal) {
        try requireNotReported(field: field)
        guard let open = openAdjustment else { return }
        throw Refusal(
            .adjustmentOpen, field: field, zh: "事项“\(id)”的第 \(open.number) 号调整尚待审批，审批后再改",
            en: "adjustment \(open.number) of \"\(id)\" awaits its decision; reword it after that")
    }
}

/// Takes a change out of a revision again.
package struct DropChange: ProposingCommand {
    package static let name: StaticString = "list.dropChange"
    package static let title = Words(zh: "撤销一处改动", en: "Drop a change of a revision")
    package static let may = Role.listKeepers
    package static let refusals: [Refusal.Code] = [
        .listUnknown, .notYours, .revisionUnknown, .revisionNotDrawn, .changeUnknown,
        .changeNeeded,
    ]
    package static let example = DropChange {
        $0.list = OpenList.example.proposed.id
        ($0.revision, $0.change) = (1, 1)
    }

    package var proposed = ChangeDropped()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let (list, revision) = try city.requireDrawn(proposed.list, proposed.revision, asked)
        guard revision.changes.contains(where: { $0.number == proposed.change }) else {
            throw Refusal(
                .changeUnknown, field: "change", zh: "本次修订没有第 \(proposed.change) 处改动",
                en: "the revision has no change \(proposed.change)")
        }
        let rest = revision.changes.filter { $0.number != proposed.change }
        let items = list.items(after: rest)
        for other in rest where other.kind == .reworded {
            if other.items.allSatisfy(items.contains) { continue }
            throw Refusal(
                .changeNeeded, field: "change",
                zh: "第 \(other.number) 处改动以它为前提，请先撤销第 \(other.number) 处",
                en: "change \(other.number) rests on it; drop change \(other.number) first")
        }
    }
}
