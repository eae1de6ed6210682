/// Who looks at the city: anybody, or a person with what the register says of them now.
package enum Viewer: Sendable, Hashable {
    case guest
    case person(Actor)

    package var actor: Actor? {
        if case .person(let actor) = self { actor } else { nil }
    }

    package var roles: Set<Role> { actor?.roles ?? [] }

    /// How far a viewer sees into what is not published. Viewers of equal reach see the same city.
    package enum Reach: Sendable, Hashable {
        /// Published facts alone.
        case published
        /// Published facts, and of records that are withheld their kind, their actor and their
        /// organization.
        case headers
        /// What one organization and those that belong to it have not published either. Those
        /// who work in one of its parts see its drafts too, but an enterprise in a district does
        /// not see the district's.
        case house(OrganizationID, isEnterprise: Bool)
        case city
    }

    /// The three administrators look after the house and not after its affairs, whatever else
    /// they are.
    package var reach: Reach {
        guard let actor else { return .published }
        if actor.roles.contains(.auditAdministrator) { return .headers }
        guard actor.roles.isDisjoint(with: Role.administrators) else { return .published }
        let cityWide: Set<Role> = [.console, .leader, .supervisor, .dispatcher]
        guard actor.roles.isDisjoint(with: cityWide) else { return .city }
        guard let home = actor.organization else { return .published }
        return .house(home, isEnterprise: actor.roles.isSubset(of: [.enterprise]))
    }
}

extension City {
    /// The person as the register knows them now; who is not in it is a guest.
    package func viewer(_ person: PersonID?) -> Viewer {
        person.flatMap(actor).map { .person($0) } ?? .guest
    }
}
