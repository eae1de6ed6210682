import Delivery

/// Numbers as people write them in sheets, read exactly.
enum AmountText {
    enum Outcome: Equatable {
        case value(Decimal)
        /// A number, but not this one: 约12.
        case near(NumberText.Nearness, Decimal, word: String)
        case none
    }

    static func number(_ text: String, _ reading: NumberReading) -> Outcome {
        let parts = NumberText(text, without: reading.words)
        guard let value = decimal(parts.digits, reading) else { return .none }
        return parts.nearness == .exact
            ? .value(value) : .near(parts.nearness, value, word: parts.word ?? "")
    }

    /// The exact decimal in narrow text; nil where it is none.
    static func decimal(_ text: String, _ reading: NumberReading) -> Decimal? {
        var plain = text
        if let grouping = reading.grouping {
            guard isGrouped(plain, by: grouping) else { return nil }
            plain = plain.replacing(grouping, with: "")
        }
        var places = 0
        if reading.percent != .refused, plain.hasSuffix("%") {
            plain.removeLast()
            if reading.percent == .fraction { places = 2 }
        }
        if plain.hasPrefix("+") { plain.removeFirst() }
        guard let decimal = Decimal(plain) else { return nil }
        guard places > 0 else { return decimal }
        return decimal.places + places <= Decimal.maximumPlaces
            ? Decimal(unscaled: decimal.unscaled, places: decimal.places + places) : nil
    }

    /// Whether groups of three digits, and no others, are separated: `1,234,567.8`. A number
    /// without separators is right too; `1,5` is not.
    private static func isGrouped(_ text: String, by separator: String) -> Bool {
        guard text.contains(separator) else { return true }
        let whole = text.prefix { $0 != "." }
        let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
        guard let first = groups.first else { return false }
        let head = first.utf8.count { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "+") }
        let rest = text.dropFirst(whole.count)
        return (1...3).contains(head) && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
            && !rest.contains(separator)
    }

    enum MoneyOutcome: Equatable {
        case value(Money)
        case near(word: String)
        case none
    }

    /// The amount in minor units. A unit in the cell goes before the column's. None where the
    /// text is no number, or finer than a minor unit, or too large.
    static func money(_ text: String, _ reading: MoneyReading) -> MoneyOutcome {
        let parts = NumberText(text, without: reading.symbols)
        var digits = parts.digits
        var exponent = reading.exponent ?? 0
        if reading.currency == "CNY", let cut = MoneyUnit.cut(digits) {
            let inner = NumberText(cut.rest)
            if inner.nearness != .exact { return .near(word: inner.word ?? "") }
            digits = cut.rest
            exponent = cut.exponent
        }
        guard let decimal = decimal(digits, reading.number),
            let minor = decimal.scaled(to: exponent + Money.minorPlaces),
            minor.magnitude < Money.bound.magnitude
        else { return .none }
        if let word = parts.word, parts.nearness != .exact { return .near(word: word) }
        return .value(Money(minor: minor))
    }
}

extension Decimal {
    func isLess(than other: Decimal) -> Bool {
        let places = max(self.places, other.places)
        let left = Int128(unscaled) * Decimal.power(places - self.places)
        return left < Int128(other.unscaled) * Decimal.power(places - other.places)
    }

    /// - Parameter exponent: at most 18, as a decimal has no more places.
    private static func power(_ exponent: Int) -> Int128 {
        (0..<exponent).reduce(1) { product, _ in product * 10 }
    }
}

enum Trimming {
    /// Without the white space at either end: spaces, tabs, line breaks, no-break and
    /// ideographic spaces.
    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        guard let start = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[start...last])
    }
}
