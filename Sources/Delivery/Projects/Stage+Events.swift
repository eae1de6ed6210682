package import Rulebook

package enum ScheduleKind: String, CaseIterable, Sendable, FieldCode {
    case baseline, forecast

    package var words: Words {
        switch self {
        case .baseline: Words(zh: "计划", en: "baseline")
        case .forecast: Words(zh: "预计", en: "forecast")
        }
    }
}

package struct StageScheduled: EventBody {
    package static let type: StaticString = "project.stage_scheduled"
    package var project = ProjectID.blank
    package var stage = Stage.idea
    package var kind = ScheduleKind.forecast
    package var day = Day.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("project", &project)
        try visitor.field("stage", &stage)
        try visitor.field("kind", &kind)
        try visitor.field("day", &day)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.projects.update(project, at) {
            switch kind {
            case .baseline: $0.baseline[stage] = day
            case .forecast: $0.forecast[stage] = day
            }
        }
    }
}

package struct StageClaimed: EventBody {
    package static let type: StaticString = "project.stage_claimed"
    package var project = ProjectID.blank
    package var stage = Stage.idea
    package var day = Day.blank
    package var evidence: [Evidence] = []

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("project", &project)
        try visitor.field("stage", &stage)
        try visitor.field("day", &day)
        try visitor.list("evidence", &evidence)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.projects.update(project, at) {
            $0.claims.append(
                Claim(
                    number: $0.claims.count + 1, stage: stage, day: day, evidence: evidence,
                    organization: at.organization ?? .blank, seq: at.seq, ruling: .pending))
        }
    }
}

package struct ClaimWithdrawn: EventBody {
    package static let type: StaticString = "project.claim_withdrawn"
    package var project = ProjectID.blank
    package var claim = 0

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("project", &project)
        try visitor.field("claim", &claim)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.projects.rule(project, claim, at, .withdrawn(seq: at.seq))
    }
}

package struct StageRecognised: EventBody {
    package static let type: StaticString = "project.stage_recognised"
    package var project = ProjectID.blank
    package var claim = 0
    /// The actual date as recognised.
    package var day = Day.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("project", &project)
        try visitor.field("claim", &claim)
        try visitor.field("day", &day)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.projects.rule(
            project, claim, at,
            .recognised(day: day, by: at.organization ?? .blank, seq: at.seq))
    }
}

package struct StageRefused: EventBody {
    package static let type: StaticString = "project.stage_refused"
    package var project = ProjectID.blank
    package var claim = 0
    package var because = RefusedBecause.evidenceInsufficient
    package var note: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("project", &project)
        try visitor.field("claim", &claim)
        try visitor.field("because", &because)
        try visitor.optional("note", &note)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.projects.rule(
            project, claim, at,
            .refused(because, note: note, by: at.organization ?? .blank, seq: at.seq))
    }
}

package struct RecognitionRevoked: EventBody {
    package static let type: StaticString = "project.recognition_revoked"
    package var project = ProjectID.blank
    package var claim = 0
    package var because = RefusedBecause.evidenceInsufficient
    package var note: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("project", &project)
        try visitor.field("claim", &claim)
        try visitor.field("because", &because)
        try visitor.optional("note", &note)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.projects.rule(
            project, claim, at,
            .revoked(because, note: note, by: at.organization ?? .blank, seq: at.seq))
    }
}

/// 入库纳统: the project is entered in the official statistics.
package struct StatisticsEntered: EventBody {
    package static let type: StaticString = "project.statistics_entered"
    package var project = ProjectID.blank
    package var day = Day.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("project", &project)
        try visitor.field("day", &day)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.projects.update(project, at) { $0.statisticsEntry = day }
    }
}

extension ProjectRegister {
    fileprivate mutating func rule(
        _ id: ProjectID, _ claim: Int, _ at: Occurrence, _ ruling: Claim.Ruling
    ) {
        update(id, at) {
            if let index = $0.claims.firstIndex(where: { $0.number == claim }) {
                $0.claims[index].ruling = ruling
            }
        }
    }
}
