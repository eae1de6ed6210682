import Delivery
import Rulebook

extension Provocation {
    static let ofClosing: [Provocation] = verifications + returns + strikes

    private static let verifications: [Provocation] =
        closings(verifying(), after: done, state: .commitmentNotReported) + [
            Provocation(.commitmentNotReported, verifying(), as: .inspector, after: verified),
            Provocation(.commitmentNotReported, verifying(), as: .inspector, after: struckOff),
            Provocation(.evidenceMissing, verifying(), as: .inspector, after: saidOnly),
            Provocation(
                .fieldMalformed,
                VerifyCommitment {
                    ($0.commitment, $0.note) = (TestCity.first, .sealed(hash))
                }, as: .inspector, after: done),
        ]

    private static let returns: [Provocation] =
        closings(returning(), after: done, state: .commitmentNotReported) + [
            Provocation(.textMissing, returning(because: .text(" ")), as: .inspector, after: done),
            Provocation(
                .fieldMalformed, returning(because: .sealed(hash)), as: .inspector, after: done),
            Provocation(.commitmentNotReported, returning(), as: .inspector, after: struckOff),
        ]

    private static let strikes: [Provocation] =
        closings(striking(), after: verified, state: .commitmentNotVerified) + [
            Provocation(.commitmentNotVerified, striking(), as: .inspector, after: done),
            Provocation(.commitmentNotVerified, striking(), as: .inspector, after: struckOff),
            Provocation(.evidenceMissing, striking(), as: .inspector) {
                try saidOnly(&$0)
                var verified = CommitmentVerified()
                verified.commitment = TestCity.first
                $0.fold(verified, as: .inspector)
            },
            Provocation(.partsOpen, striking(), as: .inspector) {
                try acknowledged(&$0)
                try $0.acknowledge("c-002") { $0.parent = TestCity.first }
                try $0.finish("c-002")
                try $0.finish()
                try $0.verify()
            },
            Provocation(
                .fieldMalformed,
                StrikeOffCommitment {
                    ($0.commitment, $0.note) = (TestCity.first, .sealed(hash))
                }, as: .inspector, after: verified),
        ]

    /// What refuses everybody whose own word it would be, by his house or by himself, and
    /// everything before its time.
    private static func closings(
        _ command: any Command, after: @escaping @Sendable (inout TestCity) throws -> Void,
        state: Refusal.Code
    ) -> [Provocation] {
        [
            Provocation(.commitmentUnknown, command, as: .inspector),
            Provocation(state, command, as: .inspector, after: acknowledged),
            Provocation(.notPermitted, command, as: .console, after: after),
            Provocation(.notPermitted, command, as: .zhongshan, after: after),
            Provocation(.notPermitted, command, as: .homeless, after: after),
            Provocation(.sameSubtree, command, as: .zhongshanInspector, after: after),
            Provocation(.sameSubtree, command, as: .parkInspector, after: after),
            Provocation(
                .sameSubtree, command, as: .person("xg-ducha", "xigang", [.inspector]),
                after: after),
            Provocation(
                .samePerson, command, as: .person("zs", "fagaiwei", [.inspector]),
                after: after),
        ]
    }

    /// Reported done by a record that no evidence came before.
    private static func saidOnly(_ test: inout TestCity) throws {
        try acknowledged(&test)
        var done = CommitmentReportedDone()
        (done.commitment, done.day) = (TestCity.first, day("2024-09-30"))
        test.fold(done, as: .zhongshan)
    }
}
