import HashTreeCollections
package import Rulebook

package struct ListProfile: FieldStructure, Hashable {
    package var title = ""
    package var titleEn: String?
    /// 编制单位: who draws its revisions up.
    package var keeper = OrganizationID.blank
    /// What it answers, in order; a revision that a further one opened adds that one.
    package var directives: [DirectiveID] = []

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("title", &title)
        try visitor.optional("title_en", &titleEn)
        try visitor.field("keeper", &keeper)
        try visitor.list("directives", &directives)
    }
}

/// 提升清单: commitments kept together, changed by revisions and stated in numbered editions.
package struct CommitmentList: Registered, Hashable {
    package var id: ListID
    package var profile: ListProfile
    /// On the list by its latest edition, in its order.
    package var items: [CommitmentID] = []
    /// In the order of their opening, numbered from 1; none but the last can be open.
    package var revisions: [Revision] = []
    /// Numbered from 1.
    package var editions: [Edition] = []
    /// In the order of recording.
    package var disclosures: [Disclosure] = []
    /// In the order of recording.
    package var amendments: [Amendment] = []
    package var records: [Int]

    package func revision(_ number: Int) -> Revision? {
        revisions.first { $0.number == number }
    }

    package func edition(_ number: Int) -> Edition? { editions.first { $0.number == number } }

    /// The revision that is neither published nor withdrawn.
    package var openRevision: Revision? { revisions.last { $0.isOpen } }

    /// What is on the list once the changes hold: a merged item stands where the first of those
    /// merged into it stood, split ones where the one that was split did.
    package func items(after changes: [Revision.Change]) -> [CommitmentID] {
        var items = self.items
        for change in changes {
            switch change.kind {
            case .reworded: continue
            case .added: items += change.items.filter { !items.contains($0) }
            case .removed: items.removeAll { change.items.contains($0) }
            case .merged, .split:
                let moved = change.items + change.into
                let place = items.firstIndex { moved.contains($0) } ?? items.count
                items.removeAll { moved.contains($0) }
                items.insert(contentsOf: change.into, at: min(place, items.count))
            }
        }
        return items
    }

    /// What is on the list as its open revision has it; as its latest edition does where none is
    /// open.
    package var drawnItems: [CommitmentID] {
        openRevision.map { items(after: $0.changes) } ?? items
    }

    /// What it answers, with the directive that opened the revision.
    package func directives(with revision: Revision?) -> [DirectiveID] {
        guard let opening = revision?.directive, !profile.directives.contains(opening) else {
            return profile.directives
        }
        return profile.directives + [opening]
    }
}

/// What the latest edition that moved an item says of it.
package struct Listing: Sendable, Hashable {
    package enum Standing: Sendable, Hashable {
        case listed
        case removed
        case merged(into: CommitmentID)
        case split(into: [CommitmentID])
    }

    package var list: ListID
    /// The edition by which it came onto the list, or left it.
    package var edition: Int
    package var standing: Standing
    package var seq: Int
}

extension City {
    package func require(_ id: ListID) throws(Refusal) -> CommitmentList {
        guard let list = lists[id] else {
            throw Refusal(
                .listUnknown, field: "list", zh: "没有编号为“\(id)”的清单",
                en: "there is no list \"\(id)\"")
        }
        return list
    }

    /// The list that has the item, by its latest edition or by its open revision.
    func list(holding item: CommitmentID) -> CommitmentList? {
        lists.all.first { $0.items.contains(item) || $0.drawnItems.contains(item) }
    }

    /// Whether the keeper is, or belongs to, the actor's own organization.
    package func keeps(_ list: CommitmentList, _ actor: Actor, on day: Day) -> Bool {
        guard let home = actor.organization else { return true }
        return organizations.isWithin(list.profile.keeper, home, on: day)
    }

    func requireKept(
        _ list: CommitmentList, field: String = "list", _ asked: Asked
    ) throws(Refusal) {
        guard !keeps(list, asked.actor, on: asked.today) else { return }
        let keeper = list.profile.keeper
        throw Refusal(
            .notYours, field: field,
            zh: "清单“\(list.id)”由“\(keeper)”编制，“\(asked.actor.person)”不能办理",
            en: "\"\(keeper)\" keeps the list \"\(list.id)\", not \"\(asked.actor.person)\"")
    }
}
