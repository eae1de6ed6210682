import HashTreeCollections
package import Rulebook

package enum PurgeReason: String, CaseIterable, Sendable, FieldCode {
    case personal, classified, confidential, unlawful, mistaken

    package var words: Words {
        switch self {
        case .personal: Words(zh: "个人信息", en: "personal information")
        case .classified: Words(zh: "涉密", en: "classified content")
        case .confidential: Words(zh: "商业秘密", en: "business secret")
        case .unlawful: Words(zh: "依法应删", en: "to be deleted by law")
        case .mistaken: Words(zh: "误传", en: "kept by mistake")
        }
    }
}

/// 清除: one administrator's word that a text or a file beside the ledger must be forgotten, and
/// what another of them said to it. The record that cites it stands; once purged, this is its
/// tombstone.
package struct Purge: Sendable, Hashable {
    package var sha256: SHA256Text
    /// The record in which the proposer found it cited.
    package var record: Int
    package var reason: PurgeReason
    package var note: Note?
    package var proposed: Step
    package var outcome: Outcome

    package struct Step: Sendable, Hashable {
        package var day: Day
        package var by: PersonID
        /// Which of the administrators that person was.
        package var kind: Role?
        package var seq: Int
    }

    package enum Outcome: Sendable, Hashable {
        case open
        case purged(Step, note: Note?)
        case declined(Step, note: Note?)
    }

    /// The decision by which it is gone; nil where it is not.
    package var tombstone: Step? { if case .purged(let step, _) = outcome { step } else { nil } }

    package var isOpen: Bool { outcome == .open }
}

/// Every purge that was proposed, in that order.
package struct PurgeRegister: Sendable, Equatable {
    package private(set) var all: [Purge] = []
    /// Where the latest proposal about a hash stands in `all`.
    private var latest: TreeDictionary<SHA256Text, Int> = [:]

    package init() {}

    /// The latest proposal about what has this hash.
    package subscript(hash: SHA256Text) -> Purge? { latest[hash].map { all[$0] } }

    package func isPurged(_ hash: SHA256Text) -> Bool { self[hash]?.tombstone != nil }

    /// Hashes of what is no more.
    package var purged: [SHA256Text] { all.filter { $0.tombstone != nil }.map(\.sha256) }

    mutating func propose(_ purge: Purge) {
        latest[purge.sha256] = all.count
        all.append(purge)
    }

    mutating func settle(_ hash: SHA256Text, as outcome: Purge.Outcome) {
        if let index = latest[hash] { all[index].outcome = outcome }
    }

    func checkInvariants() -> [String] {
        var broken: [String] = []
        for (index, purge) in all.enumerated() {
            let hash = purge.sha256.text.prefix(8)
            let later = all[(index + 1)...].contains { $0.sha256 == purge.sha256 }
            if later == (latest[purge.sha256] == index) {
                broken.append("purge \(hash): the latest proposal is not known as such")
            }
            if purge.record >= purge.proposed.seq {
                broken.append("purge \(hash): proposed before it was cited")
            }
            switch purge.outcome {
            case .open:
                if later { broken.append("purge \(hash): proposed again while open") }
            case .purged(let step, _), .declined(let step, _):
                if purge.tombstone != nil, later {
                    broken.append("purge \(hash): proposed again when it was gone")
                }
                if step.seq <= purge.proposed.seq || step.day < purge.proposed.day {
                    broken.append("purge \(hash): settled before it was proposed")
                }
                if step.by == purge.proposed.by || step.kind == purge.proposed.kind {
                    broken.append("purge \(hash): one kind of administrator did both")
                }
            }
        }
        return broken
    }
}
