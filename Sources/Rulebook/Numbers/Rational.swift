import BigInt

/// An exact rational number in lowest terms, the denominator positive.
///
/// What fits in two 64-bit words stays there; only larger values touch BigInt.
public struct Rational: Sendable, Hashable {
    enum Storage: Sendable, Hashable {
        /// The numerator is never `Int64.min`, so that it can be negated.
        case small(Int64, Int64)
        /// Used only where `small` cannot hold the value, so that equality is of the parts.
        case big(BigInt, BigInt)
    }

    let storage: Storage

    public static let zero = Rational(0)
    public static let one = Rational(1)

    public init(_ value: Int) { self.init(wide: Int128(value)) }

    init(wide value: Int128) { self.init(value, over: 1) }

    init(lowest storage: Storage) { self.storage = storage }

    /// Reduces; the denominator must not be zero.
    init(_ numerator: Int128, over denominator: Int128) {
        let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let top = numerator.magnitude / divisor
        let bottom = denominator.magnitude / divisor
        let negative = (numerator < 0) != (denominator < 0) && top != 0
        if top <= UInt128(Int64.max), bottom <= UInt128(Int64.max) {
            let value = Int64(truncatingIfNeeded: top)
            storage = .small(negative ? -value : value, Int64(truncatingIfNeeded: bottom))
        } else {
            let value = BigInt(sign: negative ? .minus : .plus, magnitude: BigUInt(top))
            storage = .big(value, BigInt(sign: .plus, magnitude: BigUInt(bottom)))
        }
    }

    /// Reduces; the denominator must not be zero.
    init(_ numerator: BigInt, over denominator: BigInt) {
        let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let top = numerator.magnitude / divisor
        let bottom = denominator.magnitude / divisor
        let negative = numerator.sign != denominator.sign && !top.isZero
        self.init(
            coprime: BigInt(sign: negative ? .minus : .plus, magnitude: top),
            over: BigInt(sign: .plus, magnitude: bottom))
    }

    /// For numbers in lowest terms with a positive denominator.
    init(coprime numerator: BigInt, over denominator: BigInt) {
        if let top = Int64(exactly: numerator), top != Int64.min,
            let bottom = Int64(exactly: denominator)
        {
            storage = .small(top, bottom)
        } else {
            storage = .big(numerator, denominator)
        }
    }

    /// `mantissa × 10^-places`, with 0 to 18 places.
    init(scaled mantissa: Int128, places: Int) {
        self.init(mantissa, over: Int128(powersOfTen[places]))
    }

    public var isZero: Bool { storage == .small(0, 1) }
    public var isNegative: Bool {
        switch storage {
        case .small(let top, _): top < 0
        case .big(let top, _): top.sign == .minus
        }
    }
    public var isPositive: Bool { !isNegative && !isZero }

    var big: (top: BigInt, bottom: BigInt) {
        switch storage {
        case .small(let top, let bottom): (BigInt(top), BigInt(bottom))
        case .big(let top, let bottom): (top, bottom)
        }
    }

    /// Bits in the longer of numerator and denominator.
    var width: Int {
        switch storage {
        case .small: 64
        case .big(let top, let bottom): max(top.magnitude.bitWidth, bottom.magnitude.bitWidth)
        }
    }

    /// The value where it is a whole number that fits.
    public var wholeNumber: Int? {
        guard case .small(let top, 1) = storage else { return nil }
        return Int(top)
    }
}

/// 10^0 to 10^18.
let powersOfTen: [Int64] = {
    var powers: [Int64] = [1]
    for _ in 0..<18 { powers.append(powers[powers.count - 1] * 10) }
    return powers
}()

/// Euclid's algorithm, on 64-bit words as soon as both numbers fit.
func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (larger, smaller) = (left, right)
    while smaller > UInt128(UInt64.max) || (larger > UInt128(UInt64.max) && smaller != 0) {
        (larger, smaller) = (smaller, larger % smaller)
    }
    var (high, low) = (UInt64(truncatingIfNeeded: larger), UInt64(truncatingIfNeeded: smaller))
    if low == 0 { return larger == 0 ? 1 : larger }
    while low != 0 { (high, low) = (low, high % low) }
    return UInt128(high)
}
