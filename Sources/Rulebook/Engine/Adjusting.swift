/// What one bonus, penalty or veto comes to for every unit.
struct Adjusting {
    /// One row and what it earns.
    struct Row: Sendable {
        let row: Int
        let points: Rational
    }

    let adjustment: Rulebook.Adjustment
    /// By unit, cut at the cap.
    private(set) var points: [Rational]
    /// By unit, before the cap.
    private(set) var sums: [Rational]
    /// Whether any row meets the conditions, by unit.
    private(set) var applies: [Bool]
    /// By unit; empty unless rows are listed.
    private(set) var rows: [[Row]]
    private(set) var problems: [Problem] = []

    init(
        _ adjustment: Rulebook.Adjustment, _ job: Preparation.Job, _ preparation: Preparation,
        _ scan: TableScan
    ) {
        self.adjustment = adjustment
        let counts = scan.counts[job.set]
        applies = counts.map { $0 > 0 }
        points = counts.map { _ in .zero }
        sums = points
        rows = counts.map { _ in [] }
        var aggregation = Aggregation(preparation, [])
        let lists = scan.rows[job.set]
        if let award = adjustment.award {
            for unit in counts.indices {
                let list = lists?[unit] ?? []
                let column = job.columns.first?.column
                rows[unit] = list.map { row in
                    let row = Int(row)
                    let points = Adjusting.points(of: award, preparation.terms) {
                        column?.text(row)
                    } number: {
                        column.flatMap {
                            aggregation.number($0, row, job.table, award.field?.name ?? "")
                        }
                    }
                    return Row(row: row, points: points)
                }
                sums[unit] = rows[unit].reduce(.zero) { $0 + $1.points }
                if case .each(let amount) = award.points {
                    sums[unit] = Rational(counts[unit]) * preparation.terms[amount]
                }
                let cap = preparation.terms[award.cap] ?? sums[unit]
                points[unit] = min(cap, sums[unit])
            }
        } else if let lists {
            rows = lists.map { $0.map { Row(row: Int($0), points: .zero) } }
        }
        problems = aggregation.problems
    }

    private static func points(
        of award: Rulebook.Adjustment.Award, _ terms: Terms, text: () -> String?,
        number: () -> Rational?
    ) -> Rational {
        switch award.points {
        case .each(let amount): return terms[amount]
        case .listed(let listed):
            guard let text = text().map(ExactText.init) else { return .zero }
            return listed.first { ExactText($0.value) == text }.map { terms[$0.points] } ?? .zero
        case .tiers(let tiers, let highestOnly):
            guard let value = number() else { return .zero }
            let reached = tiers.map { (terms[$0.from], terms[$0.value]) }
                .filter { value >= $0.0 }
            if highestOnly { return reached.max { $0.0 < $1.0 }?.1 ?? .zero }
            return reached.reduce(.zero) { $0 + $1.1 }
        }
    }
}
