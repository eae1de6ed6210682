import Delivery
import Rulebook

extension Provocation {
    static let ofStages: [Provocation] = [
        Provocation(.projectUnknown, schedule("none", .started), as: .zhongshan),
        Provocation(.projectTerminated, schedule("p3", .started), as: .xigang),
        Provocation(.notYours, schedule("p1", .started), as: .xigang),
        Provocation(.stageNotOnTrack, schedule("p1", .inUse), as: .zhongshan),
        Provocation(.notPermitted, schedule("p1", .started, .baseline), as: .zhongshan) {
            try $0.accept(schedule("p1", .started, .baseline), as: .zhongshan)
        },
        Provocation(
            .projectUnknown, claiming(.signed, on: "2024-03-01", project: "none"),
            as: .zhongshan),
        Provocation(
            .projectTerminated, claiming(.signed, on: "2024-03-01", project: "p3"), as: .xigang),
        Provocation(
            .projectNotActive, claiming(.signed, on: "2024-03-01", project: "p2"), as: .xigang),
        Provocation(.notYours, claiming(.signed, on: "2024-03-01"), as: .xigang),
        Provocation(.stageNotOnTrack, claiming(.reserve, on: "2024-03-01"), as: .zhongshan),
        Provocation(.dayInFuture, claiming(.signed, on: "2024-10-16"), as: .zhongshan),
        Provocation(.fieldMalformed, claiming(.signed, on: "0204-03-01"), as: .zhongshan),
        Provocation(.fieldMalformed, showing { $0.name = .sealed(hash) }, as: .zhongshan),
        Provocation(.fieldMalformed, showing { $0.size = -1 }, as: .zhongshan),
        Provocation(.stageRecognised, claiming(.signed, on: "2024-03-02"), as: .zhongshan) {
            try $0.recognise(.signed, on: "2024-03-01")
        },
        Provocation(.claimPending, claiming(.signed, on: "2024-03-02"), as: .zhongshan) {
            try $0.claim(.signed, on: "2024-03-01")
        },
        Provocation(.projectUnknown, withdrawing(1, "none"), as: .zhongshan),
        Provocation(.notYours, withdrawing(1), as: .xigang) {
            try $0.claim(.signed, on: "2024-03-01")
        },
        Provocation(.claimUnknown, withdrawing(1), as: .zhongshan),
        Provocation(.claimUnknown, withdrawing(Int.min), as: .zhongshan),
        Provocation(.claimRuled, withdrawing(1), as: .zhongshan) {
            try $0.recognise(.signed, on: "2024-03-01")
        },
    ]

    private static func showing(_ change: (inout Evidence) -> Void) -> ClaimStage {
        var claim = claiming(.signed, on: "2024-03-01")
        var contract = Evidence()
        change(&contract)
        claim.proposed.evidence = [contract]
        return claim
    }

    static let ofRulings: [Provocation] =
        recognitions + [
            Provocation(.projectUnknown, refusing(1, project: "none"), as: .dispatcher),
            Provocation(.claimUnknown, refusing(2), as: .dispatcher, after: claimed),
            Provocation(.claimRuled, refusing(1), as: .dispatcher) {
                try $0.recognise(.signed, on: "2024-03-01")
            },
            Provocation(.sameSubtree, refusing(1), as: .zhongshanInspector, after: claimed),
            Provocation(
                .fieldMalformed,
                RefuseStage {
                    $0 = refusing(1).proposed
                    $0.note = .sealed(hash)
                }, as: .dispatcher, after: claimed),
            Provocation(.projectUnknown, revoking(1, project: "none"), as: .dispatcher),
            Provocation(.claimUnknown, revoking(0), as: .dispatcher, after: claimed),
            Provocation(.claimNotRecognised, revoking(1), as: .dispatcher, after: claimed),
            Provocation(.sameSubtree, revoking(1), as: .zhongshanInspector) {
                try $0.recognise(.signed, on: "2024-03-01")
            },
            Provocation(.projectUnknown, entering("none"), as: .departmentReporter),
            Provocation(.projectTerminated, entering("p3"), as: .departmentReporter),
            Provocation(.dayInFuture, entering("p1", on: "2025-01-01"), as: .departmentReporter),
            Provocation(.sameSubtree, entering("gongxin"), as: .departmentReporter) {
                try $0.register(project: "gongxin", of: "gongxinju")
            },
            Provocation(.notPermitted, entering("p1"), as: .homeless),
        ]

    private static let recognitions: [Provocation] = [
        Provocation(
            .projectUnknown, recognising(1, on: "2024-03-01", project: "none"), as: .dispatcher),
        Provocation(.projectTerminated, recognising(1, on: "2024-03-01"), as: .dispatcher) {
            try $0.claim(.signed, on: "2024-03-01")
            try $0.change("p1", .terminated)
        },
        Provocation(
            .claimUnknown, recognising(2, on: "2024-03-01"), as: .dispatcher, after: claimed),
        Provocation(.claimRuled, recognising(1, on: "2024-03-01"), as: .dispatcher) {
            try $0.claim(.signed, on: "2024-03-01")
            try $0.accept(refusing(1), as: .dispatcher)
        },
        Provocation(
            .sameSubtree, recognising(1, on: "2024-03-01"), as: .zhongshanInspector,
            after: claimed),
        Provocation(
            .sameSubtree, recognising(1, on: "2024-03-01"), as: .parkInspector, after: claimed),
        Provocation(.notPermitted, recognising(1, on: "2024-03-01"), as: .homeless, after: claimed),
        Provocation(.evidenceMissing, recognising(1, on: "2024-03-01"), as: .dispatcher) {
            var claim = claiming(.started, on: "2024-03-01")
            claim.proposed.evidence = [evidence(.constructionPermit)]
            try $0.accept(claim, as: .zhongshan)
        },
        Provocation(.stageOutOfOrder, recognising(2, on: "2024-03-31"), as: .dispatcher) {
            try $0.recognise(.signed, on: "2024-04-01")
            try $0.claim(.landed, on: "2024-04-02")
        },
        Provocation(.stageOutOfOrder, recognising(2, on: "2024-05-02"), as: .dispatcher) {
            try $0.recognise(.started, on: "2024-05-01")
            try $0.claim(.landed, on: "2024-04-02")
        },
        Provocation(
            .dayInFuture, recognising(1, on: "2024-10-16"), as: .dispatcher, after: claimed),
    ]

    private static func claimed(_ test: inout TestCity) throws {
        try test.claim(.signed, on: "2024-03-01")
    }

    private static func entering(_ id: String, on text: String = "2024-07-01") -> EnterStatistics {
        EnterStatistics {
            $0.project = ProjectID(unchecked: id)
            $0.day = day(text)
        }
    }
}

func schedule(
    _ id: String, _ stage: Stage, _ kind: ScheduleKind = .forecast, on text: String = "2024-12-01"
) -> ScheduleStage {
    ScheduleStage {
        $0.project = ProjectID(unchecked: id)
        $0.stage = stage
        $0.kind = kind
        $0.day = day(text)
    }
}

func withdrawing(_ claim: Int, _ project: String = "p1") -> WithdrawClaim {
    WithdrawClaim {
        $0.project = ProjectID(unchecked: project)
        $0.claim = claim
    }
}
