import HashTreeCollections

/// Every commitment in the order of drafting, and what is a part of what.
package struct CommitmentRegister: Sendable, Equatable {
    private var items = Register<Commitment>()
    private var parts: TreeDictionary<CommitmentID, [CommitmentID]> = [:]

    package init() {}

    package var count: Int { items.count }

    /// In the order of drafting.
    package var ids: [CommitmentID] { items.ids }

    package subscript(id: CommitmentID) -> Commitment? { items[id] }

    /// In the order of drafting.
    package var all: some Sequence<Commitment> { items.all }

    /// What stands directly below it, in the order in which it came there.
    package func parts(of id: CommitmentID) -> [CommitmentID] { parts[id] ?? [] }

    package mutating func insert(_ commitment: Commitment) {
        items.insert(commitment)
        move(commitment.id, from: nil, to: commitment.profile.parent)
    }

    /// Changes one in place and notes the record that did it.
    package mutating func update(
        _ id: CommitmentID, _ at: Occurrence, _ change: (inout Commitment) -> Void
    ) {
        var before: CommitmentID?
        var after: CommitmentID?
        items.update(id, at) { commitment in
            before = commitment.profile.parent
            change(&commitment)
            after = commitment.profile.parent
        }
        if before != after { move(id, from: before, to: after) }
    }

    /// Takes out the drafts that `opens` does not open, and answers them.
    mutating func withhold(unless opens: (Commitment) -> Bool) -> [Commitment] {
        let hidden = items.withhold(unless: opens)
        for draft in hidden { move(draft.id, from: draft.profile.parent, to: nil) }
        return hidden
    }

    private mutating func move(
        _ id: CommitmentID, from before: CommitmentID?, to after: CommitmentID?
    ) {
        if let before { parts[before]?.removeAll { $0 == id } }
        if let after { parts[after, default: []].append(id) }
    }

    /// Empty, or a sentence for each thing that does not hold.
    func checkInvariants() -> [String] {
        var broken = items.checkInvariants("commitment")
        let below = items.all.count { $0.profile.parent != nil }
        if parts.values.reduce(0, { $0 + $1.count }) != below {
            broken.append("the index of parts is not the parts")
        }
        for (parent, ids) in parts {
            for id in ids where items[id]?.profile.parent != parent {
                broken.append("\(id) stands below \(parent), of which it is no part")
            }
        }
        return broken
    }
}
