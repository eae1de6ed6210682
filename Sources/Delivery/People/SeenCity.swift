import HashTreeCollections
import Rulebook

/// The city as one viewer may see it: what is another organization's draft is not in it.
package struct SeenCity: Sendable {
    package let city: City
    package let reach: Viewer.Reach
    /// Seqs of the records whose content is kept from the viewer.
    package let withheld: Set<Int>

    /// Whether the kind, the actor and the organization of a withheld record are shown.
    package var showsHeaders: Bool { reach == .headers }
}

extension City {
    /// Without what the viewer may not see: drafts and figures not accepted of other houses.
    package func seen(by viewer: Viewer) -> SeenCity { seen(within: viewer.reach) }

    package func seen(within reach: Viewer.Reach) -> SeenCity {
        guard reach != .city else { return SeenCity(city: self, reach: reach, withheld: []) }
        var seen = self
        var withheld = Set<Int>()
        // A register whose things can be drafts takes one line here.
        // What an edition has stated is published, whether it is owed yet or not.
        let drafts = seen.commitments.withhold {
            listings[$0.id] != nil || opens($0.draftHouses, to: reach)
        }
        withheld.formUnion(drafts.flatMap(\.records))
        withheld.formUnion(
            seen.directives.withhold { opens($0.draftHouses, to: reach) }.flatMap(\.records))
        for list in lists.all where !opens([list.profile.keeper], to: reach) {
            let hidden = list.unpublishedRecords
            guard !hidden.isEmpty else { continue }
            withheld.formUnion(hidden)
            seen.lists.modify(list.id) { list in
                list.revisions.removeAll { $0.state != .published }
                list.records.removeAll(where: hidden.contains)
            }
        }
        withheld.formUnion(
            seen.indicators.withhold { key in
                let keeper = indicators[key.indicator]?.profile.owner
                return opens([key.organization, keeper].compactMap { $0 }, to: reach)
            })
        return SeenCity(city: seen, reach: reach, withheld: withheld)
    }

    /// Whether a viewer of that reach sees what one of these houses has not published.
    private func opens(_ houses: [OrganizationID], to reach: Viewer.Reach) -> Bool {
        switch reach {
        case .city: return true
        case .published, .headers: return false
        case .house(let home, let isEnterprise):
            let today = day ?? .earliest
            return houses.contains { house in
                if organizations.isWithin(house, home, on: today) { return true }
                // Everybody belongs to the head of the tree; its drafts are not everybody's.
                guard !isEnterprise, organizations.parent(of: house, on: today) != nil else {
                    return false
                }
                return organizations.isWithin(home, house, on: today)
            }
        }
    }
}

extension CommitmentList {
    /// What was recorded while a revision was open that is open still or was withdrawn; but not
    /// what has nothing to do with it.
    fileprivate var unpublishedRecords: Set<Int> {
        var hidden: Set<Int> = []
        for revision in revisions where revision.state != .published {
            guard let first = revision.steps.first?.seq else { continue }
            let last = revision.isOpen ? Int.max : revision.steps.last?.seq ?? first
            hidden.formUnion(records.filter { (first...last).contains($0) })
        }
        return hidden.subtracting(disclosures.map(\.seq)).subtracting(amendments.map(\.seq))
    }
}
