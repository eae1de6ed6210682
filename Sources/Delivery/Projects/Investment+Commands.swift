import Rulebook

/// The city's plan of a project's investment in a year.
package struct PlanYear: ProposingCommand {
    package static let name: StaticString = "project.planYear"
    package static let title = Words(zh: "下达年度投资计划", en: "Plan a year's investment")
    package static let may: Set<Role> = [.console, .dispatcher]
    package static let refusals: [Refusal.Code] = [
        .projectUnknown, .projectTerminated, .yearOutOfRange, .amountNegative,
    ]
    package static let example = PlanYear {
        $0.project = ProjectID(unchecked: "zhongshan-00001")
        $0.year = 2024
        $0.amount = Money(minor: 30_000_000_000)
    }

    package var proposed = YearPlanned()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        _ = try city.requireOpen(proposed.project)
        try requireYear(proposed.year)
        try requireNotNegative(proposed.amount)
    }
}

package struct ReportInvestment: ProposingCommand {
    package static let name: StaticString = "project.reportInvestment"
    package static let title = Words(zh: "填报月度投资", en: "Report a month's investment")
    package static let may = Role.registrars
    package static let refusals: [Refusal.Code] = [
        .projectUnknown, .projectTerminated, .notYours, .dayInFuture, .amountNegative,
        .nothingChanges,
    ]
    package static let example = ReportInvestment {
        $0.project = ProjectID(unchecked: "zhongshan-00001")
        $0.month = Month(year: 2024, month: 4) ?? .blank
        $0.amount = Money(minor: 8_786_000_000)
    }

    package var proposed = InvestmentReported()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let project = try city.requireOpen(proposed.project)
        try city.requireOwn(project, asked)
        try asked.requireNotFuture(proposed.month.firstDay, field: "month")
        try requireNotNegative(proposed.amount)
        guard project.invested(in: proposed.month)?.amount != proposed.amount else {
            throw Refusal(
                .nothingChanges, field: "amount",
                zh: "\(proposed.month) 已填报 \(proposed.amount)",
                en: "\(proposed.month) is reported as \(proposed.amount) already")
        }
    }
}

func requireYear(_ year: Int) throws(Refusal) {
    guard (1949...2199).contains(year) else {
        throw Refusal(
            .yearOutOfRange, field: "year", zh: "年份 \(year) 应在 1949–2199 之间",
            en: "the year \(year) must lie within 1949–2199")
    }
}

private func requireNotNegative(_ amount: Money) throws(Refusal) {
    guard !amount.isNegative else {
        throw Refusal(
            .amountNegative, field: "amount", zh: "金额不能为负：\(amount)",
            en: "the amount must not be negative: \(amount)")
    }
}
