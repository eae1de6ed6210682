import Delivery
import JSON
import Rulebook

/// Turns a text into a value of a field.
struct CellReading {
    let field: FieldMapping
    let names: NameIndex

    enum Outcome {
        case value(JSON)
        case omitted
        case problem(Problem)
    }

    struct Problem {
        var code: ImportIssue.Code
        var words: Words
        /// What the mapping says to do about a value of this kind.
        var policy: FieldMapping.Policy
    }

    /// - Parameter text: trimmed; empty for a blank cell.
    func read(_ text: String) -> Outcome {
        if text.isEmpty || field.blanks.contains(where: { $0.utf8.elementsEqual(text.utf8) }) {
            let problem = Problem(
                code: .cellBlank,
                words: Words(
                    zh: "空白；请填写，或在映射中写 blank:",
                    en: "blank; fill it in, or say blank: in the mapping"),
                policy: field.blank)
            return settle(.problem(problem), text)
        }
        return settle(value(field.reading, text), text)
    }

    private func settle(_ outcome: Outcome, _ text: String) -> Outcome {
        guard case .problem(let problem) = outcome else { return outcome }
        switch problem.policy {
        case .refuse: return outcome
        case .omit: return .omitted
        case .use(let value): return .value(value)
        case .keep(let reason):
            return .value(
                .object([
                    JSON.Member("unknown", .string(reason.rawValue)),
                    JSON.Member("source", .string(text)),
                ]))
        }
    }

    func value(_ reading: Reading, _ text: String) -> Outcome {
        switch reading {
        case .text(let prefix): return .value(.string(prefix + text))
        case .date(let patterns, let range): return day(text, patterns, range) { $0.description }
        case .month(let patterns, let range):
            return day(text, patterns, range) { $0.month.description }
        case .money(let reading): return money(text, reading)
        case .number(let reading): return number(text, reading)
        case .integer(let range): return integer(text, range)
        case .boolean(let yes, let no):
            if yes.contains(where: { $0.utf8.elementsEqual(text.utf8) }) {
                return .value(.bool(true))
            }
            if no.contains(where: { $0.utf8.elementsEqual(text.utf8) }) {
                return .value(.bool(false))
            }
            return unknown(
                .cellUnreadable, zh: "应为 \((yes + no).joined(separator: "、"))",
                en: "must be one of \((yes + no).joined(separator: ", "))")
        case .code(let entries): return code(text, entries)
        case .organization(let kind): return organization(text, kind)
        case .project: return project(text)
        case .list(let separators, let reading): return several(text, separators, reading)
        }
    }

    private func unknown(_ code: ImportIssue.Code, zh: String, en: String) -> Outcome {
        .problem(Problem(code: code, words: Words(zh: zh, en: en), policy: field.unknown))
    }

    private func outside(zh: String, en: String) -> Outcome {
        .problem(
            Problem(code: .outOfRange, words: Words(zh: zh, en: en), policy: field.outside))
    }

    private func day(
        _ text: String, _ patterns: [DatePattern], _ range: ClosedRange<Day>?,
        _ written: (Day) -> String
    ) -> Outcome {
        guard let day = DatePattern.day(text, patterns) else {
            let names = DatePattern.names(patterns)
            return unknown(
                .cellUnreadable, zh: "不是日期；格式应为 \(names)",
                en: "is no date of the form \(names)")
        }
        if let range, !range.contains(day) {
            return outside(
                zh: "\(day) 不在 \(range.lowerBound) 至 \(range.upperBound) 之间",
                en: "\(day) lies outside \(range.lowerBound) to \(range.upperBound)")
        }
        return .value(.string(written(day)))
    }

    private func money(_ text: String, _ reading: MoneyReading) -> Outcome {
        guard let money = AmountText.money(text, reading) else {
            return unknown(
                .cellUnreadable, zh: "不是金额（或细于分、过大）；应写 1234.56 之类的数",
                en: "is no amount, or finer than a hundredth or too large; write such as 1234.56")
        }
        let places = reading.exponent + Money.minorPlaces
        let inUnit = Decimal(unscaled: money.minor, places: places)
        if let problem = bounds(inUnit, reading.number) { return problem }
        return .value(.string(money.description))
    }

    private func number(_ text: String, _ reading: NumberReading) -> Outcome {
        guard let value = AmountText.decimal(text, reading) else {
            return unknown(
                .cellUnreadable, zh: "不是数；应写 1234.5 之类的数",
                en: "is no number; write such as 1234.5")
        }
        if let problem = bounds(value, reading) { return problem }
        return .value(.string(value.description))
    }

    private func bounds(_ value: Decimal, _ reading: NumberReading) -> Outcome? {
        let isLow = reading.minimum.map { value.isLess(than: $0) } ?? false
        let isHigh = reading.maximum.map { $0.isLess(than: value) } ?? false
        guard isLow || isHigh else { return nil }
        let from = reading.minimum?.description ?? "…"
        let to = reading.maximum?.description ?? "…"
        return outside(zh: "不在 \(from) 至 \(to) 之间", en: "lies outside \(from) to \(to)")
    }

    private func integer(_ text: String, _ range: ClosedRange<Int>?) -> Outcome {
        guard let value = Int(text), value.magnitude < 1 << 53 else {
            return unknown(.cellUnreadable, zh: "应为整数", en: "must be an integer")
        }
        if let range, !range.contains(value) {
            return outside(
                zh: "不在 \(range.lowerBound) 至 \(range.upperBound) 之间",
                en: "lies outside \(range.lowerBound) to \(range.upperBound)")
        }
        return .value(.integer(value))
    }
}
