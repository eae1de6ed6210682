package import Rulebook

/// 版次: what the list said on the day of its publication. It is taken from the city as the record
/// that published it was folded, and nothing that happens later reaches it.
package struct Edition: Sendable, Hashable {
    /// From 1.
    package var number: Int
    package var day: Day
    /// What the list was called.
    package var title: String
    package var titleEn: String?
    /// The revision that it published.
    package var revision: Int
    package var approver: PersonID?
    package var lines: [Line]
    /// Clauses of the list's directives that no item on it took up.
    package var openClauses: [ClauseReference]
    package var seq: Int

    /// An item as it stood.
    package struct Line: Sendable, Hashable {
        package var item: CommitmentID
        package var kind: CommitmentKind
        package var title: String
        package var criterion: Note
        package var lead: OrganizationID
        package var due: Day?
        package var weight: Decimal?

        package init(_ commitment: Commitment) {
            let profile = commitment.profile
            item = commitment.id
            kind = profile.kind
            title = profile.title
            criterion = profile.criterion
            lead = profile.lead
            due = profile.due
            weight = profile.weight
        }
    }

    package func line(_ item: CommitmentID) -> Line? { lines.first { $0.item == item } }
}

extension City {
    /// The items as they stand now.
    package func lines(_ items: [CommitmentID]) -> [Edition.Line] {
        items.compactMap { commitments[$0] }.map(Edition.Line.init)
    }

    /// The clauses of the directives that none of the items says it answers, drafts among them.
    package func clauses(
        of directives: [DirectiveID], openBeside items: [CommitmentID]
    ) -> [ClauseReference] {
        let answers = Set(items.compactMap { commitments[$0] }.flatMap(\.profile.answers))
        return directives.compactMap { self.directives[$0] }.flatMap { directive in
            directive.profile.clauses.map { ClauseReference(directive.id, $0.id) }
        }.filter { clause in
            !answers.contains(clause)
                && !answers.contains(ClauseReference(clause.directive, nil))
        }
    }

    /// What would stay open were the revision published now: a warning, not a refusal.
    package func openClauses(of list: CommitmentList, with revision: Revision?) -> [ClauseReference]
    {
        let items = revision.map { list.items(after: $0.changes) } ?? list.items
        return clauses(of: list.directives(with: revision), openBeside: items)
    }
}
