package import Rulebook

/// An investment moving through the stages of its track.
package struct Project: Sendable, Equatable {
    package var id: ProjectID
    package var profile: ProjectProfile
    package var registered: Int
    /// Who is credited with it, from which day on.
    package var credits = Dated<[Credit]>()
    package var baseline: [Stage: Day] = [:]
    package var forecast: [Stage: Day] = [:]
    package var claims: [Claim] = []
    package var standing: Standing = .active
    package var statisticsEntry: Day?
    /// The city's plan of investment by year.
    package var plans: [Int: Plan] = [:]
    /// In order of their months.
    package var investment: [MonthlyInvestment] = []
    /// In order of their days.
    package var reports: [ProgressReport] = []
    package var findings: [FindingID] = []
    /// What stops it or did, in the order of its raising.
    package var blockers: [BlockerID] = []
    /// Seqs of the records that made this project what it is.
    package var records: [Int]

    package enum Standing: Sendable, Hashable {
        case active
        case suspended(from: Day)
        case terminated(on: Day)
    }

    package struct Plan: Sendable, Hashable {
        package var amount: Money
        package var seq: Int
    }

    package struct MonthlyInvestment: Sendable, Hashable {
        package var month: Month
        package var amount: Money
        package var seq: Int
    }

    package init(id: ProjectID, profile: ProjectProfile, registered: Int) {
        self.id = id
        self.profile = profile
        self.registered = registered
        records = [registered]
    }

    /// The recognised actual date of a stage. Races count no other.
    package func recognisedDay(_ stage: Stage) -> Day? { recognisedClaim(stage)?.recognisedDay }

    package func recognisedClaim(_ stage: Stage) -> Claim? {
        claims.last { $0.stage == stage && $0.recognisedDay != nil }
    }

    package func claim(_ number: Int) -> Claim? {
        claims.first { $0.number == number }
    }

    /// The furthest recognised stage.
    package var recognisedStage: Stage? {
        profile.track.stages.last { recognisedDay($0) != nil }
    }

    /// The stage of the latest report that names one.
    package var reportedStage: Stage? {
        reports.last { $0.stage?.value != nil }?.stage?.value
    }

    /// Recognised where anything is, else as reported.
    package var stage: Stage? { recognisedStage ?? reportedStage }

    /// The stage in the project's own word where it has one: 开街 for what is elsewhere called
    /// 交付使用. English has the stage's.
    package func words(of stage: Stage) -> Words {
        let isLast = stage == .producing || stage == .inUse
        guard isLast, let wording = profile.wording else { return stage.words }
        return Words(zh: wording, en: stage.words.en)
    }

    /// The latest word on the total investment: a report's, else the profile's.
    package var totalInvestment: Known<Money>? {
        reports.last { $0.totalInvestment != nil }?.totalInvestment ?? profile.totalInvestment
    }

    package func invested(in month: Month) -> MonthlyInvestment? {
        investment.first { $0.month == month }
    }
}
