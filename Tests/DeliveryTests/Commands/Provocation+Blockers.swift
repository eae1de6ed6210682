import Delivery
import Rulebook

extension Provocation {
    static let ofBlockers: [Provocation] =
        raisings + escalations + solutions + answers + [
            Provocation(.clockMalformed, clocks { $0.district = 0 }, as: .dispatcher),
            Provocation(.clockMalformed, clocks { $0.cityLeader = 251 }, as: .dispatcher),
            Provocation(.nothingChanges, clocks { _ in }, as: .dispatcher),
        ]

    private static let raisings: [Provocation] = [
        Provocation(.blockerTaken, raising(), as: .zhongshan, after: raised),
        Provocation(
            .projectUnknown, raising { $0.project = ProjectID(unchecked: "none") },
            as: .zhongshan),
        Provocation(
            .projectTerminated, raising { $0.project = ProjectID(unchecked: "p3") }, as: .console),
        Provocation(
            .organizationUnknown, raising { $0.organization = organization("none") },
            as: .console),
        Provocation(
            .organizationUnknown, raising { $0.handler = organization("none") }, as: .zhongshan),
        Provocation(.notYours, raising(), as: .xigang),
        Provocation(
            .notYours, raising { $0.organization = organization("xigang") }, as: .xigang),
        Provocation(.dayInFuture, raising { $0.day = day("2024-10-16") }, as: .zhongshan),
        Provocation(.textMissing, raising { $0.note = .text("") }, as: .zhongshan),
        Provocation(.fieldMalformed, raising { $0.note = .sealed(hash) }, as: .zhongshan),
    ]

    private static let escalations: [Provocation] = [
        Provocation(.blockerUnknown, escalating(), as: .zhongshan),
        Provocation(.notYours, escalating(), as: .xigang, after: raised),
        Provocation(.blockerSolved, escalating(), as: .zhongshan, after: solved),
        Provocation(.blockerClosed, escalating(), as: .zhongshan, after: closed),
        Provocation(.tierHighest, escalating(), as: .dispatcher) {
            try $0.accept(raising { $0.tier = .cityLeader }, as: .zhongshan)
        },
        Provocation(
            .organizationUnknown, escalating(to: "none"), as: .zhongshan, after: raised),
        Provocation(
            .dayInFuture, escalating(on: "2024-10-16"), as: .zhongshan, after: raised),
        Provocation(
            .dayTooEarly, escalating(on: "2024-04-30"), as: .zhongshan, after: raised),
        Provocation(
            .textMissing, escalating(reason: .text(" ")), as: .zhongshan, after: raised),
        Provocation(
            .fieldMalformed, escalating(reason: .sealed(hash)), as: .zhongshan, after: raised),
    ]

    private static let solutions: [Provocation] = [
        Provocation(.blockerUnknown, solving(), as: .keeper),
        Provocation(.notYours, solving(), as: .zhongshan, after: escalated),
        Provocation(.notYours, solving(), as: .dispatcher, after: escalated),
        Provocation(.notYours, solving(), as: .zhongshanDispatcher) {
            try $0.accept(
                raising { ($0.tier, $0.handler) = (.cityLeader, organization("dalian")) },
                as: .zhongshan)
        },
        Provocation(.notYours, solving(), as: .homeless, after: raised),
        Provocation(.blockerSolved, solving(), as: .zhongshan, after: solved),
        Provocation(.blockerClosed, solving(), as: .zhongshan, after: closed),
        Provocation(.dayInFuture, solving(on: "2024-10-16"), as: .zhongshan, after: raised),
        Provocation(.dayTooEarly, solving(on: "2024-04-30"), as: .zhongshan, after: raised),
        Provocation(.textMissing, solving(note: .text("")), as: .zhongshan, after: raised),
        Provocation(
            .fieldMalformed, solving(note: .sealed(hash)), as: .zhongshan, after: raised),
    ]

    private static let answers: [Provocation] =
        [
            Provocation(.textMissing, reopening(.text("")), as: .zhongshan, after: solved),
            Provocation(
                .fieldMalformed, reopening(.sealed(hash)), as: .zhongshan, after: solved),
            Provocation(
                .fieldMalformed,
                ConfirmBlocker {
                    $0 = ConfirmBlocker.example.proposed
                    $0.note = .sealed(hash)
                }, as: .zhongshan, after: solved),
        ]
        + [
            { ConfirmBlocker.example.on($0) as any Command }, { ReopenBlocker.example.on($0) },
        ].flatMap { (command: (String) -> any Command) in
            [
                Provocation(.blockerUnknown, command("2024-07-01"), as: .zhongshan),
                Provocation(.notYours, command("2024-07-01"), as: .keeper, after: solved),
                Provocation(
                    .blockerNotSolved, command("2024-07-01"), as: .zhongshan, after: raised),
                Provocation(
                    .blockerNotSolved, command("2024-07-01"), as: .zhongshan, after: closed),
                Provocation(.dayInFuture, command("2024-10-16"), as: .zhongshan, after: solved),
                Provocation(.dayTooEarly, command("2024-06-29"), as: .zhongshan, after: solved),
            ]
        }

    static func raised(_ test: inout TestCity) throws {
        try test.accept(raising(), as: .zhongshan)
    }

    /// At the bureau `gongxinju`.
    static func escalated(_ test: inout TestCity) throws {
        try raised(&test)
        try test.accept(escalating(), as: .zhongshan)
    }

    static func solved(_ test: inout TestCity) throws {
        try raised(&test)
        try test.accept(solving(), as: .zhongshan)
    }

    static func closed(_ test: inout TestCity) throws {
        try solved(&test)
        try test.accept(ConfirmBlocker.example, as: .zhongshan)
    }
}

extension Actor {
    fileprivate static let zhongshanDispatcher = person("zs-diaodu", "zhongshan", [.supervisor])
}

extension ConfirmBlocker {
    func on(_ text: String) -> ConfirmBlocker {
        var command = self
        command.proposed.day = day(text)
        return command
    }
}

extension ReopenBlocker {
    func on(_ text: String) -> ReopenBlocker {
        var command = self
        command.proposed.day = day(text)
        return command
    }
}

func raising(_ change: (inout BlockerRaised) -> Void = { _ in }) -> RaiseBlocker {
    RaiseBlocker {
        $0 = RaiseBlocker.example.proposed
        $0.project = ProjectID(unchecked: "p1")
        change(&$0)
    }
}

func escalating(
    to handler: String = "gongxinju", on text: String = "2024-06-01",
    reason: Note = .text("区级无指标")
) -> EscalateBlocker {
    EscalateBlocker {
        $0.blocker = BlockerID(unchecked: "b-001")
        ($0.handler, $0.day, $0.reason) = (organization(handler), day(text), reason)
    }
}

func solving(on text: String = "2024-06-30", note: Note = .text("已调剂")) -> SolveBlocker {
    SolveBlocker {
        $0.blocker = BlockerID(unchecked: "b-001")
        ($0.day, $0.note) = (day(text), note)
    }
}

func reopening(_ reason: Note) -> ReopenBlocker {
    ReopenBlocker {
        $0 = ReopenBlocker.example.proposed
        $0.reason = reason
    }
}

func clocks(_ change: (inout TierClocks) -> Void) -> SetTierClocks {
    SetTierClocks { change(&$0.clocks) }
}
