import HashTreeCollections
package import Rulebook

/// The facts a race is scored on, taken from a city as it stood: units with their groups, yearly
/// targets and schedules as values, and a table each of projects, investment, findings, plans and
/// progress reports. Money stands in the city's unit, exact; dates are recognised actual ones.
package struct RaceFacts {
    private let city: City
    private let period: Period
    private let unit: MoneyUnit
    private let organizations: OrganizationRegister

    /// - Throws: `settings_missing` while the city has no settings.
    package init(_ city: City, period: Period) throws(Refusal) {
        guard let settings = city.settings else {
            throw Refusal(
                .settingsMissing, zh: "尚未设置城市，请先执行 city.configure",
                en: "the city is not set up; city.configure comes first")
        }
        self.city = city
        self.period = period
        unit = settings.unit
        organizations = city.organizations
    }

    package func build() throws(Problems) -> Facts {
        var builder = FactsBuilder(period: period, file: "facts")
        addUnits(to: &builder)
        addTargets(to: &builder)
        addProjectTables(to: &builder)
        builder.add(findings())
        return try builder.build()
    }

    private func addUnits(to builder: inout FactsBuilder) {
        for group in organizations.groups(on: period.end) {
            for member in group.members {
                let name = organizations[member]?.name
                builder.add(Facts.Unit(id: member.text, name: name, group: group.name))
            }
        }
    }

    private func isUnit(_ id: OrganizationID) -> Bool {
        organizations.group(of: id, on: period.end) != nil
    }

    /// `target.MEASURE` is the year's, `schedule.MEASURE` what was due by the period's last month.
    private func addTargets(to builder: inout FactsBuilder) {
        let month = period.lastMonth.monthOfYear
        let inYear = city.targets.values.filter { $0.key.year == period.year }
        for target in inYear.sorted(by: { $0.key.measure < $1.key.measure }) {
            builder.declareValue("target.\(target.key.measure)")
            builder.declareValue("schedule.\(target.key.measure)")
            guard isUnit(target.key.organization) else { continue }
            let unit = target.key.organization.text
            builder.set("target.\(target.key.measure)", unit: unit, target.amount.cell)
            guard target.schedule.indices.contains(month - 1) else { continue }
            builder.set(
                "schedule.\(target.key.measure)", unit: unit, target.schedule[month - 1].cell)
        }
    }

    private func addProjectTables(to builder: inout FactsBuilder) {
        var projects = TableBuilder("projects", fields: ProjectRow.fields)
        var investment = TableBuilder(
            "investment", fields: ["id", "project", "month", "amount", "seq"])
        var plans = TableBuilder("plans", fields: ["id", "project", "year", "amount", "seq"])
        var reports = TableBuilder("reports", fields: ReportRow.fields)
        for project in city.projects.all {
            let row = ProjectRow(project, unit: unit)
            for part in parts(of: project, on: period.end) {
                projects.append(unit: part.unit, row.cells(of: part))
                ReportRow.append(project, part, unit, to: &reports)
            }
            for entry in project.investment {
                for part in parts(of: project, on: entry.month.lastDay) {
                    investment.append(
                        unit: part.unit,
                        [
                            .text("\(project.id)/\(entry.month)"), .text(project.id.text),
                            .month(entry.month), part.cell(entry.amount, unit),
                            .scaled(Int64(entry.seq), places: 0),
                        ])
                }
            }
            for (year, plan) in project.plans.sorted(by: { $0.key < $1.key }) {
                let lastDay = Day(year: year, month: 12, day: 31) ?? period.end
                for part in parts(of: project, on: lastDay) {
                    plans.append(
                        unit: part.unit,
                        [
                            .text("\(project.id)/\(year)"), .text(project.id.text),
                            .scaled(Int64(year), places: 0), part.cell(plan.amount, unit),
                            .scaled(Int64(plan.seq), places: 0),
                        ])
                }
            }
        }
        builder.add(projects)
        builder.add(investment)
        builder.add(plans)
        builder.add(reports)
    }

    /// Who is credited on a day, each as the unit that it is or belongs to; organizations that
    /// belong to no unit at the period's end are not in the race. Several in one unit are one.
    private func parts(of project: Project, on day: Day) -> [CreditPart] {
        var parts: [CreditPart] = []
        for credit in project.credits.value(on: day) ?? [] {
            guard let unit = organizations.unit(of: credit.organization, on: period.end) else {
                continue
            }
            if let index = parts.firstIndex(where: { $0.unit == unit.text }) {
                parts[index].millionths += credit.share.millionths
            } else {
                parts.append(CreditPart(unit: unit.text, millionths: credit.share.millionths))
            }
        }
        return parts
    }

    private func findings() -> TableBuilder {
        var table = TableBuilder(
            "findings", fields: ["id", "severity", "found_on", "project", "seq"])
        for finding in city.findings.values.sorted(by: { $0.seq < $1.seq }) {
            guard let unit = organizations.unit(of: finding.organization, on: period.end) else {
                continue
            }
            table.append(
                unit: unit.text,
                [
                    .text(finding.id.text), .text(finding.severity.rawValue),
                    .day(finding.foundOn), finding.project.map { .text($0.text) } ?? .null,
                    .scaled(Int64(finding.seq), places: 0),
                ])
        }
        return table
    }
}

extension Decimal {
    var cell: Cell { .scaled(unscaled, places: places) }
}

/// A unit's part in one project.
struct CreditPart {
    var unit: String
    var millionths: Int

    var shareCell: Cell { .scaled(Int64(millionths), places: 6) }

    /// The unit's part of an amount, in the city's unit, exact.
    func cell(_ money: Money, _ unit: MoneyUnit) -> Cell {
        guard millionths != Share.whole.millionths else {
            return CreditPart.cell(Int128(money.minor), places: unit.places)
        }
        return CreditPart.cell(
            Int128(money.minor) * Int128(millionths), places: unit.places + 6)
    }

    static func cell(_ unscaled: Int128, places: Int) -> Cell {
        if places <= 18, let narrow = Int64(exactly: unscaled) {
            return .scaled(narrow, places: places)
        }
        return .number(DecimalText.of(unscaled, places: places))
    }
}
