package import Rulebook

package enum RevisionState: String, CaseIterable, Sendable, Hashable {
    case drawn, submitted, approved, published, withdrawn

    package var words: Words {
        switch self {
        case .drawn: Words(zh: "拟定中", en: "being drawn up")
        case .submitted: Words(zh: "待批准", en: "waits for approval")
        case .approved: Words(zh: "已批准待发布", en: "approved, to be published")
        case .published: Words(zh: "已发布", en: "published")
        case .withdrawn: Words(zh: "已撤回", en: "withdrawn")
        }
    }
}

package enum ChangeKind: String, CaseIterable, Sendable, FieldCode {
    case added, merged, split, removed, reworded

    package var words: Words {
        switch self {
        case .added: Words(zh: "新增", en: "added")
        case .merged: Words(zh: "合并", en: "merged")
        case .split: Words(zh: "拆分", en: "split")
        case .removed: Words(zh: "移出", en: "removed")
        case .reworded: Words(zh: "修改表述", en: "reworded")
        }
    }
}

/// 修订: the changes that make the next edition, seen by the keeper alone until they are submitted
/// and by everybody once they are published.
package struct Revision: Sendable, Hashable {
    /// Within its list, from 1.
    package var number: Int
    /// The directive that opened it.
    package var directive: DirectiveID?
    /// Why it was opened, where no directive did.
    package var reason: Note?
    /// In the order of drawing, but for those that were dropped.
    package var changes: [Change] = []
    /// Who dropped any.
    package var droppers: Set<PersonID> = []
    /// How many were ever drawn; each keeps its number.
    package var drawnCount = 0
    /// Everything that happened to it, in order; the first is that it was opened.
    package var steps: [Step]

    package struct Change: Sendable, Hashable {
        /// Within its revision, from 1.
        package var number: Int
        package var kind: ChangeKind
        /// What is added, merged away, split, removed or reworded.
        package var items: [CommitmentID]
        /// What several are merged into, or what one is split into.
        package var into: [CommitmentID]
        /// The new title of what is reworded.
        package var title: String?
        /// The new criterion of what is reworded.
        package var criterion: Note?
        package var reason: Note
        package var by: PersonID
        package var organization: OrganizationID?
        package var day: Day
        package var seq: Int

        /// What is on the list no longer once it holds.
        package var leaving: [CommitmentID] {
            switch kind {
            case .added, .reworded: []
            case .removed: items
            case .merged, .split: items.filter { !into.contains($0) }
            }
        }
    }

    package struct Step: Sendable, Hashable {
        package enum What: Sendable, Hashable {
            case opened, submitted, returned, approved, withdrawn, published

            package var words: Words {
                switch self {
                case .opened: Words(zh: "开始修订", en: "opened")
                case .submitted: Words(zh: "送审", en: "submitted")
                case .returned: Words(zh: "退回修改", en: "returned")
                case .approved: Words(zh: "批准", en: "approved")
                case .withdrawn: Words(zh: "撤回", en: "withdrawn")
                case .published: Words(zh: "发布", en: "published")
                }
            }
        }

        package var what: What
        package var day: Day
        package var note: Note?
        package var by: PersonID
        package var organization: OrganizationID?
        package var seq: Int

        init(_ what: What, note: Note? = nil, _ at: Occurrence) {
            self.what = what
            self.note = note
            day = at.day
            by = at.actor
            organization = at.organization
            seq = at.seq
        }
    }

    package var state: RevisionState {
        switch steps.last?.what {
        case .submitted: .submitted
        case .approved: .approved
        case .published: .published
        case .withdrawn: .withdrawn
        default: .drawn
        }
    }

    package var isOpen: Bool { state != .published && state != .withdrawn }

    package func step(_ what: Step.What) -> Step? { steps.last { $0.what == what } }

    /// Who drew it up: none of them approves it.
    package var authors: Set<PersonID> {
        let steps = steps.filter { $0.what == .opened || $0.what == .submitted }
        return Set(steps.map(\.by) + changes.map(\.by)).union(droppers)
    }

    /// What leaves the list by it.
    package var leaving: [CommitmentID] { changes.flatMap(\.leaving) }

    /// The change that moves the item; a rewording moves nothing.
    package func move(of item: CommitmentID) -> Change? {
        changes.first {
            $0.kind != .reworded && ($0.items.contains(item) || $0.into.contains(item))
        }
    }

    package func rewording(of item: CommitmentID) -> Change? {
        changes.first { $0.kind == .reworded && $0.items.contains(item) }
    }
}

extension City {
    /// Whether the viewer may look at the revision's changes: everybody once it is published, its
    /// keepers before, and those who approve it from when it is submitted.
    package func maySee(
        _ revision: Revision, of list: CommitmentList, _ viewer: Actor?, on day: Day
    ) -> Bool {
        if revision.state == .published { return true }
        guard let viewer, keeps(list, viewer, on: day) else { return false }
        if !viewer.roles.isDisjoint(with: ReviseList.may) { return true }
        return revision.step(.submitted) != nil
            && !viewer.roles.isDisjoint(with: ApproveRevision.may)
    }
}
