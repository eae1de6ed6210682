/// Turns conditions on one table's fields into predicates, checking every row that they look at.
struct PredicateCompiler {
    let facts: Facts
    let table: Facts.Table
    let rulebook: Rulebook
    let terms: Terms
    private(set) var problems: [Problem] = []

    init(_ facts: Facts, _ table: Facts.Table, _ rulebook: Rulebook, _ terms: Terms) {
        (self.facts, self.table, self.rulebook, self.terms) = (facts, table, rulebook, terms)
    }

    mutating func compile(_ condition: Rulebook.Condition, _ column: Column) -> Predicate {
        switch condition.test {
        case .exists: return PredicateCompiler.null(column, false)
        case .absent: return PredicateCompiler.null(column, true)
        case .date(let window): return dates(window, condition, column)
        case .compare(let comparison, let literal):
            return compare(column, comparison, Comparand(literal, terms))
        case .isOneOf(let literals):
            return isOneOf(column, literals.map { Comparand($0, terms) })
        }
    }

    static func null(_ column: Column, _ isNull: Bool) -> Predicate {
        switch column.cells {
        case .numbers(let numbers): return .numberIsNull(numbers.scaled, isNull)
        case .days(let days): return .dayIsNull(days, isNull)
        case .texts(let texts):
            let present: UInt8 = isNull ? 0 : 1
            let rest = [UInt8](repeating: present, count: texts.entries.count)
            return .codes(texts.codes, accepted: [1 - present] + rest)
        }
    }

    private func compare(
        _ column: Column, _ comparison: Rulebook.Condition.Comparison, _ comparand: Comparand
    ) -> Predicate {
        switch column.cells {
        case .texts(let texts):
            return codes(texts) { comparand.isMet(comparison, by: $0, number: $1) }
        case .days(let days):
            guard let range = comparand.dayRange(comparison) else {
                return comparison == .ne ? .dayIsNull(days, false) : .none
            }
            return .days(days, range, inside: comparison != .ne)
        case .numbers(let numbers):
            guard let number = comparand.number else {
                return rows(column) { comparand.isMet(comparison, by: $0, number: nil) }
            }
            let range = comparand.range(comparison, number: number, places: numbers.places)
            guard let range else {
                return comparison == .ne ? .numberIsNull(numbers.scaled, false) : .none
            }
            return .numbers(numbers.scaled, range, inside: comparison != .ne)
        }
    }

    private func isOneOf(_ column: Column, _ comparands: [Comparand]) -> Predicate {
        switch column.cells {
        case .texts(let texts):
            return codes(texts) { text, number in
                comparands.contains { $0.isMet(.eq, by: text, number: number) }
            }
        case .days, .numbers:
            return rows(column) { text in
                let number = Rational(text.string)
                return comparands.contains { $0.isMet(.eq, by: text, number: number) }
            }
        }
    }

    /// Each entry is looked at once, however many rows have it.
    private func codes(
        _ texts: Column.Texts, _ accepts: (ExactText, Rational?) -> Bool
    ) -> Predicate {
        var accepted: [UInt8] = [0]
        for entry in texts.entries {
            let number = entry.isBool ? nil : Rational(entry.text.string)
            accepted.append(accepts(entry.text, number) ? 1 : 0)
        }
        return .codes(texts.codes, accepted: accepted)
    }

    /// The slow way, row by row, for comparisons that the column's type cannot answer.
    private func rows(_ column: Column, _ accepts: (ExactText) -> Bool) -> Predicate {
        .mask(
            (0..<table.rowCount).map { row in
                column.text(row).map { accepts(ExactText($0)) ? 1 : 0 } ?? 0
            })
    }

    private mutating func dates(
        _ kind: Rulebook.Condition.Window, _ condition: Rulebook.Condition, _ column: Column
    ) -> Predicate {
        let window = Window(kind, of: facts.period, basis: rulebook.period?.basis ?? .period)
        switch column.cells {
        case .days(let days): return .days(days, window.days, inside: true)
        case .numbers(let numbers):
            if let row = numbers.scaled.firstIndex(where: { $0 != Column.noNumber }) {
                reportNoDate(kind, condition, column, row)
            }
            return .none
        case .texts(let texts):
            var accepted: [UInt8] = [0]
            for (code, entry) in texts.entries.enumerated() {
                if let month = entry.isBool ? nil : Month(entry.text.string) {
                    accepted.append(window.months.contains(month.number) ? 1 : 0)
                } else if let day = entry.isBool ? nil : Day(entry.text.string) {
                    accepted.append(window.days.contains(day.number) ? 1 : 0)
                } else {
                    accepted.append(0)
                    let row = texts.codes.firstIndex(of: Int32(truncatingIfNeeded: code))
                    reportNoDate(kind, condition, column, row ?? 0)
                }
            }
            return .codes(texts.codes, accepted: accepted)
        }
    }

    private mutating func reportNoDate(
        _ kind: Rulebook.Condition.Window, _ condition: Rulebook.Condition, _ column: Column,
        _ row: Int
    ) {
        guard problems.count < 20 else { return }
        let clause = rulebook.file + ":" + String(condition.line)
        problems.append(
            facts.problem(
                "not_a_date", in: table, row: row, field: condition.field.name, column: column,
                zh: "\(clause) 的 \(kind.rawValue) 需要日期（如 2024-03-02）或月份（如 2024-03）",
                en: "\(kind.rawValue) at \(clause) needs a day such as 2024-03-02 "
                    + "or a month such as 2024-03"))
    }
}

extension Facts {
    /// A problem of one cell, naming table, row, unit and field.
    func problem(
        _ code: String, in table: Facts.Table, row: Int, field: String, column: Column, zh: String,
        en: String
    ) -> Problem {
        let unit = units[Int(table.units[row])].id
        let name = table.rowName(row)
        let text = column.text(row) ?? "null"
        return Problem(
            file: file, code: code,
            zh: "表“\(table.name)”行 \(name)（单位“\(unit)”）的字段“\(field)”为“\(text)”；\(zh)",
            en: "table \"\(table.name)\", row \(name) (unit \"\(unit)\"), field \"\(field)\" is "
                + "\"\(text)\"; \(en)")
    }
}
