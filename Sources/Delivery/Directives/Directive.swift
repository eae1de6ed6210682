package import Rulebook

/// Who spoke.
package enum DirectiveLevel: String, CaseIterable, Sendable, FieldCode {
    case national, province, city

    package var words: Words {
        switch self {
        case .national: Words(zh: "国家", en: "national")
        case .province: Words(zh: "省", en: "province")
        case .city: Words(zh: "市", en: "city")
        }
    }
}

/// One sentence of a directive, known by an id within it.
package struct Clause: FieldStructure, Hashable {
    package var id = CodeName.blank
    package var text = Note.blank

    package init() {}

    package init(_ id: CodeName, _ text: Note) {
        self.id = id
        self.text = text
    }

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("id", &id)
        try visitor.field("text", &text)
    }
}

package struct DirectiveProfile: FieldStructure, Hashable {
    package var title = ""
    package var titleEn: String?
    package var issuer = ""
    package var level = DirectiveLevel.city
    package var day: Day?
    /// In their order.
    package var clauses: [Clause] = []
    package var provenance = Provenance()

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("title", &title)
        try visitor.optional("title_en", &titleEn)
        try visitor.field("issuer", &issuer)
        try visitor.field("level", &level)
        try visitor.optional("day", &day)
        try visitor.list("clauses", &clauses)
        try provenance.visit(&visitor)
    }

    package func clause(_ id: CodeName) -> Clause? { clauses.first { $0.id == id } }
}

/// 指示、部署: the sentence from above that commitments answer, clause by clause.
package struct Directive: Registered, Hashable {
    package var id: DirectiveID
    package var profile: DirectiveProfile
    package var records: [Int]
}

package struct DirectiveRegistered: EventBody {
    package static let type: StaticString = "directive.registered"
    package var id = DirectiveID.blank
    package var profile = DirectiveProfile()

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("id", &id)
        try profile.visit(&visitor)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.directives.insert(Directive(id: id, profile: profile, records: [at.seq]))
    }
}

/// The whole directive as it stands from now on.
package struct DirectiveRevised: EventBody {
    package static let type: StaticString = "directive.revised"
    package var directive = DirectiveID.blank
    package var profile = DirectiveProfile()

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("directive", &directive)
        try profile.visit(&visitor)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.directives.update(directive, at) { $0.profile = profile }
    }
}
