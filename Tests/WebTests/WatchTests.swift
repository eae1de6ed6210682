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

@Suite("Floors and late blockers on the list of what to watch")
struct WatchedFloorTests {
    private static let cover = IndicatorID(unchecked: "cover")
    private static let finance = OrganizationID(unchecked: "office")

    /// An indicator that may not fall below 100, kept by the office, with the figures of months.
    private static func made(_ figures: [String]) async throws -> MadeHouse {
        let made = try await MadeHouse()
        try await made.submit(
            RegisterIndicator {
                ($0.id, $0.profile.name, $0.profile.nameEn) = (cover, "保障率", "Cover")
                ($0.profile.floor, $0.profile.owner) = (Decimal(100), finance)
            })
        for (index, figure) in figures.enumerated() {
            try await made.submit(
                ObserveFigure {
                    $0.indicator = cover
                    $0.period = ObservedPeriod("2024-0\(index + 1)") ?? .blank
                    $0.figure = .exact(Decimal(figure) ?? .zero)
                })
        }
        return made
    }

    private static func list(_ made: MadeHouse) -> WatchList {
        made.house.watch(of: made.house.sight(for: .person(.console)))
    }

    @Test("a figure below its floor is red and its keeper's, since the first that was")
    func below() async throws {
        // Given two figures below the floor after one above it
        let made = try await Self.made(["101.5", "99.4", "98.7"])
        // When the list is made
        let item = try #require(Self.list(made).items.first)
        // Then it stands first, since the end of February, with the latest figure's record
        #expect(item.light == .red && item.indicator == Self.cover)
        #expect(item.owner == Self.finance && item.since == made.day("2024-02-29"))
        #expect(item.record == made.hall.city.size - 1)
        try await made.application(as: "judge").test(.router) { client in
            for path in ["/watch?lang=en", "/?lang=en"] {
                let page = try await client.execute(uri: path, method: .get)
                let text = String(buffer: page.body)
                #expect(text.contains("98.7 in March 2024, below the floor of 100"), "\(path)")
                #expect(text.contains("/indicators/cover"), "\(path)")
            }
            let json = try await client.execute(uri: "/api/v1/watch", method: .get)
            #expect(String(buffer: json.body).contains("\"below_floor\""))
        }
    }

    @Test("a figure that is back at its floor is watched no more")
    func back() async throws {
        let made = try await Self.made(["99.4", "100"])
        #expect(Self.list(made).items.allSatisfy { $0.indicator == nil })
    }

    @Test("a blocker past its clock is red and whoever's is to solve it")
    func late() async throws {
        // Given a blocker that was raised to the office on 4 November, and one from September
        let made = try await MadeHouse()
        #expect(Self.list(made).items.allSatisfy { $0.blocker == nil })
        try await made.submit(
            RaiseBlocker {
                ($0.id, $0.project) = (BlockerID(unchecked: "b2"), ProjectID(unchecked: "p2"))
                ($0.kind, $0.tier) = (.funds, .bureau)
                $0.organization = OrganizationID(unchecked: "zhongshan")
                ($0.handler, $0.day) = (Self.finance, made.day("2024-09-02"))
                $0.note = .text("资金未到位")
            }, as: "zs")
        // When the list is made
        let late = Self.list(made).items.filter { $0.blocker != nil }
        // Then the second is on it, past ten working days
        let item = try #require(late.first)
        #expect(late.count == 1 && item.light == .red && item.owner == Self.finance)
        #expect(item.reason == .blockerLate(.bureau, clock: 10))
        try await made.application(as: "judge").test(.router) { client in
            let page = try await client.execute(uri: "/watch?lang=en", method: .get)
            let text = String(buffer: page.body)
            #expect(text.contains("not solved by the bureau within 10 working days"))
            #expect(text.contains("/blockers/b2"))
        }
    }
}
