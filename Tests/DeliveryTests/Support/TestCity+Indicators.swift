import Delivery
import Rulebook

extension Actor {
    /// The department that keeps the example indicator, and another person of it.
    static let keeper = person("gx-shenhe", "gongxinju", [.departmentReporter])
    static let supervisor = person("duchashi", "dalian", [.supervisor])
}

extension TestCity {
    static let investment = RegisterIndicator.example.proposed.id

    /// The example's indicator, monthly and year to date, kept by `gongxinju`.
    @discardableResult
    mutating func registerIndicator(
        _ change: (inout IndicatorProfile) -> Void = { _ in }
    ) throws -> IndicatorID {
        var command = RegisterIndicator.example
        command.proposed.profile.owner = organization("gongxinju")
        change(&command.proposed.profile)
        try accept(command, as: .dispatcher)
        return command.proposed.id
    }

    /// Figures of the city's own, one a period, as the console brings them in.
    mutating func observe(_ figures: [(period: String, figure: String)]) throws {
        for (period, figure) in figures {
            try accept(observing(period, figure, of: nil), as: .console)
        }
    }

    var indicator: Indicator {
        city.indicators[Self.investment]
            ?? Indicator(id: .blank, profile: IndicatorProfile(), seq: 0)
    }

    func series(of id: String? = nil) -> Series {
        city.indicators.series(Self.investment, of: id.map(organization))
    }
}

func observing(
    _ period: String, _ figure: String = "120.4", of house: String? = "zhongshan",
    growth: String? = nil, reason: String? = nil,
    _ change: (inout FigureObserved) -> Void = { _ in }
) -> ObserveFigure {
    ObserveFigure {
        $0.indicator = TestCity.investment
        $0.organization = house.map(organization)
        $0.period = ObservedPeriod(period) ?? .blank
        $0.figure = .exact(Decimal(figure) ?? .zero)
        $0.growth = growth.flatMap { Decimal($0) }
        $0.reason = reason.map { .text($0) }
        change(&$0)
    }
}

func approving(_ period: String, of house: String? = "zhongshan") -> ApproveFigure {
    ApproveFigure {
        $0.indicator = TestCity.investment
        $0.organization = house.map(organization)
        $0.period = ObservedPeriod(period) ?? .blank
    }
}

func accepting(_ period: String, of house: String? = "zhongshan") -> AcceptFigure {
    AcceptFigure {
        $0.indicator = TestCity.investment
        $0.organization = house.map(organization)
        $0.period = ObservedPeriod(period) ?? .blank
    }
}

func returning(
    _ period: String, of house: String? = "zhongshan", reason: Note = .text("请核对")
) -> ReturnFigure {
    ReturnFigure {
        $0.indicator = TestCity.investment
        $0.organization = house.map(organization)
        $0.period = ObservedPeriod(period) ?? .blank
        $0.reason = reason
    }
}

func locking(_ period: String) -> LockPeriod {
    LockPeriod {
        $0.indicator = TestCity.investment
        $0.period = ObservedPeriod(period) ?? .blank
    }
}

func unlocking(_ period: String, reason: Note = .text("修订")) -> UnlockPeriod {
    UnlockPeriod {
        $0.indicator = TestCity.investment
        $0.period = ObservedPeriod(period) ?? .blank
        $0.reason = reason
    }
}

func aiming(
    _ amount: String, by setter: TargetSetter = .city, of house: String? = nil,
    schedule: [Int64] = []
) -> SetIndicatorTarget {
    SetIndicatorTarget {
        $0.indicator = TestCity.investment
        $0.organization = house.map(organization)
        ($0.year, $0.setter) = (2024, setter)
        $0.amount = Decimal(amount) ?? .zero
        $0.schedule = schedule.map { Decimal($0) }
    }
}
