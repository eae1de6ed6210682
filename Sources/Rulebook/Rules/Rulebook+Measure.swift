extension Rulebook {
    /// A value for each unit, made from facts or from other measures.
    public struct Measure: Sendable {
        public enum Form: Sendable {
            case fact(Operand)
            case aggregate(Aggregate)
            case ratio(Operand, Operand, zero: ZeroDenominator)
            case difference(Operand, Operand)
            case share(Operand)
            case mix([Part])
            case growth(now: Operand, base: Operand, turnaround: Bool)
        }

        public enum ZeroDenominator: String, Sendable, CaseIterable {
            case missing
            case notApplicable = "not_applicable"
            case zero, full
        }

        public struct Part: Sendable {
            public var of: Operand
            public var weight: Amount

            public init(of: Operand, weight: Amount) { (self.of, self.weight) = (of, weight) }
        }

        public var name: String
        public var form: Form
        public var line: Int

        public init(name: String, form: Form, line: Int) {
            (self.name, self.form, self.line) = (name, form, line)
        }

        /// What the measure is made of; empty for facts and aggregates.
        public var operands: [Operand] {
            switch form {
            case .fact, .aggregate: []
            case .ratio(let a, let b, _), .difference(let a, let b), .growth(let a, let b, _):
                [a, b]
            case .share(let a): [a]
            case .mix(let parts): parts.map(\.of)
            }
        }
    }

    /// The name of a measure, or else of an entry of the facts' `values`.
    public struct Operand: Sendable {
        public var name: String
        public var line: Int

        public init(_ name: String, line: Int) { (self.name, self.line) = (name, line) }
    }

    /// A field or table, cited where a condition or aggregate names it.
    public typealias Name = Operand

    public struct Aggregate: Sendable {
        public enum Function: String, Sendable, CaseIterable {
            case count
            case countDistinct = "count_distinct"
            case sum, mean, median, min, max
        }

        public enum Subject: Sendable {
            /// The rows themselves; `count` only.
            case rows
            case field(Name)
            /// Days from the first to the second.
            case days(Name, Name)
        }

        public var function: Function
        public var table: Name
        public var subject: Subject
        public var conditions: [Condition]
        public var minimum: Amount?

        public init(
            _ function: Function, of table: Name, subject: Subject, where conditions: [Condition],
            minimum: Amount?
        ) {
            (self.function, self.table, self.subject) = (function, table, subject)
            (self.conditions, self.minimum) = (conditions, minimum)
        }
    }

    public struct Condition: Sendable {
        public enum Comparison: String, Sendable, CaseIterable {
            case eq, ne, lt, le, gt, ge
        }

        public enum Window: String, Sendable, CaseIterable {
            case inPeriod = "in_period"
            case inPriorYear = "in_prior_year"
            case byPeriodEnd = "by_period_end"
        }

        public enum Test: Sendable {
            case compare(Comparison, Literal)
            case isOneOf([Literal])
            case exists
            case absent
            case date(Window)
        }

        /// What a field is compared with.
        public enum Literal: Sendable {
            /// Text, numbers in their source text, true and false as words.
            case text(String)
            case param(String, line: Int)
        }

        public var field: Name
        public var test: Test
        public var line: Int

        public init(field: Name, test: Test, line: Int) {
            (self.field, self.test, self.line) = (field, test, line)
        }
    }
}
