package import Rulebook

package struct OrganizationRegistered: EventBody {
    package static let type: StaticString = "organization.registered"
    package var id = OrganizationID.blank
    package var kind = OrganizationKind.district
    package var name = ""
    package var nameEn: String?
    package var aliases: [String] = []
    package var code: String?
    package var parent: OrganizationID?
    package var group: String?
    package var from = Day.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("id", &id)
        try visitor.field("kind", &kind)
        try visitor.field("name", &name)
        try visitor.optional("name_en", &nameEn)
        try visitor.list("aliases", &aliases)
        try visitor.optional("code", &code)
        try visitor.optional("parent", &parent)
        try visitor.optional("group", &group)
        try visitor.field("from", &from)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        var organization = Organization(
            id: id, kind: kind, name: name, nameEn: nameEn, aliases: aliases, code: code,
            from: from, closed: nil, parent: Dated(), group: Dated(), records: [at.seq])
        organization.parent.set(parent, from: from, seq: at.seq)
        organization.group.set(group, from: from, seq: at.seq)
        city.organizations.insert(organization)
    }
}

package struct OrganizationRenamed: EventBody {
    package static let type: StaticString = "organization.renamed"
    package var organization = OrganizationID.blank
    package var name = ""
    package var nameEn: String?
    package var aliases: [String] = []

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("organization", &organization)
        try visitor.field("name", &name)
        try visitor.optional("name_en", &nameEn)
        try visitor.list("aliases", &aliases)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.organizations.update(organization, at) {
            $0.name = name
            $0.nameEn = nameEn
            $0.aliases = aliases
        }
    }
}

package struct OrganizationMoved: EventBody {
    package static let type: StaticString = "organization.moved"
    package var organization = OrganizationID.blank
    /// Nil: to the root.
    package var parent: OrganizationID?
    package var from = Day.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("organization", &organization)
        try visitor.optional("parent", &parent)
        try visitor.field("from", &from)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.organizations.update(organization, at) {
            $0.parent.set(parent, from: from, seq: at.seq)
        }
    }
}

package struct OrganizationGrouped: EventBody {
    package static let type: StaticString = "organization.grouped"
    package var organization = OrganizationID.blank
    /// Nil: in no race group.
    package var group: String?
    package var from = Day.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("organization", &organization)
        try visitor.optional("group", &group)
        try visitor.field("from", &from)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.organizations.update(organization, at) {
            $0.group.set(group, from: from, seq: at.seq)
        }
    }
}

package struct OrganizationClosed: EventBody {
    package static let type: StaticString = "organization.closed"
    package var organization = OrganizationID.blank
    package var from = Day.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("organization", &organization)
        try visitor.field("from", &from)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.organizations.update(organization, at) { $0.closed = from }
    }
}
