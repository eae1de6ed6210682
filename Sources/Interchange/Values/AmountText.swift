import Delivery

/// Numbers as people write them in sheets.
enum AmountText {
    /// The exact decimal in the text; nil where it is none.
    static func decimal(_ text: String, _ reading: NumberReading) -> Decimal? {
        var plain = text
        if let grouping = reading.grouping {
            guard isGrouped(plain, by: grouping) else { return nil }
            plain = plain.replacing(grouping, with: "")
        }
        var isPercent = reading.isPercent
        if isPercent, plain.hasSuffix("%") { plain.removeLast() } else { isPercent = false }
        if plain.hasPrefix("+") { plain.removeFirst() }
        guard let decimal = Decimal(plain) else { return nil }
        guard isPercent else { return decimal }
        let places = decimal.places + 2
        return places <= Decimal.maximumPlaces
            ? Decimal(unscaled: decimal.unscaled, places: places) : nil
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

    /// The amount in minor units; nil where the text is no number, or finer than a minor unit,
    /// or too large.
    static func money(_ text: String, _ reading: MoneyReading) -> Money? {
        var plain = text
        if let symbol = reading.symbol, let range = plain.firstRange(of: symbol) {
            plain.removeSubrange(range)
            plain = Trimming.trimmed(plain)
        }
        guard let decimal = decimal(plain, reading.number),
            let minor = decimal.scaled(to: reading.exponent + Money.minorPlaces),
            minor.magnitude < Money.bound.magnitude
        else { return nil }
        return Money(minor: minor)
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
