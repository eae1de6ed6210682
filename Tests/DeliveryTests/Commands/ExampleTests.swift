import Delivery
import Testing

@Suite("Examples of commands")
struct ExampleTests {
    private typealias Need = (Actor, @Sendable (inout TestCity) throws -> Void)

    /// What each example needs before it is accepted, and who asks.
    private static let needs: [String: Need] = {
        let none: @Sendable (inout TestCity) throws -> Void = { _ in }
        let registered: @Sendable (inout TestCity) throws -> Void = {
            try $0.accept(RegisterProject.example, as: .console)
        }
        let claimed: @Sendable (inout TestCity) throws -> Void = {
            try registered(&$0)
            try $0.accept(ClaimStage.example, as: .zhongshan)
        }
        let recognised: @Sendable (inout TestCity) throws -> Void = {
            try claimed(&$0)
            try $0.accept(RecogniseStage.example, as: .dispatcher)
        }
        return Self.laterNeeds.merging([
            "city.configure": (.system, none), "rulebook.adopt": (.dispatcher, none),
            "organization.rename": (.system, none), "organization.move": (.system, none),
            "organization.group": (.dispatcher, none), "person.appoint": (.security, none),
            "person.dismiss": (.security, none), "project.register": (.zhongshan, none),
            "project.revise": (.zhongshan, registered),
            "project.credit": (.dispatcher, registered),
            "project.changeStanding": (.dispatcher, registered),
            "project.report": (.zhongshan, registered),
            "project.scheduleStage": (.zhongshan, registered),
            "project.claimStage": (.zhongshan, registered),
            "project.withdrawClaim": (.zhongshan, claimed),
            "project.recogniseStage": (.dispatcher, claimed),
            "project.refuseStage": (.inspector, claimed),
            "project.revokeRecognition": (.inspector, recognised),
            "project.enterStatistics": (.departmentReporter, registered),
            "project.planYear": (.dispatcher, registered),
            "project.reportInvestment": (.zhongshan, registered),
            "target.set": (.dispatcher, none), "finding.close": (.inspector, none),
            "frame.declare": (.dispatcher, none), "source.register": (.dispatcher, none),
        ]) { $1 }
    }()

    /// A revision with one change.
    private static let changed: @Sendable (inout TestCity) throws -> Void = { test in
        try Provocation.revised(&test)
        try test.accept(adding("c-001"), as: .dispatcher)
    }

    private static let listNeeds: [String: Need] = [
        "list.open": (.dispatcher, { _ in }),
        "list.revise": (.dispatcher, Provocation.listed),
        "list.addItem": (.dispatcher, Provocation.revised),
        "list.mergeItems": (.dispatcher, Provocation.stated(["c-001", "c-002"])),
        "list.splitItem": (.dispatcher, Provocation.stated(["c-001"])),
        "list.removeItem": (.dispatcher, Provocation.stated(["c-001"])),
        "list.rewordItem": (.dispatcher, Provocation.stated(["c-001"])),
        "list.dropChange": (.dispatcher, changed),
        "list.submitRevision": (.dispatcher, changed),
        "list.approveRevision": (.leader, Provocation.submitted),
        "list.returnRevision": (.supervisor, Provocation.submitted),
        "list.withdrawRevision": (.dispatcher, Provocation.submitted),
        "list.publishEdition": (.dispatcher, Provocation.agreed),
        "list.disclose": (.leader, Provocation.published),
        "list.conceal": (.supervisor, Provocation.shown),
        "list.amend": (.dispatcher, Provocation.listed),
    ]

    private static let laterNeeds: [String: Need] =
        [
            "indicator.register": (.dispatcher, { _ in }),
            "indicator.revise": (.dispatcher, Provocation.registered),
            "indicator.observe": (.zhongshan, Provocation.registered),
            "indicator.approve": (.keeper, Provocation.observed),
            "indicator.accept": (.dispatcher, Provocation.approved),
            "indicator.return": (.keeper, Provocation.observed),
            "indicator.lock": (.dispatcher, Provocation.accepted),
            "indicator.unlock": (.dispatcher, Provocation.locked),
            "indicator.setTarget": (.dispatcher, Provocation.registered),
            "calendar.setYear": (.system, { _ in }),
            "directive.register": (.supervisor, { _ in }),
            "directive.revise": (.dispatcher, { try $0.registerDirective() }),
            "commitment.draft": (.zhongshan, { _ in }),
            "commitment.redraft": (.zhongshan, Provocation.drafted),
            "commitment.issue": (.supervisor, Provocation.drafted),
            "commitment.acknowledge": (.zhongshan, Provocation.issued),
            "commitment.progress": (.zhongshan, Provocation.acknowledged),
            "commitment.submitEvidence": (.xigang, Provocation.acknowledged),
            "commitment.reportDone": (.zhongshan, Provocation.evidenced),
            "commitment.verify": (.inspector, Provocation.done),
            "commitment.return": (.dispatcher, Provocation.done),
            "commitment.strikeOff": (.supervisor, Provocation.verified),
            "commitment.proposeAdjustment": (.zhongshan, Provocation.acknowledged),
            "commitment.decideAdjustment": (.leader, Provocation.proposed),
            "commitment.setClocks": (.dispatcher, { _ in }),
            "blocker.raise":
                (.zhongshan, { try $0.accept(RegisterProject.example, as: .console) }),
            "blocker.escalate": (.zhongshan, Provocation.raised),
            "blocker.solve": (.zhongshan, Provocation.raised),
            "blocker.confirm": (.zhongshan, Provocation.solved),
            "blocker.reopen": (.zhongshan, Provocation.solved),
            "blocker.setClocks": (.dispatcher, { _ in }),
            "blob.proposePurge": (.system, Provocation.cited),
            "blob.confirmPurge": (.audit, Provocation.purgeProposed),
            "blob.declinePurge": (.audit, Provocation.purgeProposed),
        ]

    /// Those whose example speaks of what the prepared city has already, or has not.
    private static let refused: [String: (Actor, Refusal.Code)] = [
        "organization.register": (.system, .organizationTaken),
        "organization.close": (.system, .organizationUnknown),
        "finding.record": (.inspector, .findingTaken),
    ]

    @Test(
        "each example reads back and is accepted, or refused for a reason",
        arguments: CommandKind.all.map(\.name))
    func example(_ name: String) throws {
        // Given
        let kind = try #require(CommandKind.named(name))
        let command = try CommandKind.read(kind.example())
        #expect(type(of: command).name.description == name)
        var test = try TestCity.dalian()
        // When and then
        if let (actor, before) = Self.needs[name] ?? Self.listNeeds[name] {
            try before(&test)
            let size = test.city.size
            try test.accept(command, as: actor)
            #expect(test.city.size > size)
            #expect(test.city.checkInvariants().isEmpty)
        } else {
            let (actor, code) = try #require(Self.refused[name], "\(name) is in neither list")
            #expect(test.refusal(of: command, as: actor)?.code == code)
        }
    }
}
