package import JSON

/// An exact amount in minor units (分, cents) of the city's currency.
package struct Money: Hashable, Comparable, Sendable {
    package var minor: Int64

    package static let zero = Money(minor: 0)
    /// Every amount stays below this, so that sums over a city cannot overflow unseen.
    package static let bound: Int64 = 1_000_000_000_000_000_000

    package init(minor: Int64) { self.minor = minor }

    /// Decimal text in major units (元, dollars) with at most two places; nil when it is finer
    /// than a minor unit or too large.
    package init?(_ text: String) {
        guard let decimal = Decimal(text), let minor = decimal.scaled(to: Money.minorPlaces),
            minor.magnitude < Money.bound.magnitude
        else { return nil }
        self.minor = minor
    }

    /// ISO 4217 minor digits of the currencies supported: two.
    package static let minorPlaces = 2

    package var isNegative: Bool { minor < 0 }

    package static func < (left: Money, right: Money) -> Bool { left.minor < right.minor }

    /// Nil where the sum leaves Int64.
    package func adding(_ other: Money) -> Money? {
        let (sum, overflow) = minor.addingReportingOverflow(other.minor)
        return overflow ? nil : Money(minor: sum)
    }
}

extension Money: CustomStringConvertible {
    package var description: String {
        DecimalText.of(Int128(minor), places: Money.minorPlaces)
    }
}

extension Money: FieldValue {
    package static var blank: Money { .zero }
    package static var shape: FieldShape { .money }

    package init(raw: RawValue) throws(FieldProblem) {
        guard let money = Money(try raw.text()) else {
            throw raw.problem(
                .malformed, zh: "应为以元为单位的金额文本，最多两位小数，如 \"125000000.00\"",
                en: "must be an amount in major units as text, at most two decimals, "
                    + "such as \"125000000.00\"")
        }
        self = money
    }

    package func write(to out: inout JSONBuffer) { out.string(description) }
}

/// How amounts are shown and handed to rulebooks: in `10^exponent` major units.
package struct MoneyUnit: Hashable, Sendable {
    package var zh: String
    package var en: String
    package var exponent: Int

    package static let yi = MoneyUnit(zh: "亿元", en: "100 million yuan", exponent: 8)

    package init(zh: String, en: String, exponent: Int) {
        self.zh = zh
        self.en = en
        self.exponent = exponent
    }

    /// Decimal places of a minor unit when written in this unit.
    package var places: Int { exponent + Money.minorPlaces }

    /// The exact amount in this unit: 2389450000.00 元 is `23.8945` in 亿元.
    package func text(_ money: Money) -> String {
        DecimalText.of(Int128(money.minor), places: places)
    }
}
