/// What a measure is for one unit.
public enum Value: Sendable, Hashable {
    case number(Rational)
    case missing
    case notApplicable

    public var number: Rational? {
        guard case .number(let value) = self else { return nil }
        return value
    }

    init(_ number: Rational?) { self = number.map(Value.number) ?? .missing }
}

extension [Value] {
    /// What stands in for a result where not all operands are numbers: not-applicable wins.
    var obstacle: Value? {
        if contains(.notApplicable) { return .notApplicable }
        return contains(.missing) ? .missing : nil
    }
}
