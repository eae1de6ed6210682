import Delivery
import Rulebook

extension Provocation {
    static let ofCommitments: [Provocation] =
        drafts + issues + acknowledgements + progresses + submissions + completions

    private static let drafts: [Provocation] =
        [
            Provocation(.commitmentTaken, drafting(), as: .dispatcher, after: drafted),
            Provocation(.notYours, drafting(), as: .xigang),
            Provocation(
                .commitmentCycle, drafting { $0.parent = TestCity.first }, as: .dispatcher),
            Provocation(.commitmentUnknown, redrafting(), as: .dispatcher),
            Provocation(.commitmentIssued, redrafting(), as: .dispatcher, after: issued),
            Provocation(.nothingChanges, redrafting(), as: .dispatcher, after: drafted),
            Provocation(.notYours, redrafting { $0.title = "新" }, as: .xigang, after: drafted),
            Provocation(
                .notYours, redrafting { $0.lead = organization("changhai") }, as: .zhongshan,
                after: drafted),
            Provocation(
                .commitmentCycle, redrafting { $0.parent = CommitmentID(unchecked: "c-002") },
                as: .dispatcher
            ) {
                try drafted(&$0)
                try $0.draft("c-002") { $0.parent = TestCity.first }
            },
            Provocation(
                .commitmentDone, redrafting("c-002") { $0.parent = TestCity.first },
                as: .dispatcher
            ) {
                try done(&$0)
                try $0.draft("c-002")
            },
            Provocation(
                .commitmentDone, drafting("c-002") { $0.parent = TestCity.first },
                as: .dispatcher, after: done),
            Provocation(
                .commitmentCancelled, drafting("c-002") { $0.parent = TestCity.first },
                as: .dispatcher, after: cancelled),
            Provocation(
                .commitmentCancelled, redrafting("c-002") { $0.parent = TestCity.first },
                as: .dispatcher
            ) {
                try cancelled(&$0)
                try $0.draft("c-002")
            },
        ] + profiles(of: { drafting("c-009", $0) }, after: { _ in })
        + profiles(of: { redrafting("c-001", $0) }, after: drafted)

    /// What refuses a profile, drafted or redrafted.
    private static func profiles(
        of command: (@escaping (inout CommitmentProfile) -> Void) -> any Command,
        after: @escaping @Sendable (inout TestCity) throws -> Void
    ) -> [Provocation] {
        let directive = RegisterDirective.example.proposed.id
        let wrong: [(Refusal.Code, (inout CommitmentProfile) -> Void)] = [
            (.textMissing, { $0.title = "" }), (.textMissing, { $0.criterion = .text(" ") }),
            (.fieldMalformed, { $0.criterion = .sealed(hash) }),
            (.organizationUnknown, { $0.lead = organization("none") }),
            (.organizationUnknown, { $0.supporting = [organization("none")] }),
            (.organizationTwice, { $0.supporting = [$0.lead] }),
            (.organizationUnknown, { $0.districts = [organization("none")] }),
            (.organizationTwice, { $0.districts = $0.supporting }),
            (.personUnknown, { $0.owner = PersonID(unchecked: "none") }),
            (.directiveUnknown, { $0.answers = [ClauseReference(.blank, nil)] }),
            (.clauseUnknown, { $0.answers = [ClauseReference(directive, "9")] }),
            (.commitmentUnknown, { $0.parent = CommitmentID(unchecked: "none") }),
            (.projectUnknown, { $0.projects = [ProjectID(unchecked: "none")] }),
            (.indicatorUnknown, { $0.indicators = [IndicatorID(unchecked: "none")] }),
            (.weightMalformed, { $0.weight = .zero }),
            (.weightMalformed, { $0.weight = Decimal(-1) }),
        ]
        let refused = wrong.map { code, change in
            Provocation(code, command(change), as: .dispatcher) {
                try $0.registerDirective()
                try after(&$0)
            }
        }
        return refused
            + alignments(
                of: { change in command { change(&$0.alignment) } }, as: .dispatcher,
                after: after)
            + provenances(
                of: { change in command { change(&$0.provenance) } }, as: .dispatcher,
                after: after)
    }

    private static let issues: [Provocation] = [
        Provocation(.commitmentUnknown, issuing(), as: .dispatcher),
        Provocation(.commitmentIssued, issuing(), as: .dispatcher, after: issued),
        Provocation(.commitmentIncomplete, issuing(), as: .dispatcher) {
            try $0.draft { $0.post = nil }
        },
        Provocation(.commitmentIncomplete, issuing(), as: .dispatcher) {
            try $0.draft { $0.due = nil }
        },
        Provocation(.commitmentNotIssued, issuing("c-002"), as: .dispatcher) {
            try drafted(&$0)
            try $0.draft("c-002") { $0.parent = TestCity.first }
        },
        Provocation(.commitmentIncomplete, issuing(), as: .dispatcher) {
            try $0.draft {
                ($0.post, $0.owner) = (nil, PersonID(unchecked: "p-zhongshan-1"))
                $0.districts = [organization("changhai")]
            }
        },
        Provocation(.commitmentTaken, issuing(), as: .dispatcher) {
            try $0.draft { $0.districts = [organization("changhai")] }
            try $0.draft("c-001.changhai")
        },
        Provocation(
            .fieldTooLong, issuing(String(repeating: "c", count: 60)), as: .dispatcher
        ) {
            try $0.draft(String(repeating: "c", count: 60)) {
                $0.districts = [organization("changhai")]
            }
        },
        Provocation(
            .dayInFuture, issuing(on: "2024-10-16"), as: .dispatcher, after: drafted),
        Provocation(.dayTooEarly, issuing(on: "2024-02-01"), as: .dispatcher) {
            try $0.draft { $0.due = day("2024-01-31") }
        },
    ]

    private static let acknowledgements: [Provocation] = [
        Provocation(.commitmentUnknown, acknowledging(), as: .zhongshan),
        Provocation(.notYours, acknowledging(), as: .xigang, after: issued),
        Provocation(.commitmentNotIssued, acknowledging(), as: .zhongshan, after: drafted),
        Provocation(
            .commitmentAcknowledged, acknowledging(), as: .zhongshan, after: acknowledged),
        Provocation(.commitmentSuspended, acknowledging(), as: .zhongshan, after: suspended),
        Provocation(.commitmentCancelled, acknowledging(), as: .zhongshan, after: cancelled),
    ]

    private static let progresses: [Provocation] =
        handling(progressing()) + [
            Provocation(
                .dayInFuture, progressing(on: "2024-10-16"), as: .zhongshan,
                after: acknowledged),
            Provocation(
                .dayTooEarly, progressing(on: "2024-01-31"), as: .zhongshan,
                after: acknowledged),
            Provocation(
                .percentOutOfRange, progressing("c-001", 101), as: .zhongshan,
                after: acknowledged),
            Provocation(
                .percentOutOfRange, progressing("c-001", -1), as: .zhongshan,
                after: acknowledged),
            Provocation(
                .textMissing, progressing("c-001", nil), as: .zhongshan, after: acknowledged),
            Provocation(
                .fieldMalformed, progressing("c-001", 5, note: .sealed(hash)), as: .zhongshan,
                after: acknowledged),
        ]

    private static let submissions: [Provocation] =
        handling(submitting()) + [
            Provocation(
                .evidenceMissing, submission { $0 = [] }, as: .zhongshan, after: acknowledged),
            Provocation(
                .evidenceTwice, submission { $0 += $0 }, as: .zhongshan, after: acknowledged),
            Provocation(.evidenceTwice, submitting(), as: .xigang) {
                try acknowledged(&$0)
                try $0.accept(submitting(), as: .zhongshan)
            },
            Provocation(
                .fieldMalformed, submission { $0[0].name = .sealed(hash) }, as: .zhongshan,
                after: acknowledged),
        ]

    private static let completions: [Provocation] =
        handling(finishing()) + [
            Provocation(.notYours, finishing(), as: .xigang, after: acknowledged),
            Provocation(.dayInFuture, finishing(on: "2024-10-16"), as: .zhongshan) {
                try acknowledged(&$0)
            },
            Provocation(.dayTooEarly, finishing(on: "2024-01-31"), as: .zhongshan) {
                try acknowledged(&$0)
            },
            Provocation(.evidenceMissing, finishing(), as: .zhongshan, after: acknowledged),
            Provocation(.adjustmentOpen, finishing(), as: .zhongshan) {
                try evidenced(&$0)
                try proposed(&$0)
            },
            Provocation(.partsOpen, finishing(), as: .zhongshan) {
                try acknowledged(&$0)
                try $0.accept(submitting(), as: .zhongshan)
                try $0.draft("c-002") { $0.parent = TestCity.first }
            },
            Provocation(
                .fieldMalformed,
                ReportDone {
                    $0 = finishing().proposed
                    $0.note = .sealed(hash)
                }, as: .zhongshan, after: acknowledged),
        ]

    /// What refuses everything that is done with a commitment that was acknowledged.
    private static func handling(_ command: any Command) -> [Provocation] {
        [
            Provocation(.commitmentUnknown, command, as: .zhongshan),
            Provocation(.notYours, command, as: .departmentReporter, after: acknowledged),
            Provocation(.commitmentNotIssued, command, as: .zhongshan, after: drafted),
            Provocation(.commitmentNotAcknowledged, command, as: .zhongshan, after: issued),
            Provocation(.commitmentDone, command, as: .zhongshan, after: done),
            Provocation(.commitmentDone, command, as: .zhongshan, after: struckOff),
            Provocation(.commitmentSuspended, command, as: .zhongshan, after: suspended),
            Provocation(.commitmentCancelled, command, as: .zhongshan, after: cancelled),
        ]
    }

    static func drafted(_ test: inout TestCity) throws { try test.draft() }

    static func issued(_ test: inout TestCity) throws {
        try test.draft()
        try test.issue()
    }

    static func acknowledged(_ test: inout TestCity) throws { try test.acknowledge() }

    static func evidenced(_ test: inout TestCity) throws {
        try test.acknowledge()
        try test.accept(submitting(), as: .zhongshan)
    }

    static func done(_ test: inout TestCity) throws {
        try test.acknowledge()
        try test.finish()
    }

    static func verified(_ test: inout TestCity) throws {
        try done(&test)
        try test.verify()
    }

    static func struckOff(_ test: inout TestCity) throws {
        try verified(&test)
        try test.accept(striking(), as: .inspector)
    }

    static func suspended(_ test: inout TestCity) throws {
        try issued(&test)
        try test.adjust { $0.kind = .suspend }
    }

    static func cancelled(_ test: inout TestCity) throws {
        try issued(&test)
        try test.adjust { $0.kind = .cancel }
    }

    /// An adjustment of an issued commitment's day.
    static func proposed(_ test: inout TestCity) throws {
        if test.commitment() == nil { try acknowledged(&test) }
        try test.accept(proposing { $0.due = day("2025-03-31") }, as: .zhongshan)
    }

    private static func submission(_ change: (inout [Evidence]) -> Void) -> SubmitEvidence {
        SubmitEvidence {
            $0 = submitting().proposed
            change(&$0.evidence)
        }
    }
}

extension ClauseReference {
    init(_ directive: DirectiveID, _ clause: String) {
        self.init(directive, CodeName(unchecked: clause))
    }
}
