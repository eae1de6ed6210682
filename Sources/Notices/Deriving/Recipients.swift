import Delivery
import HashTreeCollections
import Rulebook

/// Who in the city is to hear of something, by the register as it stands.
struct Recipients {
    let city: City
    let day: Day

    private static let reporters: Set<Role> = [
        .departmentReporter, .districtReporter, .enterprise,
    ]
    static let offices: Set<Role> = [.supervisor, .dispatcher]

    /// Those who report for a house; where it has none, those of the nearest house above it.
    func reporters(of house: OrganizationID) -> [PersonID] {
        for place in city.organizations.lineage(of: house, on: day) {
            let found = city.people.filter { _, appointment in
                appointment.organization == place
                    && !appointment.roles.isDisjoint(with: Self.reporters)
            }
            if !found.isEmpty { return found.map(\.key).sorted() }
        }
        return []
    }

    func anybody(in roles: Set<Role>) -> [PersonID] {
        city.people.filter { !$0.value.roles.isDisjoint(with: roles) }.map(\.key).sorted()
    }

    /// Those of these roles who belong to none of the houses, as whoever judges must.
    func outside(_ houses: Set<OrganizationID>, in roles: Set<Role>) -> [PersonID] {
        anybody(in: roles).filter { person in
            guard let home = city.people[person]?.organization else { return false }
            return !houses.contains { city.organizations.isWithin(home, $0, on: day) }
        }
    }

    /// Those who carry a commitment out: its owner, and who reports for its lead.
    func owners(of commitment: CommitmentID) -> [PersonID] {
        guard let profile = city.commitments[commitment]?.profile else { return [] }
        return Self.once([profile.owner].compactMap(\.self) + reporters(of: profile.lead))
    }

    static func once(_ persons: [PersonID]) -> [PersonID] {
        var seen: Set<PersonID> = []
        return persons.filter { seen.insert($0).inserted }
    }
}
