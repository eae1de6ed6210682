import BigInt
import Rulebook
import Testing

@Suite("Exact numbers")
struct RationalTests {
    @Test("only what the language calls a number is one")
    func literals() {
        for text in ["0", "-0", "007", "1.50", "1e3", "1E-99", "-12.5e+2"] {
            #expect(Rational(text) != nil, "\(text)")
        }
        let long = String(repeating: "9", count: 40)
        #expect(Rational(long + "." + long + "e99") != nil)
        for text in [
            "", "-", "+1", ".5", "1.", "1e", "1e100", "0x1", " 1", "1 ", "１", "1_0", "NaN", "inf",
            long + "9", "1." + long + "9", "1e+", "--1",
        ] {
            #expect(Rational(text) == nil, "\(text)")
        }
    }

    @Test("decimals end, or are rounded half away from zero to twelve places")
    func printing() throws {
        let third = try #require(Rational(1).divided(by: Rational(3)))
        #expect(third.text() == "0.333333333333")
        #expect((-third).text() == "-0.333333333333")
        #expect((third + third).text() == "0.666666666667")
        #expect(Rational("1.50")?.text() == "1.5")
        #expect(Rational("-0.0000000000004")?.text() == "0")
        #expect(Rational("-0.0000000000005")?.text() == "-0.000000000001")
        #expect(Rational("1.005")?.text(places: 2, fixed: true) == "1.01")
        #expect(Rational("-1.005")?.text(places: 2, fixed: true) == "-1.01")
        #expect(Rational("-0.004")?.text(places: 2, fixed: true) == "0.00")
        #expect(
            Rational("1e30")?.text(places: 0, fixed: true) == "1"
                + String(repeating: "0", count: 30))
        #expect(Rational("0.5")?.rounded(places: 0) == Rational(1))
        #expect(Rational("-0.5")?.rounded(places: 0) == Rational(-1))
    }

    @Test("small and big numbers reckon alike")
    func arithmetic() {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        for _ in 0..<3000 {
            let (a, b) = (Pair(&random), Pair(&random))
            #expect(a.value + b.value == a.plus(b, seed).value)
            #expect(a.value - b.value == a.plus(b.negated, seed).value)
            #expect(a.value * b.value == a.times(b).value)
            #expect((a.value < b.value) == (a.top * b.bottom < b.top * a.bottom))
            #expect((a.value == b.value) == (a.top * b.bottom == b.top * a.bottom))
            if let quotient = a.value.divided(by: b.value) {
                #expect(quotient * b.value == a.value)
            } else {
                #expect(b.top.isZero)
            }
        }
    }

    /// A fraction kept in BigInt, and the same built from decimal literals.
    private struct Pair {
        var top: BigInt
        var bottom: BigInt

        init(_ random: inout SeededGenerator) {
            let width = Int.random(in: 1...130, using: &random)
            let sign: BigInt = Bool.random(using: &random) ? 1 : -1
            top = sign * BigInt(BigUInt.randomInteger(withMaximumWidth: width, using: &random))
            let below = Int.random(in: 1...130, using: &random)
            bottom = BigInt(BigUInt.randomInteger(withMaximumWidth: below, using: &random)) + 1
        }

        init(_ top: BigInt, _ bottom: BigInt) { (self.top, self.bottom) = (top, bottom) }

        var negated: Pair { Pair(-top, bottom) }

        var value: Rational {
            Pair.whole(top).divided(by: Pair.whole(bottom)) ?? .zero
        }

        func plus(_ other: Pair, _ seed: UInt64) -> Pair {
            Pair(top * other.bottom + other.top * bottom, bottom * other.bottom)
        }

        func times(_ other: Pair) -> Pair { Pair(top * other.top, bottom * other.bottom) }

        /// From limbs of 30 digits, since a literal has at most 40.
        private static func whole(_ value: BigInt) -> Rational {
            let limb = BigInt(10).power(30)
            var (rest, scale, sum) = (value.magnitude, Rational.one, Rational.zero)
            while !rest.isZero {
                let (quotient, digits) = rest.quotientAndRemainder(dividingBy: limb.magnitude)
                sum = sum + (Rational(String(digits)) ?? .zero) * scale
                scale = scale * (Rational("1e30") ?? .zero)
                rest = quotient
            }
            return value.sign == .minus ? -sum : sum
        }
    }
}
