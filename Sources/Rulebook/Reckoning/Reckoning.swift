/// Where every number of one unit's line comes from, down to the rows.
///
/// From an indicator follow its `measure` to the figure of that name, and a figure's `operands`
/// to further figures.
public struct Reckoning: Sendable {
    /// By indicator, in the order of the rulebook.
    public var indicators: [Indicator]
    /// What the indicators are made of, each after its operands.
    public var figures: [Figure]
    public var adjustments: [Adjustment]
    /// From base, bonus and penalty to the total, in order; steps that change nothing included.
    public var totalSteps: [TotalStep]
    /// Nil where the unit has no rank.
    public var rank: Rank?

    public func figure(_ name: String) -> Figure? {
        figures.first { ExactText($0.name) == ExactText(name) }
    }

    /// A parameter and the value that was in force.
    public struct Parameter: Sendable {
        public var name: String
        /// A label, such as 亿元.
        public var unit: String?
        /// The day from which the value holds; nil where it always does.
        public var from: Day?
        public var value: Rational
        /// Where the value stands in the rulebook.
        public var line: Int
    }

    public struct Peer: Sendable {
        public var unit: String
        public var value: Rational
    }

    /// A condition as the rulebook states it, `value` in source text.
    public struct Condition: Sendable {
        public var field: String
        public var op: String
        public var value: String?
        public var line: Int
    }

    /// A measure or an entry of `values`, for this unit.
    public struct Figure: Sendable {
        public var name: String
        /// Where the measure stands in the rulebook; nil for an entry of `values`.
        public var line: Int?
        /// `values`, `fact`, `ratio`, …, or an aggregate's function.
        public var form: String
        public var value: Value
        /// Names of figures, in order.
        public var operands: [String] = []
        /// Of the operands of a mix.
        public var weights: [Rational] = []
        public var table: String?
        /// The fields that an aggregate takes: none, one, or the two of `days`.
        public var fields: [String] = []
        public var conditions: [Condition] = []
        /// The rows that an aggregate used.
        public var rows = Rows()
        /// The rows that an aggregate must have at least.
        public var minimum: Int?
        /// For a share, the group's values of its operand.
        public var peers: [Peer] = []
        /// What holds at a zero denominator or a base that is not positive.
        public var policy: String?
        public var parameters: [Parameter] = []
    }

    public struct Step: Sendable {
        public var name: String
        public var line: Int
        public var before: Rational
        public var after: Rational
        /// Those the step compared, where it does.
        public var peers: [Peer]
        /// The competition rank among the peers, where the step uses one.
        public var rank: Int?
        public var parameters: [Parameter]
    }

    public struct Indicator: Sendable {
        public var id: String
        public var title: Rulebook.Title
        public var line: Int
        /// The name of a figure.
        public var measure: String
        public var value: Value
        public var direction: Rulebook.Indicator.Direction
        public var steps: [Step]
        /// The policy that gave the score, where the unit had no value.
        public var missing: Rulebook.Missing?
        /// Nil where the indicator does not apply.
        public var score: Rational?
        public var weight: Rational
        /// Of all indicators that apply to the unit.
        public var weightSum: Rational
        public var scale: Rational
        /// weight × score × scale / weightSum.
        public var points: Rational?
        public var parameters: [Parameter]
    }

    public struct Adjustment: Sendable {
        public enum Kind: String, Sendable {
            case bonus, penalty, veto
        }

        public var id: String
        public var kind: Kind
        public var line: Int
        public var table: String
        public var field: String?
        public var conditions: [Condition]
        /// The rows that meet the conditions and have the field.
        public var rows: Rows
        /// What each of the rows earns; empty for a veto.
        public var points: [Rational]
        public var sum: Rational
        public var cap: Rational?
        /// The sum, cut at the cap.
        public var counted: Rational
        /// What a veto does; nil where there is none or no row calls for it.
        public var veto: Veto?
        public var parameters: [Parameter]
    }

    public struct Veto: Sendable {
        public var score: Rational?
        public var ranksLast: Bool
        public var makesIneligible: Bool
    }

    public struct TotalStep: Sendable {
        public enum Name: String, Sendable {
            case base, bonus, penalty, floor, cap, veto, rounding
        }

        public var name: Name
        public var line: Int?
        public var before: Rational
        public var after: Rational
        public var parameters: [Parameter]
    }

    public struct Rank: Sendable {
        public var rank: Int
        /// How many units were ranked together.
        public var among: Int
        /// Against the neighbours in the order: the one before and the one after, if any.
        public var comparisons: [Comparison]
    }

    public struct Comparison: Sendable {
        public enum Outcome: String, Sendable {
            case ahead, behind, tied
        }

        /// What was compared: `total`, `score.ID`, or `veto` where one of them ranks last.
        public struct Criterion: Sendable {
            public var name: String
            public var own: Rational?
            public var theirs: Rational?
        }

        public var unit: String
        public var outcome: Outcome
        /// Up to the one that decided.
        public var criteria: [Criterion]
    }
}
