import HashTreeCollections
import Rulebook

/// The lead, or the dispatcher for it, asks that something of an issued commitment change.
package struct ProposeAdjustment: ProposingCommand {
    package static let name: StaticString = "commitment.proposeAdjustment"
    package static let title = Words(zh: "申请调整事项", en: "Propose an adjustment of a commitment")
    package static let may: Set<Role> = Role.reporters.union([.dispatcher])
    package static let refusals: [Refusal.Code] =
        [
            .commitmentUnknown, .notYours, .adjustmentOpen, .adjustmentMixed, .nothingChanges,
            .organizationUnknown, .organizationTwice, .commitmentIncomplete, .dayTooEarly,
            .dayTooLate, .partsLater, .verifierMissing,
        ] + Commitment.unadjustable
    package static let example = ProposeAdjustment {
        $0.commitment = CommitmentID(unchecked: "c-001")
        $0.due = Month(year: 2025, month: 3)?.lastDay
        $0.reason = .text("2 个项目用地批复晚于预期，申请延期一个季度")
    }

    package var proposed = AdjustmentProposed()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let commitment = try city.require(proposed.commitment)
        try city.requireOwn([commitment.profile.lead], field: "commitment", asked)
        try city.requireAdjustable(commitment, proposed.kind)
        if let open = commitment.openAdjustment {
            throw Refusal(
                .adjustmentOpen, field: "commitment", zh: "第 \(open.number) 号调整尚待审批，审批后再提",
                en: "adjustment \(open.number) awaits its decision; propose another after it")
        }
        try requireText(proposed.reason, field: "reason")
        try proposed.reason.requireFresh(field: "reason")
        let adjusted = proposed.adjusted(commitment.profile)
        let changes = commitment.profile.changes(to: adjusted)
        switch proposed.kind {
        case .revise where changes.isEmpty:
            throw Refusal(
                .nothingChanges, zh: "没有变更任何内容", en: "the adjustment changes nothing")
        case .suspend where !changes.isEmpty, .cancel where !changes.isEmpty:
            throw Refusal(
                .adjustmentMixed, field: "kind", zh: "中止或撤销时不能同时变更其他内容，请分别申请",
                en: "suspending or cancelling changes nothing else; propose the change by itself")
        default:
            try city.check(adjusted, of: commitment)
            if changes.contains(where: { $0.field == .due }) {
                try city.requireDueOrder(adjusted.due, of: commitment)
            }
            guard changes.contains(where: { [.lead, .supporting].contains($0.field) }) else {
                return
            }
            try city.requireVerifier(for: adjusted, asked)
        }
    }
}

/// Approves what was proposed, or refuses it with a reason. Somebody else than who proposed it,
/// and from outside the house that it would relieve. A new lead has then to acknowledge it.
package struct DecideAdjustment: Command {
    package static let name: StaticString = "commitment.decideAdjustment"
    package static let title = Words(zh: "审批调整", en: "Decide an adjustment")
    package static let may: Set<Role> = [.leader, .supervisor]
    package static let refusals: [Refusal.Code] =
        [
            .commitmentUnknown, .adjustmentUnknown, .adjustmentDecided, .samePerson, .sameSubtree,
            .dayTooLate, .partsLater,
        ] + Commitment.unadjustable
    package static let example = DecideAdjustment {
        $0.commitment = CommitmentID(unchecked: "c-001")
        $0.adjustment = 1
        $0.approved = true
        $0.reason = .text("情况属实，同意延期")
    }

    package var proposed = AdjustmentDecided()

    package init() {}

    package init(_ fill: (inout AdjustmentDecided) -> Void) { fill(&proposed) }

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try proposed.visit(&visitor)
    }

    package func decide(_ city: City, _ asked: Asked) throws(Refusal) -> [any EventBody] {
        let commitment = try city.require(proposed.commitment)
        guard let adjustment = commitment.adjustment(proposed.adjustment) else {
            throw Refusal(
                .adjustmentUnknown, field: "adjustment",
                zh: "事项“\(commitment.id)”没有第 \(proposed.adjustment) 号调整",
                en: "\"\(commitment.id)\" has no adjustment \(proposed.adjustment)")
        }
        if let decision = adjustment.decision {
            throw Refusal(
                .adjustmentDecided, field: "adjustment",
                zh: "第 \(adjustment.number) 号调整已于 \(decision.mark.day) 审批",
                en: "adjustment \(adjustment.number) was decided on \(decision.mark.day)")
        }
        let interested = [adjustment.proposed.by, commitment.profile.owner].compactMap { $0 }
        try asked.requireOther(than: Set(interested), field: "adjustment")
        var leads: Set<OrganizationID> = [commitment.profile.lead]
        for change in adjustment.changes where change.field == .lead && proposed.approved {
            if case .organizations(let houses) = change.after { leads.formUnion(houses) }
        }
        try city.requireOutside(leads, asked)
        try proposed.reason.requireFresh(field: "reason")
        guard proposed.approved else {
            try requireText(proposed.reason, field: "reason")
            return [proposed]
        }
        try city.requireAdjustable(commitment, adjustment.kind)
        // What it was proposed beside may have been adjusted since.
        for change in adjustment.changes where change.field == .due {
            guard case .day(let due) = change.after else { continue }
            try city.requireDueOrder(due, of: commitment, field: "adjustment")
        }
        guard commitment.isHandedOver(by: adjustment) else { return [proposed] }
        var handedOver = CommitmentHandedOver()
        handedOver.commitment = commitment.id
        return [proposed, handedOver]
    }
}

extension Commitment {
    /// What refuses an adjustment of each kind by the state.
    static let unadjustable: [Refusal.Code] = [
        .commitmentNotIssued, .commitmentDone, .commitmentCancelled, .commitmentSuspended,
        .commitmentNotSuspended, .partsOpen,
    ]
}

extension City {
    /// An adjustment is of what is issued and neither reported done nor over: what was done late
    /// is not put right by a later day.
    fileprivate func requireAdjustable(
        _ commitment: Commitment, _ kind: AdjustmentKind
    ) throws(Refusal) {
        _ = try commitment.requireIssued(field: "commitment")
        try commitment.requireNotReported()
        switch kind {
        case .revise: return
        case .suspend: try commitment.requireNotSuspended()
        case .resume:
            guard commitment.state != .suspended else { return }
            throw Refusal(
                .commitmentNotSuspended, field: "kind",
                zh: "事项“\(commitment.id)”\(commitment.state.words.zh)，并未中止",
                en: "\"\(commitment.id)\" is \(commitment.state.words.en), not suspended")
        case .cancel:
            let open = parts(of: commitment.id).first { !$0.state.isOver }
            guard let open else { return }
            throw Refusal(
                .partsOpen, field: "kind", zh: "下级事项“\(open.id)”尚未销号或撤销，请先处理下级事项",
                en: "its part \"\(open.id)\" is neither struck off nor cancelled; begin with it")
        }
    }

    /// Whether the adjusted profile could have been issued.
    fileprivate func check(
        _ profile: CommitmentProfile, of commitment: Commitment
    ) throws(Refusal) {
        try requireText(profile.title, field: "title")
        try requireText(profile.criterion, field: "criterion")
        try profile.criterion.requireFresh(
            among: [commitment.profile.criterion], field: "criterion")
        try checkHouses(of: profile)
        try profile.requireOwner()
        if let due = profile.due, let issued = commitment.issued, due < issued.day {
            throw Refusal(
                .dayTooEarly, field: "due", zh: "完成时限 \(due) 早于下达日 \(issued.day)",
                en: "\(due) lies before the day of issue, \(issued.day)")
        }
    }
}
