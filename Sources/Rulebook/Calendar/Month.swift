/// A month of the years 1 to 9999.
public struct Month: Sendable, Hashable, Comparable {
    /// Months since January of the year 0.
    public let number: Int32

    init(uncheckedYear year: Int, month: Int) {
        number = Int32(truncatingIfNeeded: year * 12 + month - 1)
    }

    /// Nil outside the years 1 to 9999.
    public init?(number: Int) {
        guard number >= 12, number < 120_000 else { return nil }
        self.number = Int32(number)
    }

    public init?(year: Int, month: Int) {
        guard year >= 1, year <= 9999, month >= 1, month <= 12 else { return nil }
        self.init(uncheckedYear: year, month: month)
    }

    /// Reads exactly `YYYY-MM`.
    public init?(_ text: some StringProtocol) {
        var text = String(text)
        guard let month = text.withUTF8({ Month(utf8: $0) }) else { return nil }
        self = month
    }

    /// The same from bytes, without a string in between.
    public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 7 else { return nil }
        var digits = DateText(bytes)
        guard
            let year = digits.number(of: 4), digits.skip("-"),
            let month = digits.number(of: 2)
        else { return nil }
        self.init(year: year, month: month)
    }

    public var year: Int { Int(number) / 12 }
    /// 1 to 12.
    public var monthOfYear: Int { Int(number) % 12 + 1 }

    /// 28 to 31.
    public var length: Int {
        switch monthOfYear {
        case 2: isLeapYear ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public var firstDay: Day { day(1) }
    public var lastDay: Day { day(length) }

    /// Nil where the result leaves the years 1 to 9999.
    public func adding(months: Int) -> Month? {
        let (sum, overflow) = Int(number).addingReportingOverflow(months)
        return overflow ? nil : Month(number: sum)
    }

    public static func < (left: Month, right: Month) -> Bool { left.number < right.number }

    private var isLeapYear: Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    private func day(_ day: Int) -> Day {
        Day(number: daysFromCivil(year: year, month: monthOfYear, day: day)) ?? .earliest
    }
}

extension Month: CustomStringConvertible {
    /// `2024-03`.
    public var description: String {
        padded(year, to: 4) + "-" + padded(monthOfYear, to: 2)
    }
}
