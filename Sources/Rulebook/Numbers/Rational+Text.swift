import BigInt

extension Rational {
    /// Reads `-?[0-9]{1,40}(\.[0-9]{1,40})?([eE][+-]?[0-9]{1,2})?` and nothing else.
    public init?(_ text: some StringProtocol) {
        guard let literal = NumberLiteral(text.utf8) else { return nil }
        self = literal.value
    }

    /// Rounded half away from zero to `places` (0 to 12), with exactly so many decimals if
    /// `fixed`, else without trailing zeros.
    public func text(places: Int = 12, fixed: Bool = false) -> String {
        let (negative, digits) = scaledDigits(places: places)
        let padding = max(0, places + 1 - digits.utf8.count)
        let all = Array((String(repeating: "0", count: padding) + digits).utf8)
        var end = all.count
        let point = all.count - places
        if !fixed {
            while end > point, all[end - 1] == UInt8(ascii: "0") { end -= 1 }
        }
        var text: [UInt8] = negative ? [UInt8(ascii: "-")] : []
        text += all[..<point]
        if end > point {
            text.append(UInt8(ascii: "."))
            text += all[point..<end]
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Rounded half away from zero.
    public func rounded(places: Int) -> Rational {
        let unit = Rational(Int(powersOfTen[min(max(places, 0), 18)]))
        let scaled = self * unit
        let (top, bottom) = scaled.big
        let (quotient, remainder) = top.magnitude.quotientAndRemainder(
            dividingBy: bottom.magnitude)
        let away = remainder + remainder >= bottom.magnitude
        let whole = BigInt(sign: top.sign, magnitude: away ? quotient + 1 : quotient)
        return Rational(whole, over: unit.big.top)
    }

    private func scaledDigits(places: Int) -> (negative: Bool, digits: String) {
        let power = powersOfTen[places]
        if case .small(let top, let bottom) = storage {
            let scaled = UInt128(top.magnitude) * UInt128(power)
            let (quotient, remainder) = scaled.quotientAndRemainder(
                dividingBy: UInt128(bottom))
            let away = remainder + remainder >= UInt128(bottom)
            let whole = away ? quotient + 1 : quotient
            return (top < 0 && whole != 0, String(whole))
        }
        let (top, bottom) = big
        let (quotient, remainder) = (top.magnitude * BigUInt(power)).quotientAndRemainder(
            dividingBy: bottom.magnitude)
        let away = remainder + remainder >= bottom.magnitude
        let whole = away ? quotient + 1 : quotient
        return (top.sign == .minus && !whole.isZero, String(whole))
    }
}

extension Rational: CustomStringConvertible {
    /// The decimal, rounded to 12 places where it does not end before.
    public var description: String { text() }
}

/// The parts of a decimal number as the language writes it.
struct NumberLiteral {
    let negative: Bool
    /// Digits before and after the point, without it.
    let digits: [UInt8]
    /// The value is `digits × 10^exponent`.
    let exponent: Int
    /// Whether this is how a scaled number prints: no exponent, no zeros that could be left out.
    let isCanonical: Bool

    init?(_ bytes: some Collection<UInt8>) {
        var rest = bytes[...]
        negative = rest.first == UInt8(ascii: "-")
        if negative { rest = rest.dropFirst() }
        let whole = rest.prefix(while: isDigit)
        rest = rest[whole.endIndex...]
        guard (1...40).contains(whole.count) else { return nil }
        var all = Array(whole)
        var places = 0
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix(while: isDigit)
            rest = rest[fraction.endIndex...]
            places = fraction.count
            guard (1...40).contains(places) else { return nil }
            all += fraction
        }
        var power = 0
        let hasExponent = !rest.isEmpty
        if hasExponent {
            guard let read = NumberLiteral.exponent(rest) else { return nil }
            power = read
        }
        let isZero = all.allSatisfy { $0 == UInt8(ascii: "0") }
        isCanonical =
            !hasExponent && !(negative && isZero)
            && (whole.count == 1 || whole.first != UInt8(ascii: "0"))
            && (places == 0 || all[all.count - 1] != UInt8(ascii: "0"))
        digits = all
        exponent = power - places
    }

    private static func exponent(_ bytes: some Collection<UInt8>) -> Int? {
        guard let mark = bytes.first, mark | 0x20 == UInt8(ascii: "e") else { return nil }
        var rest = bytes.dropFirst()
        let minus = rest.first == UInt8(ascii: "-")
        if minus || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        guard (1...2).contains(rest.count), rest.allSatisfy(isDigit) else { return nil }
        let value = rest.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return minus ? -value : value
    }

    /// The value as `mantissa × 10^-places`, where both are small enough for a column.
    var scaled: (mantissa: Int64, places: Int)? {
        guard exponent <= 0, exponent >= -18, digits.count <= 18 else { return nil }
        let value = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
        return (negative ? -value : value, -exponent)
    }

    var value: Rational {
        if let (mantissa, places) = scaled {
            return Rational(scaled: Int128(mantissa), places: places)
        }
        let magnitude = BigUInt(String(decoding: digits, as: UTF8.self)) ?? 0
        let top = BigInt(sign: negative ? .minus : .plus, magnitude: magnitude)
        let power = BigInt(10).power(abs(exponent))
        return exponent >= 0 ? Rational(top * power, over: 1) : Rational(top, over: power)
    }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
