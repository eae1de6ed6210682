import CityHall
import Delivery
import Testing
import Web

@Suite struct PurgedTests {
    @Test("Where a purged text was, pages say when and by which record it was purged")
    func text() async throws {
        // Given a claim refused with a note, and administrators of two kinds
        let made = try await MadeHouse()
        let appointed = [("xitong", Role.systemAdministrator), ("shenji", .auditAdministrator)]
        for (person, role) in appointed {
            try await made.submit(
                AppointPerson {
                    $0.person = PersonID(unchecked: person)
                    $0.organization = OrganizationID(unchecked: "dalian")
                    $0.roles = [role]
                })
        }
        try await made.submit(
            RefuseStage {
                $0.project = ProjectID(unchecked: "p3")
                $0.claim = 1
                $0.note = .text("联系人不详")
            }, as: "judge")
        let record = made.hall.city.size - 1
        let claim = made.hall.city.projects[ProjectID(unchecked: "p3")]?.claims.first
        guard case .refused(_, .sealed(let hash)?, _, _) = claim?.ruling else {
            Issue.record("the claim is not refused with a sealed note")
            return
        }
        // When the note is purged
        try await made.submit(
            ProposePurge { ($0.sha256, $0.record) = (hash, record) }, as: "xitong")
        let before = Sight(made.hall.city).text(.sealed(hash), Localizer(.zh)).text
        #expect(!before.contains("清除"))
        try await made.submit(ConfirmPurge { $0.sha256 = hash }, as: "shenji")
        // Then its place says so in both languages, with the deciding record
        let decision = made.hall.city.size - 1
        let zh = Sight(made.hall.city).text(.sealed(hash), Localizer(.zh)).text
        #expect(zh.contains("已于2024年11月5日按记录") && zh.contains("/ledger/\(decision)\""))
        let en = Sight(made.hall.city).text(.sealed(hash), Localizer(.en)).text
        #expect(en.contains("purged on 5 November 2024 by decision of record"))
    }
}
