import Delivery
import HashTreeCollections
import Rulebook
import Testing

@Suite("Lists, their revisions and editions")
struct EditionTests {
    @Test("a revision goes from its opening to the next edition by another person's approval")
    func way() throws {
        // Given a list and three drafts
        var test = try TestCity.dalian()
        try test.openList()
        // When a revision adds two of them and is submitted, returned, submitted and approved
        try test.revise()
        try test.accept(adding("c-001"), as: .dispatcher)
        try test.accept(adding("c-002"), as: .supervisor)
        #expect(test.list?.items == [] && test.list?.drawnItems.count == 2)
        try test.accept(submittingRevision(), as: .dispatcher)
        #expect(test.refusal(of: approvingRevision(), as: .supervisor)?.code == .samePerson)
        try test.accept(returningRevision(), as: .leader)
        #expect(test.list?.openRevision?.state == .drawn)
        try test.approve()
        #expect(test.list?.openRevision?.state == .approved)
        #expect(test.listing("c-001") == nil)
        try test.accept(publishing(), as: .dispatcher)
        // Then the first edition states them, and they know that they are on the list
        let list = try #require(test.list)
        #expect(list.items == [item("c-001"), item("c-002")] && list.openRevision == nil)
        let edition = try #require(list.edition(1))
        #expect(edition.day == day("2024-10-01") && edition.approver == Actor.leader.person)
        #expect(edition.lines.map(\.due) == [day("2024-12-31"), day("2024-12-31")])
        #expect(test.listing("c-001") == .listed && test.listing("c-003") == nil)
        #expect(test.commitment()?.records.last == edition.seq)
        let whats = list.revisions[0].steps.map(\.what)
        #expect(
            whats == [.opened, .submitted, .returned, .submitted, .approved, .published])
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("an edition says for ever what its items were on the day of its publication")
    func frozen() throws {
        // Given an edition
        var test = try TestCity.dalian()
        try test.openList()
        try test.publish([adding("c-001")])
        let first = try #require(test.list?.edition(1))
        // When its item is redrafted and the next edition published with nothing else
        try test.accept(redrafting { $0.due = day("2024-11-30") }, as: .zhongshan)
        try test.publish([], on: "2024-10-08")
        // Then the first stands as it was, and the second has the new day
        #expect(test.list?.edition(1) == first)
        #expect(first.lines[0].due == day("2024-12-31"))
        #expect(test.list?.edition(2)?.lines[0].due == day("2024-11-30"))
    }

    @Test("items that are merged, split or removed leave the list, and those they became come")
    func moves() throws {
        // Given five items in an order
        var test = try TestCity.dalian()
        let ids = (1...8).map { "c-00\($0)" }
        try test.openList(with: ids)
        try test.publish(ids.prefix(5).map { adding($0) })
        // When two are merged into another, one is split into new ones and one removed
        try test.publish([
            merging(["c-002", "c-003"], into: "c-006"),
            splitting("c-004", into: ["c-007", "c-008"]), removing("c-001"),
        ])
        // Then the new ones stand where the old ones stood
        let list = try #require(test.list)
        #expect(list.items.map(\.text) == ["c-006", "c-007", "c-008", "c-005"])
        #expect(test.listing("c-001") == .removed)
        #expect(test.listing("c-002") == .merged(into: item("c-006")))
        #expect(test.listing("c-004") == .split(into: [item("c-007"), item("c-008")]))
        #expect(test.city.listings[item("c-004")]?.edition == 2)
        #expect(test.city.listings[item("c-005")]?.edition == 1)
        // When what left is added again, then it is on the list again
        try test.publish([adding("c-001", in: 3)])
        #expect(test.listing("c-001") == .listed)
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("a merger may keep one of the items, and a split the item itself")
    func kept() throws {
        var test = try TestCity.dalian()
        try test.openList()
        try test.publish([adding("c-001"), adding("c-002")])
        try test.publish([merging(["c-002"], into: "c-001"), rewording("c-001")])
        #expect(test.list?.items.map(\.text) == ["c-001"])
        #expect(test.commitment()?.profile.title == "新的表述")
        try test.publish([splitting("c-001", into: ["c-001", "c-003"], in: 3)])
        #expect(test.list?.items.map(\.text) == ["c-001", "c-003"])
        #expect(test.listing("c-001") == .listed)
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("a draft takes on its new words when the edition is published, and not before")
    func reworded() throws {
        var test = try TestCity.dalian()
        try test.openList()
        try test.publish([adding("c-001")])
        try test.revise()
        try test.accept(
            rewording("c-001", "二十五个", criterion: .text("二十五个许可")), as: .dispatcher)
        try test.approve()
        #expect(test.commitment()?.profile.title == drafting().proposed.profile.title)
        try test.accept(publishing(2), as: .dispatcher)
        let commitment = try #require(test.commitment())
        #expect(commitment.profile.title == "二十五个")
        #expect(commitment.profile.criterion == .text("二十五个许可"))
        #expect(commitment.records.last == test.list?.editions.last?.seq)
    }

    @Test("an issued item that is reworded has an adjustment approved with the revision")
    func adjusted() throws {
        // Given an issued item on the list
        var test = try TestCity.dalian()
        try test.openList()
        try test.issue()
        try test.publish([adding("c-001")])
        // When an edition rewords it
        try test.publish([rewording("c-001", "二十五个")])
        // Then the baseline stands beside the new words, and who changed them and who approved
        let commitment = try #require(test.commitment())
        #expect(commitment.profile.title == "二十五个")
        #expect(commitment.baseline?.title == drafting().proposed.profile.title)
        let adjustment = try #require(commitment.adjustments.first)
        #expect(adjustment.isApproved && adjustment.changes.map(\.field) == [.title])
        #expect(adjustment.proposed.by == Actor.dispatcher.person)
        #expect(adjustment.decision?.mark.by == Actor.leader.person)
        #expect(test.list?.edition(2)?.lines[0].title == "二十五个")
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("what is cancelled may leave the list")
    func cancelled() throws {
        var test = try TestCity.dalian()
        try Provocation.further(removing("c-001"))(&test)
        try test.issue()
        try test.approve()
        #expect(test.refusal(of: publishing(2), as: .dispatcher)?.code == .itemsOwed)
        try test.adjust { $0.kind = .cancel }
        try test.accept(publishing(2), as: .dispatcher)
        #expect(test.listing("c-001") == .removed)
    }

    @Test("a change can be dropped, and what a withdrawn revision drew never holds")
    func dropped() throws {
        var test = try TestCity.dalian()
        try test.openList()
        try test.revise()
        try test.accept(adding("c-001"), as: .dispatcher)
        try test.accept(dropping(1), as: .dispatcher)
        try test.accept(adding("c-001"), as: .dispatcher)
        #expect(test.list?.openRevision?.changes.map(\.number) == [2])
        try test.accept(withdrawingRevision(), as: .supervisor)
        #expect(test.list?.drawnItems == [] && test.list?.revisions[0].state == .withdrawn)
        // The next revision may draw the same
        try test.publish([adding("c-001", in: 2)])
        #expect(test.list?.editions.map(\.revision) == [2])
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("what is issued leaves the list only once it is done with")
    func owed() throws {
        var test = try TestCity.dalian()
        try Provocation.further(removing("c-001"))(&test)
        try test.issue()
        try test.approve()
        #expect(test.refusal(of: publishing(2), as: .dispatcher)?.code == .itemsOwed)
        try test.accept(withdrawingRevision(2), as: .dispatcher)
        #expect(test.list?.items.count == 2)
    }

    @Test("a revision for a directive says which clauses no item would take up")
    func clauses() throws {
        // Given a directive of two clauses and a draft that answers the first
        var test = try TestCity.dalian()
        try test.registerDirective()
        let directive = RegisterDirective.example.proposed.id
        try test.openList(with: [])
        try test.draft { $0.answers = [ClauseReference(directive, "1")] }
        func open() throws -> [String?] {
            let list = try #require(test.list)
            return test.city.openClauses(of: list, with: list.openRevision).map(\.clause?.text)
        }
        #expect(try open() == [])
        // When a revision is opened for it, then both are open until the draft is added
        try test.revise(for: directive)
        #expect(try open() == ["1", "2"])
        try test.accept(adding("c-001"), as: .dispatcher)
        #expect(try open() == ["2"])
        // When it is published all the same, then the edition says so, and the list answers it
        try test.approve()
        try test.accept(publishing(), as: .dispatcher)
        #expect(test.list?.profile.directives == [directive])
        #expect(test.list?.edition(1)?.openClauses.map(\.clause?.text) == ["2"])
    }

    @Test("changes are seen by keepers, by approvers once submitted, by all once published")
    func sight() throws {
        var test = try TestCity.dalian()
        try Provocation.revised(&test)
        let guest: Actor? = nil
        func sees(_ viewer: Actor?) -> Bool {
            guard let list = test.list, let revision = list.revisions.last else { return false }
            return test.city.maySee(revision, of: list, viewer, on: test.today)
        }
        #expect(sees(.dispatcher) && sees(.supervisor))
        #expect(!sees(.leader) && !sees(.zhongshan) && !sees(guest))
        try test.accept(adding("c-001"), as: .dispatcher)
        try test.accept(submittingRevision(), as: .dispatcher)
        #expect(sees(.leader) && !sees(guest) && !sees(.departmentReporter))
        try test.accept(approvingRevision(), as: .leader)
        try test.accept(publishing(), as: .dispatcher)
        #expect(sees(guest) && sees(.zhongshan))
    }
}
