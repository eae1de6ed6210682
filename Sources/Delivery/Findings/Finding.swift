import HashTreeCollections
package import Rulebook

package enum Severity: String, CaseIterable, Sendable, FieldCode {
    case minor, major, fraud

    package var words: Words {
        switch self {
        case .minor: Words(zh: "一般", en: "minor")
        case .major: Words(zh: "重大", en: "major")
        case .fraud: Words(zh: "弄虚作假", en: "fraud")
        }
    }
}

/// What an inspection found; it reaches the race of the organization it was found at.
package struct Finding: Sendable, Hashable {
    package var id: FindingID
    package var organization: OrganizationID
    package var project: ProjectID?
    package var severity: Severity
    package var foundOn: Day
    package var note: Note?
    package var seq: Int
    /// Set when the finding was put right; it counts all the same.
    package var closed: Closure?

    package struct Closure: Sendable, Hashable {
        package var day: Day
        package var seq: Int
    }
}

package struct FindingRecorded: EventBody {
    package static let type: StaticString = "finding.recorded"
    package var id = FindingID.blank
    package var organization = OrganizationID.blank
    package var project: ProjectID?
    package var severity = Severity.minor
    package var foundOn = Day.blank
    package var note: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("id", &id)
        try visitor.field("organization", &organization)
        try visitor.optional("project", &project)
        try visitor.field("severity", &severity)
        try visitor.field("found_on", &foundOn)
        try visitor.optional("note", &note)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.findings[id] = Finding(
            id: id, organization: organization, project: project, severity: severity,
            foundOn: foundOn, note: note, seq: at.seq)
        if let project { city.projects.update(project, at) { $0.findings.append(id) } }
    }
}

package struct FindingClosed: EventBody {
    package static let type: StaticString = "finding.closed"
    package var finding = FindingID.blank
    package var day = Day.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("finding", &finding)
        try visitor.field("day", &day)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.findings[finding]?.closed = Finding.Closure(day: day, seq: at.seq)
        if let project = city.findings[finding]?.project {
            city.projects.update(project, at) { _ in }
        }
    }
}
