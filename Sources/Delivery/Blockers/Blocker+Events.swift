import HashTreeCollections
package import Rulebook

package struct BlockerRaised: EventBody {
    package static let type: StaticString = "blocker.raised"
    package var id = BlockerID.blank
    package var project = ProjectID.blank
    package var kind = BlockerKind.other
    package var organization = OrganizationID.blank
    package var tier = Tier.district
    package var handler = OrganizationID.blank
    package var day = Day.blank
    package var note = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("id", &id)
        try visitor.field("project", &project)
        try visitor.field("kind", &kind)
        try visitor.field("organization", &organization)
        try visitor.field("tier", &tier)
        try visitor.field("handler", &handler)
        try visitor.field("day", &day)
        try visitor.field("note", &note)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        let step = Blocker.Step(
            what: .raised, day: day, tier: tier, handler: handler, clock: city.tierClocks[tier],
            by: at.actor, organization: at.organization, seq: at.seq)
        city.blockers.insert(
            Blocker(
                id: id, project: project, kind: kind, organization: organization, note: note,
                steps: [step], records: [at.seq]))
        city.projects.update(project, at) { $0.blockers.append(id) }
    }
}

/// Raised to the next tier, where another house is to solve it.
package struct BlockerEscalated: EventBody {
    package static let type: StaticString = "blocker.escalated"
    package var blocker = BlockerID.blank
    package var handler = OrganizationID.blank
    package var day = Day.blank
    package var reason = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("blocker", &blocker)
        try visitor.field("handler", &handler)
        try visitor.field("day", &day)
        try visitor.field("reason", &reason)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        guard let tier = city.blockers[blocker]?.tier.next else { return }
        let clock = city.tierClocks[tier]
        city.step(blocker, .escalated, on: day, note: reason, at) {
            ($0.tier, $0.handler, $0.clock) = (tier, handler, clock)
        }
    }
}

package struct BlockerSolved: EventBody {
    package static let type: StaticString = "blocker.solved"
    package var blocker = BlockerID.blank
    package var day = Day.blank
    package var note = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("blocker", &blocker)
        try visitor.field("day", &day)
        try visitor.field("note", &note)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.step(blocker, .solved, on: day, note: note, at)
    }
}

/// The raiser confirms that it is solved.
package struct BlockerClosed: EventBody {
    package static let type: StaticString = "blocker.closed"
    package var blocker = BlockerID.blank
    package var day = Day.blank
    package var note: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("blocker", &blocker)
        try visitor.field("day", &day)
        try visitor.optional("note", &note)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.step(blocker, .closed, on: day, note: note, at)
    }
}

/// The raiser does not find it solved; its clock begins anew at the same tier.
package struct BlockerReopened: EventBody {
    package static let type: StaticString = "blocker.reopened"
    package var blocker = BlockerID.blank
    package var day = Day.blank
    package var reason = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("blocker", &blocker)
        try visitor.field("day", &day)
        try visitor.field("reason", &reason)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        let tier = city.blockers[blocker]?.tier ?? .district
        let clock = city.tierClocks[tier]
        city.step(blocker, .reopened, on: day, note: reason, at) { $0.clock = clock }
    }
}

extension City {
    /// Adds a step that stands where the one before stood, but for what `change` says.
    fileprivate mutating func step(
        _ id: BlockerID, _ what: Blocker.Step.What, on day: Day, note: Note?, _ at: Occurrence,
        _ change: (inout Blocker.Step) -> Void = { _ in }
    ) {
        blockers.update(id, at) { blocker in
            guard var step = blocker.steps.last else { return }
            (step.what, step.day, step.note) = (what, day, note)
            (step.by, step.organization, step.seq) = (at.actor, at.organization, at.seq)
            change(&step)
            blocker.steps.append(step)
        }
        if let project = blockers[id]?.project { projects.update(project, at) { _ in } }
    }
}
