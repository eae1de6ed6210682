import Delivery
import Rulebook

extension Provocation {
    static let ofAdjustments: [Provocation] = proposals + decisions + clocks

    private static let later = proposing { $0.due = day("2025-03-31") }

    private static let proposals: [Provocation] =
        [
            Provocation(.commitmentUnknown, later, as: .zhongshan),
            Provocation(.notYours, later, as: .xigang, after: acknowledged),
            Provocation(.adjustmentOpen, later, as: .zhongshan, after: proposed),
            Provocation(.nothingChanges, proposing { _ in }, as: .zhongshan, after: issued),
            Provocation(
                .nothingChanges, proposing { $0.due = day("2024-12-31") }, as: .zhongshan,
                after: issued),
            Provocation(
                .textMissing, proposing { ($0.title, $0.reason) = ("新", .text("")) },
                as: .zhongshan, after: issued),
            Provocation(
                .fieldMalformed, proposing { ($0.title, $0.reason) = ("新", .sealed(hash)) },
                as: .zhongshan, after: issued),
            Provocation(
                .textMissing, proposing { $0.title = " " }, as: .zhongshan, after: issued),
            Provocation(
                .fieldMalformed, proposing { $0.criterion = .sealed(hash) }, as: .zhongshan,
                after: issued),
            Provocation(
                .organizationUnknown, proposing { $0.lead = organization("none") },
                as: .zhongshan, after: issued),
            Provocation(
                .organizationTwice, proposing { $0.lead = organization("xigang") },
                as: .zhongshan, after: issued),
            Provocation(
                .personUnknown, proposing { $0.owner = PersonID(unchecked: "none") },
                as: .zhongshan, after: issued),
            Provocation(
                .commitmentIncomplete, proposing { $0.clears = [.post] }, as: .zhongshan,
                after: issued),
            Provocation(
                .dayTooEarly, proposing { $0.due = day("2024-01-31") }, as: .zhongshan,
                after: issued),
            Provocation(
                .adjustmentMixed,
                proposing { ($0.kind, $0.title) = (.suspend, "新") }, as: .zhongshan,
                after: issued),
            Provocation(
                .adjustmentMixed,
                proposing { ($0.kind, $0.due) = (.cancel, day("2025-03-31")) }, as: .zhongshan,
                after: issued),
        ] + states(later) { _ in }
        + [
            Provocation(
                .commitmentSuspended, proposing { $0.kind = .suspend }, as: .zhongshan,
                after: suspended),
            Provocation(
                .commitmentNotSuspended, proposing { $0.kind = .resume }, as: .zhongshan,
                after: issued),
            Provocation(.partsOpen, proposing { $0.kind = .cancel }, as: .zhongshan) {
                try issued(&$0)
                try $0.draft("c-002") { $0.parent = TestCity.first }
            },
        ]

    /// What refuses every kind by how far the commitment has come.
    private static func states(
        _ command: any Command, then: @escaping @Sendable (inout TestCity) throws -> Void
    ) -> [Provocation] {
        [
            Provocation(.commitmentNotIssued, command, as: .zhongshan, after: drafted),
            Provocation(.commitmentDone, command, as: .zhongshan, after: done),
            Provocation(.commitmentDone, command, as: .zhongshan, after: verified),
            Provocation(.commitmentDone, command, as: .zhongshan, after: struckOff),
            Provocation(.commitmentCancelled, command, as: .zhongshan, after: cancelled),
        ]
    }

    private static let decisions: [Provocation] =
        [
            Provocation(.commitmentUnknown, deciding(), as: .leader),
            Provocation(.adjustmentUnknown, deciding(), as: .leader, after: acknowledged),
            Provocation(.adjustmentUnknown, deciding(2), as: .leader, after: proposed),
            Provocation(.adjustmentDecided, deciding(), as: .leader) {
                try proposed(&$0)
                try $0.accept(deciding(), as: .leader)
            },
            Provocation(.samePerson, deciding(), as: .supervisor) {
                try acknowledged(&$0)
                try $0.accept(later, as: .person("duchashi", "dalian", [.dispatcher]))
            },
            Provocation(
                .sameSubtree, deciding(), as: .person("zs-qz", "zhongshan", [.leader]),
                after: proposed),
            Provocation(
                .sameSubtree, deciding(), as: .person("ch-qz", "changhai", [.leader])
            ) {
                try acknowledged(&$0)
                try $0.accept(proposing { $0.lead = organization("changhai") }, as: .zhongshan)
            },
            Provocation(.notPermitted, deciding(), as: .dispatcher, after: proposed),
            Provocation(.notPermitted, deciding(), as: .console, after: proposed),
            Provocation(
                .textMissing, deciding(approved: false), as: .leader, after: proposed),
            Provocation(
                .fieldMalformed, deciding(reason: .sealed(hash)), as: .leader, after: proposed),
        ] + late

    /// What came between the proposal and its approval; the records that did are folded as they
    /// are, for no command would bring them any more.
    private static let late: [Provocation] = [
        Provocation(.commitmentNotIssued, deciding(), as: .leader) {
            try drafted(&$0)
            propose(&$0, .revise)
        },
        Provocation(.commitmentDone, deciding(), as: .leader) {
            try done(&$0)
            propose(&$0, .revise)
        },
        Provocation(.commitmentCancelled, deciding(2), as: .leader) {
            try cancelled(&$0)
            propose(&$0, .revise)
        },
        Provocation(.commitmentSuspended, deciding(2), as: .leader) {
            try suspended(&$0)
            propose(&$0, .suspend)
        },
        Provocation(.commitmentNotSuspended, deciding(), as: .leader) {
            try issued(&$0)
            propose(&$0, .resume)
        },
        Provocation(.partsOpen, deciding(), as: .leader) {
            try issued(&$0)
            try $0.accept(proposing { $0.kind = .cancel }, as: .zhongshan)
            try $0.draft("c-002") { $0.parent = TestCity.first }
        },
    ]

    private static func propose(_ test: inout TestCity, _ kind: AdjustmentKind) {
        var event = AdjustmentProposed()
        (event.commitment, event.kind, event.reason) = (TestCity.first, kind, .text("原因"))
        test.fold(event, as: .zhongshan)
    }

    private static let clocks: [Provocation] = [
        Provocation(
            .clockMalformed, SetCommitmentClocks { $0.clocks.acknowledge = 0 }, as: .console),
        Provocation(
            .clockMalformed, SetCommitmentClocks { $0.clocks.update = 367 }, as: .dispatcher),
        Provocation(
            .clockMalformed, SetCommitmentClocks { $0.clocks.reminders = [0] }, as: .dispatcher),
        Provocation(
            .clockMalformed, SetCommitmentClocks { $0.clocks.reminders = [7, 7] },
            as: .dispatcher),
        Provocation(.nothingChanges, SetCommitmentClocks { _ in }, as: .dispatcher),
    ]
}
