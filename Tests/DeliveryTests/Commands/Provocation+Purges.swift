import Delivery
import Rulebook

extension Provocation {
    static let ofPurges: [Provocation] = proposals + confirmations + declines

    private static let proposals: [Provocation] = [
        Provocation(.recordUnknown, ProposePurge.example, as: .system),
        Provocation(.recordUnknown, proposing(-1), as: .audit, after: cited),
        Provocation(.recordUnknown, proposing(.max), as: .audit, after: cited),
        Provocation(.notCited, proposing(3), as: .security, after: cited),
        Provocation(
            .fieldMalformed,
            ProposePurge {
                $0 = proposing(20).proposed
                $0.note = .sealed(hash)
            }, as: .security, after: cited),
        Provocation(.purgePending, ProposePurge.example, as: .audit, after: purgeProposed),
        Provocation(.blobPurged, ProposePurge.example, as: .system, after: purged),
    ]

    private static let confirmations: [Provocation] = [
        Provocation(.purgeUnknown, ConfirmPurge.example, as: .audit, after: cited),
        Provocation(.purgeUnknown, ConfirmPurge.example, as: .audit) {
            try purgeProposed(&$0)
            try $0.accept(DeclinePurge.example, as: .audit)
        },
        Provocation(.blobPurged, ConfirmPurge.example, as: .audit, after: purged),
        Provocation(.samePerson, ConfirmPurge.example, as: .security, after: purgeProposed),
        Provocation(.sameRole, ConfirmPurge.example, as: .otherSecurity, after: purgeProposed),
        Provocation(.notPermitted, ConfirmPurge.example, as: .system, after: purgeProposed),
        Provocation(
            .fieldMalformed,
            ConfirmPurge {
                $0.sha256 = hash
                $0.note = .sealed(hash)
            }, as: .audit, after: purgeProposed),
    ]

    private static let declines: [Provocation] = [
        Provocation(.purgeUnknown, DeclinePurge.example, as: .audit, after: cited),
        Provocation(.blobPurged, DeclinePurge.example, as: .audit, after: purged),
        Provocation(.samePerson, DeclinePurge.example, as: .security, after: purgeProposed),
        Provocation(.sameRole, DeclinePurge.example, as: .otherSecurity, after: purgeProposed),
        Provocation(
            .fieldMalformed,
            DeclinePurge {
                $0.sha256 = hash
                $0.note = .sealed(hash)
            }, as: .audit, after: purgeProposed),
    ]

    /// The administrators are appointed, and record 20 cites a file.
    static func cited(_ test: inout TestCity) throws {
        try test.accept(RegisterProject.example, as: .console)
        try test.accept(ClaimStage.example, as: .zhongshan)
        for actor in [Actor.system, .security, .otherSecurity, .audit] {
            try test.accept(
                AppointPerson {
                    $0.person = actor.person
                    $0.organization = organization("dalian")
                    $0.roles = Array(actor.roles)
                }, as: .console)
        }
    }

    static func purgeProposed(_ test: inout TestCity) throws {
        try cited(&test)
        try test.accept(ProposePurge.example, as: .security)
    }

    private static func purged(_ test: inout TestCity) throws {
        try purgeProposed(&test)
        try test.accept(ConfirmPurge.example, as: .audit)
    }
}

private func proposing(_ record: Int) -> ProposePurge {
    ProposePurge { ($0.sha256, $0.record) = (hash, record) }
}

extension Actor {
    static let audit = person("shenji", "dalian", [.auditAdministrator])
    fileprivate static let otherSecurity = person("anquan2", "dalian", [.securityAdministrator])
}
