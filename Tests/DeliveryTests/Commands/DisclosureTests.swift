import Delivery
import HashTreeCollections
import Rulebook
import Testing

@Suite("Lists made public, renamed and handed on")
struct DisclosureTests {
    @Test("nothing is public until it is decided, and another decision takes it back")
    func disclosed() throws {
        // Given a published edition, that the public knows nothing of
        var test = try TestCity.dalian()
        try Provocation.published(&test)
        #expect(test.list?.disclosedEdition == nil)
        // When an approver makes it public
        try test.accept(disclosing(), as: .leader)
        // Then that edition is public, and it is known by whose decision
        #expect(test.list?.disclosedEdition?.number == 1)
        #expect(test.list?.disclosure?.by == Actor.leader.person)
        #expect(test.list?.disclosure?.day == test.today)
        // When it is hidden, then nothing is public and both decisions are kept
        try test.accept(concealing(), as: .supervisor)
        #expect(test.list?.disclosedEdition == nil && test.list?.disclosures.count == 2)
        // and it may be made public once more
        try test.accept(disclosing(), as: .leader)
        #expect(test.list?.disclosedEdition?.number == 1)
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("a later edition is public by a decision of its own, and what it dropped is remembered")
    func later() throws {
        // Given a public edition and a later one that drops an item
        var test = try TestCity.dalian()
        try Provocation.shown(&test)
        try test.publish([removing("c-002")])
        // Then the first is what is public
        #expect(test.list?.disclosedEdition?.lines.count == 2)
        // When the second is made public
        try test.accept(disclosing(2), as: .leader)
        // Then it takes its place, and the first counts among what was public
        #expect(test.list?.disclosedEdition?.lines.map(\.item) == [item("c-001")])
        #expect(test.list?.editionsDisclosedSoFar.map(\.number) == [1, 2])
        // When the list is hidden and the second made public again, then the first no more
        try test.accept(concealing(), as: .leader)
        try test.accept(disclosing(2), as: .leader)
        #expect(test.list?.editionsDisclosedSoFar.map(\.number) == [2])
    }

    @Test("everybody sees that a list was made public, even while a revision is being drawn up")
    func seen() throws {
        var test = try TestCity.dalian()
        try Provocation.published(&test)
        try test.revise()
        let drawn = try test.accept(adding("c-003", in: 2), as: .dispatcher)
        let disclosed = try test.accept(disclosing(), as: .leader)
        let amended = try test.accept(amending { $0.title = "新" }, as: .dispatcher)
        // When a guest looks
        let seen = test.city.seen(by: .guest)
        // Then the change of the open revision is withheld, and nothing else of the three
        #expect(seen.withheld.contains(drawn))
        #expect(seen.withheld.isDisjoint(with: [disclosed, amended]))
        #expect(seen.city.lists[TestCity.list]?.disclosedEdition?.number == 1)
    }

    @Test("a list is renamed and given to another keeper, and its editions keep its old name")
    func amended() throws {
        // Given a list with an edition
        var test = try TestCity.dalian()
        try Provocation.published(&test)
        let old = try #require(test.list?.profile)
        // When it is renamed by its keeper, and handed on by somebody above both
        try test.accept(amending { $0.title = "新的清单" }, as: .dispatcher)
        try test.accept(amending { $0.keeper = organization("gongxinju") }, as: .supervisor)
        // Then the list is called and kept so, with what was before beside it
        let list = try #require(test.list)
        #expect(list.profile.title == "新的清单" && list.profile.titleEn == old.titleEn)
        #expect(list.profile.keeper == organization("gongxinju"))
        #expect(list.amendments.map(\.before.title) == [old.title, "新的清单"])
        #expect(list.editions.map(\.title) == [old.title])
        // and the former keeper draws up no more
        #expect(test.refusal(of: revising(), as: .dispatcher)?.code == .notYours)
        // and the next edition has the new name
        try test.accept(revising(), as: .supervisor)
        try test.accept(adding("c-003", in: 2), as: .supervisor)
        try test.accept(submittingRevision(2), as: .supervisor)
        try test.accept(approvingRevision(2), as: .leader)
        try test.accept(publishing(2), as: .supervisor)
        #expect(test.list?.editions.map(\.title) == [old.title, "新的清单"])
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("what left a list is issued once it is on a list again, and not before")
    func left() throws {
        var test = try TestCity.dalian()
        try Provocation.published(&test)
        try test.publish([removing("c-001")])
        let refusal = test.refusal(of: issuing(), as: .dispatcher)
        #expect(refusal?.code == .itemLeft && refusal?.words.en.contains("edition 2") == true)
        try test.publish([adding("c-001", in: 3)])
        try test.issue()
        #expect(test.commitment()?.state == .issued)
    }
}
