package import Delivery
import HashTreeCollections
package import Rulebook

/// Which records a reader asked for, as the address says it.
package struct RecordFilter: Sendable {
    package var type: String?
    /// In whose name it was done.
    package var organization: OrganizationID?
    /// Who did it.
    package var actor: String?
    /// The thing that it is about, by id.
    package var subject: String?
    /// Local days, both included.
    package var from: Day?
    package var to: Day?

    package init(_ query: Query) {
        type = query["type"]
        organization = query["organization"].flatMap { OrganizationID($0) }
        actor = query["actor"]
        subject = query["subject"] ?? query["project"]
        from = query["from"].flatMap { Day($0) }
        to = query["to"].flatMap { Day($0) }
    }

    /// Whether nothing is asked but when.
    var isOfDaysOnly: Bool {
        type == nil && organization == nil && actor == nil && subject == nil
    }

    package var isEmpty: Bool {
        type == nil && organization == nil && actor == nil && subject == nil && from == nil
            && to == nil
    }

    /// The records of the days asked for.
    package func range(in city: City) -> Range<Int> {
        let start = from.flatMap { $0.adding(days: -1) }.map(city.size(atEndOf:)) ?? 0
        let end = to.map(city.size(atEndOf:)) ?? city.size
        return min(start, end)..<end
    }

    /// The records about the subject, in their order; nil where none is asked for, nothing where
    /// the city knows no such thing.
    package func recordsOfSubject(in city: City) -> [Int]? {
        guard let subject else { return nil }
        var records: Set<Int> = []
        if let organization = OrganizationID(subject).flatMap({ city.organizations[$0] }) {
            records.formUnion(organization.records)
            records.formUnion(
                city.targets.values.filter { $0.key.organization == organization.id }.map(\.seq))
        }
        let others: [Subject?] = [
            ProjectID(subject).map { .project($0) }, FindingID(subject).map { .finding($0) },
            CommitmentID(subject).map { .commitment($0) },
            DirectiveID(subject).map { .directive($0) }, ListID(subject).map { .list($0) },
            BlockerID(subject).map { .blocker($0) }, IndicatorID(subject).map { .indicator($0) },
        ]
        for other in others.compactMap(\.self) { records.formUnion(city.records(of: other)) }
        return records.sorted()
    }
}
