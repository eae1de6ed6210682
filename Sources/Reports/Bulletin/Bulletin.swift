package import Delivery
package import Rulebook

/// 通报: what the result of a round is told to everyone in it. A pure value of the race, the race
/// of the period before, and the city they were run on; every number in it is a number of the
/// race's JSON, or counted from the city's claims.
package struct Bulletin: Sendable, Hashable {
    package var head: Head
    package var city: Words
    /// What every reader must know of the city's figures, such as that they are examples.
    package var notice: Words?
    package var period: Period
    /// The first day that the race looks at: the period's, or the year's.
    package var start: Day
    package var rulebookTitle: Words
    /// In the order of the rulebook.
    package var indicators: [Indicator]
    /// In the order of the standings.
    package var groups: [Group]
    package var uncounted: UncountedTally
    package var basis: Basis

    /// Who speaks, under which number, and when.
    package struct Head: Sendable, Hashable {
        package var issuer: Words
        /// 发文字号, such as 〔2024〕10 号; nil where the office gives none.
        package var number: String?
        package var date: Day

        package init(issuer: Words, number: String?, date: Day) {
            self.issuer = issuer
            self.number = number
            self.date = date
        }
    }

    package struct Indicator: Sendable, Hashable {
        package var id: String
        package var title: Words
    }

    package struct Group: Sendable, Hashable {
        package var name: String
        package var rows: [Row]
    }

    /// One unit's line. Numbers are the texts of the race's JSON.
    package struct Row: Sendable, Hashable {
        package var unit: String
        package var name: Words
        /// Nil where nothing applies to the unit; so is the total.
        package var rank: Int?
        package var total: String?
        package var base: String
        package var bonus: String
        package var penalty: String
        package var vetoed: Bool
        package var movement: Movement
        /// One for each indicator of the rulebook.
        package var marks: [Mark]
        package var reason: RankReason
    }

    /// Where a unit stands on one indicator.
    package struct Mark: Sendable, Hashable {
        /// Nil where the indicator does not apply; so are the others.
        package var score: String?
        package var points: String?
        /// Among the units of its group to which the indicator applies; equal scores share the
        /// smaller rank.
        package var rank: Int?
    }

    /// The change of rank since the period before.
    package enum Movement: Sendable, Hashable {
        case up(Int)
        case down(Int)
        case same
        /// There was no such race, or the unit stood in another group or had no rank.
        case unknown
    }

    /// What the numbers stand on, so that whoever doubts them can have them again.
    package struct Basis: Sendable, Hashable {
        package var rulebook: String
        package var version: String
        package var rulebookHash: String
        package var factsHash: String
        /// How many records the race was looked at from.
        package var records: Int
        /// How many of them count: those recorded by the cut-off.
        package var counted: Int
        /// The last day whose records count; nil where the rules set none.
        package var cutoff: Day?
        /// Records that count may still come.
        package var isProvisional: Bool
    }
}
