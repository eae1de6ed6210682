import BigInt

extension Rational: Comparable {
    public static func + (left: Rational, right: Rational) -> Rational {
        guard case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage
        else {
            return bigSum(left.big, right.big)
        }
        if b == 1, d == 1 {
            let (sum, overflow) = a.addingReportingOverflow(c)
            if !overflow, sum != Int64.min { return Rational(lowest: .small(sum, 1)) }
        }
        let top = Int128(a) * Int128(d) + Int128(c) * Int128(b)
        return Rational(top, over: Int128(b) * Int128(d))
    }

    public static prefix func - (value: Rational) -> Rational {
        switch value.storage {
        case .small(let top, let bottom): Rational(lowest: .small(-top, bottom))
        case .big(let top, let bottom): Rational(lowest: .big(-top, bottom))
        }
    }

    public static func - (left: Rational, right: Rational) -> Rational { left + (-right) }

    public static func * (left: Rational, right: Rational) -> Rational {
        guard case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage
        else {
            return bigProduct(left.big, right.big)
        }
        return Rational(Int128(a) * Int128(c), over: Int128(b) * Int128(d))
    }

    /// Nil where the divisor is zero.
    public func divided(by divisor: Rational) -> Rational? {
        guard !divisor.isZero else { return nil }
        guard case .small(let a, let b) = storage, case .small(let c, let d) = divisor.storage
        else {
            let (top, bottom) = divisor.big
            let reciprocal = BigInt(sign: top.sign, magnitude: bottom.magnitude)
            return Rational.bigProduct(big, (reciprocal, BigInt(top.magnitude)))
        }
        return Rational(Int128(a) * Int128(d), over: Int128(b) * Int128(c))
    }

    private typealias Big = (top: BigInt, bottom: BigInt)

    /// Divides by what the denominators share only, which is cheap where one number is short
    /// (Knuth 4.5.1).
    private static func bigSum(_ x: Big, _ y: Big) -> Rational {
        let shared = BigInt(greatestCommonDivisor(x.bottom.magnitude, y.bottom.magnitude))
        if shared == 1 {
            return Rational(
                coprime: x.top * y.bottom + y.top * x.bottom, over: x.bottom * y.bottom)
        }
        let rest = x.bottom / shared
        let top = x.top * (y.bottom / shared) + y.top * rest
        if top.isZero { return .zero }
        let common = BigInt(greatestCommonDivisor(top.magnitude, shared.magnitude))
        return Rational(coprime: top / common, over: rest * (y.bottom / common))
    }

    /// Cancels crosswise before multiplying, so that nothing is left to cancel after.
    private static func bigProduct(_ x: Big, _ y: Big) -> Rational {
        if x.top.isZero || y.top.isZero { return .zero }
        let first = BigInt(greatestCommonDivisor(x.top.magnitude, y.bottom.magnitude))
        let second = BigInt(greatestCommonDivisor(y.top.magnitude, x.bottom.magnitude))
        return Rational(
            coprime: (x.top / first) * (y.top / second),
            over: (x.bottom / second) * (y.bottom / first))
    }

    public var magnitude: Rational { isNegative ? -self : self }

    public static func < (left: Rational, right: Rational) -> Bool {
        guard case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage
        else {
            let (x, y) = (left.big, right.big)
            if x.bottom == y.bottom { return x.top < y.top }
            return x.top * y.bottom < y.top * x.bottom
        }
        return b == d ? a < c : Int128(a) * Int128(d) < Int128(c) * Int128(b)
    }

    /// The largest whole number that is not above the value, as BigInt.
    var roundedDown: BigInt {
        let (top, bottom) = big
        let (quotient, remainder) = top.magnitude.quotientAndRemainder(dividingBy: bottom.magnitude)
        guard top.sign == .minus else { return BigInt(quotient) }
        return -BigInt(quotient) - (remainder.isZero ? 0 : 1)
    }
}

/// Lehmer's algorithm with single words; BigInt's own is binary and a hundred times slower.
func greatestCommonDivisor(_ left: BigUInt, _ right: BigUInt) -> BigUInt {
    var (larger, smaller) = left < right ? (right, left) : (left, right)
    while smaller.bitWidth > 64 {
        let step = LehmerStep(larger, smaller)
        if step.isIdle {
            (larger, smaller) = (smaller, larger % smaller)
            continue
        }
        let (x, y) = (BigInt(larger), BigInt(smaller))
        let next = (x * BigInt(step.a) + y * BigInt(step.b)).magnitude
        let after = (x * BigInt(step.c) + y * BigInt(step.d)).magnitude
        (larger, smaller) = next < after ? (after, next) : (next, after)
    }
    if smaller.isZero { return larger.isZero ? 1 : larger }
    var low = UInt64(truncatingIfNeeded: smaller)
    var high = UInt64(truncatingIfNeeded: larger % smaller)
    while high != 0 { (low, high) = (high, low % high) }
    return BigUInt(low)
}

/// The cofactors of as many of Euclid's steps as the leading 62 bits determine (Knuth 4.5.2 L).
private struct LehmerStep {
    private(set) var (a, b, c, d): (Int64, Int64, Int64, Int64) = (1, 0, 0, 1)

    var isIdle: Bool { b == 0 }

    init(_ larger: BigUInt, _ smaller: BigUInt) {
        let shift = larger.bitWidth - 62
        guard shift > 0 else { return }
        var x = Int64(truncatingIfNeeded: larger >> shift)
        var y = Int64(truncatingIfNeeded: smaller >> shift)
        let bound: Int64 = 1 << 30
        while y + c != 0, y + d != 0 {
            let quotient = (x + a) / (y + c)
            guard quotient == (x + b) / (y + d), quotient < bound else { return }
            let next = (a - quotient * c, b - quotient * d)
            guard abs(next.0) < bound, abs(next.1) < bound else { return }
            (a, b, c, d) = (c, d, next.0, next.1)
            (x, y) = (y, x - quotient * y)
        }
    }
}
