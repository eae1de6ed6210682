package import Delivery
package import Rulebook

/// A field's value drawn at random, the edges of its range among them.
package protocol RandomValue {
    static func random(_ random: inout SeededRandom) -> Self
}

extension SeededRandom {
    package mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: choices.indices, using: &self)]
    }

    package mutating func text(_ lengths: ClosedRange<Int>) -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "Z", "0", " ", "\"", "\\", "/", "\n", "\u{0}", "\u{1F}", "\u{7F}", "é", "\u{301}",
            "中", "区", "\u{2028}", "\u{FFFF}", "😀", "\u{10FFFF}",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: lengths, using: &self) { text.append(pick(scalars)) }
        return String(text)
    }
}

extension String: RandomValue {
    package static func random(_ random: inout SeededRandom) -> String { random.text(0...20) }
}

extension Int: RandomValue {
    package static func random(_ random: inout SeededRandom) -> Int {
        let largest = 9_007_199_254_740_991
        return random.pick([
            0, 1, -1, largest, -largest, .random(in: -5_000...5_000, using: &random),
        ])
    }
}

extension Bool: RandomValue {
    package static func random(_ random: inout SeededRandom) -> Bool { Bool.random(using: &random) }
}

extension Day: RandomValue {
    package static func random(_ random: inout SeededRandom) -> Day {
        let near = Day(number: .random(in: 18_000...22_000, using: &random)) ?? .blank
        return random.pick([.earliest, .latest, near, near, near])
    }
}

extension Month: RandomValue {
    package static func random(_ random: inout SeededRandom) -> Month { Day.random(&random).month }
}

extension Decimal: RandomValue {
    package static func random(_ random: inout SeededRandom) -> Decimal {
        let bound: Int64 = random.pick([1, 1_000, 999_999_999_999_999_999])
        let unscaled = Int64.random(in: -bound...bound, using: &random)
        return Decimal(unscaled: unscaled, places: .random(in: 0...12, using: &random))
    }
}

extension Money: RandomValue {
    package static func random(_ random: inout SeededRandom) -> Money {
        let bound: Int64 = random.pick([1, 100_000, Money.bound - 1])
        return Money(minor: .random(in: -bound...bound, using: &random))
    }
}

extension Share: RandomValue {
    package static func random(_ random: inout SeededRandom) -> Share {
        let millionths = Int.random(in: 1...1_000_000, using: &random)
        return Share(Decimal(unscaled: Int64(millionths), places: 6).description) ?? .whole
    }
}

extension SHA256Text: RandomValue {
    package static func random(_ random: inout SeededRandom) -> SHA256Text {
        let digits = (0..<64).map { _ in random.pick(Array("0123456789abcdef")) }
        return SHA256Text(String(digits)) ?? .blank
    }
}

extension Note: RandomValue {
    package static func random(_ random: inout SeededRandom) -> Note {
        Bool.random(using: &random)
            ? .text(random.text(0...40)) : .sealed(SHA256Text.random(&random))
    }
}

extension NationalProjectCode: RandomValue {
    package static func random(_ random: inout SeededRandom) -> NationalProjectCode {
        let groups = [4, 6, 2, 2, 6].map { length in
            String((0..<length).map { _ in random.pick(Array("0123456789")) })
        }
        return NationalProjectCode(groups.joined(separator: "-")) ?? .blank
    }
}

extension RulebookText: RandomValue {
    package static func random(_ random: inout SeededRandom) -> RulebookText {
        RulebookText(text: random.text(0...200))
    }
}

extension Known: RandomValue {
    package static func random(_ random: inout SeededRandom) -> Known {
        guard Bool.random(using: &random), let value = anyValue(Value.self, &random) else {
            return .unknown(random.pick(UnknownReason.allCases), source: random.text(0...20))
        }
        return .known(value)
    }
}

extension Figure: RandomValue {
    package static func random(_ random: inout SeededRandom) -> Figure {
        let (one, other) = (Decimal.random(&random), Decimal.random(&random))
        let isInOrder = one.rational <= other.rational
        return random.pick([
            .exact(one), .atLeast(one), .moreThan(one), .upTo(one),
            isInOrder ? .range(one, other) : .range(other, one),
            .ofClass(random.text(0...20)),
        ])
    }
}

extension ObservedPeriod: RandomValue {
    package static func random(_ random: inout SeededRandom) -> ObservedPeriod {
        let month = Day.random(&random).month
        let last = month.adding(months: .random(in: 0...14, using: &random)) ?? month
        return random.pick([
            .months(MonthSpan(month, last) ?? MonthSpan(month)), .month(month),
            .day(Day.random(&random)), .undated(random.pick(UndatedReason.allCases)),
        ])
    }
}

/// Nil where the test does not know how to draw a value of the type.
package func anyValue<Value>(_: Value.Type, _ random: inout SeededRandom) -> Value? {
    if let type = Value.self as? any RandomValue.Type { return type.random(&random) as? Value }
    if let type = Value.self as? any Identifier.Type { return identifier(type, &random) as? Value }
    if let type = Value.self as? any FieldCode.Type { return code(type, &random) as? Value }
    if let type = Value.self as? any FieldStructure.Type {
        return structure(type, &random) as? Value
    }
    return nil
}

private func identifier<Name: Identifier>(_: Name.Type, _ random: inout SeededRandom) -> Name {
    let first = Array("abcXYZ019")
    let others = first + Array("._:-")
    let length = random.pick([0, 5, 63])
    let rest = (0..<length).map { _ in random.pick(others) }
    return Name(unchecked: String([random.pick(first)] + rest))
}

private func code<Code: FieldCode>(_: Code.Type, _ random: inout SeededRandom) -> Code {
    random.pick(Array(Code.allCases))
}

private func structure<Body: FieldStructure>(
    _: Body.Type, _ random: inout SeededRandom
) -> Body? {
    var filler = RandomFiller(random: random)
    var body = Body()
    try? body.visit(&filler)
    random = filler.random
    return filler.unknown.isEmpty ? body : nil
}

/// Fills every listed field with a random value.
package struct RandomFiller: FieldVisitor {
    package var random: SeededRandom
    /// Whether optional fields may be absent, lists empty and notes unsealed.
    package var leavesOut = true
    /// Fields of types that the test cannot draw.
    package var unknown: [String] = []

    package init(random: SeededRandom) { self.random = random }

    package mutating func field<Value: FieldValue>(_ name: StaticString, _ value: inout Value) {
        if !leavesOut, let sealed = Note.sealed(.random(&random)) as? Value {
            value = sealed
        } else if let drawn = anyValue(Value.self, &random) {
            value = drawn
        } else {
            unknown.append(name.description)
        }
    }

    package mutating func optional<Value: FieldValue>(_ name: StaticString, _ value: inout Value?) {
        var drawn = Value.blank
        field(name, &drawn)
        value = Bool.random(using: &random) || !leavesOut ? drawn : nil
    }

    package mutating func list<Value: FieldValue>(_ name: StaticString, _ values: inout [Value]) {
        values = (0..<Int.random(in: (leavesOut ? 0 : 1)...3, using: &random)).map { _ in
            var drawn = Value.blank
            field(name, &drawn)
            return drawn
        }
    }

    package mutating func flag(_ name: StaticString, _ value: inout Bool) { field(name, &value) }
}
