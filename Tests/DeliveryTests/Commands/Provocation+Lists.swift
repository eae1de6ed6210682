import Delivery
import Rulebook

extension Provocation {
    static let ofLists: [Provocation] =
        openings + revisions + ofChanges + itemChanges + drops + submissions + rulings
        + withdrawals + publications + ofRewordings

    private static let openings: [Provocation] = [
        Provocation(.listTaken, OpenList.example, as: .dispatcher, after: listed),
        Provocation(.textMissing, opening { $0.title = " " }, as: .dispatcher),
        Provocation(
            .organizationUnknown, opening { $0.keeper = organization("none") }, as: .dispatcher),
        Provocation(.directiveUnknown, opening { $0.directives = [.blank] }, as: .dispatcher),
        Provocation(
            .notYours, opening { $0.keeper = organization("gongxinju") }, as: .dispatcher),
    ]

    private static func opening(_ change: (inout ListProfile) -> Void) -> OpenList {
        OpenList {
            $0 = OpenList.example.proposed
            change(&$0.profile)
        }
    }

    private static let revisions: [Provocation] = [
        Provocation(.listUnknown, revising(), as: .dispatcher),
        Provocation(.notYours, revising(), as: zhongshanSupervisor, after: listed),
        Provocation(.revisionOpen, revising(), as: .dispatcher, after: revised),
        Provocation(.directiveUnknown, revising(for: .blank), as: .dispatcher, after: listed),
        Provocation(
            .textMissing, ReviseList { $0.list = TestCity.list }, as: .dispatcher, after: listed),
        Provocation(
            .fieldMalformed,
            ReviseList { ($0.list, $0.reason) = (TestCity.list, .sealed(hash)) },
            as: .dispatcher, after: listed),
    ]

    /// What refuses every command that draws a change.
    private static let ofChanges: [Provocation] = {
        let commands: [any ChangingCommand] = [
            adding("c-001"), removing("c-001", in: 1), merging(["c-001"], into: "c-002", in: 1),
            splitting("c-001", into: ["c-002", "c-003"], in: 1), rewording("c-001", in: 1),
        ]
        return commands.flatMap { command -> [Provocation] in
            [
                Provocation(.listUnknown, command, as: .dispatcher),
                Provocation(.notYours, command, as: zhongshanSupervisor, after: revised),
                Provocation(.revisionUnknown, command, as: .dispatcher, after: listed),
                Provocation(.revisionNotDrawn, command, as: .dispatcher, after: agreed),
                Provocation(
                    .textMissing, saying(.text(" "), command), as: .dispatcher, after: revised),
                Provocation(
                    .fieldMalformed, saying(.sealed(hash), command), as: .dispatcher,
                    after: revised),
            ]
        }
    }()

    private static func saying(
        _ reason: Note, _ command: some ChangingCommand
    ) -> any ChangingCommand {
        var command = command
        command.reason = reason
        return command
    }

    private static let itemChanges: [Provocation] = [
        Provocation(.commitmentUnknown, adding("none"), as: .dispatcher, after: revised),
        Provocation(.commitmentUnknown, removing("none"), as: .dispatcher, after: further()),
        Provocation(
            .commitmentUnknown, merging(["none"], into: "c-001"), as: .dispatcher,
            after: further()),
        Provocation(
            .commitmentUnknown, splitting("c-001", into: ["c-003", "none"]), as: .dispatcher,
            after: further()),
        Provocation(.commitmentUnknown, rewording("none"), as: .dispatcher, after: further()),
        Provocation(.itemListed, adding("c-001", in: 2), as: .dispatcher, after: further()),
        Provocation(
            .itemListed, merging(["c-001", "c-002"], into: "c-004"), as: .dispatcher,
            after: elsewhere),
        Provocation(
            .itemListed, splitting("c-001", into: ["c-003", "c-004"]), as: .dispatcher,
            after: elsewhere),
        Provocation(.itemNotListed, removing("c-003"), as: .dispatcher, after: further()),
        Provocation(
            .itemNotListed, merging(["c-003"], into: "c-001"), as: .dispatcher,
            after: further()),
        Provocation(
            .itemNotListed, splitting("c-003", into: ["c-001", "c-002"]), as: .dispatcher,
            after: further()),
        Provocation(.itemNotListed, rewording("c-003"), as: .dispatcher, after: further()),
        Provocation(.itemDrawn, adding("c-001"), as: .dispatcher) {
            try revised(&$0)
            try $0.accept(adding("c-001"), as: .dispatcher)
        },
        Provocation(
            .itemDrawn, removing("c-001"), as: .dispatcher, after: further(removing("c-001"))),
        Provocation(
            .itemDrawn, removing("c-001"), as: .dispatcher, after: further(rewording("c-001"))),
        Provocation(
            .itemDrawn, merging(["c-001", "c-001"], into: "c-003"), as: .dispatcher,
            after: further()),
        Provocation(
            .itemDrawn, splitting("c-001", into: ["c-003", "c-003"]), as: .dispatcher,
            after: further()),
        Provocation(
            .itemDrawn, rewording("c-001"), as: .dispatcher, after: further(rewording("c-001"))),
        Provocation(
            .itemsTooFew, merging(["c-001"], into: "c-003"), as: .dispatcher, after: further()),
        Provocation(
            .itemsTooFew, splitting("c-001", into: ["c-003"]), as: .dispatcher,
            after: further()),
        Provocation(
            .nothingChanges, rewording("c-001", nil), as: .dispatcher, after: further()),
        Provocation(
            .nothingChanges, rewording("c-001", drafting().proposed.profile.title),
            as: .dispatcher, after: further()),
        Provocation(.textMissing, rewording("c-001", " "), as: .dispatcher, after: further()),
        Provocation(
            .textMissing, rewording("c-001", criterion: .text("")), as: .dispatcher,
            after: further()),
        Provocation(
            .fieldMalformed, rewording("c-001", criterion: .sealed(hash)), as: .dispatcher,
            after: further()),
    ]
}

extension Provocation {
    private static let drops: [Provocation] = [
        Provocation(.listUnknown, dropping(1), as: .dispatcher),
        Provocation(.notYours, dropping(1), as: zhongshanSupervisor, after: revised),
        Provocation(.revisionUnknown, dropping(1, in: 2), as: .dispatcher, after: revised),
        Provocation(.revisionNotDrawn, dropping(1), as: .dispatcher, after: agreed),
        Provocation(.changeUnknown, dropping(1), as: .dispatcher, after: revised),
        Provocation(.changeNeeded, dropping(1), as: .dispatcher) {
            try revised(&$0)
            try $0.accept(adding("c-001"), as: .dispatcher)
            try $0.accept(rewording("c-001", in: 1), as: .dispatcher)
        },
    ]

    private static let submissions: [Provocation] = [
        Provocation(.listUnknown, submittingRevision(), as: .dispatcher),
        Provocation(.notYours, submittingRevision(), as: zhongshanSupervisor, after: revised),
        Provocation(.revisionUnknown, submittingRevision(2), as: .dispatcher, after: revised),
        Provocation(.revisionNotDrawn, submittingRevision(), as: .dispatcher, after: agreed),
        Provocation(.revisionEmpty, submittingRevision(2), as: .dispatcher, after: further()),
        Provocation(
            .fieldMalformed, submittingRevision(note: .sealed(hash)), as: .dispatcher,
            after: revised),
    ]

    private static let rulings: [Provocation] =
        both([approvingRevision(), returningRevision()]) + [
            Provocation(.samePerson, approvingRevision(), as: .supervisor) {
                try revised(&$0)
                try $0.accept(adding("c-001"), as: .supervisor)
                try $0.accept(submittingRevision(), as: .dispatcher)
            },
            Provocation(
                .fieldMalformed, approvingRevision(note: .sealed(hash)), as: .leader,
                after: submitted),
            Provocation(
                .fieldMalformed, returningRevision(note: .sealed(hash)), as: .leader,
                after: submitted),
            Provocation(
                .textMissing, returningRevision(note: nil), as: .leader, after: submitted),
        ]

    private static func both(_ commands: [any Command]) -> [Provocation] {
        commands.flatMap { command -> [Provocation] in
            [
                Provocation(.listUnknown, command, as: .leader),
                Provocation(.notYours, command, as: zhongshanSupervisor, after: submitted),
                Provocation(.revisionUnknown, command, as: .leader, after: listed),
                Provocation(.revisionNotSubmitted, command, as: .leader, after: revised),
            ]
        }
    }

    private static let withdrawals: [Provocation] = [
        Provocation(.listUnknown, withdrawingRevision(), as: .dispatcher),
        Provocation(.notYours, withdrawingRevision(), as: zhongshanSupervisor, after: revised),
        Provocation(.revisionUnknown, withdrawingRevision(2), as: .dispatcher, after: revised),
        Provocation(.revisionClosed, withdrawingRevision(), as: .dispatcher, after: further()),
        Provocation(.textMissing, withdrawingRevision(note: nil), as: .dispatcher, after: revised),
        Provocation(
            .fieldMalformed, withdrawingRevision(note: .sealed(hash)), as: .dispatcher,
            after: revised),
    ]

    private static let publications: [Provocation] = [
        Provocation(.listUnknown, publishing(), as: .dispatcher),
        Provocation(.notYours, publishing(), as: zhongshanSupervisor, after: agreed),
        Provocation(.revisionUnknown, publishing(2), as: .dispatcher, after: agreed),
        Provocation(.revisionNotApproved, publishing(), as: .dispatcher, after: submitted),
        Provocation(
            .dayInFuture, publishing(on: "2024-10-16"), as: .dispatcher, after: agreed),
        Provocation(.dayTooEarly, publishing(2, on: "2024-09-30"), as: .dispatcher) {
            try further(removing("c-001"))(&$0)
            try $0.approve()
        },
        Provocation(.itemsOwed, publishing(2), as: .dispatcher) {
            try further(removing("c-001"))(&$0)
            try $0.issue()
            try $0.approve()
        },
    ]

    private static let zhongshanSupervisor = Actor.person("zs-du", "zhongshan", [.supervisor])

    @Sendable static func listed(_ test: inout TestCity) throws { try test.openList() }

    /// A revision is being drawn up.
    @Sendable static func revised(_ test: inout TestCity) throws {
        try test.openList()
        try test.revise()
    }

    @Sendable static func submitted(_ test: inout TestCity) throws {
        try revised(&test)
        try test.accept(adding("c-001"), as: .dispatcher)
        try test.accept(submittingRevision(), as: .dispatcher)
    }

    @Sendable static func agreed(_ test: inout TestCity) throws {
        try submitted(&test)
        try test.accept(approvingRevision(), as: .leader)
    }

    /// `c-001` and `c-002` stand in the first edition, and a second revision has the change.
    static func further(
        _ change: (any Command)? = nil
    ) -> @Sendable (inout TestCity) throws -> Void {
        { test in
            try stated(["c-001", "c-002"])(&test)
            if let change { try test.accept(change, as: .dispatcher) }
        }
    }

    /// The items stand in the first edition, and a second revision is open.
    static func stated(_ items: [String]) -> @Sendable (inout TestCity) throws -> Void {
        { test in
            try test.openList()
            try test.publish(items.map { adding($0) })
            try test.revise()
        }
    }

    /// The same, and `c-004` is on another list.
    @Sendable static func elsewhere(_ test: inout TestCity) throws {
        try further()(&test)
        try test.draft("c-004")
        var other = OpenList.example
        other.proposed.id = ListID(unchecked: "other")
        try test.accept(other, as: .dispatcher)
        try test.accept(
            ReviseList { ($0.list, $0.reason) = (other.proposed.id, .text("编制")) },
            as: .dispatcher)
        var adding = adding("c-004")
        adding.list = other.proposed.id
        try test.accept(adding, as: .dispatcher)
    }
}
