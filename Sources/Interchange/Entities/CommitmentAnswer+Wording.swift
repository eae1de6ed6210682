import Delivery
import JSON
import Rulebook

extension CommitmentAnswer {
    /// The fields in which the row says something new, and what; nil for a cell that was cleared.
    private var reworded:
        [(field: AdjustedField, before: Adjustment.Value?, after: Adjustment.Value?)]
    {
        let open = { (note: Note) in holding.open(note) }
        let exported = item.profile(after: row.seq)
        return AdjustedField.allCases.compactMap { field in
            let after = row[field]
            let before = item.profile[field]?.carried(open)
            if after == before || after == nil && item.profile[field] == nil { return nil }
            if let exported, exported[field]?.carried(open) == after { return nil }
            return (field, before, after)
        }
    }

    mutating func adjust() {
        let reworded = reworded
        guard !reworded.isEmpty else {
            if row.reason != nil, item.openAdjustment == nil {
                answer.warnings.append(
                    .init(
                        .cellUnfit, field: "reason", zh: "写了调整原因，但没有要调整的内容",
                        en: "a reason is given, and nothing is to be adjusted"))
            }
            return
        }
        for (field, _, after) in reworded where after == nil && !mayBeCleared(field) {
            refuse(field.rawValue, zh: "不能清空；不变请填原值", en: "cannot be left blank")
        }
        guard answer.problems.isEmpty else { return }
        let after = reworded.map { ($0.field, $0.after) }
        if item.isDraft {
            redraft(after)
        } else if !isProposed(after) {
            propose(after)
        } else {
            return
        }
        for (field, before, after) in reworded {
            change(field.rawValue, from: before?.json, to: after?.json)
        }
    }

    private func mayBeCleared(_ field: AdjustedField) -> Bool {
        switch field {
        case .supporting, .owner, .post: true
        case .due: item.isDraft
        case .title, .criterion, .lead: false
        }
    }

    private mutating func redraft(_ fields: [(AdjustedField, Adjustment.Value?)]) {
        var profile = item.profile
        for (field, value) in fields {
            profile[field] = value
            if field == .due, value == nil { profile.due = nil }
        }
        let (id, wanted) = (item.id, profile)
        order(RedraftCommitment { ($0.commitment, $0.profile) = (id, wanted) })
    }

    /// Whether just this waits for its decision already.
    private func isProposed(_ fields: [(AdjustedField, Adjustment.Value?)]) -> Bool {
        guard let open = item.openAdjustment, open.kind == .revise else { return false }
        let waiting = open.changes.map { change in
            (change.field, change.after?.carried { holding.open($0) })
        }
        return waiting.count == fields.count && zip(waiting, fields).allSatisfy { $0 == $1 }
    }

    private mutating func propose(_ fields: [(AdjustedField, Adjustment.Value?)]) {
        guard let reason = row.reason else {
            refuse(
                "reason", zh: "事项已下达，变更须写明调整原因，报审批",
                en: "it is issued: a change is proposed with a reason and decided by others")
            return
        }
        var proposed = AdjustmentProposed()
        (proposed.commitment, proposed.reason) = (item.id, reason)
        for (field, value) in fields { proposed.set(field, value) }
        let wanted = proposed
        order(
            ProposeAdjustment { $0 = wanted },
            fields: ["commitment": fields[0].0.rawValue, "kind": "reason"])
    }
}

extension AdjustmentProposed {
    /// - Parameter value: nil clears the field.
    fileprivate mutating func set(_ field: AdjustedField, _ value: Adjustment.Value?) {
        switch (field, value) {
        case (.title, .text(let text)): title = text
        case (.criterion, .note(let note)): criterion = note
        case (.lead, .organizations(let houses)): lead = houses.first
        case (.supporting, .organizations(let houses)): supporting = houses
        case (.owner, .person(let person)): owner = person
        case (.post, .text(let text)): post = text
        case (.due, .day(let day)): due = day
        case (.supporting, nil): clears.append(.supporting)
        case (.owner, nil): clears.append(.owner)
        case (.post, nil): clears.append(.post)
        default: break
        }
    }
}
