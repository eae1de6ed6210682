/// Turns what the passes over tables found into the values of aggregates.
struct Aggregation {
    let preparation: Preparation
    /// By table.
    let scans: [TableScan]
    private(set) var problems: [Problem] = []

    init(_ preparation: Preparation, _ scans: [TableScan]) {
        (self.preparation, self.scans) = (preparation, scans)
    }

    /// By unit.
    mutating func values(
        of aggregate: Rulebook.Aggregate, _ job: Preparation.Job
    ) -> [Value] {
        let counts = scans[job.table].counts[job.set]
        let least = preparation.terms[aggregate.minimum]?.wholeNumber ?? 0
        return counts.indices.map { unit in
            let value = value(of: aggregate, job, unit, count: counts[unit])
            return counts[unit] < least ? .missing : value
        }
    }

    private mutating func value(
        of aggregate: Rulebook.Aggregate, _ job: Preparation.Job, _ unit: Int, count: Int
    ) -> Value {
        switch aggregate.function {
        case .count:
            if case .days = aggregate.subject { checkDays(job, unit) }
            return .number(Rational(count))
        case .countDistinct: return .number(Rational(distinct(aggregate, job, unit)))
        case .sum: return .number(sum(aggregate, job, unit))
        case .mean: return Value(sum(aggregate, job, unit).divided(by: Rational(count)))
        case .median: return Value(median(numbers(aggregate, job, unit)))
        case .min: return Value(numbers(aggregate, job, unit).min())
        case .max: return Value(numbers(aggregate, job, unit).max())
        }
    }

    private mutating func sum(
        _ aggregate: Rulebook.Aggregate, _ job: Preparation.Job, _ unit: Int
    ) -> Rational {
        if let sum = job.sum, case .numbers(let numbers)? = job.columns.first?.column.cells {
            return Rational(scaled: scans[job.table].sums[sum][unit], places: numbers.places)
        }
        return numbers(aggregate, job, unit).sum
    }

    private func rows(_ job: Preparation.Job, _ unit: Int) -> [Int32] {
        scans[job.table].rows[job.set]?[unit] ?? []
    }

    private mutating func distinct(
        _ aggregate: Rulebook.Aggregate, _ job: Preparation.Job, _ unit: Int
    ) -> Int {
        if case .days = aggregate.subject { return Set(numbers(aggregate, job, unit).values).count }
        let rows = rows(job, unit)
        switch job.columns[0].column.cells {
        case .days(let days): return Set(rows.map { days[Int($0)] }).count
        case .texts(let texts):
            let codes = Set(rows.map { texts.codes[Int($0)] })
            return Set(codes.map { texts.entries[Int($0)].text }).count
        case .numbers(let numbers):
            let texts = Set(rows.compactMap { numbers.literals[Int($0)].map(ExactText.init) })
            let plain = rows.filter { numbers.literals[Int($0)] == nil }
            return texts.count + Set(plain.map { numbers.scaled[Int($0)] }).count
        }
    }

    /// The numbers that a unit's rows give: a field's, or days between two.
    private mutating func numbers(
        _ aggregate: Rulebook.Aggregate, _ job: Preparation.Job, _ unit: Int
    ) -> NumberList {
        let rows = rows(job, unit)
        if case .days = aggregate.subject { return days(job, rows) }
        let (name, column) = job.columns[0]
        switch column.cells {
        case .numbers(let numbers):
            return .scaled(rows.map { numbers.scaled[Int($0)] }, places: numbers.places)
        case .days, .texts:
            return .exact(rows.compactMap { number(column, Int($0), job.table, name) })
        }
    }

    /// Nil after reporting where the cell is not a number.
    mutating func number(
        _ column: Column, _ row: Int, _ table: Int, _ field: String
    ) -> Rational? {
        if case .numbers(let numbers) = column.cells {
            return Rational(scaled: Int128(numbers.scaled[row]), places: numbers.places)
        }
        if let value = column.text(row).flatMap({ Rational($0) }) { return value }
        if problems.count < 20 {
            problems.append(
                preparation.facts.problem(
                    "not_a_number", in: preparation.facts.tables[table], row: row, field: field,
                    column: column, zh: "此处需要数", en: "a number is needed, such as 12.5"))
        }
        return nil
    }

    private mutating func checkDays(_ job: Preparation.Job, _ unit: Int) {
        for column in job.columns {
            guard case .days = column.column.cells else {
                _ = days(job, rows(job, unit))
                return
            }
        }
    }

    private mutating func days(_ job: Preparation.Job, _ rows: [Int32]) -> NumberList {
        let (from, to) = (job.columns[0], job.columns[1])
        if case .days(let from) = from.column.cells, case .days(let to) = to.column.cells {
            return .scaled(rows.map { Int64(to[Int($0)]) - Int64(from[Int($0)]) }, places: 0)
        }
        var spans: [Int64] = []
        for row in rows {
            let start = day(from, Int(row), job.table)
            let end = day(to, Int(row), job.table)
            if let start, let end { spans.append(Int64(start.days(to: end))) }
        }
        return .scaled(spans, places: 0)
    }

    private mutating func day(
        _ field: (name: String, column: Column), _ row: Int, _ table: Int
    ) -> Day? {
        if let day = field.column.text(row).flatMap({ Day($0) }) { return day }
        if problems.count < 20 {
            problems.append(
                preparation.facts.problem(
                    "not_a_day", in: preparation.facts.tables[table], row: row,
                    field: field.name, column: field.column, zh: "days 需要日期，如 2024-03-02",
                    en: "days needs a day such as 2024-03-02"))
        }
        return nil
    }

    private func median(_ numbers: NumberList) -> Rational? {
        switch numbers {
        case .scaled(let values, let places):
            guard let (low, high) = middle(values) else { return nil }
            let sum = Rational(scaled: Int128(low) + Int128(high), places: places)
            return sum.divided(by: Rational(2))
        case .exact(let values):
            guard let (low, high) = middle(values) else { return nil }
            return (low + high).divided(by: Rational(2))
        }
    }
}

/// Numbers of one unit, kept as integers where the column is.
enum NumberList {
    case scaled([Int64], places: Int)
    case exact([Rational])

    var values: [Rational] {
        switch self {
        case .scaled(let values, let places):
            values.map { Rational(scaled: Int128($0), places: places) }
        case .exact(let values): values
        }
    }

    var sum: Rational {
        switch self {
        case .scaled(let values, let places):
            Rational(scaled: values.reduce(Int128(0)) { $0 + Int128($1) }, places: places)
        case .exact(let values): values.reduce(.zero, +)
        }
    }

    func min() -> Rational? {
        switch self {
        case .scaled(let values, let places):
            values.min().map { Rational(scaled: Int128($0), places: places) }
        case .exact(let values): values.min()
        }
    }

    func max() -> Rational? {
        switch self {
        case .scaled(let values, let places):
            values.max().map { Rational(scaled: Int128($0), places: places) }
        case .exact(let values): values.max()
        }
    }
}

/// The two middle elements, the same twice where the count is odd.
func middle<Element: Comparable>(_ values: [Element]) -> (low: Element, high: Element)? {
    guard !values.isEmpty else { return nil }
    var values = values
    let high = values.count / 2
    values.select(high)
    guard values.count.isMultiple(of: 2) else { return (values[high], values[high]) }
    let low = values[..<high].max() ?? values[high]
    return (low, values[high])
}

extension Array where Element: Comparable {
    /// Puts the element of rank `rank` in its place, none smaller after it (quickselect).
    fileprivate mutating func select(_ rank: Int) {
        var (low, high) = (0, count - 1)
        var rounds = 0
        while low < high {
            rounds += 1
            if rounds > 64 {
                self[low...high].sort()
                return
            }
            let pivot = self[low + (high - low) / 2]
            var (i, j) = (low, high)
            while i <= j {
                while self[i] < pivot { i += 1 }
                while pivot < self[j] { j -= 1 }
                if i <= j {
                    swapAt(i, j)
                    i += 1
                    j -= 1
                }
            }
            if rank <= j { high = j } else if rank >= i { low = i } else { return }
        }
    }
}
