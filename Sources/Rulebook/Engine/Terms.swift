/// The numbers of a rulebook as they stand at a period's end.
struct Terms: Sendable {
    private let params: [ExactText: Rulebook.Param.Value]

    init(_ rulebook: Rulebook, on day: Day) {
        var params: [ExactText: Rulebook.Param.Value] = [:]
        for param in rulebook.params { params[ExactText(param.name)] = param.value(on: day) }
        self.params = params
    }

    func value(_ amount: Rulebook.Amount) -> Rational? {
        switch amount.kind {
        case .number(let value): value
        case .param(let name): params[ExactText(name)]?.value
        case .unread: nil
        }
    }

    func param(_ name: String) -> Rulebook.Param.Value? { params[ExactText(name)] }

    /// Zero where a parameter has no value in force, which is found out before scoring.
    subscript(_ amount: Rulebook.Amount) -> Rational { value(amount) ?? .zero }

    subscript(_ amount: Rulebook.Amount?) -> Rational? { amount.map { self[$0] } }
}

/// A stretch of days and the months that count as inside it, both ends included.
struct Window: Sendable {
    let days: ClosedRange<Int32>
    let months: ClosedRange<Int32>

    /// With `ytd` the window starts on 1 January.
    init(_ window: Rulebook.Condition.Window, of period: Period, basis: Rulebook.PeriodRule.Basis) {
        let end = period.lastMonth
        let first = basis == .ytd ? 1 : period.firstMonth.monthOfYear
        switch window {
        case .inPeriod: self.init(period.year, first, period.year, end.monthOfYear)
        case .inPriorYear: self.init(period.year - 1, first, period.year - 1, end.monthOfYear)
        case .byPeriodEnd: self.init(0, 1, period.year, end.monthOfYear)
        }
    }

    private init(_ startYear: Int, _ startMonth: Int, _ endYear: Int, _ endMonth: Int) {
        let start = daysFromCivil(year: startYear, month: startMonth, day: 1)
        let after = endMonth == 12 ? (endYear + 1, 1) : (endYear, endMonth + 1)
        let end = daysFromCivil(year: after.0, month: after.1, day: 1) - 1
        days = Int32(truncatingIfNeeded: start)...Int32(truncatingIfNeeded: end)
        let firstMonth = Int32(truncatingIfNeeded: startYear * 12 + startMonth - 1)
        months = firstMonth...Int32(truncatingIfNeeded: endYear * 12 + endMonth - 1)
    }
}
