import Rulebook

/// Something worked out of figures, or why it cannot be, with the observations it was made of.
package struct Derived<Value: Sendable & Hashable>: Sendable, Hashable {
    package enum Outcome: Sendable, Hashable {
        case value(Value)
        case none(WhyNone)
    }

    package var outcome: Outcome
    /// Of the observations, ascending.
    package private(set) var seqs: [Int]

    package init(_ outcome: Outcome, of seqs: [Int] = []) {
        self.outcome = outcome
        self.seqs = Set(seqs).sorted()
    }

    static func none(_ why: WhyNone, of seqs: [Int] = []) -> Derived {
        Derived(.none(why), of: seqs)
    }

    package var value: Value? {
        if case .value(let value) = outcome { value } else { nil }
    }

    package var why: WhyNone? {
        if case .none(let why) = outcome { why } else { nil }
    }
}

/// Why something cannot be worked out.
package enum WhyNone: Sendable, Hashable {
    /// No figure stands for the period.
    case notObserved(ObservedPeriod)
    /// The figure is a bound, a range or a class.
    case notExact(ObservedPeriod)
    /// Nothing was observed in the year.
    case nothingIn(year: Int)
    /// A growth over nothing, or over less than nothing, has no meaning.
    case baseNotPositive(ObservedPeriod)
    case notReached
    /// The indicator is not of the kind that has it.
    case unfit

    package var words: Words {
        switch self {
        case .notObserved(let period):
            Words(zh: "缺少\(period.words.zh)的数据", en: "no figure for \(period.words.en)")
        case .notExact(let period):
            Words(
                zh: "\(period.words.zh)的数据不是确数",
                en: "the figure for \(period.words.en) is not exact")
        case .nothingIn(let year):
            Words(zh: "\(year)年尚无数据", en: "no figure in \(year) yet")
        case .baseNotPositive(let period):
            Words(
                zh: "\(period.words.zh)的基数不是正数",
                en: "the figure for \(period.words.en) is not positive")
        case .notReached: Words(zh: "尚未达到", en: "not reached yet")
        case .unfit: Words(zh: "该类指标不适用", en: "does not apply to this kind of indicator")
        }
    }
}
