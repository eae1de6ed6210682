import Delivery
import Rulebook

extension Provocation {
    static let ofProjects: [Provocation] =
        registering + revising + crediting + reporting + [
            Provocation(.projectUnknown, standing("none", .suspended), as: .dispatcher),
            Provocation(.projectTerminated, standing("p3", .resumed), as: .dispatcher),
            Provocation(.projectNotActive, standing("p2", .suspended), as: .dispatcher),
            Provocation(.projectNotSuspended, standing("p1", .resumed), as: .dispatcher),
            Provocation(
                .dayInFuture, standing("p1", .suspended, on: "2024-10-16"), as: .dispatcher),
            Provocation(
                .fieldMalformed,
                ChangeProjectStanding {
                    $0 = standing("p1", .suspended).proposed
                    $0.reason = .sealed(hash)
                }, as: .dispatcher),
        ]

    private static let registering: [Provocation] = [
        Provocation(.projectTaken, new { $0.id = ProjectID(unchecked: "p1") }, as: .zhongshan),
        Provocation(.codeTaken, new { $0.profile.code = code }, as: .zhongshan) {
            try $0.accept(revision("p1") { $0.code = code }, as: .zhongshan)
        },
        Provocation(
            .organizationUnknown, new { $0.profile.lead = organization("none") }, as: .console),
        Provocation(
            .organizationUnknown, new { $0.profile.partners = [organization("none")] },
            as: .console),
        Provocation(
            .organizationUnknown, new { $0.credits = [Credit(organization("none"), .whole)] },
            as: .console),
        Provocation(
            .organizationTwice, new { $0.credits = halves("xigang", "xigang") }, as: .console),
        Provocation(.sharesNotOne, new { $0.credits = [half("xigang")] }, as: .console),
        Provocation(.notYours, new { _ in }, as: .xigang),
        Provocation(
            .amountNegative, new { $0.profile.totalInvestment = .known(money("-0.01")) },
            as: .zhongshan),
        Provocation(.textMissing, new { $0.profile.name = "" }, as: .zhongshan),
        Provocation(
            .fieldMalformed, new { $0.profile.description = .sealed(hash) }, as: .zhongshan),
    ]

    private static let revising: [Provocation] = [
        Provocation(.projectUnknown, revision("none"), as: .zhongshan),
        Provocation(.projectTerminated, revision("p3"), as: .xigang),
        Provocation(.codeTaken, revision("p1") { $0.code = code }, as: .zhongshan) {
            try $0.accept(revision("p2") { $0.code = code }, as: .xigang)
        },
        Provocation(
            .organizationUnknown, revision("p1") { $0.lead = organization("none") },
            as: .zhongshan),
        Provocation(.notYours, revision("p1"), as: .xigang),
        Provocation(
            .amountNegative, revision("p1") { $0.totalInvestment = .known(money("-1")) },
            as: .zhongshan),
        Provocation(.stageNotOnTrack, revision("p1") { $0.track = .government }, as: .zhongshan) {
            try $0.claim(.signed, on: "2024-03-01")
        },
        Provocation(
            .fieldMalformed, revision("p1") { $0.description = .sealed(hash) }, as: .zhongshan),
    ]

    private static let crediting: [Provocation] = [
        Provocation(.projectUnknown, credit("none", []), as: .dispatcher),
        Provocation(.projectTerminated, credit("p3", []), as: .dispatcher),
        Provocation(
            .organizationUnknown, credit("p1", halves("xigang", "none")), as: .dispatcher),
        Provocation(
            .organizationTwice, credit("p1", halves("xigang", "xigang")), as: .dispatcher),
        Provocation(
            .sharesNotOne, credit("p1", halves("xigang", "zhongshan") + [half("changhai")]),
            as: .dispatcher),
    ]

    private static let reporting: [Provocation] = [
        Provocation(.projectUnknown, report("none"), as: .zhongshan),
        Provocation(.projectTerminated, report("p3"), as: .xigang),
        Provocation(.notYours, report("p1"), as: .xigang),
        Provocation(.dayInFuture, report("p1", "2024-10-16"), as: .zhongshan),
        Provocation(.stageNotOnTrack, report("p1") { $0.stage = .known(.reserve) }, as: .zhongshan),
        Provocation(.nothingChanges, report("p1"), as: .zhongshan) {
            try $0.accept(report("p1"), as: .zhongshan)
        },
        Provocation(.fieldMalformed, report("p1") { $0.note = .sealed(hash) }, as: .zhongshan),
    ]

    private static let code = NationalProjectCode("2404-210213-04-01-123456")

    private static func new(_ change: (inout ProjectRegistered) -> Void) -> RegisterProject {
        RegisterProject {
            $0 = RegisterProject.example.proposed
            change(&$0)
        }
    }
}

func revision(
    _ id: String, _ change: (inout ProjectProfile) -> Void = { _ in }
) -> ReviseProject {
    ReviseProject {
        $0 = ReviseProject.example.proposed
        $0.project = ProjectID(unchecked: id)
        $0.profile.lead = nil
        change(&$0.profile)
    }
}

func half(_ id: String) -> Credit { Credit(organization(id), share("0.5")) }
func halves(_ one: String, _ other: String) -> [Credit] { [half(one), half(other)] }

func credit(_ id: String, _ credits: [Credit], from text: String = "2024-07-01") -> CreditProject {
    CreditProject {
        $0.project = ProjectID(unchecked: id)
        $0.credits = credits
        $0.from = day(text)
    }
}

func report(
    _ id: String, _ asOf: String = "2024-09-30",
    _ change: (inout ProjectReported) -> Void = { _ in }
) -> ReportProject {
    ReportProject {
        $0 = ReportProject.example.proposed
        $0.project = ProjectID(unchecked: id)
        $0.asOf = day(asOf)
        change(&$0)
    }
}
