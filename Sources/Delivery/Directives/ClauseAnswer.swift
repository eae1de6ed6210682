import HashTreeCollections
import Rulebook

/// What answers one clause of a directive.
package struct ClauseAnswer: Sendable, Hashable {
    package enum Extent: Sendable, Hashable {
        /// No commitment answers it.
        case none
        /// Some do, and not all of them are struck off.
        case partly
        /// All that do are struck off; a standing one for a period, and it is not behind since.
        case whole

        package var words: Words {
            switch self {
            case .none: Words(zh: "未落实", en: "not answered")
            case .partly: Words(zh: "部分落实", en: "partly answered")
            case .whole: Words(zh: "已落实", en: "answered")
            }
        }
    }

    package var clause: CodeName
    /// In the order of their drafting.
    package var commitments: [CommitmentID]
    package var extent: Extent
}

extension City {
    /// Each clause of the directive with what answers it, in the order of the clauses. What
    /// answers the directive as a whole answers each clause. Drafts answer nothing yet, and
    /// what was cancelled does no more.
    package func answers(to id: DirectiveID) -> [ClauseAnswer] {
        guard let directive = directives[id] else { return [] }
        let answering = commitments.all.filter { commitment in
            commitment.state != .draft && commitment.state != .cancelled
                && commitment.profile.answers.contains { $0.directive == id }
        }
        return directive.profile.clauses.map { clause in
            let found = answering.filter { commitment in
                commitment.profile.answers.contains {
                    $0.directive == id && ($0.clause ?? clause.id) == clause.id
                }
            }
            let extent: ClauseAnswer.Extent =
                found.isEmpty ? .none : found.allSatisfy(hasDelivered) ? .whole : .partly
            return ClauseAnswer(
                clause: clause.id, commitments: found.map(\.id), extent: extent)
        }
    }

    private func hasDelivered(_ commitment: Commitment) -> Bool {
        if commitment.isDone { return true }
        return !commitment.closedPeriods.isEmpty && commitment.state != .suspended
            && !commitment.isOverdue(on: day ?? .earliest)
    }
}
