/// Units that are compared with each other at one step, by their values.
struct Peers {
    /// Descending.
    private let values: [Rational]

    init(_ values: [Rational]) { self.values = values.sorted(by: >) }

    var count: Int { values.count }
    var least: Rational { values.last ?? .zero }
    var greatest: Rational { values.first ?? .zero }

    /// The competition rank: one more than the peers that are better.
    func rank(of value: Rational, _ direction: Rulebook.Indicator.Direction) -> Int {
        switch direction {
        case .higher: partition { $0 > value } + 1
        case .lower: values.count - partition { $0 >= value } + 1
        }
    }

    /// How many values stand before the first that fails the test.
    private func partition(_ holds: (Rational) -> Bool) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(values[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
