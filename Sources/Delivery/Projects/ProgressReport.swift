package import Rulebook

/// What an agency reported of a project as of a day: a vintage that never replaces another.
package struct ProgressReport: Sendable, Hashable {
    package var asOf: Day
    package var stage: Known<Stage>?
    /// The source's own word for the stage: 连续投产, 正式启动.
    package var wording: String?
    /// When the stage was reached, as exactly as the source says.
    package var reached: ObservedPeriod?
    package var totalInvestment: Known<Money>?
    package var totalInvestmentChange: Known<Money>?
    package var completion: Known<Day>?
    /// Days, later positive, as the source states it.
    package var completionChange: Int?
    package var started: Known<Day>?
    package var note: Note?
    package var provenance: Provenance
    package var seq: Int
}
