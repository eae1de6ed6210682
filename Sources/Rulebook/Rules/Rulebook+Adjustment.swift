extension Rulebook {
    /// What is added to or taken from the base by rows of a table.
    public struct Adjustment: Sendable {
        public enum Form: Sendable {
            case bonus(Award)
            case penalty(Award)
            case veto(Veto)
        }

        public struct Award: Sendable {
            public enum Points: Sendable {
                /// For every row, or every row that has the field.
                case each(Amount)
                /// By the field's text.
                case listed([Listed])
                case tiers([Pair], highestOnly: Bool)
            }

            public var field: Name?
            public var points: Points
            public var cap: Amount?

            public init(field: Name?, points: Points, cap: Amount?) {
                (self.field, self.points, self.cap) = (field, points, cap)
            }
        }

        public struct Listed: Sendable {
            public var value: String
            public var points: Amount

            public init(value: String, points: Amount) {
                (self.value, self.points) = (value, points)
            }
        }

        public struct Veto: Sendable {
            public var score: Amount?
            public var ranksLast: Bool
            /// Whether the unit may not receive what a rank would bring.
            public var makesIneligible: Bool

            public init(score: Amount?, ranksLast: Bool, makesIneligible: Bool) {
                self.score = score
                (self.ranksLast, self.makesIneligible) = (ranksLast, makesIneligible)
            }
        }

        public var id: String
        public var form: Form
        public var table: Name
        public var conditions: [Condition]
        public var line: Int

        public init(
            id: String, form: Form, of table: Name, where conditions: [Condition], line: Int
        ) {
            (self.id, self.form, self.table) = (id, form, table)
            (self.conditions, self.line) = (conditions, line)
        }

        /// Nil for a veto.
        public var award: Award? {
            switch form {
            case .bonus(let award), .penalty(let award): award
            case .veto: nil
            }
        }
    }
}
