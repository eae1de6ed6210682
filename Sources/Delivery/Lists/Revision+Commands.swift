import Rulebook

/// 送审: the keeper has drawn the revision up.
package struct SubmitRevision: ProposingCommand {
    package static let name: StaticString = "list.submitRevision"
    package static let title = Words(zh: "送审清单修订", en: "Submit a revision for approval")
    package static let may = Role.listKeepers
    package static let refusals: [Refusal.Code] = [
        .listUnknown, .notYours, .revisionUnknown, .revisionNotDrawn, .revisionEmpty,
    ]
    package static let example = SubmitRevision { $0.step = .example }

    package var proposed = RevisionSubmitted()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let step = proposed.step
        let (list, revision) = try city.requireDrawn(step.list, step.revision, asked)
        try step.note.requireFresh(field: "note")
        let isSame = list.editions.last.map { $0.lines == city.lines(list.items) }
        guard !revision.changes.isEmpty || isSame == false else {
            throw Refusal(
                .revisionEmpty, field: "revision", zh: "本次修订没有任何改动，清单事项也与上一版相同",
                en: "the revision changes nothing, and the items are as the last edition has them")
        }
    }
}

/// 批准: by somebody who did not draw it up.
package struct ApproveRevision: ProposingCommand {
    package static let name: StaticString = "list.approveRevision"
    package static let title = Words(zh: "批准清单修订", en: "Approve a revision")
    package static let may = Role.listApprovers
    package static let refusals: [Refusal.Code] = [
        .listUnknown, .notYours, .revisionUnknown, .revisionNotSubmitted, .samePerson, .sameSubtree,
    ]
    package static let example = ApproveRevision { $0.step = .example }

    package var proposed = RevisionApproved()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let step = proposed.step
        let (_, revision) = try city.requireKept(step.list, step.revision, asked)
        guard revision.state == .submitted else { throw revision.notSubmitted }
        guard !revision.authors.contains(asked.actor.person) else {
            throw Refusal(
                .samePerson, field: "revision", zh: "参与拟定的人不能批准，请由他人批准",
                en: "whoever drew it up does not approve it; somebody else must")
        }
        // A rewording of what was issued is an adjustment, and is agreed to as one.
        for item in city.issued(rewordedBy: revision) {
            try asked.requireOther(
                than: Set([item.profile.owner].compactMap(\.self)), field: "revision")
            try city.requireOutside([item.profile.lead], asked)
        }
        try step.note.requireFresh(field: "note")
    }
}

/// 退回修改: it is drawn up further.
package struct ReturnRevision: ProposingCommand {
    package static let name: StaticString = "list.returnRevision"
    package static let title = Words(zh: "退回清单修订", en: "Return a revision to its keeper")
    package static let may = Role.listApprovers
    package static let refusals: [Refusal.Code] = [
        .listUnknown, .notYours, .revisionUnknown, .revisionNotSubmitted,
    ]
    package static let example = ReturnRevision {
        $0.step = .example
        $0.step.note = .text("请补充第二条的责任单位")
    }

    package var proposed = RevisionReturned()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let step = proposed.step
        let (_, revision) = try city.requireKept(step.list, step.revision, asked)
        guard revision.state == .submitted || revision.state == .approved else {
            throw revision.notSubmitted
        }
        try requireText(step.note, field: "note")
        try step.note.requireFresh(field: "note")
    }
}

/// 撤回: nothing of it comes to hold.
package struct WithdrawRevision: ProposingCommand {
    package static let name: StaticString = "list.withdrawRevision"
    package static let title = Words(zh: "撤回清单修订", en: "Withdraw a revision")
    package static let may = Role.listKeepers
    package static let refusals: [Refusal.Code] = [
        .listUnknown, .notYours, .revisionUnknown, .revisionClosed,
    ]
    package static let example = WithdrawRevision {
        $0.step = .example
        $0.step.note = .text("部署有变，另行修订")
    }

    package var proposed = RevisionWithdrawn()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let step = proposed.step
        let (_, revision) = try city.requireKept(step.list, step.revision, asked)
        guard revision.isOpen else {
            throw Refusal(
                .revisionClosed, field: "revision",
                zh: "第 \(revision.number) 次修订\(revision.state.words.zh)",
                en: "revision \(revision.number) is \(revision.state.words.en) already")
        }
        try requireText(step.note, field: "note")
        try step.note.requireFresh(field: "note")
    }
}

/// 发布: the revision becomes the next edition.
package struct PublishEdition: ProposingCommand {
    package static let name: StaticString = "list.publishEdition"
    package static let title = Words(zh: "发布清单新版", en: "Publish the next edition of a list")
    package static let may = Role.listKeepers
    package static let refusals: [Refusal.Code] =
        [
            .listUnknown, .notYours, .revisionUnknown, .revisionNotApproved, .dayInFuture,
            .dayTooEarly, .itemsOwed,
        ] + Commitment.unreworded
    package static let example = PublishEdition {
        ($0.list, $0.revision) = (OpenList.example.proposed.id, 1)
        $0.day = Month(year: 2024, month: 10)?.firstDay ?? .blank
    }

    package var proposed = EditionPublished()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let (list, revision) = try city.requireKept(proposed.list, proposed.revision, asked)
        guard revision.state == .approved else {
            throw Refusal(
                .revisionNotApproved, field: "revision",
                zh: "第 \(revision.number) 次修订\(revision.state.words.zh)，批准后方可发布",
                en: "revision \(revision.number) is \(revision.state.words.en); it is published "
                    + "once it is approved")
        }
        try asked.requireNotFuture(proposed.day, field: "day")
        if let last = list.editions.last, proposed.day < last.day {
            throw Refusal(
                .dayTooEarly, field: "day",
                zh: "日期 \(proposed.day) 早于第 \(last.number) 版的 \(last.day)",
                en: "\(proposed.day) lies before edition \(last.number), of \(last.day)")
        }
        for change in revision.changes where change.kind == .reworded {
            for item in change.items {
                try city.commitments[item]?.requireRewordable(field: "revision")
            }
        }
        try city.requireIndependent(revision, asked)
        let owed = revision.leaving.filter { city.commitments[$0]?.isOwed == true }
        guard owed.isEmpty else {
            let names = owed.map(\.text).joined(separator: ", ")
            throw Refusal(
                .itemsOwed, field: "revision", zh: "离开清单的事项“\(names)”已下达而未了结，请先销号或撤销",
                en: "what leaves the list is still owed: \(names); strike it off or cancel it first"
            )
        }
    }
}

extension City {
    /// What was issued and is given other words by the revision.
    fileprivate func issued(rewordedBy revision: Revision) -> [Commitment] {
        revision.changes.filter { $0.kind == .reworded }.flatMap(\.items)
            .compactMap { commitments[$0] }.filter { $0.issued != nil }
    }

    /// That who approved the revision still stands outside of what it rewords: an item may have
    /// been issued or handed over since.
    fileprivate func requireIndependent(
        _ revision: Revision, _ asked: Asked
    ) throws(Refusal) {
        guard let approval = revision.step(.approved) else { return }
        for item in issued(rewordedBy: revision) {
            let isInside =
                approval.organization.map {
                    organizations.isWithin($0, item.profile.lead, on: asked.today)
                } ?? true
            guard isInside || approval.by == item.profile.owner else { continue }
            throw Refusal(
                .revisionNotApproved, field: "revision",
                zh: "“\(item.id)”的表述由其责任方批准修改，须退回并由其以外的组织批准",
                en: "the new words of \"\(item.id)\" were approved by whoever answers for it; "
                    + "return the revision and have an organization outside it approve")
        }
    }
}

extension RevisionStepFields {
    fileprivate static let example: RevisionStepFields = {
        var step = RevisionStepFields()
        (step.list, step.revision) = (OpenList.example.proposed.id, 1)
        return step
    }()
}

extension Revision {
    fileprivate var notSubmitted: Refusal {
        Refusal(
            .revisionNotSubmitted, field: "revision",
            zh: "第 \(number) 次修订\(state.words.zh)，没有待批准的内容",
            en: "revision \(number) is \(state.words.en); there is nothing to rule on")
    }
}

extension Commitment {
    /// Issued, and not yet brought to an end.
    var isOwed: Bool { state != .draft && !state.isOver }
}
