import HashTreeCollections
package import Rulebook

/// The dated tree of organizations and their race groups.
package struct OrganizationRegister: Sendable, Equatable {
    private var byID: TreeDictionary<OrganizationID, Organization> = [:]
    /// In the order of registration.
    package private(set) var ids: [OrganizationID] = []

    package init() {}

    package subscript(id: OrganizationID) -> Organization? { byID[id] }

    package var all: some Sequence<Organization> { ids.lazy.compactMap { byID[$0] } }

    package mutating func insert(_ organization: Organization) {
        byID[organization.id] = organization
        ids.append(organization.id)
    }

    package mutating func update(
        _ id: OrganizationID, _ at: Occurrence, _ change: (inout Organization) -> Void
    ) {
        guard var organization = byID[id] else { return }
        change(&organization)
        organization.records.append(at.seq)
        byID[id] = organization
    }

    package func parent(of id: OrganizationID, on day: Day) -> OrganizationID? {
        byID[id]?.parent.value(on: day) ?? nil
    }

    /// The organization itself, its parent, and so on to the root.
    package func lineage(of id: OrganizationID, on day: Day) -> [OrganizationID] {
        var result: [OrganizationID] = []
        var next: OrganizationID? = id
        while let current = next, !result.contains(current) {
            result.append(current)
            next = parent(of: current, on: day)
        }
        return result
    }

    /// Whether `id` is `ancestor` or belongs to it.
    package func isWithin(
        _ id: OrganizationID, _ ancestor: OrganizationID, on day: Day
    ) -> Bool {
        lineage(of: id, on: day).contains(ancestor)
    }

    package func group(of id: OrganizationID, on day: Day) -> String? {
        guard let organization = byID[id], organization.exists(on: day) else { return nil }
        return organization.group.value(on: day) ?? nil
    }

    /// The race group's member that `id` is or belongs to on that day.
    package func unit(of id: OrganizationID, on day: Day) -> OrganizationID? {
        lineage(of: id, on: day).first { group(of: $0, on: day) != nil }
    }

    /// Groups and members on a day, both in the order of registration.
    package func groups(on day: Day) -> [RaceGroup] {
        var result: [RaceGroup] = []
        for id in ids {
            guard let name = group(of: id, on: day) else { continue }
            if let index = result.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
                result[index].members.append(id)
            } else {
                result.append(RaceGroup(name: name, members: [id]))
            }
        }
        return result
    }
}

package struct RaceGroup: Sendable, Hashable {
    package var name: String
    package var members: [OrganizationID]
}
