import HashTreeCollections
package import Rulebook

/// What a person is entitled to in an organization and all that belongs to it.
package enum Role: String, CaseIterable, Sendable, FieldCode {
    case leader, supervisor, dispatcher
    case departmentReporter = "department_reporter"
    case districtReporter = "district_reporter"
    case inspector, enterprise
    case systemAdministrator = "system_administrator"
    case securityAdministrator = "security_administrator"
    case auditAdministrator = "audit_administrator"
    /// Whoever stands at the machine itself, without a sign-in: sets up, imports, appoints.
    case console

    package var words: Words {
        switch self {
        case .leader: Words(zh: "领导", en: "leader")
        case .supervisor: Words(zh: "督查", en: "supervisor")
        case .dispatcher: Words(zh: "调度", en: "dispatcher")
        case .departmentReporter: Words(zh: "部门填报", en: "department reporter")
        case .districtReporter: Words(zh: "地区填报", en: "district reporter")
        case .inspector: Words(zh: "督导检查", en: "inspector")
        case .enterprise: Words(zh: "企业", en: "enterprise")
        case .systemAdministrator: Words(zh: "系统管理员", en: "system administrator")
        case .securityAdministrator: Words(zh: "安全管理员", en: "security administrator")
        case .auditAdministrator: Words(zh: "审计管理员", en: "audit administrator")
        case .console: Words(zh: "本机操作员", en: "console operator")
        }
    }

    package static let administrators: Set<Role> = [
        .systemAdministrator, .securityAdministrator, .auditAdministrator,
    ]
}

package struct Appointment: Sendable, Hashable {
    package var organization: OrganizationID
    package var roles: Set<Role>
    package var seq: Int
}

/// Who asks, with what the register says of them at this moment.
package struct Actor: Sendable, Hashable {
    package var person: PersonID
    package var organization: OrganizationID?
    package var roles: Set<Role>

    package init(person: PersonID, organization: OrganizationID?, roles: Set<Role>) {
        self.person = person
        self.organization = organization
        self.roles = roles
    }

    package static let console = Actor(
        person: PersonID(unchecked: "console"), organization: nil, roles: [.console])
}

extension City {
    /// Nil where the register does not know the person.
    package func actor(_ person: PersonID) -> Actor? {
        if person == Actor.console.person { return .console }
        return people[person].map {
            Actor(person: person, organization: $0.organization, roles: $0.roles)
        }
    }

    /// A district's reporter speaks for projects of the own subtree only.
    package func requireOwn(_ project: Project, _ asked: Asked) throws(Refusal) {
        guard let home = asked.actor.organization else { return }
        let cityWide: Set<Role> = [.dispatcher, .supervisor]
        if !asked.actor.roles.isDisjoint(with: cityWide) { return }
        let answerable = answerable(for: project, on: asked.today)
        guard answerable.contains(where: { organizations.isWithin($0, home, on: asked.today) })
        else {
            throw Refusal(
                .notYours, field: "project", zh: "项目“\(project.id)”不属于“\(home)”",
                en: "project \"\(project.id)\" does not belong to \"\(home)\"")
        }
    }

    /// Lead and credited organizations.
    package func answerable(for project: Project, on day: Day) -> Set<OrganizationID> {
        var result = Set(project.credits.value(on: day)?.map(\.organization) ?? [])
        if let lead = project.profile.lead { result.insert(lead) }
        return result
    }
}

package struct PersonAppointed: EventBody {
    package static let type: StaticString = "person.appointed"
    package var person = PersonID.blank
    package var organization = OrganizationID.blank
    package var roles: [Role] = []

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("person", &person)
        try visitor.field("organization", &organization)
        try visitor.list("roles", &roles)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.people[person] = Appointment(
            organization: organization, roles: Set(roles), seq: at.seq)
    }
}

package struct PersonDismissed: EventBody {
    package static let type: StaticString = "person.dismissed"
    package var person = PersonID.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("person", &person)
    }

    package func apply(to city: inout City, _ at: Occurrence) { city.people[person] = nil }
}
