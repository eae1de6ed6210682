package import Rulebook

/// What an adjustment does to a commitment.
package enum AdjustmentKind: String, CaseIterable, Sendable, FieldCode {
    case revise, suspend, resume, cancel

    package var words: Words {
        switch self {
        case .revise: Words(zh: "变更", en: "revise")
        case .suspend: Words(zh: "中止", en: "suspend")
        case .resume: Words(zh: "恢复", en: "resume")
        case .cancel: Words(zh: "撤销", en: "cancel")
        }
    }
}

/// What of an issued commitment may be adjusted.
package enum AdjustedField: String, CaseIterable, Sendable, FieldCode {
    case title, criterion, lead, supporting, owner, post, due

    package var words: Words {
        switch self {
        case .title: Words(zh: "事项", en: "title")
        case .criterion: Words(zh: "完成标准", en: "criterion")
        case .lead: Words(zh: "牵头单位", en: "lead")
        case .supporting: Words(zh: "配合单位", en: "supporting")
        case .owner: Words(zh: "责任人", en: "owner")
        case .post: Words(zh: "责任岗位", en: "post")
        case .due: Words(zh: "完成时限", en: "due")
        }
    }
}

/// 调整: what changes of a commitment after its issue, by whose word and with whose approval.
package struct Adjustment: Sendable, Hashable {
    /// From 1, in the order in which they were proposed.
    package var number: Int
    package var kind: AdjustmentKind
    /// Field by field, as it stood and as it is to stand; in the order of `AdjustedField`.
    package var changes: [Change]
    package var reason: Note
    package var proposed: Mark
    /// Nil while it is open.
    package var decision: Decision?

    package struct Change: Sendable, Hashable {
        package var field: AdjustedField
        package var before: Value?
        package var after: Value?
    }

    package enum Value: Sendable, Hashable {
        case text(String)
        case note(Note)
        case day(Day)
        case person(PersonID)
        case organizations([OrganizationID])
    }

    /// Who said so, for whom, when, and the record of it.
    package struct Mark: Sendable, Hashable {
        package var day: Day
        package var by: PersonID
        package var organization: OrganizationID?
        package var seq: Int

        init(_ at: Occurrence) {
            day = at.day
            by = at.actor
            organization = at.organization
            seq = at.seq
        }
    }

    package struct Decision: Sendable, Hashable {
        package var isApproved: Bool
        package var reason: Note?
        package var mark: Mark
    }

    package var isOpen: Bool { decision == nil }
    package var isApproved: Bool { decision?.isApproved == true }

    /// The new wording, where it changes: the title, and the criterion if its text can be read.
    package func wordingWarnings(_ text: (Note) -> String?) -> [WordingWarning] {
        let texts = changes.compactMap { change -> String? in
            switch (change.field, change.after) {
            case (.title, .text(let title)): title
            case (.criterion, .note(let note)): text(note)
            default: nil
            }
        }
        return WordingCheck.warnings(texts.joined(separator: "\n"))
    }
}

extension CommitmentProfile {
    package subscript(field: AdjustedField) -> Adjustment.Value? {
        get {
            switch field {
            case .title: .text(title)
            case .criterion: .note(criterion)
            case .lead: .organizations([lead])
            case .supporting: supporting.isEmpty ? nil : .organizations(supporting)
            case .owner: owner.map { .person($0) }
            case .post: post.map { .text($0) }
            case .due: due.map { .day($0) }
            }
        }
        set {
            switch (field, newValue) {
            case (.title, .text(let text)): title = text
            case (.criterion, .note(let note)): criterion = note
            case (.lead, .organizations(let houses)): lead = houses.first ?? lead
            case (.supporting, .organizations(let houses)): supporting = houses
            case (.supporting, nil): supporting = []
            case (.owner, .person(let person)): owner = person
            case (.owner, nil): owner = nil
            case (.post, .text(let text)): post = text
            case (.post, nil): post = nil
            case (.due, .day(let day)): due = day
            default: break
            }
        }
    }

    /// Field by field, what the other has differently.
    func changes(to other: CommitmentProfile) -> [Adjustment.Change] {
        AdjustedField.allCases.compactMap { field in
            let (before, after) = (self[field], other[field])
            return before == after
                ? nil : Adjustment.Change(field: field, before: before, after: after)
        }
    }
}

extension Commitment {
    package var openAdjustment: Adjustment? { adjustments.last { $0.isOpen } }

    package func adjustment(_ number: Int) -> Adjustment? {
        adjustments.first { $0.number == number }
    }

    /// The fields that are no longer as they were issued, by approved adjustments. The due day of
    /// a standing one moves on by itself and counts only where it was adjusted.
    package var adjustedFields: [AdjustedField] {
        let touched = Set(adjustments.filter(\.isApproved).flatMap(\.changes).map(\.field))
        return AdjustedField.allCases.filter { field in
            touched.contains(field) && baseline?[field] != profile[field]
        }
    }
}
