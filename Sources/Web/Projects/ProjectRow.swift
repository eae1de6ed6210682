package import Delivery
package import Rulebook

/// What lists show of a project, with the keys by which it is sorted and found: made when the
/// project changes, not when a page is asked for.
package struct ProjectRow: Sendable {
    package var id: ProjectID
    package var name: String
    package var track: Track
    /// Recognised where anything is, else as reported.
    package var stage: Stage?
    package var isRecognised: Bool
    package var standing: Project.Standing
    package var districts: [OrganizationID]
    package var total: Known<Money>?
    /// Of the year of the city's latest record.
    package var plan: Money?
    package var invested: Money?
    package var industry: String?
    package var investor: String?
    package var isStrategic: Bool
    package var hasPendingClaim: Bool
    /// Whether any figure is kept as unknown.
    package var hasUnknown: Bool
    package var lead: OrganizationID?
    /// The first stage whose planned day has passed without its having been recognised, where
    /// the project is active.
    package var overdue: Overdue?
    package var lastRecord: Int
    /// The first and the latest day of which anything is known: a report's, a recognised stage's,
    /// a month's.
    package var firstFact: Day?
    package var lastFact: Day?
    /// UTF-8 of everything by which it may be searched, folded.
    package var searched: [UInt8]

    package struct Overdue: Sendable, Hashable {
        package var stage: Stage
        package var planned: Day
        package var isClaimed: Bool
    }

    package init(_ project: Project, on day: Day, organizations: OrganizationRegister) {
        let profile = project.profile
        id = project.id
        name = profile.name
        track = profile.track
        stage = project.stage
        isRecognised = project.recognisedStage != nil
        standing = project.standing
        districts = (project.credits.value(on: day) ?? []).map(\.organization)
        total = project.totalInvestment
        plan = project.plans[day.year]?.amount
        invested = Self.sum(project.investment.filter { $0.month.year == day.year })
        industry = profile.industry
        investor = profile.investor
        isStrategic = profile.strategic
        hasPendingClaim = project.claims.contains(where: \.isPending)
        hasUnknown = Self.hasUnknown(project)
        lead = profile.lead
        overdue = Self.overdue(project, on: day)
        lastRecord = project.records.last ?? project.registered
        let facts =
            project.reports.map(\.asOf) + project.claims.compactMap(\.recognisedDay)
            + project.investment.map(\.month.lastDay)
        firstFact = facts.min()
        lastFact = facts.max()
        let names = districts.compactMap { organizations[$0]?.name }
        let words =
            [name, id.text, profile.code?.text, profile.investor, profile.industry]
            .compactMap { $0 } + names
        searched = Array(SearchText.folded(words.joined(separator: "\n")).utf8)
    }

    /// Thousandths of the year's plan that are done; nil without a plan.
    package var progress: Int? {
        guard let plan = plan?.minor, plan > 0, let done = invested?.minor else { return nil }
        return Int(clamping: Int128(done) * 1000 / Int128(plan))
    }

    /// Place on its track, tracks apart; what has no stage comes first.
    package var stageOrder: Int {
        let place = stage.flatMap { track.position(of: $0) } ?? -1
        return (track == .attracted ? 0 : 100) + place
    }

    private static func overdue(_ project: Project, on day: Day) -> Overdue? {
        guard project.standing == .active, !project.baseline.isEmpty else { return nil }
        // A later stage that is recognised says that the earlier one was passed, too.
        let reached = project.recognisedStage.flatMap { project.profile.track.position(of: $0) }
        let open = project.profile.track.stages.dropFirst((reached ?? -1) + 1)
        for stage in open {
            guard let planned = project.baseline[stage], planned < day else { continue }
            let isClaimed = project.claims.contains { $0.stage == stage && $0.isPending }
            return Overdue(stage: stage, planned: planned, isClaimed: isClaimed)
        }
        return nil
    }

    private static func sum(_ months: [Project.MonthlyInvestment]) -> Money? {
        guard let first = months.first else { return nil }
        return months.dropFirst().reduce(first.amount as Money?) { $0?.adding($1.amount) }
    }

    private static func hasUnknown(_ project: Project) -> Bool {
        func unknown<Value>(_ known: Known<Value>?) -> Bool { known != nil && known?.value == nil }
        let report = project.reports.last
        return unknown(project.profile.place) || unknown(project.totalInvestment)
            || unknown(report?.stage) || unknown(report?.completion) || unknown(report?.started)
            || unknown(report?.totalInvestmentChange)
    }
}
