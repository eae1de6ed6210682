import HashTreeCollections
package import Rulebook

/// The revision becomes the next edition. What the edition says is folded from the city as it
/// stands at this record.
package struct EditionPublished: EventBody {
    package static let type: StaticString = "list.edition_published"
    package var list = ListID.blank
    package var revision = 0
    package var day = Day.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("list", &list)
        try visitor.field("revision", &revision)
        try visitor.field("day", &day)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        guard let before = city.lists[list], let revision = before.revision(revision) else {
            return
        }
        let number = before.editions.count + 1
        let items = before.items(after: revision.changes)
        city.reword(by: revision, at)
        city.mark(revision, of: list, edition: number, at)
        let edition = Edition(
            number: number, day: day, title: before.profile.title,
            titleEn: before.profile.titleEn, revision: revision.number,
            approver: revision.step(.approved)?.by, lines: city.lines(items),
            openClauses: city.openClauses(of: before, with: revision), seq: at.seq)
        city.lists.update(list, at) { list in
            list.items = items
            list.profile.directives = list.directives(with: revision)
            list.editions.append(edition)
            guard let place = list.revisions.firstIndex(where: { $0.number == revision.number })
            else { return }
            list.revisions[place].steps.append(Revision.Step(.published, at))
        }
    }
}

extension City {
    /// Gives each item that the revision rewords or moves its new words, and notes the record.
    fileprivate mutating func reword(by revision: Revision, _ at: Occurrence) {
        let named = Set(revision.changes.flatMap { $0.items + $0.into })
        for item in named {
            let change = revision.rewording(of: item)
            commitments.update(item, at) {
                if let change { $0.reword(by: change, approved: revision.step(.approved), at) }
            }
        }
    }

    /// Says of each item that came or left by which edition it did.
    fileprivate mutating func mark(
        _ revision: Revision, of list: ListID, edition: Int, _ at: Occurrence
    ) {
        func listing(_ standing: Listing.Standing) -> Listing {
            Listing(list: list, edition: edition, standing: standing, seq: at.seq)
        }
        for change in revision.changes {
            let arriving = change.kind == .added ? change.items : change.into
            for item in arriving where listings[item]?.isOn(list) != true {
                listings[item] = listing(.listed)
            }
            for item in change.leaving {
                let standing: Listing.Standing =
                    switch change.kind {
                    case .split: .split(into: change.into)
                    case .merged: change.into.first.map { .merged(into: $0) } ?? .removed
                    case .added, .removed, .reworded: .removed
                    }
                listings[item] = listing(standing)
            }
        }
    }
}

extension Commitment {
    /// What is issued changes its words by an adjustment: drawn up with the change, decided with
    /// the revision.
    fileprivate mutating func reword(
        by change: Revision.Change, approved: Revision.Step?, _ at: Occurrence
    ) {
        var reworded = profile
        if let title = change.title { reworded.title = title }
        if let criterion = change.criterion { reworded.criterion = criterion }
        let changes = profile.changes(to: reworded)
        if issued != nil, let approved, !changes.isEmpty {
            let proposed = Occurrence(
                seq: change.seq, day: change.day, at: at.at, actor: change.by,
                organization: change.organization)
            let decided = Occurrence(
                seq: approved.seq, day: approved.day, at: at.at, actor: approved.by,
                organization: approved.organization)
            adjustments.append(
                Adjustment(
                    number: adjustments.count + 1, kind: .revise, changes: changes,
                    reason: change.reason, proposed: Adjustment.Mark(proposed),
                    decision: Adjustment.Decision(
                        isApproved: true, reason: approved.note, mark: Adjustment.Mark(decided))))
        }
        profile = reworded
    }
}

extension Listing {
    package func isOn(_ list: ListID) -> Bool { standing == .listed && self.list == list }
}
