package import Delivery
import HashTreeCollections
package import JSON
package import Rulebook

/// One project.
package enum ProjectPage {}

extension ProjectPage {
    package struct Model: Sendable {
        package var sight: Sight
        package var project: Project
        package var stages: [StageLine]
        package var years: [YearLine]
        /// Latest first.
        package var reports: [ReportLine]
        package var findings: [Finding]

        /// What is planned, expected, claimed and recognised of one stage.
        package struct StageLine: Sendable {
            package var stage: Stage
            package var baseline: Day?
            package var forecast: Day?
            /// In the order of their making.
            package var claims: [Claim]

            package var recognised: Claim? { claims.last { $0.recognisedDay != nil } }
            package var pending: Claim? { claims.last { $0.isPending } }
            package var isEmpty: Bool { baseline == nil && forecast == nil && claims.isEmpty }
        }

        /// Plan and done in one year.
        package struct YearLine: Sendable {
            package var year: Int
            package var plan: Project.Plan?
            package var months: [Project.MonthlyInvestment]

            /// Nil where the sum is too large to be true.
            package var done: Money? {
                months.reduce(Money.zero as Money?) { $0?.adding($1.amount) }
            }

            /// Thousandths of the plan; nil without one.
            package var progress: Int? {
                guard let plan = plan?.amount.minor, plan > 0, let done = done?.minor
                else { return nil }
                return Int(clamping: Int128(done) * 1000 / Int128(plan))
            }
        }

        /// A report and what it changed against the one before.
        package struct ReportLine: Sendable {
            package var report: ProgressReport
            package var before: ProgressReport?
        }

        /// Nil where there is no such project.
        package init?(_ sight: Sight, id: String) {
            guard let id = ProjectID(id), let project = sight.city.projects[id] else { return nil }
            self.sight = sight
            self.project = project
            stages = project.profile.track.stages.map { stage in
                StageLine(
                    stage: stage, baseline: project.baseline[stage],
                    forecast: project.forecast[stage],
                    claims: project.claims.filter { $0.stage == stage })
            }
            let years = Set(project.plans.keys).union(project.investment.map(\.month.year))
            self.years = years.sorted(by: >).map { year in
                YearLine(
                    year: year, plan: project.plans[year],
                    months: project.investment.filter { $0.month.year == year })
            }
            reports = project.reports.enumerated().reversed().map { place, report in
                ReportLine(report: report, before: place > 0 ? project.reports[place - 1] : nil)
            }
            findings = project.findings.compactMap { sight.city.findings[$0] }
        }
    }
}

extension ProjectPage.Model {
    package var json: JSON {
        let profile = project.profile
        return .object([
            .init("as_of", .integer(sight.city.size)),
            .init("id", .string(project.id.text)),
            .init("name", .string(profile.name)),
            .init("track", .string(profile.track.rawValue)),
            .init("code", profile.code.map { .string($0.text) } ?? .null),
            .init("lead", profile.lead.map { .string($0.text) } ?? .null),
            .init("total_investment", project.totalInvestment.map(\.json) ?? .null),
            .init("strategic", .bool(profile.strategic)),
            .init("stages", .array(stages.filter { !$0.isEmpty }.map(\.json))),
            .init("years", .array(years.map(\.json))),
            .init("reports", .array(project.reports.map(\.json))),
            .init("blockers", .array(project.blockers.map { .string($0.text) })),
            .init("findings", .array(findings.map { .string($0.id.text) })),
            .init("records", .array(project.records.map { .integer($0) })),
        ])
    }
}

extension ProjectPage.Model.StageLine {
    fileprivate var json: JSON {
        .object([
            .init("stage", .string(stage.rawValue)),
            .init("baseline", day(baseline)), .init("forecast", day(forecast)),
            .init("recognised", day(recognised?.recognisedDay)),
            .init("claims", .array(claims.map(\.json))),
        ])
    }

    private func day(_ day: Day?) -> JSON { day.map { .string($0.description) } ?? .null }
}

extension Claim {
    fileprivate var json: JSON {
        let (word, record): (String, Int) =
            switch ruling {
            case .pending: ("pending", seq)
            case .withdrawn(let seq): ("withdrawn", seq)
            case .recognised(_, _, let seq): ("recognised", seq)
            case .refused(_, _, _, let seq): ("refused", seq)
            case .revoked(_, _, _, let seq): ("revoked", seq)
            }
        return .object([
            .init("number", .integer(number)), .init("day", .string(day.description)),
            .init("record", .integer(seq)), .init("ruling", .string(word)),
            .init("ruling_record", .integer(record)),
        ])
    }
}

extension ProjectPage.Model.YearLine {
    fileprivate var json: JSON {
        .object([
            .init("year", .integer(year)),
            .init("plan", plan.map { .string($0.amount.description) } ?? .null),
            .init("done", done.map { .string($0.description) } ?? .null),
            .init(
                "months",
                .array(
                    months.map {
                        .object([
                            .init("month", .string($0.month.description)),
                            .init("amount", .string($0.amount.description)),
                            .init("record", .integer($0.seq)),
                        ])
                    })),
        ])
    }
}

extension ProgressReport {
    fileprivate var json: JSON {
        var stageText = JSON.null
        if let known = stage?.value { stageText = .string(known.rawValue) }
        return .object([
            .init("as_of", .string(asOf.description)),
            .init("stage", stageText),
            .init("total_investment", totalInvestment.map(\.json) ?? .null),
            .init("total_investment_change", totalInvestmentChange.map(\.json) ?? .null),
            .init("completion", completion.map(\.json) ?? .null),
            .init("completion_change_days", completionChange.map { .integer($0) } ?? .null),
            .init("record", .integer(seq)),
        ])
    }
}
