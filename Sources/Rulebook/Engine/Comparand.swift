import BigInt

/// What a cell is compared with: two numbers compare as numbers, anything else as text.
struct Comparand: Sendable {
    let text: ExactText
    let number: Rational?

    init(_ literal: Rulebook.Condition.Literal, _ terms: Terms) {
        switch literal {
        case .text(let text): (self.text, number) = (ExactText(text), Rational(text))
        case .param(let name, _):
            let value = terms.param(name)
            (text, number) = (ExactText(value?.text ?? ""), value?.value)
        }
    }

    func isMet(
        _ comparison: Rulebook.Condition.Comparison, by cell: ExactText, number own: Rational?
    ) -> Bool {
        if let own, let number {
            return Comparand.holds(comparison, less: own < number, equal: own == number)
        }
        return Comparand.holds(comparison, less: cell < text, equal: cell == text)
    }

    private static func holds(
        _ comparison: Rulebook.Condition.Comparison, less: Bool, equal: Bool
    ) -> Bool {
        switch comparison {
        case .eq: equal
        case .ne: !equal
        case .lt: less
        case .le: less || equal
        case .gt: !less && !equal
        case .ge: !less
        }
    }

    /// The scaled values that meet the comparison; nil where none does.
    func range(
        _ comparison: Rulebook.Condition.Comparison, number: Rational, places: Int
    ) -> ClosedRange<Int64>? {
        let threshold = number * Rational(Int(powersOfTen[places]))
        let floor = threshold.roundedDown
        let isWhole = Rational(floor, over: 1) == threshold
        let ceiling = isWhole ? floor : floor + 1
        let (low, high): (BigInt?, BigInt?) =
            switch comparison {
            case .eq, .ne: isWhole ? (floor, floor) : (1, 0)
            case .lt: (nil, ceiling - 1)
            case .le: (nil, floor)
            case .gt: (floor + 1, nil)
            case .ge: (ceiling, nil)
            }
        let (least, most) = (BigInt(Int64.min) + 1, BigInt(Int64.max))
        let from = max(low ?? least, least)
        let to = min(high ?? most, most)
        guard from <= to, let from = Int64(exactly: from), let to = Int64(exactly: to) else {
            return nil
        }
        return from...to
    }

    /// The days whose text meets the comparison: the order of their texts is that of time.
    func dayRange(_ comparison: Rulebook.Condition.Comparison) -> ClosedRange<Int32>? {
        let (first, last) = (Day.earliest.number, Day.latest.number)
        let notBelow = boundary { !($0 < text) }
        let above = boundary { text < $0 }
        let (from, to) =
            switch comparison {
            case .eq, .ne: (notBelow, above - 1)
            case .lt: (first, notBelow - 1)
            case .le: (first, above - 1)
            case .gt: (above, last)
            case .ge: (notBelow, last)
            }
        return from <= to ? from...to : nil
    }

    /// The first day for which the test holds, or the one after the last.
    private func boundary(_ holds: (ExactText) -> Bool) -> Int32 {
        var (low, high) = (Day.earliest.number, Day.latest.number + 1)
        while low < high {
            let middle = low + (high - low) / 2
            let text = Day(number: Int(middle))?.description ?? ""
            if holds(ExactText(text)) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
