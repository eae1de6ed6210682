import Delivery
import Rulebook

/// What refuses to issue or to adjust because of what stands around a commitment: the list that it
/// left, the whole that it is a part of, its parts, and who is left to look at it.
extension Provocation {
    static let ofOrder: [Provocation] = issues + proposals + decisions

    private static let tooLate = proposing("c-002") { $0.due = day("2025-03-31") }
    private static let tooEarly = proposing { $0.due = day("2024-11-30") }

    private static let issues: [Provocation] = [
        Provocation(.itemLeft, issuing(), as: .dispatcher) {
            try published(&$0)
            try $0.publish([removing("c-001")])
        },
        Provocation(.itemLeft, issuing("c-002"), as: .dispatcher) {
            try published(&$0)
            try $0.publish([merging(["c-002"], into: "c-001")])
        },
        Provocation(.dayTooLate, issuing("c-002"), as: .dispatcher) {
            try issued(&$0)
            try $0.draft("c-002") {
                ($0.parent, $0.due) = (TestCity.first, day("2025-01-31"))
            }
        },
        Provocation(.verifierMissing, issuing(), as: .dispatcher) {
            try $0.draft { ($0.lead, $0.supporting) = (organization("dalian"), []) }
        },
        Provocation(.verifierMissing, issuing(), as: .dispatcher) {
            try $0.draft { $0.supporting = [organization("dalian")] }
        },
    ]

    private static let proposals: [Provocation] = [
        Provocation(.dayTooLate, tooLate, as: .zhongshan, after: parted),
        Provocation(.partsLater, tooEarly, as: .zhongshan, after: parted),
        Provocation(
            .verifierMissing,
            proposing { ($0.lead, $0.clears) = (organization("dalian"), [.supporting]) },
            as: .zhongshan, after: issued),
    ]

    /// What came between the proposal and its approval.
    private static let decisions: [Provocation] = [
        Provocation(.dayTooLate, deciding(of: "c-002"), as: .leader) {
            try parted(&$0)
            try $0.adjust { $0.due = day("2025-03-31") }
            try $0.accept(tooLate, as: .zhongshan)
            try $0.adjust { $0.due = day("2024-12-31") }
        },
        Provocation(.partsLater, deciding(2), as: .leader) {
            try parted(&$0)
            try $0.adjust { $0.due = day("2025-03-31") }
            try $0.accept(proposing { $0.due = day("2024-12-31") }, as: .zhongshan)
            try $0.adjust("c-002") { $0.due = day("2025-02-28") }
        },
    ]

    /// `c-001` and its part `c-002` are issued, both due at the end of 2024.
    @Sendable static func parted(_ test: inout TestCity) throws {
        try issued(&test)
        try test.draft("c-002") { $0.parent = TestCity.first }
        try test.issue("c-002")
    }
}
