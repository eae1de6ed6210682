import Delivery
import Rulebook

extension Provocation {
    static let ofFrames: [Provocation] =
        [
            Provocation(.textMissing, frame { $0.name = " " }, as: .dispatcher),
            Provocation(.fieldMissing, frame { $0.lines = [] }, as: .dispatcher),
            Provocation(.textMissing, frame { $0.lines[1].name = "" }, as: .dispatcher),
            Provocation(.lineTaken, frame { $0.lines[1].id = $0.lines[0].id }, as: .dispatcher),
            Provocation(
                .lineTaken, frame { $0.id = CodeName(unchecked: "two-zones") }, as: .dispatcher,
                after: declared),
            Provocation(.lineDropped, frame { $0.lines = [$0.lines[1]] }, as: .dispatcher) {
                try $0.declare()
            },
            Provocation(.nothingChanges, DeclareFrame.example, as: .dispatcher, after: declared),
        ] + alignments

    static let ofSources: [Provocation] =
        [
            Provocation(.textMissing, source { $0.title = "" }, as: .dispatcher),
            Provocation(.dayInFuture, source { $0.day = day("2024-10-16") }, as: .dispatcher),
            Provocation(.nothingChanges, RegisterSource.example, as: .dispatcher) {
                try $0.accept(RegisterSource.example, as: .console)
            },
        ] + provenances(of: { change in new { change(&$0.provenance) } })
        + provenances(of: { change in revision("p1") { change(&$0.provenance) } })
        + provenances(of: { change in report("p1") { change(&$0.provenance) } })
        + [
            Provocation(
                .dayInFuture, report("p1") { $0.reached = ObservedPeriod("2024-11") },
                as: .zhongshan)
        ]

    private static let alignments: [Provocation] =
        [
            { change in new { change(&$0.alignment) } },
            { change in revision("p1") { change(&$0.alignment) } },
        ].flatMap { (command: (@escaping (inout Alignment) -> Void) -> any Command) in
            alignments(of: command)
        }

    /// What refuses an alignment, of whatever command carries one.
    static func alignments(
        of command: (@escaping (inout Alignment) -> Void) -> any Command,
        as actor: Actor = .zhongshan,
        after: @escaping @Sendable (inout TestCity) throws -> Void = { _ in }
    ) -> [Provocation] {
        let wrong: [(Refusal.Code, Alignment)] = [
            (.lineUnknown, Alignment(CodeName(unchecked: "P9"))),
            (.lineUnknown, Alignment(p1, others: [CodeName(unchecked: "P9")])),
            (.lineMissing, Alignment(nil, others: [p1])),
            (.lineTwice, Alignment(p1, others: [p1])),
        ]
        return wrong.map { code, alignment in
            Provocation(code, command { $0 = alignment }, as: actor) {
                if $0.city.frames.isEmpty { try $0.declare() }
                try after(&$0)
            }
        }
    }

    /// What refuses a provenance, of whatever command carries one.
    static func provenances(
        of command: (@escaping (inout Provenance) -> Void) -> any Command,
        as actor: Actor = .zhongshan,
        after: @escaping @Sendable (inout TestCity) throws -> Void = { _ in }
    ) -> [Provocation] {
        let unknown = SourceID(unchecked: "none")
        var doubted = Provenance(.example)
        doubted.doubt = .sealed(hash)
        var unfounded = Provenance()
        unfounded.reference = "F09"
        let wrong: [(Refusal.Code, Provenance)] = [
            (.sourceUnknown, Provenance(.stated, unknown)),
            (.sourceUnknown, Provenance(.reported, unknown)),
            (.provenanceIncomplete, Provenance(.stated)),
            (.provenanceIncomplete, Provenance(.inferred)),
            (.provenanceIncomplete, Provenance(.example, nil, "F09")),
            (.provenanceIncomplete, unfounded), (.fieldMalformed, doubted),
        ]
        return wrong.map { code, provenance in
            Provocation(code, command { $0 = provenance }, as: actor, after: after)
        }
    }

    private static let p1 = CodeName(unchecked: "P1")

    private static func declared(_ test: inout TestCity) throws { try test.declare() }

    private static func new(_ change: (inout ProjectProfile) -> Void) -> RegisterProject {
        RegisterProject {
            $0 = RegisterProject.example.proposed
            change(&$0.profile)
        }
    }

    private static func source(_ change: (inout SourceRegistered) -> Void) -> RegisterSource {
        RegisterSource {
            $0 = RegisterSource.example.proposed
            change(&$0)
        }
    }
}

func frame(_ change: (inout FrameDeclared) -> Void) -> DeclareFrame {
    DeclareFrame {
        $0 = DeclareFrame.example.proposed
        change(&$0)
    }
}

extension TestCity {
    /// The example's frame with the lines P1 and P2.
    mutating func declare() throws { try accept(DeclareFrame.example, as: .console) }

    /// The example's source, `yearbook-2023`.
    mutating func registerSource() throws { try accept(RegisterSource.example, as: .console) }
}
