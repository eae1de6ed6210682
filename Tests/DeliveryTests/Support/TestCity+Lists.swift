import Delivery
import HashTreeCollections
import Rulebook

extension TestCity {
    static let list = OpenList.example.proposed.id

    var list: CommitmentList? { city.lists[Self.list] }

    /// The example's list, kept by `fagaiwei`, and commitments for it: drafts of zhongshan.
    mutating func openList(with items: [String] = ["c-001", "c-002", "c-003"]) throws {
        try accept(OpenList.example, as: .dispatcher)
        for item in items { try draft(item) }
    }

    mutating func revise(for directive: DirectiveID? = nil) throws {
        try accept(revising(for: directive), as: .dispatcher)
    }

    /// The latest revision is submitted and approved.
    mutating func approve() throws {
        let number = list?.revisions.count ?? 0
        try accept(submittingRevision(number), as: .dispatcher)
        try accept(approvingRevision(number), as: .leader)
    }

    /// Opens a revision with the changes and has it published.
    mutating func publish(
        _ changes: [any Command], for directive: DirectiveID? = nil, on text: String = "2024-10-01"
    ) throws {
        try revise(for: directive)
        for change in changes { try accept(change, as: .dispatcher) }
        try approve()
        try accept(publishing(list?.revisions.count ?? 0, on: text), as: .dispatcher)
    }

    func listing(_ item: String) -> Listing.Standing? {
        city.listings[CommitmentID(unchecked: item)]?.standing
    }
}

func item(_ id: String) -> CommitmentID { CommitmentID(unchecked: id) }

func revising(for directive: DirectiveID? = nil) -> ReviseList {
    ReviseList {
        $0 = ReviseList.example.proposed
        $0.directive = directive
        if directive != nil { $0.reason = nil }
    }
}

func adding(_ id: String, in revision: Int = 1) -> AddItem {
    changing(AddItem.example, in: revision) { $0.item = item(id) }
}

func removing(_ id: String, in revision: Int = 2) -> RemoveItem {
    changing(RemoveItem.example, in: revision) { $0.item = item(id) }
}

func merging(_ ids: [String], into other: String, in revision: Int = 2) -> MergeItems {
    changing(MergeItems.example, in: revision) {
        ($0.items, $0.into) = (ids.map(item), item(other))
    }
}

func splitting(_ id: String, into others: [String], in revision: Int = 2) -> SplitItem {
    changing(SplitItem.example, in: revision) {
        ($0.item, $0.into) = (item(id), others.map(item))
    }
}

func rewording(
    _ id: String, _ title: String? = "新的表述", criterion: Note? = nil, in revision: Int = 2
) -> RewordItem {
    changing(RewordItem.example, in: revision) {
        ($0.item, $0.title, $0.criterion) = (item(id), title, criterion)
    }
}

private func changing<C: ChangingCommand>(
    _ example: C, in revision: Int, _ change: (inout C) -> Void
) -> C {
    var command = example
    command.revision = revision
    change(&command)
    return command
}

func dropping(_ change: Int, in revision: Int = 1) -> DropChange {
    DropChange { ($0.list, $0.revision, $0.change) = (TestCity.list, revision, change) }
}

func submittingRevision(_ revision: Int = 1, note: Note? = nil) -> SubmitRevision {
    SubmitRevision { $0.step.fill(revision, note) }
}

func approvingRevision(_ revision: Int = 1, note: Note? = nil) -> ApproveRevision {
    ApproveRevision { $0.step.fill(revision, note) }
}

func returningRevision(_ revision: Int = 1, note: Note? = .text("请补充")) -> ReturnRevision {
    ReturnRevision { $0.step.fill(revision, note) }
}

func withdrawingRevision(_ revision: Int = 1, note: Note? = .text("另行修订")) -> WithdrawRevision {
    WithdrawRevision { $0.step.fill(revision, note) }
}

func publishing(_ revision: Int = 1, on text: String = "2024-10-01") -> PublishEdition {
    PublishEdition {
        ($0.list, $0.revision, $0.day) = (TestCity.list, revision, day(text))
    }
}

extension RevisionStepFields {
    fileprivate mutating func fill(_ revision: Int, _ note: Note?) {
        (list, self.revision, self.note) = (TestCity.list, revision, note)
    }
}
