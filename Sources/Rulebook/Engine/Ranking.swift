/// Ranks units by total and tie-breaks.
struct Ranking {
    /// What decides between two units, in order.
    struct Key {
        var ranksLast: Bool
        var total: Rational
        /// Points of the tie-break indicators; nil, the lowest, where one does not apply.
        var tieBreaks: [Rational?]

        /// How many of total and tie-breaks are looked at until one differs, and who is ahead.
        func compare(with other: Key) -> (ahead: Bool?, deciding: Int) {
            if ranksLast != other.ranksLast { return (!ranksLast, -1) }
            if total != other.total { return (total > other.total, 0) }
            for (index, pair) in zip(tieBreaks, other.tieBreaks).enumerated()
            where pair.0 != pair.1 {
                guard let left = pair.0 else { return (false, index + 1) }
                guard let right = pair.1 else { return (true, index + 1) }
                return (left > right, index + 1)
            }
            return (nil, tieBreaks.count)
        }
    }

    /// By unit; nil where nothing applies.
    private(set) var keys: [Key?]
    /// By unit; nil where nothing applies.
    private(set) var ranks: [Int?]
    /// Ranked units by pool, best first, equal ones in the order of units.
    private(set) var pools: [[Int]] = []

    init(_ preparation: Preparation, _ totalling: Totalling) {
        let rule = preparation.rulebook.rank
        let ids = preparation.rulebook.indicators.map { ExactText($0.id) }
        let tieBreaks = rule.tieBreaks.compactMap { ids.firstIndex(of: ExactText($0.indicator)) }
        keys = totalling.units.map { unit in
            guard let exact = unit.exactTotal, let rounded = unit.total else { return nil }
            return Key(
                ranksLast: unit.ranksLast, total: rule.on == .total ? exact : rounded,
                tieBreaks: tieBreaks.map { unit.points[$0] })
        }
        ranks = keys.map { _ in nil }
        let groups = preparation.groups.map(\.units)
        for pool in rule.within == .all ? [groups.flatMap { $0 }] : groups { rank(pool) }
    }

    private mutating func rank(_ pool: [Int]) {
        let ordered = pool.enumerated().compactMap { position, unit in
            keys[unit].map { (unit: unit, key: $0, position: position) }
        }.sorted { $0.key.compare(with: $1.key).ahead ?? ($0.position < $1.position) }
        for (place, entry) in ordered.enumerated() {
            let isTied = place > 0 && entry.key.compare(with: ordered[place - 1].key).ahead == nil
            ranks[entry.unit] = isTied ? ranks[ordered[place - 1].unit] : place + 1
        }
        pools.append(ordered.map(\.unit))
    }
}
