import CityHall
import Delivery
import Hummingbird
import HummingbirdTesting
import JSON
import Rulebook
import Testing
import Web

@Suite struct WatchTests {
    @Test("What is red comes first, each with whose it is and how long it has waited")
    func lights() async throws {
        // Given a minor finding, a claim without a ruling and a start that should have been.
        let made = try await MadeHouse()
        try await made.submit(
            ScheduleStage {
                $0.project = ProjectID(unchecked: "p1")
                $0.stage = .started
                $0.kind = .baseline
                $0.day = made.day("2024-06-01")
            }, as: "zs")
        // When the list is made.
        let list = made.house.watch(of: made.house.sight(for: .person(.console)))
        // Then the stage, months late, is red, and its district's.
        #expect(list.items.map(\.light) == [.red, .yellow, .yellow])
        let red = try #require(list.items.first)
        #expect(red.owner == OrganizationID(unchecked: "zhongshan"))
        #expect(red.reason == .overdue(.started, planned: red.since, isClaimed: false))
        #expect(red.days == made.day("2024-06-01").days(to: try #require(made.hall.city.day)))
        #expect(list.count(.red) == 1 && list.owners.first?.red == 1)
    }

    @Test("Nothing is watched of a stage that was reached, or of a project that has ended")
    func reached() async throws {
        let made = try await MadeHouse()
        try await made.submit(
            ScheduleStage {
                $0.project = ProjectID(unchecked: "p1")
                $0.stage = .negotiating
                $0.kind = .baseline
                $0.day = made.day("2024-01-01")
            }, as: "zs")
        #expect(made.house.watch(of: made.house.sight(for: .person(.console))).count(.red) == 0)
    }

    @Test("Targets stand against what the race counted and what was due by then")
    func targets() async throws {
        // Given a target of four with two due by October, and one without a schedule.
        let made = try await MadeHouse()
        try await made.submit(
            SetTarget {
                $0.organization = OrganizationID(unchecked: "zhongshan")
                $0.measure = CodeName(unchecked: "signed_n")
                $0.year = 2024
                $0.amount = Decimal(4)
                $0.schedule = [0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 4].map { Decimal($0) }
            })
        let period = try #require(Period("2024-10"))
        let board = try #require(
            await made.house.targets("made", period, in: made.hall.city))
        // Then one signed project of two due is far behind, and the city has no schedule.
        let measure = try #require(board.measures.first)
        #expect(measure.title.en == "Signed against target")
        #expect(measure.units.map(\.pace) == [.farBehind, .unscheduled])
        #expect(measure.units.first?.doneShare == 250 && measure.units.first?.dueShare == 500)
        #expect(measure.whole?.target == Rational(6) && measure.whole?.done == Rational(1))
        #expect(measure.whole?.pace == .unscheduled)
    }

    @Test("The wall answers with nothing until the ledger has grown")
    func wall() async throws {
        let made = try await MadeHouse()
        let size = made.hall.city.size
        try await made.application.test(.router) { client in
            let same = try await client.execute(uri: "/wall?seen=\(size)", method: .get)
            #expect(same.status == .noContent && same.body.readableBytes == 0)
            let grown = try await client.execute(uri: "/wall?seen=\(size - 1)", method: .get)
            #expect(grown.status == .ok)
            #expect(String(buffer: grown.body).contains("/wall?seen=\(size)"))
        }
    }
}
