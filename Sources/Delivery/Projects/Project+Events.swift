package import Rulebook

package struct ProjectRegistered: EventBody {
    package static let type: StaticString = "project.registered"
    package var id = ProjectID.blank
    package var profile = ProjectProfile()
    /// Who is credited from `from` on; empty: nobody.
    package var credits: [Credit] = []
    package var from = Day.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("id", &id)
        try profile.visit(&visitor)
        try visitor.list("credits", &credits)
        try visitor.field("from", &from)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        var project = Project(id: id, profile: profile, registered: at.seq)
        project.credits.set(credits, from: from, seq: at.seq)
        city.projects.insert(project)
    }
}

/// The whole profile as it stands from now on.
package struct ProjectRevised: EventBody {
    package static let type: StaticString = "project.revised"
    package var project = ProjectID.blank
    package var profile = ProjectProfile()

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("project", &project)
        try profile.visit(&visitor)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.projects.update(project, at) { $0.profile = profile }
    }
}

package struct ProjectCredited: EventBody {
    package static let type: StaticString = "project.credited"
    package var project = ProjectID.blank
    package var credits: [Credit] = []
    package var from = Day.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("project", &project)
        try visitor.list("credits", &credits)
        try visitor.field("from", &from)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.projects.update(project, at) { $0.credits.set(credits, from: from, seq: at.seq) }
    }
}

package enum StandingChange: String, CaseIterable, Sendable, FieldCode {
    case suspended, resumed, terminated

    package var words: Words {
        switch self {
        case .suspended: Words(zh: "中止", en: "suspended")
        case .resumed: Words(zh: "恢复", en: "resumed")
        case .terminated: Words(zh: "终止", en: "terminated")
        }
    }
}

package struct ProjectStandingChanged: EventBody {
    package static let type: StaticString = "project.standing_changed"
    package var project = ProjectID.blank
    package var change = StandingChange.suspended
    package var day = Day.blank
    package var reason: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("project", &project)
        try visitor.field("change", &change)
        try visitor.field("day", &day)
        try visitor.optional("reason", &reason)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.projects.update(project, at) {
            switch change {
            case .suspended: $0.standing = .suspended(from: day)
            case .resumed: $0.standing = .active
            case .terminated: $0.standing = .terminated(on: day)
            }
        }
    }
}

package struct ProjectReported: EventBody {
    package static let type: StaticString = "project.reported"
    package var project = ProjectID.blank
    package var asOf = Day.blank
    package var stage: Known<Stage>?
    package var wording: String?
    package var reached: ObservedPeriod?
    package var totalInvestment: Known<Money>?
    package var totalInvestmentChange: Known<Money>?
    package var completion: Known<Day>?
    package var completionChange: Int?
    package var started: Known<Day>?
    package var note: Note?
    package var provenance = Provenance()

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("project", &project)
        try visitor.field("as_of", &asOf)
        try visitor.optional("stage", &stage)
        try visitor.optional("wording", &wording)
        try visitor.optional("reached", &reached)
        try visitor.optional("total_investment", &totalInvestment)
        try visitor.optional("total_investment_change", &totalInvestmentChange)
        try visitor.optional("completion", &completion)
        try visitor.optional("completion_change", &completionChange)
        try visitor.optional("started", &started)
        try visitor.optional("note", &note)
        try provenance.visit(&visitor)
    }

    package func report(seq: Int) -> ProgressReport {
        ProgressReport(
            asOf: asOf, stage: stage, wording: wording, reached: reached,
            totalInvestment: totalInvestment, totalInvestmentChange: totalInvestmentChange,
            completion: completion, completionChange: completionChange, started: started,
            note: note, provenance: provenance, seq: seq)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.projects.update(project, at) {
            $0.insert(report(seq: at.seq))
        }
    }
}

extension Project {
    /// Keeps reports in the order of their days; of two for one day the later recorded is later.
    fileprivate mutating func insert(_ report: ProgressReport) {
        let index = reports.lastIndex { $0.asOf <= report.asOf }.map { $0 + 1 } ?? 0
        reports.insert(report, at: index)
    }

    /// The report in force for each day, in order: a later word on the same day replaces the
    /// earlier one without removing it.
    package var reportsInForce: [ProgressReport] {
        reports.indices.filter {
            $0 + 1 == reports.count || reports[$0 + 1].asOf != reports[$0].asOf
        }.map { reports[$0] }
    }
}
