import Delivery
import JSON
import Rulebook

extension Entity {
    /// An item of the list, as a draft. What was issued is changed by adjustment, not by a sheet.
    static let commitment = Entity(
        name: "commitment", words: Words(zh: "清单事项", en: "commitment"),
        command: "commitment.draft", fields: fields(of: "commitment.draft"),
        defaultKey: ["id"], onlyWhenNew: ["id"],
        held: { wanted, _, holding in
            guard let id = wanted["id"]?.stringValue.flatMap({ CommitmentID($0) }),
                let commitment = holding.city.commitments[id]
            else { return nil }
            var event = CommitmentDrafted()
            event.id = id
            event.profile = commitment.profile
            event.profile.criterion = holding.open(commitment.profile.criterion)
            event.profile.provenance.doubt = holding.open(commitment.profile.provenance.doubt)
            return object(event)
        },
        change: { wanted, held, _ in
            [
                wanted.setting("id", nil).setting("commitment", held["id"])
                    .setting("cmd", .string("commitment.redraft"))
            ]
        })
}
