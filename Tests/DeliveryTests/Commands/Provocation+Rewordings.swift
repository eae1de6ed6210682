import Delivery
import Rulebook

extension Provocation {
    /// What keeps new words from an issued item.
    static let ofRewordings: [Provocation] = standing + approvals

    private static let fagaiweiLeader = Actor.person("fgw-l", "fagaiwei", [.leader])

    private static let approvals: [Provocation] = [
        Provocation(.samePerson, approvingRevision(2), as: .supervisor) {
            try further(removing("c-001"))(&$0)
            try $0.accept(removing("c-002"), as: .dispatcher)
            try $0.accept(dropping(2, in: 2), as: .supervisor)
            try $0.accept(submittingRevision(2), as: .dispatcher)
        },
        Provocation(.sameSubtree, approvingRevision(2), as: fagaiweiLeader, after: ownReworded),
        Provocation(.samePerson, approvingRevision(2), as: .leader) {
            try further(rewording("c-001"))(&$0)
            try $0.accept(
                AppointPerson {
                    ($0.person, $0.roles) = (Actor.leader.person, [.leader])
                    $0.organization = organization("dalian")
                }, as: .security)
            try $0.accept(
                redrafting { $0.owner = Actor.leader.person }, as: .dispatcher)
            try $0.issue()
            try $0.accept(submittingRevision(2), as: .dispatcher)
        },
        Provocation(.revisionNotApproved, publishing(2), as: .dispatcher) {
            // Approved as a draft's by its own house, and issued since.
            try $0.openList(with: [])
            try $0.draft("c-009") { $0.lead = organization("fagaiwei") }
            try $0.publish([adding("c-009")])
            try $0.revise()
            try $0.accept(rewording("c-009"), as: .dispatcher)
            try $0.accept(submittingRevision(2), as: .dispatcher)
            try $0.accept(approvingRevision(2), as: fagaiweiLeader)
            try $0.issue("c-009")
        },
    ]

    /// An issued item of the list's own house is given other words.
    private static func ownReworded(_ test: inout TestCity) throws {
        try test.openList(with: [])
        try test.draft("c-009") { $0.lead = organization("fagaiwei") }
        try test.publish([adding("c-009")])
        try test.issue("c-009")
        try test.revise()
        try test.accept(rewording("c-009"), as: .dispatcher)
        try test.accept(submittingRevision(2), as: .dispatcher)
    }

    /// As it stands when they are drawn up, and when they are published.
    private static let standing: [Provocation] = {
        let steps: [(Refusal.Code, @Sendable (inout TestCity) throws -> Void)] = [
            (
                .adjustmentOpen,
                { try $0.accept(proposing { $0.due = day("2025-03-31") }, as: .zhongshan) }
            ), (.commitmentDone, { try $0.finish() }),
            (.commitmentCancelled, { try $0.adjust { $0.kind = .cancel } }),
        ]
        return steps.flatMap { code, step -> [Provocation] in
            [
                Provocation(code, rewording("c-001"), as: .dispatcher) {
                    try further()(&$0)
                    try underWay(&$0)
                    try step(&$0)
                },
                Provocation(code, publishing(2), as: .dispatcher) {
                    try further(rewording("c-001"))(&$0)
                    try underWay(&$0)
                    try $0.approve()
                    try step(&$0)
                },
            ]
        }
    }()

    private static func underWay(_ test: inout TestCity) throws {
        try test.issue()
        try test.accept(acknowledging(), as: .zhongshan)
    }
}
