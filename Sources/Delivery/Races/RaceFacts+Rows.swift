import Rulebook

/// A project's row, the same for each unit that is credited but for the unit's part.
struct ProjectRow {
    /// The stages whose recognised dates are columns, and the columns' names.
    private static let stages: [(stage: Stage, field: String)] = [
        (.signed, "signed_on"), (.landed, "landed_on"), (.approved, "approved_on"),
        (.preparation, "preparation_on"), (.started, "started_on"), (.building, "building_on"),
        (.completed, "completed_on"), (.producing, "produced_on"),
        (.atCapacity, "at_capacity_on"), (.inUse, "in_use_on"),
    ]

    static let fields =
        ["id", "track", "standing", "strategic", "cluster", "industry", "share"]
        + ["total_investment", "whole_investment", "entered_on", "seq"] + stages.map(\.field)

    private let project: Project
    private let unit: MoneyUnit

    init(_ project: Project, unit: MoneyUnit) {
        self.project = project
        self.unit = unit
    }

    func cells(of part: CreditPart) -> [Cell] {
        let total = project.totalInvestment?.value
        let standing: Cell =
            switch project.standing {
            case .active: .text("active")
            case .suspended: .text("suspended")
            case .terminated: .text("terminated")
            }
        let profile: [Cell] = [
            .text(project.id.text), .text(project.profile.track.rawValue), standing,
            .bool(project.profile.strategic),
            project.profile.cluster.map { .text($0.text) } ?? .null,
            project.profile.industry.map { .text($0) } ?? .null, part.shareCell,
        ]
        let amounts: [Cell] = [
            total.map { part.cell($0, unit) } ?? .null,
            total.map { CreditPart.cell(Int128($0.minor), places: unit.places) } ?? .null,
            project.statisticsEntry.map { .day($0) } ?? .null,
            .scaled(Int64(project.registered), places: 0),
        ]
        let dates = ProjectRow.stages.map { project.recognisedDay($0.stage).cell }
        return profile + amounts + dates
    }
}

/// A progress report's row: what it says, beside what the report before it said.
enum ReportRow {
    static let fields = [
        "id", "project", "reported_on", "stage", "previous_stage", "moved", "total_investment",
        "previous_total_investment", "completion", "previous_completion", "seq",
    ]

    static func append(
        _ project: Project, _ part: CreditPart, _ unit: MoneyUnit, to table: inout TableBuilder
    ) {
        var previous: ProgressReport?
        for report in project.reportsInForce {
            table.append(
                unit: part.unit, cells(project, report, after: previous, part, unit))
            previous = report
        }
    }

    private static func cells(
        _ project: Project, _ report: ProgressReport, after previous: ProgressReport?,
        _ part: CreditPart, _ unit: MoneyUnit
    ) -> [Cell] {
        let stage = report.stage?.value
        let previousStage = previous?.stage?.value
        let moved: Cell =
            if let stage, let previousStage,
                let now = project.profile.track.position(of: stage),
                let before = project.profile.track.position(of: previousStage)
            { .bool(now > before) } else { .null }
        return [
            .text("\(project.id)/\(report.asOf)"), .text(project.id.text), .day(report.asOf),
            stage.map { .text($0.rawValue) } ?? .null,
            previousStage.map { .text($0.rawValue) } ?? .null, moved,
            (report.totalInvestment?.value).map { part.cell($0, unit) } ?? .null,
            (previous?.totalInvestment?.value).map { part.cell($0, unit) } ?? .null,
            (report.completion?.value).cell, (previous?.completion?.value).cell,
            .scaled(Int64(report.seq), places: 0),
        ]
    }
}

extension Day? {
    fileprivate var cell: Cell { map { .day($0) } ?? .null }
}
