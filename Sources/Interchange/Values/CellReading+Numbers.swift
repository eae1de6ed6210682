import Delivery
import JSON
import Rulebook

/// Numbers, amounts and figures.
extension CellReading {
    func money(_ text: String, _ reading: MoneyReading) -> Outcome {
        switch AmountText.money(text, reading) {
        case .near(let word): return approximate(word)
        case .none:
            return unknown(
                .cellUnreadable, zh: "不是金额（或细于分、过大）；应写 1234.56 之类的数",
                en: "is no amount, or finer than a hundredth or too large; write such as 1234.56")
        case .value(let money):
            let places = (reading.exponent ?? 0) + Money.minorPlaces
            let inUnit = Decimal(unscaled: money.minor, places: places)
            if let problem = bounds(inUnit, reading.number) { return problem }
            return .value(.string(money.description))
        }
    }

    func number(_ text: String, _ reading: NumberReading) -> Outcome {
        switch AmountText.number(text, reading) {
        case .near(_, _, let word): return approximate(word)
        case .none: return noNumber(text, reading)
        case .value(let value):
            if let problem = bounds(value, reading) { return problem }
            return .value(.string(value.description))
        }
    }

    private func noNumber(_ text: String, _ reading: NumberReading) -> Outcome {
        if reading.percent == .refused, text.hasSuffix("%") || text.hasSuffix("％") {
            return unknown(
                .cellUnreadable,
                zh: "带百分号；请在映射中写 percent: points（12.5% 记作 12.5）或 percent: fraction（记作 0.125）",
                en: "has a percent sign; say percent: points (12.5% is 12.5) or percent: fraction "
                    + "(0.125) in the mapping")
        }
        return unknown(
            .cellUnreadable, zh: "不是数；应写 1234.5 之类的数",
            en: "is no number; write such as 1234.5")
    }

    private func approximate(_ word: String) -> Outcome {
        .problem(
            Problem(
                code: .approximate,
                words: Words(
                    zh: "“\(word)”表示大概的数；请写准确的数，或在映射中写 approximate:",
                    en: "\"\(word)\" makes it a rough figure; write the exact one, or say "
                        + "approximate: in the mapping"),
                policy: field.approximate))
    }

    /// A figure keeps what its writer says of it: 30多 is at least 30, 10～12 a range.
    func figure(_ text: String, _ reading: NumberReading) -> Outcome {
        if let range = range(text, reading) { return range }
        switch AmountText.number(text, reading) {
        case .value(let value):
            if let problem = bounds(value, reading) { return problem }
            return .value(.string(value.description))
        case .near(let nearness, let value, let word):
            let names: [NumberText.Nearness: String] = [
                .atLeast: "at_least", .moreThan: "more_than", .upTo: "up_to",
            ]
            guard let name = names[nearness] else { return approximate(word) }
            if let problem = bounds(value, reading) { return problem }
            return .value(.object([JSON.Member(name, .string(value.description))]))
        case .none:
            let name = Trimming.trimmed(text)
            // 百万千瓦级
            return name.hasSuffix("级")
                ? .value(.object([JSON.Member("class", .string(name))]))
                : noNumber(text, reading)
        }
    }

    private func range(_ text: String, _ reading: NumberReading) -> Outcome? {
        let narrow = NameForm.folded(text)
        for separator in ["~", "～", "至", "—", "到", "-"] {
            let ends = narrow.split(separator: separator, omittingEmptySubsequences: false)
            guard ends.count == 2,
                case .value(let low) = AmountText.number(String(ends[0]), reading),
                case .value(let high) = AmountText.number(String(ends[1]), reading),
                low.isLess(than: high)
            else { continue }
            if let problem = bounds(low, reading) ?? bounds(high, reading) { return problem }
            return .value(
                .object([
                    JSON.Member("from", .string(low.description)),
                    JSON.Member("to", .string(high.description)),
                ]))
        }
        return nil
    }

    private func bounds(_ value: Decimal, _ reading: NumberReading) -> Outcome? {
        let isLow = reading.minimum.map { value.isLess(than: $0) } ?? false
        let isHigh = reading.maximum.map { $0.isLess(than: value) } ?? false
        guard isLow || isHigh else { return nil }
        let from = reading.minimum?.description ?? "…"
        let to = reading.maximum?.description ?? "…"
        return outside(zh: "不在 \(from) 至 \(to) 之间", en: "lies outside \(from) to \(to)")
    }

    func integer(
        _ text: String, _ reading: NumberReading, _ range: ClosedRange<Int>?
    ) -> Outcome {
        let value: Int
        switch AmountText.number(text, reading) {
        case .near(_, _, let word): return approximate(word)
        case .value(let decimal) where decimal.places == 0 && decimal.unscaled.magnitude < 1 << 53:
            value = Int(decimal.unscaled)
        default: return unknown(.cellUnreadable, zh: "应为整数", en: "must be an integer")
        }
        if let range, !range.contains(value) {
            return outside(
                zh: "不在 \(range.lowerBound) 至 \(range.upperBound) 之间",
                en: "lies outside \(range.lowerBound) to \(range.upperBound)")
        }
        return .value(.integer(value))
    }
}
