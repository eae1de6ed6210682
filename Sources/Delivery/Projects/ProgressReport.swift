package import Rulebook

/// What an agency reported of a project as of a day: a vintage that never replaces another.
package struct ProgressReport: Sendable, Hashable {
    package var asOf: Day
    package var stage: Known<Stage>?
    package var totalInvestment: Known<Money>?
    package var totalInvestmentChange: Known<Money>?
    package var completion: Known<Day>?
    /// Days, later positive, as the source states it.
    package var completionChange: Int?
    package var started: Known<Day>?
    package var note: Note?
    package var seq: Int
}
