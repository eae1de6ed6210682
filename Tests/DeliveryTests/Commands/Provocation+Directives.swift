import Delivery
import Rulebook

extension Provocation {
    static let ofDirectives: [Provocation] =
        [
            Provocation(.directiveTaken, RegisterDirective.example, as: .dispatcher) {
                try $0.registerDirective()
            },
            Provocation(.directiveUnknown, revising { _ in }, as: .dispatcher),
            Provocation(
                .clauseAnswered, revising { $0.clauses.removeLast() }, as: .dispatcher
            ) {
                try directed(&$0)
                try $0.draft {
                    $0.answers = [
                        ClauseReference(RegisterDirective.example.proposed.id, "2")
                    ]
                }
            },
            Provocation(.nothingChanges, revising { _ in }, as: .dispatcher, after: directed),
        ]
        + both(.textMissing) { $0.title = "" } + both(.textMissing) { $0.issuer = " " }
        + both(.textMissing) { $0.clauses[0].text = .text("") }
        + both(.fieldMalformed) { $0.clauses[1].text = .sealed(hash) }
        + both(.clauseTwice) { $0.clauses[1].id = $0.clauses[0].id }
        + both(.dayInFuture) { $0.day = day("2024-10-16") }
        + provenances(of: { change in registering { change(&$0.provenance) } }, as: .dispatcher)
        + provenances(
            of: { change in revising { change(&$0.provenance) } }, as: .dispatcher,
            after: directed)

    /// The registration and the revision with the same change.
    private static func both(
        _ code: Refusal.Code, _ change: (inout DirectiveProfile) -> Void
    ) -> [Provocation] {
        [
            Provocation(code, registering(change), as: .dispatcher),
            Provocation(code, revising(change), as: .dispatcher, after: directed),
        ]
    }

    private static func directed(_ test: inout TestCity) throws {
        try test.registerDirective()
    }

    private static func registering(
        _ change: (inout DirectiveProfile) -> Void
    ) -> RegisterDirective {
        RegisterDirective {
            $0 = RegisterDirective.example.proposed
            change(&$0.profile)
        }
    }

    private static func revising(_ change: (inout DirectiveProfile) -> Void) -> ReviseDirective {
        ReviseDirective {
            $0.directive = RegisterDirective.example.proposed.id
            $0.profile = RegisterDirective.example.proposed.profile
            change(&$0.profile)
        }
    }
}
