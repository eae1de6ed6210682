import HashTreeCollections
import Rulebook

/// What a command is about: the thing of which somebody else may have recorded something since
/// a form was opened.
package enum Subject: Sendable, Hashable {
    case organization(OrganizationID)
    case person(PersonID)
    case project(ProjectID)
    case finding(FindingID)
    case source(SourceID)
    case indicator(IndicatorID)
    case figure(SeriesKey, ObservedPeriod)
    case target(Target.Key)
    case directive(DirectiveID)
    case commitment(CommitmentID)
    case blocker(BlockerID)
    case list(ListID)
    case frame(CodeName)
    case settings

    /// Of an identifier's kind; nil where nothing known by it has records of its own.
    init?(_ id: some FieldValue) {
        switch id {
        case let id as OrganizationID: self = .organization(id)
        case let id as PersonID: self = .person(id)
        case let id as ProjectID: self = .project(id)
        case let id as FindingID: self = .finding(id)
        case let id as SourceID: self = .source(id)
        case let id as IndicatorID: self = .indicator(id)
        case let id as DirectiveID: self = .directive(id)
        case let id as CommitmentID: self = .commitment(id)
        case let id as BlockerID: self = .blocker(id)
        case let id as ListID: self = .list(id)
        default: return nil
        }
    }
}

extension Command {
    /// The first thing that the fields name.
    package var subject: Subject? {
        var finder = SubjectFinder()
        var copy = self
        // A finder has nothing to refuse.
        try? copy.visit(&finder)
        return finder.subject
    }
}

private struct SubjectFinder: FieldVisitor {
    var subject: Subject?

    mutating func field<Value: FieldValue>(_ name: StaticString, _ value: inout Value) {
        if subject == nil { subject = Subject(value) }
    }

    mutating func optional<Value: FieldValue>(_ name: StaticString, _ value: inout Value?) {}
    mutating func list<Value: FieldValue>(_ name: StaticString, _ values: inout [Value]) {}
    mutating func flag(_ name: StaticString, _ value: inout Bool) {}
}

extension City {
    /// The seqs of the records that made a thing what it is, in order.
    package func records(of subject: Subject) -> [Int] {
        switch subject {
        case .organization(let id): organizations[id]?.records ?? []
        case .person(let id): (people[id]?.seq).map { [$0] } ?? []
        case .project(let id): projects[id]?.records ?? []
        case .finding(let id):
            findings[id].map { [$0.seq] + ($0.closed.map { [$0.seq] } ?? []) } ?? []
        case .source(let id): sources[id]?.records ?? []
        case .indicator(let id): indicators[id]?.records ?? []
        case .figure(let key, let period):
            (indicators.series(key).point(normal(period, of: key))?.vintages ?? [])
                .flatMap { [$0.seq] + $0.reviews.map(\.seq) }.sorted()
        case .target(let key): (targets[key]?.seq).map { [$0] } ?? []
        case .directive(let id): directives[id]?.records ?? []
        case .commitment(let id): commitments[id]?.records ?? []
        case .blocker(let id): blockers[id]?.records ?? []
        case .list(let id): lists[id]?.records ?? []
        case .frame(let id): (frame(id)?.seq).map { [$0] } ?? []
        case .settings: (settings?.seq).map { [$0] } ?? []
        }
    }

    private func normal(_ period: ObservedPeriod, of key: SeriesKey) -> ObservedPeriod {
        indicators[key.indicator]?.profile.normal(period) ?? period
    }

    /// What was recorded of a thing since the city had `seen` records.
    package func records(of subject: Subject, since seen: Int) -> [Int] {
        records(of: subject).filter { $0 >= seen }
    }
}
