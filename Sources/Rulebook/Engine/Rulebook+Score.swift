extension Rulebook {
    /// Scores the facts; throws everything that is wrong with them or with the rulebook.
    ///
    /// With `traces` every line carries its `reckoning`.
    public func score(_ facts: Facts, traces: Bool = false) throws(Problems) -> Standings {
        let preparation = try Preparation(self, facts, traces: traces)
        let scans = preparation.plans.map { TableScan($0, 0..<$0.rowCount) }
        return try Reckoner(preparation, scans).standings()
    }

    /// The same result as `score`, with big tables gone over in two tasks at once.
    public func scoreConcurrently(
        _ facts: Facts, traces: Bool = false
    ) async throws(Problems) -> Standings {
        let preparation = try Preparation(self, facts, traces: traces)
        var scans: [TableScan] = []
        for plan in preparation.plans { scans.append(await Rulebook.scan(plan)) }
        return try Reckoner(preparation, scans).standings()
    }

    private static func scan(_ plan: TablePlan) async -> TableScan {
        let rows = plan.rowCount
        guard rows >= 50_000 else { return TableScan(plan, 0..<rows) }
        async let later = TableScan(plan, rows / 2..<rows)
        async let earlier = TableScan(plan, 0..<rows / 2)
        var scan = await earlier
        scan.merge(await later)
        return scan
    }
}
