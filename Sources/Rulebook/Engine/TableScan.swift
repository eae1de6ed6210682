/// What one pass over some rows of a table found.
struct TableScan: Sendable {
    /// By set, then unit.
    private(set) var counts: [[Int]]
    /// By sum, then unit, scaled as the column.
    private(set) var sums: [[Int128]]
    /// By set, then unit, in order; only for the sets that are listed.
    private(set) var rows: [Int: [[Int32]]] = [:]

    mutating func merge(_ later: TableScan) {
        for set in counts.indices {
            for unit in counts[set].indices { counts[set][unit] += later.counts[set][unit] }
        }
        for sum in sums.indices {
            for unit in sums[sum].indices { sums[sum][unit] += later.sums[sum][unit] }
        }
        for (set, lists) in later.rows {
            for unit in lists.indices { rows[set]?[unit] += lists[unit] }
        }
    }

    init(_ plan: TablePlan, _ range: Range<Int>) {
        counts = plan.sets.map { _ in [Int](repeating: 0, count: plan.unitCount) }
        sums = plan.sums.map { _ in [Int128](repeating: 0, count: plan.unitCount) }
        var pass = TablePass(plan)
        pass.run(range)
        pass.addCounts(to: &counts)
        sums = pass.sums
        for (position, set) in plan.listed.enumerated() {
            rows[set] = TableScan.byUnit(pass.listed[position], plan, counts[set])
        }
    }

    private static func byUnit(
        _ rows: [Int32], _ plan: TablePlan, _ counts: [Int]
    ) -> [[Int32]] {
        var lists = counts.map { count in
            var list: [Int32] = []
            list.reserveCapacity(count)
            return list
        }
        for row in rows { lists[Int(plan.units[Int(row)])].append(row) }
        return lists
    }
}

/// Goes over rows in blocks that stay in the cache: masks of predicates, then of sets, then one
/// histogram by unit and by which sets a row is in, so that any number of counts costs one
/// scattered addition a row.
private struct TablePass {
    static let block = 2048

    private let plan: TablePlan
    /// Sets in lots, each lot with a histogram of `units << width` cells.
    private let lots: [Range<Int>]
    private let width: Int
    private var histograms: [[UInt32]]
    private(set) var sums: [[Int128]]
    private(set) var listed: [[Int32]]

    init(_ plan: TablePlan) {
        self.plan = plan
        var width = 8
        while width > 1, max(plan.unitCount, 1) << width > 1 << 16 { width -= 1 }
        self.width = width
        lots = stride(from: 0, to: plan.sets.count, by: width).map {
            $0..<min($0 + width, plan.sets.count)
        }
        histograms = lots.map { _ in .init(repeating: 0, count: plan.unitCount << width) }
        sums = plan.sums.map { _ in .init(repeating: 0, count: plan.unitCount) }
        listed = plan.listed.map { _ in [] }
    }

    mutating func run(_ range: Range<Int>) {
        guard !plan.sets.isEmpty else { return }
        let block = TablePass.block
        var predicateMasks = [UInt8](repeating: 0, count: plan.predicates.count * block + 1)
        var setMasks = [UInt8](repeating: 0, count: plan.sets.count * block)
        var bits = [UInt8](repeating: 0, count: block)
        for start in stride(from: range.lowerBound, to: range.upperBound, by: block) {
            let count = min(block, range.upperBound - start)
            predicateMasks.withUnsafeMutableBufferPointer { predicates in
                setMasks.withUnsafeMutableBufferPointer { sets in
                    guard let predicates = predicates.baseAddress, let sets = sets.baseAddress
                    else { return }
                    fillMasks(predicates, sets, start: start, count: count)
                }
            }
            setMasks.withUnsafeBufferPointer { masks in
                addToHistograms(masks, &bits, start: start, count: count)
                addSums(masks, start: start, count: count)
                addRows(masks, start: start, count: count)
            }
        }
    }

    private func fillMasks(
        _ predicates: UnsafeMutablePointer<UInt8>, _ sets: UnsafeMutablePointer<UInt8>, start: Int,
        count: Int
    ) {
        let block = TablePass.block
        for (index, predicate) in plan.predicates.enumerated() {
            predicate.fill(predicates + index * block, start: start, count: count)
        }
        for (index, set) in plan.sets.enumerated() {
            let mask = sets + index * block
            mask.update(repeating: 1, count: count)
            for predicate in set.predicates {
                let other = predicates + predicate * block
                for row in 0..<count { mask[row] &= other[row] }
            }
        }
    }

    private mutating func addToHistograms(
        _ masks: UnsafeBufferPointer<UInt8>, _ bits: inout [UInt8], start: Int, count: Int
    ) {
        let width = width
        for (lot, sets) in lots.enumerated() {
            bits.withUnsafeMutableBufferPointer { bits in
                for row in 0..<count { bits[row] = 0 }
                for (slot, set) in sets.enumerated() {
                    let offset = set * TablePass.block
                    for row in 0..<count {
                        bits[row] |= masks[offset &+ row] &<< UInt8(truncatingIfNeeded: slot)
                    }
                }
                plan.units.withUnsafeBufferPointer { units in
                    histograms[lot].withUnsafeMutableBufferPointer { cells in
                        for row in 0..<count {
                            let cell = Int(units[start &+ row]) &<< width | Int(bits[row])
                            cells[cell] &+= 1
                        }
                    }
                }
            }
        }
    }

    private mutating func addSums(
        _ masks: UnsafeBufferPointer<UInt8>, start: Int, count: Int
    ) {
        for (index, sum) in plan.sums.enumerated() {
            let offset = sum.set * TablePass.block
            plan.units.withUnsafeBufferPointer { units in
                sum.scaled.withUnsafeBufferPointer { values in
                    sums[index].withUnsafeMutableBufferPointer { sums in
                        for row in 0..<count {
                            let keep = 0 &- Int64(masks[offset &+ row])
                            let value = values[start &+ row] & keep
                            sums[Int(units[start &+ row])] &+= Int128(value)
                        }
                    }
                }
            }
        }
    }

    /// Writes every row number and moves on only past those in the set, so that nothing branches.
    private mutating func addRows(
        _ masks: UnsafeBufferPointer<UInt8>, start: Int, count: Int
    ) {
        for (index, set) in plan.listed.enumerated() {
            let offset = set * TablePass.block
            let found = [Int32](unsafeUninitializedCapacity: count) { rows, length in
                for row in 0..<count {
                    rows[length] = Int32(truncatingIfNeeded: start &+ row)
                    length &+= Int(masks[offset &+ row])
                }
            }
            listed[index] += found
        }
    }

    func addCounts(to counts: inout [[Int]]) {
        for (lot, sets) in lots.enumerated() {
            for unit in 0..<plan.unitCount {
                for bits in 1..<(1 << width) {
                    let rows = Int(histograms[lot][unit << width | bits])
                    if rows == 0 { continue }
                    for (slot, set) in sets.enumerated() where bits >> slot & 1 == 1 {
                        counts[set][unit] += rows
                    }
                }
            }
        }
    }
}
