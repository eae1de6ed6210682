import Delivery
import Rulebook
import Testing

@Suite("Adjustments of what was issued")
struct AdjustmentTests {
    @Test("what is approved changes field by field, and the baseline stays beside it")
    func approved() throws {
        // Given a proposal to change the day, the wording and who answers
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.accept(
            proposing {
                ($0.title, $0.due) = ("新开工 18 个", day("2025-03-31"))
                ($0.criterion, $0.post) = (.text("18 个许可"), "区长")
                ($0.lead, $0.clears) = (organization("gongxinju"), [.supporting])
            }, as: .zhongshan)
        let before = try #require(test.commitment())
        // Then nothing has changed yet
        #expect(before.openAdjustment?.number == 1)
        #expect(before.profile == before.baseline && before.adjustedFields.isEmpty)
        // When it is approved
        try test.accept(deciding(reason: .text("同意")), as: .leader)
        let item = try #require(test.commitment())
        // Then it stands, with what was before
        #expect(item.profile.title == "新开工 18 个" && item.profile.due == day("2025-03-31"))
        #expect(item.profile.houses == [organization("gongxinju")] && item.profile.post == "区长")
        #expect(item.baseline == before.profile)
        #expect(
            item.adjustedFields == [.title, .criterion, .lead, .supporting, .post, .due])
        let changes = try #require(item.adjustment(1)?.changes)
        #expect(changes.map(\.field) == item.adjustedFields)
        #expect(changes.last?.before == .day(day("2024-12-31")))
        #expect(changes.last?.after == .day(day("2025-03-31")))
        #expect(changes[3].before == .organizations([organization("xigang")]))
        #expect(changes[3].after == nil)
        #expect(item.adjustment(1)?.decision?.reason == .text("同意"))
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("what is refused changes nothing and is kept; the next has the next number")
    func refused() throws {
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.accept(proposing { $0.due = day("2025-06-30") }, as: .dispatcher)
        try test.accept(
            deciding(approved: false, reason: .text("理由不足")), as: .supervisor)
        #expect(test.commitment()?.profile.due == day("2024-12-31"))
        try test.adjust { $0.due = day("2025-01-31") }
        let item = try #require(test.commitment())
        #expect(item.adjustments.map(\.number) == [1, 2])
        #expect(item.adjustments.map(\.isApproved) == [false, true])
        #expect(item.profile.due == day("2025-01-31"))
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("a new lead's house may refuse to take it, and not approve that it does")
    func newLead() throws {
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.accept(proposing { $0.lead = organization("changhai") }, as: .zhongshan)
        let theirs = Actor.person("ch-qz", "changhai", [.leader])
        #expect(test.refusal(of: deciding(), as: theirs)?.code == .sameSubtree)
        try test.accept(deciding(approved: false, reason: .text("无力承接")), as: theirs)
        #expect(test.commitment()?.profile.lead == organization("zhongshan"))
    }

    @Test("a suspended one stands still, is not late, and goes on where it was")
    func suspended() throws {
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.accept(progressing(), as: .zhongshan)
        try test.adjust { $0.kind = .suspend }
        #expect(test.commitment()?.state == .suspended)
        #expect(test.commitment()?.isOverdue(on: day("2025-02-01")) == false)
        // When it is resumed with another day
        try test.adjust { ($0.kind, $0.due) = (.resume, day("2025-06-30")) }
        // Then it is in progress again, and due on that day
        let item = try #require(test.commitment())
        #expect(item.state == .inProgress && item.profile.due == day("2025-06-30"))
        #expect(item.step(.suspended)?.note == .text("批复晚于预期"))
        #expect(item.isOverdue(on: day("2025-07-01")))
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("a cancelled one is owed no more, and what it is a part of may close without it")
    func cancelled() throws {
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.acknowledge("c-002") { $0.parent = TestCity.first }
        try test.adjust("c-002") { $0.kind = .cancel }
        #expect(test.commitment("c-002")?.state == .cancelled)
        #expect(test.commitment("c-002")?.isDone == false)
        #expect(test.commitment("c-002")?.isOverdue(on: day("2025-02-01")) == false)
        try test.close()
        #expect(test.commitment()?.isDone == true)
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("one that was never acknowledged has its whole time again once it is resumed")
    func resumedClock() throws {
        var test = try TestCity.dalian()
        try test.draft()
        try test.issue()
        #expect(test.commitment()?.isEscalated(on: day("2024-10-15"), city: test.city) == true)
        try test.adjust { $0.kind = .suspend }
        #expect(test.commitment()?.isEscalated(on: day("2024-10-15"), city: test.city) == false)
        try test.adjust { $0.kind = .resume }
        #expect(test.commitment()?.state == .issued)
        #expect(test.commitment()?.isEscalated(on: day("2024-10-18"), city: test.city) == false)
        #expect(test.commitment()?.isEscalated(on: day("2024-10-19"), city: test.city) == true)
        #expect(test.commitment()?.issued?.day == day("2024-02-01"))
    }

    @Test("the wording of what is proposed is looked at as that of a draft is")
    func wording() throws {
        var test = try TestCity.dalian()
        try test.acknowledge()
        try test.accept(
            proposing { ($0.title, $0.criterion) = ("加快推进项目建设", .text("20 个取得许可")) },
            as: .zhongshan)
        let adjustment = try #require(test.commitment()?.openAdjustment)
        let warnings = adjustment.wordingWarnings { note in
            if case .text(let text) = note { text } else { nil }
        }
        #expect(warnings.map(\.vague) == [["加快", "推进"]])
        #expect(adjustment.wordingWarnings { _ in "进一步加强" }.count == 2)
    }
}
