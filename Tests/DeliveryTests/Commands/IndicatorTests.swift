import Delivery
import Rulebook
import Testing

@Suite("Indicators and their figures")
struct IndicatorTests {
    private let time = ObservedPeriod("2024-01..2024-09") ?? .blank

    @Test("a revision is a vintage beside the one before, which folding to its seq shows")
    func vintages() throws {
        // Given a figure
        var test = try TestCity.dalian()
        try test.registerIndicator()
        let first = try test.accept(observing("2024-01..2024-09", "120.4"), as: .zhongshan)
        let before = test.city
        // When it is revised with its reason
        try test.accept(
            observing("2024-01..2024-09", "121.0", reason: "补报一个项目"), as: .zhongshan)
        // Then both stand, the later counts, and the city as of the first shows the first
        let point = try #require(test.series(of: "zhongshan").point(time))
        #expect(
            point.vintages.map(\.figure) == [
                .exact(Decimal("120.4") ?? .zero), .exact(Decimal(121)),
            ])
        #expect(point.standing?.seq == test.city.size - 1)
        #expect(point.vintages[1].reason == .text("补报一个项目"))
        let past = before.indicators.series(TestCity.investment, of: organization("zhongshan"))
        #expect(past.standing(time)?.seq == first)
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("a figure that was returned counts no more, and the vintage before it does again")
    func returned() throws {
        var test = try TestCity.dalian()
        try Provocation.accepted(&test)
        let accepted = test.series(of: "zhongshan").standing(time)?.seq
        try test.accept(observing("2024-01..2024-09", "200", reason: "更正"), as: .zhongshan)
        #expect(test.series(of: "zhongshan").standing(time)?.state == .submitted)
        // When the revision is returned
        try test.accept(returning("2024-01..2024-09"), as: .keeper)
        // Then the accepted one stands, and the same may be reported again without more ado
        let point = try #require(test.series(of: "zhongshan").point(time))
        #expect(point.standing?.seq == accepted)
        #expect(point.latest?.state == .returned)
        #expect(point.latest?.reviews.last?.reason == .text("请核对"))
        let again = observing("2024-01..2024-09", "200")
        #expect(test.refusal(of: again, as: .zhongshan) == nil)
    }

    @Test("a figure is submitted, approved, accepted and locked, each by another person")
    func steps() throws {
        var test = try TestCity.dalian()
        var states: [ReportingState?] = []
        try test.registerIndicator()
        try test.accept(ObserveFigure.example, as: .zhongshan)
        states.append(test.series(of: "zhongshan").standing(time)?.state)
        try test.accept(ApproveFigure.example, as: .keeper)
        states.append(test.series(of: "zhongshan").standing(time)?.state)
        try test.accept(AcceptFigure.example, as: .dispatcher)
        states.append(test.series(of: "zhongshan").standing(time)?.state)
        #expect(states == [.submitted, .approved, .accepted])
        // When the period is locked, then it is for those too who have not reported
        try test.accept(LockPeriod.example, as: .dispatcher)
        #expect(test.indicator.isLocked(time))
        let late = observing("2024-01..2024-09", of: "xigang")
        #expect(test.refusal(of: late, as: .xigang)?.code == .periodLocked)
        // When it is unlocked with a reason, then it is open, and both words stand
        try test.accept(UnlockPeriod.example, as: .dispatcher)
        #expect(test.refusal(of: late, as: .xigang) == nil)
        #expect(test.indicator.locks[time]?.map(\.isLocked) == [true, false])
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("a year-to-date figure said to be of a month is of January to that month")
    func normalPeriod() throws {
        var test = try TestCity.dalian()
        try test.registerIndicator()
        try test.accept(observing("2024-09"), as: .zhongshan)
        #expect(test.series(of: "zhongshan").points.map(\.period) == [time])
        let twice = observing("2024-01..2024-09")
        #expect(test.refusal(of: twice, as: .zhongshan)?.code == .nothingChanges)
    }

    @Test(
        "a time fits the indicator's frequency and basis",
        arguments: [
            (Frequency.month, IndicatorBasis.level, "2024-09"),
            (.month, .growth, "2024-09"), (.month, .growth, "2024-01..2024-09"),
            (.quarter, .level, "2024-Q3"), (.quarter, .yearToDate, "2024-Q3"),
            (.quarter, .growth, "2024-01..2024-09"), (.year, .level, "2023"),
            (.year, .yearToDate, "2023"), (.once, .level, "2024-10-15"),
            (.once, .level, "2024"), (.once, .growth, "2024-02..2024-05"),
        ])
    func fits(_ frequency: Frequency, _ basis: IndicatorBasis, _ period: String) throws {
        var test = try TestCity.dalian()
        try test.registerIndicator { ($0.frequency, $0.basis) = (frequency, basis) }
        try test.accept(observing(period), as: .zhongshan)
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("an undated figure keeps why it has no time, and whether its time was concluded")
    func undated() throws {
        var test = try TestCity.dalian()
        try test.registerIndicator { ($0.frequency, $0.basis) = (.once, .level) }
        let command = observing("", of: nil) {
            $0.period = .undated(.current)
            $0.periodInferred = true
            $0.figure = .atLeast(Decimal(200))
        }
        try test.accept(command, as: .console)
        let observation = try #require(test.series().standing(.undated(.current)))
        #expect(observation.figure == .atLeast(Decimal(200)))
        #expect(observation.periodInferred)
    }

    @Test("whoever keeps an indicator reports it for all, a district for itself")
    func whoReports() throws {
        var test = try TestCity.dalian()
        try test.registerIndicator()
        #expect(test.refusal(of: observing("2024-09", of: "xigang"), as: .keeper) == nil)
        #expect(test.refusal(of: observing("2024-09", of: nil), as: .keeper) == nil)
        #expect(test.refusal(of: observing("2024-09", of: "yuanqu"), as: .zhongshan) == nil)
        #expect(test.refusal(of: observing("2024-09", of: nil), as: .dispatcher) == nil)
        #expect(test.refusal(of: observing("2024-09", of: nil), as: .xigang)?.code == .notYours)
    }

    @Test("targets of several setters stand side by side, each with its vintages")
    func targets() throws {
        var test = try TestCity.dalian()
        try test.registerIndicator()
        try test.accept(aiming("15", by: .city), as: .dispatcher)
        try test.accept(aiming("12", by: .province), as: .dispatcher)
        try test.accept(aiming("14", by: .city), as: .dispatcher)
        let targets = test.indicator.targets(of: nil, in: 2024)
        #expect(targets.map(\.key.setter) == [.province, .city])
        #expect(targets.map(\.amount) == [Decimal(12), Decimal(14)])
        #expect(
            test.indicator.targets[targets[1].key]?.map(\.amount) == [Decimal(15), Decimal(14)])
        #expect(test.indicator.targets(of: organization("zhongshan"), in: 2024).isEmpty)
    }

    @Test("the profile may be revised as long as it means the same")
    func revised() throws {
        var test = try TestCity.dalian()
        try test.registerIndicator()
        try test.accept(ObserveFigure.example, as: .zhongshan)
        try test.accept(ReviseIndicator.example, as: .dispatcher)
        #expect(test.indicator.profile.decimals == 2)
        #expect(test.indicator.records.count == 3)
        #expect(test.indicator.reporters == [organization("zhongshan")])
    }
}
