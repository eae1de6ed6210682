/// What is asked of one table, each predicate and each set of rows only once.
struct TablePlan: Sendable {
    /// Rows that meet all of some predicates.
    struct RowSet: Sendable, Hashable {
        let predicates: [Int]
    }

    /// The sum of a number column over a set whose rows all have a number.
    struct Sum: Sendable {
        let set: Int
        let scaled: [Int64]
    }

    let units: [Int32]
    let unitCount: Int
    private(set) var predicates: [Predicate] = []
    private(set) var sets: [RowSet] = []
    private(set) var sums: [Sum] = []
    /// The sets whose rows are wanted one by one.
    private(set) var listed: [Int] = []
    private var predicateIndex: [PredicateKey: Int] = [:]
    private var setIndex: [RowSet: Int] = [:]

    init(_ table: Facts.Table, unitCount: Int) {
        (units, self.unitCount) = (table.units, unitCount)
    }

    var rowCount: Int { units.count }

    mutating func predicate(_ key: PredicateKey, _ make: () -> Predicate) -> Int {
        if let index = predicateIndex[key] { return index }
        predicateIndex[key] = predicates.count
        predicates.append(make())
        return predicates.count - 1
    }

    mutating func set(_ predicates: [Int]) -> Int {
        let set = RowSet(predicates: Array(Set(predicates)).sorted())
        if let index = setIndex[set] { return index }
        setIndex[set] = sets.count
        sets.append(set)
        return sets.count - 1
    }

    mutating func sum(_ scaled: [Int64], over set: Int) -> Int {
        sums.append(Sum(set: set, scaled: scaled))
        return sums.count - 1
    }

    mutating func list(_ set: Int) {
        if !listed.contains(set) { listed.append(set) }
    }
}

/// What makes two conditions the same.
struct PredicateKey: Hashable {
    let field: ExactText
    let test: String
    let literals: [ExactText]

    init(_ condition: Rulebook.Condition) {
        field = ExactText(condition.field.name)
        switch condition.test {
        case .compare(let comparison, let literal):
            test = comparison.rawValue
            literals = [PredicateKey.text(literal)]
        case .isOneOf(let all):
            test = "in"
            literals = all.map(PredicateKey.text)
        case .exists: (test, literals) = ("exists", [])
        case .absent: (test, literals) = ("absent", [])
        case .date(let window): (test, literals) = (window.rawValue, [])
        }
    }

    init(fieldExists field: String) {
        (self.field, test, literals) = (ExactText(field), "exists", [])
    }

    private static func text(_ literal: Rulebook.Condition.Literal) -> ExactText {
        switch literal {
        case .text(let text): ExactText("=" + text)
        case .param(let name, _): ExactText("$" + name)
        }
    }
}
