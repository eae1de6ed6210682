import Delivery
import JSON
import Rulebook

extension Entity {
    /// What a row says of an item of the list, after an export of it: a word on its progress, that
    /// it was acknowledged or is done, another wording. The item's state decides by which command.
    static let commitmentUpdate = Entity(
        name: "commitment.update", words: Words(zh: "清单办理", en: "work on a commitment"),
        fields: FieldDescription.of(CommitmentRow.self), key: ["commitment"],
        answering: Answering(
            CommitmentRow.self,
            commands: [
                AcknowledgeCommitment.name, SubmitEvidence.name, ReportProgress.name,
                ReportDone.name, RedraftCommitment.name, ProposeAdjustment.name,
            ]
        ) { row, holding, today in
            CommitmentAnswer.of(row, holding, today)
        })
}

/// One row of the sheet in which a list is worked on.
struct CommitmentRow: Fielded {
    var commitment = CommitmentID.blank
    /// The latest record of the item when the row was written.
    var seq = 0
    var title: String?
    var criterion: Note?
    var lead: OrganizationID?
    var supporting: [OrganizationID] = []
    var owner: PersonID?
    var post: String?
    var due: Day?
    /// Why something of an issued item should change.
    var reason: Note?
    var acknowledged = false
    var percent: Int?
    var note: Note?
    /// The day that percent and note are of; nil means today.
    var asOf: Day?
    var evidence: [Evidence] = []
    /// The day on which it was done.
    var done: Day?

    mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("commitment", &commitment)
        try visitor.field("seq", &seq)
        try visitor.optional("title", &title)
        try visitor.optional("criterion", &criterion)
        try visitor.optional("lead", &lead)
        try visitor.list("supporting", &supporting)
        try visitor.optional("owner", &owner)
        try visitor.optional("post", &post)
        try visitor.optional("due", &due)
        try visitor.optional("reason", &reason)
        try visitor.flag("acknowledged", &acknowledged)
        try visitor.optional("percent", &percent)
        try visitor.optional("note", &note)
        try visitor.optional("as_of", &asOf)
        try visitor.list("evidence", &evidence)
        try visitor.optional("done", &done)
    }

    /// What the row says of a field that an adjustment can change; nil where its cell is blank.
    subscript(field: AdjustedField) -> Adjustment.Value? {
        switch field {
        case .title: title.map { .text(SheetText.carried($0)) }
        case .criterion:
            if case .text(let text) = criterion {
                .note(.text(SheetText.carried(text)))
            } else {
                nil
            }
        case .lead: lead.map { .organizations([$0]) }
        case .supporting: supporting.isEmpty ? nil : .organizations(supporting)
        case .owner: owner.map { .person($0) }
        case .post: post.map { .text(SheetText.carried($0)) }
        case .due: due.map { .day($0) }
        }
    }
}

extension Adjustment.Value {
    /// As a row of a sheet states it; nil where nothing can be read.
    func carried(_ open: (Note) -> Note) -> Adjustment.Value? {
        switch self {
        case .text(let text):
            let carried = SheetText.carried(text)
            return carried.isEmpty ? nil : .text(carried)
        case .note(let note):
            guard case .text(let text) = open(note) else { return nil }
            let carried = SheetText.carried(text)
            return carried.isEmpty ? nil : .note(.text(carried))
        case .day, .person, .organizations: return self
        }
    }

    var json: JSON {
        switch self {
        case .text(let text), .note(.text(let text)): .string(text)
        case .note(.sealed(let hash)): .string(hash.text)
        case .day(let day): .string(day.description)
        case .person(let person): .string(person.text)
        case .organizations(let houses):
            houses.count == 1
                ? .string(houses[0].text) : .array(houses.map { .string($0.text) })
        }
    }
}
