import Delivery
import Rulebook

/// What refuses to make a list public, to hide it again and to change the list itself.
extension Provocation {
    static let ofDisclosures: [Provocation] = disclosures + concealments + amendments

    private static let zhongshanLeader = Actor.person("zs-qz", "zhongshan", [.leader])
    private static let zhongshanSupervisor = Actor.person("zs-du", "zhongshan", [.supervisor])

    private static let disclosures: [Provocation] = [
        Provocation(.listUnknown, disclosing(), as: .leader),
        Provocation(.notYours, disclosing(), as: zhongshanLeader, after: shown),
        Provocation(.notPermitted, disclosing(), as: .dispatcher, after: published),
        Provocation(.notPermitted, disclosing(), as: .console, after: published),
        Provocation(.editionUnknown, disclosing(), as: .leader, after: agreed),
        Provocation(.editionUnknown, disclosing(2), as: .leader, after: shown),
        Provocation(.editionDisclosed, disclosing(), as: .leader, after: shown),
        Provocation(.editionDisclosed, disclosing(), as: .leader) {
            try published(&$0)
            try $0.publish([adding("c-003", in: 2)])
            try $0.accept(disclosing(2), as: .leader)
        },
        Provocation(.samePerson, disclosing(), as: .supervisor) {
            try revised(&$0)
            try $0.accept(adding("c-001"), as: .supervisor)
            try $0.approve()
            try $0.accept(publishing(), as: .dispatcher)
        },
        Provocation(.textMissing, disclosing(because: .text(" ")), as: .leader, after: published),
        Provocation(
            .fieldMalformed, disclosing(because: .sealed(hash)), as: .leader, after: published),
    ]

    private static let concealments: [Provocation] = [
        Provocation(.listUnknown, concealing(), as: .leader),
        Provocation(.notYours, concealing(), as: zhongshanLeader, after: shown),
        Provocation(.notPermitted, concealing(), as: .dispatcher, after: shown),
        Provocation(.editionNotDisclosed, concealing(), as: .leader, after: published),
        Provocation(.editionNotDisclosed, concealing(), as: .leader) {
            try shown(&$0)
            try $0.accept(concealing(), as: .leader)
        },
        Provocation(.textMissing, concealing(because: .text("")), as: .leader, after: shown),
        Provocation(
            .fieldMalformed, concealing(because: .sealed(hash)), as: .leader, after: shown),
    ]

    private static let amendments: [Provocation] = [
        Provocation(.listUnknown, amending { $0.title = "新" }, as: .dispatcher),
        Provocation(
            .notYours, amending { $0.title = "新" }, as: zhongshanSupervisor, after: listed),
        Provocation(
            .notYours, amending { $0.keeper = organization("gongxinju") }, as: .dispatcher,
            after: listed),
        Provocation(
            .organizationUnknown, amending { $0.keeper = organization("none") }, as: .supervisor,
            after: listed),
        Provocation(
            .revisionOpen, amending { $0.keeper = organization("gongxinju") }, as: .supervisor,
            after: revised),
        Provocation(.nothingChanges, amending { _ in }, as: .dispatcher, after: listed),
        Provocation(
            .nothingChanges,
            amending { $0.titleEn = OpenList.example.proposed.profile.titleEn }, as: .dispatcher,
            after: listed),
        Provocation(.textMissing, amending { $0.title = " " }, as: .dispatcher, after: listed),
        Provocation(.textMissing, amending { $0.titleEn = "" }, as: .dispatcher, after: listed),
        Provocation(
            .textMissing, amending { ($0.title, $0.reason) = ("新", .text("")) }, as: .dispatcher,
            after: listed),
        Provocation(
            .fieldMalformed, amending { ($0.title, $0.reason) = ("新", .sealed(hash)) },
            as: .dispatcher, after: listed),
    ]

    /// The first edition states `c-001` and `c-002`.
    @Sendable static func published(_ test: inout TestCity) throws {
        try test.openList()
        try test.publish([adding("c-001"), adding("c-002")])
    }

    /// The same, and it is public.
    @Sendable static func shown(_ test: inout TestCity) throws {
        try published(&test)
        try test.accept(disclosing(), as: .leader)
    }
}

func disclosing(_ edition: Int = 1, because reason: Note = .text("向社会公开")) -> DiscloseEdition {
    DiscloseEdition { ($0.list, $0.edition, $0.reason) = (TestCity.list, edition, reason) }
}

func concealing(because reason: Note = .text("表述有误")) -> ConcealList {
    ConcealList { ($0.list, $0.reason) = (TestCity.list, reason) }
}

func amending(_ change: (inout ListAmended) -> Void) -> AmendList {
    AmendList {
        ($0.list, $0.reason) = (TestCity.list, .text("职能调整"))
        change(&$0)
    }
}
