package import JSON

/// An exact decimal of at most 18 significant digits, kept without trailing zeros:
/// `unscaled / 10^places`.
package struct Decimal: Hashable, Sendable {
    package private(set) var unscaled: Int64
    package private(set) var places: Int

    package static let maximumPlaces = 12
    package static let zero = Decimal(0)

    package init(_ whole: Int64) {
        unscaled = whole
        places = 0
    }

    /// - Parameter places: 0…18; trailing zeros are dropped.
    package init(unscaled: Int64, places: Int) {
        var unscaled = unscaled
        var places = places
        while places > 0, unscaled % 10 == 0 {
            unscaled /= 10
            places -= 1
        }
        self.unscaled = unscaled
        self.places = places
    }

    /// `-?[0-9]+(\.[0-9]+)?`, at most 18 digits in all and 12 after the point.
    package init?(_ text: String) {
        var unscaled: Int64 = 0
        var places = 0
        var digits = 0
        var afterPoint = false
        var negative = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0:
                negative = true
            case UInt8(ascii: ".") where digits > 0 && !afterPoint:
                afterPoint = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                guard digits <= 18 else { return nil }
                unscaled = unscaled * 10 + Int64(byte - UInt8(ascii: "0"))
                if afterPoint { places += 1 }
            default:
                return nil
            }
        }
        guard digits > 0, !(afterPoint && places == 0), places <= Self.maximumPlaces else {
            return nil
        }
        self.init(unscaled: negative ? -unscaled : unscaled, places: places)
    }

    package var isNegative: Bool { unscaled < 0 }

    /// `self × 10^places` where that is a whole number that fits, else nil.
    package func scaled(to wanted: Int) -> Int64? {
        guard wanted >= places else { return nil }
        return PowerOfTen.multiply(unscaled, by: wanted - places)
    }
}

extension Decimal: CustomStringConvertible {
    package var description: String { DecimalText.of(Int128(unscaled), places: places) }
}

extension Decimal: FieldValue {
    package static var blank: Decimal { .zero }
    package static var shape: FieldShape { .decimal }

    package init(raw: RawValue) throws(FieldProblem) {
        guard let value = Decimal(try raw.text()) else {
            throw raw.problem(
                .malformed, zh: "应为十进制数文本，如 \"12.5\"",
                en: "must be a decimal number as text, such as \"12.5\"")
        }
        self = value
    }

    package func write(to out: inout JSONBuffer) { out.string(description) }
}

package enum PowerOfTen {
    /// Nil where the product leaves Int64.
    package static func multiply(_ value: Int64, by exponent: Int) -> Int64? {
        var result = value
        for _ in 0..<exponent {
            let (product, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = product
        }
        return result
    }
}

package enum DecimalText {
    /// `unscaled / 10^places` without trailing zeros: `-0.05`, `12.5`, `3`.
    package static func of(_ unscaled: Int128, places: Int) -> String {
        var magnitude = unscaled.magnitude
        var places = places
        while places > 0, magnitude % 10 == 0 {
            magnitude /= 10
            places -= 1
        }
        var digits = String(magnitude)
        if places > 0 {
            if digits.utf8.count <= places {
                digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
            }
            let point = digits.utf8.index(digits.endIndex, offsetBy: -places)
            digits = digits[..<point] + "." + digits[point...]
        }
        return unscaled < 0 ? "-" + digits : digits
    }
}
