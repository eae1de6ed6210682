import Delivery
import Rulebook
import Testing

@Suite("A new lead, and the order of days")
struct HandoverTests {
    private static let changhai = Actor.person("ch", "changhai", [.districtReporter])

    private static func handing(_ test: inout TestCity) throws {
        try test.adjust {
            ($0.lead, $0.clears) = (organization("changhai"), [.supporting])
        }
    }

    @Test("a new lead acknowledges what it takes over, and has the whole time to do so")
    func newLead() throws {
        // Given what zhongshan acknowledged and worked on
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.accept(progressing(), as: .zhongshan)
        #expect(test.commitment()?.state == .inProgress)
        // When changhai is to lead it, on a Tuesday
        try Self.handing(&test)
        // Then it stands issued to changhai, first issued when it was, with what was done
        let item = try #require(test.commitment())
        #expect(item.state == .issued && item.profile.lead == organization("changhai"))
        #expect(item.issued?.day == day("2024-02-01") && item.step(.issued)?.day == test.today)
        #expect(item.percent == 45 && item.baseline?.lead == organization("zhongshan"))
        // and is escalated once three working days have gone by
        #expect(!item.isEscalated(on: day("2024-10-18"), city: test.city))
        #expect(item.isEscalated(on: day("2024-10-19"), city: test.city))
        // and nothing is reported of it before it is acknowledged
        let early = test.refusal(of: progressing("c-001", 50), as: Self.changhai)
        #expect(early?.code == .commitmentNotAcknowledged)
        #expect(test.refusal(of: acknowledging(), as: .zhongshan)?.code == .notYours)
        try test.accept(acknowledging(), as: Self.changhai)
        try test.accept(progressing("c-001", 50), as: Self.changhai)
        #expect(test.commitment()?.state == .inProgress)
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("what is handed over while it is suspended is acknowledged once it is resumed")
    func suspended() throws {
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.adjust { $0.kind = .suspend }
        try Self.handing(&test)
        #expect(test.commitment()?.state == .suspended)
        // When it is resumed by its new lead
        try test.accept(proposing { $0.kind = .resume }, as: Self.changhai)
        try test.accept(deciding(3), as: .leader)
        // Then it waits for its new lead's acknowledgement
        #expect(test.commitment()?.state == .issued)
        try test.accept(acknowledging(), as: Self.changhai)
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("one that its old lead resumes, and any other change, is acknowledged as it was")
    func same() throws {
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.adjust { $0.kind = .suspend }
        try test.adjust { $0.kind = .resume }
        try test.adjust { ($0.due, $0.post) = (day("2025-03-31"), "区长") }
        #expect(test.commitment()?.state == .acknowledged)
    }

    @Test("a decision without a handover folds as it did before there were any")
    func folded() throws {
        // Given an approval of a new lead that was recorded alone
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.accept(proposing { $0.lead = organization("changhai") }, as: .zhongshan)
        test.fold(deciding().proposed, as: .leader)
        // Then the new lead goes on where the old one was
        #expect(test.commitment()?.state == .acknowledged)
        try test.accept(progressing(), as: Self.changhai)
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("the whole moves no earlier than its parts, which are named, nor a part past the whole")
    func order() throws {
        var test = try TestCity.dalian()
        try Provocation.parted(&test)
        let early = test.refusal(of: proposing { $0.due = day("2024-11-30") }, as: .zhongshan)
        #expect(early?.code == .partsLater)
        #expect(early?.words.en.contains("c-002 (2024-12-31)") == true)
        let part = proposing("c-002") { $0.due = day("2025-01-31") }
        let late = test.refusal(of: part, as: .zhongshan)
        #expect(late?.code == .dayTooLate && late?.words.zh.contains("c-001") == true)
        // When the whole moves first, then the part may, and the other way round
        try test.adjust { $0.due = day("2025-01-31") }
        try test.adjust("c-002") { $0.due = day("2025-01-31") }
        try test.adjust("c-002") { $0.due = day("2024-11-30") }
        try test.adjust { $0.due = day("2024-11-30") }
        #expect(test.commitment()?.profile.due == day("2024-11-30"))
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("what was cancelled or stands for good is in nobody's way")
    func cleared() throws {
        var test = try TestCity.dalian()
        try Provocation.parted(&test)
        try test.draft("c-003") { ($0.parent, $0.renewal) = (TestCity.first, .quarter) }
        try test.issue("c-003")
        try test.adjust("c-002") { $0.kind = .cancel }
        try test.adjust { $0.due = day("2024-11-30") }
        #expect(test.commitment()?.profile.due == day("2024-11-30"))
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("what the head of the tree would lead is led by a part of it, so that others can look")
    func verifier() throws {
        var test = try TestCity.dalian()
        try test.draft { ($0.lead, $0.supporting) = (organization("dalian"), []) }
        let refusal = test.refusal(of: issuing(), as: .dispatcher)
        #expect(refusal?.code == .verifierMissing && refusal?.field == "lead")
        // Given a house of enterprises beside the city's own tree, then nobody is there yet
        try test.register("works", .enterprise, in: nil)
        #expect(test.refusal(of: issuing(), as: .dispatcher)?.code == .verifierMissing)
        // When another office stands outside, then it may be led from the head
        try test.register("shengting", .department, in: nil)
        try test.issue()
        #expect(test.commitment()?.state == .issued)
    }
}
