/// One cell of a table, or one entry of `values`.
///
/// To the rules a cell is its text: `.number("12")`, `.text("12")` and `.scaled(120, places: 1)`
/// are the same.
public enum Cell: Sendable, Hashable {
    case null
    case bool(Bool)
    /// A number in its source text.
    case number(String)
    /// `mantissa × 10^-places`, with 0 to 18 places; prints without trailing zeros.
    case scaled(Int64, places: Int)
    case day(Day)
    case month(Month)
    case text(String)

    /// Nil for null.
    public var text: String? {
        switch self {
        case .null: nil
        case .bool(let value): value ? "true" : "false"
        case .number(let text), .text(let text): text
        case .scaled(let mantissa, let places): decimalText(mantissa, places: places)
        case .day(let day): day.description
        case .month(let month): month.description
        }
    }

    var isBool: Bool {
        if case .bool = self { true } else { false }
    }
}

/// The shortest decimal of `mantissa × 10^-places`.
func decimalText(_ mantissa: Int64, places: Int) -> String {
    var magnitude = mantissa.magnitude
    var places = max(0, places)
    while places > 0, magnitude.isMultiple(of: 10) {
        magnitude /= 10
        places -= 1
    }
    var digits = String(magnitude)
    if places > 0 {
        digits = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places))
    }
    return mantissa < 0 ? "-" + digits : digits
}
