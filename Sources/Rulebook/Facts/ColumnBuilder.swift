/// Collects cells, as numbers or days for as long as all of them are, else as text.
struct ColumnBuilder: Sendable {
    private enum Kind {
        case empty, numbers, days, texts
    }

    private var kind = Kind.empty
    private var count = 0
    private var scaled: [Int64] = []
    private var places = 0
    private var literals: [Int: String] = [:]
    private var days: [Int32] = []
    private var codes: [Int32] = []
    private var entries: [Column.Entry] = []
    private var index: [Column.Entry: Int32] = [:]

    var column: Column {
        switch kind {
        case .numbers:
            Column(cells: .numbers(.init(scaled: scaled, places: places, literals: literals)))
        case .days: Column(cells: .days(days))
        case .texts: Column(cells: .texts(.init(codes: codes, entries: entries)))
        case .empty:
            Column(cells: .texts(.init(codes: .init(repeating: -1, count: count), entries: [])))
        }
    }

    mutating func append(_ cell: Cell) {
        switch cell {
        case .null: appendNull()
        case .scaled(let mantissa, let places):
            if !appendNumber(mantissa, places: places, literal: nil) { appendText(cell) }
        case .day(let day):
            if !appendDay(day) { appendText(cell) }
        case .bool, .month: appendText(cell)
        case .number(let text), .text(let text):
            if !appendTyped(text) { appendText(cell) }
        }
        count += 1
    }

    private mutating func appendNull() {
        switch kind {
        case .empty: break
        case .numbers: scaled.append(Column.noNumber)
        case .days: days.append(Column.noDay)
        case .texts: codes.append(-1)
        }
    }

    /// Reads the text as a number or day where the column may still be one of them.
    private mutating func appendTyped(_ text: String) -> Bool {
        if kind == .texts { return false }
        if kind != .days, let literal = NumberLiteral(text.utf8), let number = literal.scaled {
            let literalText = literal.isCanonical ? nil : text
            return appendNumber(number.mantissa, places: number.places, literal: literalText)
        }
        if kind != .numbers, let day = Day(text) { return appendDay(day) }
        return false
    }

    private mutating func appendDay(_ day: Day) -> Bool {
        if kind == .empty {
            kind = .days
            days = [Int32](repeating: Column.noDay, count: count)
        }
        guard kind == .days else { return false }
        days.append(day.number)
        return true
    }

    /// False where the column holds something else, or the number does not fit its scale.
    private mutating func appendNumber(_ mantissa: Int64, places: Int, literal: String?) -> Bool {
        guard (0...18).contains(places), mantissa != Column.noNumber else { return false }
        if kind == .empty {
            kind = .numbers
            scaled = [Int64](repeating: Column.noNumber, count: count)
        }
        guard kind == .numbers else { return false }
        if places > self.places, !rescale(to: places) { return false }
        let factor = powersOfTen[self.places - places]
        let (value, overflow) = mantissa.multipliedReportingOverflow(by: factor)
        guard !overflow, value != Column.noNumber else { return false }
        scaled.append(value)
        if let literal { literals[count] = literal }
        return true
    }

    private mutating func rescale(to places: Int) -> Bool {
        let factor = powersOfTen[places - self.places]
        let limit = Int64.max / factor
        for value in scaled where value != Column.noNumber && value.magnitude > limit {
            return false
        }
        for row in scaled.indices where scaled[row] != Column.noNumber { scaled[row] *= factor }
        self.places = places
        return true
    }

    private mutating func appendText(_ cell: Cell) {
        if kind != .texts { turnToTexts() }
        guard let text = cell.text else { return }
        codes.append(code(of: Column.Entry(text: ExactText(text), isBool: cell.isBool)))
    }

    private mutating func turnToTexts() {
        let old = column
        kind = .texts
        codes = []
        codes.reserveCapacity(count + 1)
        for row in 0..<count {
            let text = old.text(row)
            codes.append(text.map { code(of: .init(text: ExactText($0), isBool: false)) } ?? -1)
        }
        (scaled, days, literals) = ([], [], [:])
    }

    private mutating func code(of entry: Column.Entry) -> Int32 {
        if let code = index[entry] { return code }
        let code = Int32(truncatingIfNeeded: entries.count)
        index[entry] = code
        entries.append(entry)
        return code
    }
}
