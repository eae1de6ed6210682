/// Scores and ranks of one race.
public struct Standings: Sendable {
    public struct Score: Sendable, Hashable {
        public var indicator: String
        /// Nil where the indicator does not apply to the unit.
        public var earned: Earned?
    }

    public struct Earned: Sendable, Hashable {
        /// What the steps lead to.
        public var score: Rational
        /// The weighted part of the base.
        public var points: Rational
    }

    /// One unit's place.
    public struct Line: Sendable {
        public var group: String
        public var unit: String
        /// Nil where nothing applies to the unit; so is the total.
        public var rank: Int?
        /// Before rounding.
        public var exactTotal: Rational?
        public var total: Rational?
        public var base: Rational
        public var bonus: Rational
        public var penalty: Rational
        public var veto: Bool
        /// Whether a veto bars the unit from what its rank would bring.
        public var ineligible: Bool
        public var scores: [Score]
        /// Where every number comes from; nil unless asked for.
        public var reckoning: Reckoning?
    }

    public var rulebook: String
    public var version: String
    public var period: Period
    /// Decimals of totals.
    public var places: Int
    /// By group in the rulebook's order, then rank, then the order of units.
    public var lines: [Line]

    /// The total with its decimals, such as `85.00`.
    public func totalText(of line: Line) -> String? {
        line.total?.text(places: places, fixed: true)
    }
}
