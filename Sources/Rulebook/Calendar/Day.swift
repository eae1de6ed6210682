/// A day of the proleptic Gregorian calendar in the years 1 to 9999, as days since 1970-01-01.
public struct Day: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01, negative before it.
    public let number: Int32

    public static let earliest = Day(unchecked: daysFromCivil(year: 1, month: 1, day: 1))
    public static let latest = Day(unchecked: daysFromCivil(year: 9999, month: 12, day: 31))

    private init(unchecked number: Int) {
        self.number = Int32(truncatingIfNeeded: number)
    }

    /// Nil outside the years 1 to 9999.
    public init?(number: Int) {
        let range = Int(Day.earliest.number)...Int(Day.latest.number)
        guard range.contains(number) else { return nil }
        self.init(unchecked: number)
    }

    /// Nil where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard let of = Month(year: year, month: month), day >= 1, day <= of.length else {
            return nil
        }
        self.init(unchecked: daysFromCivil(year: year, month: month, day: day))
    }

    /// Reads exactly `YYYY-MM-DD`; nil for anything else and for days that do not exist.
    public init?(_ text: some StringProtocol) {
        var text = String(text)
        guard let day = text.withUTF8({ Day(utf8: $0) }) else { return nil }
        self = day
    }

    /// The same from bytes, without a string in between.
    public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 10 else { return nil }
        var digits = DateText(bytes)
        guard
            let year = digits.number(of: 4), digits.skip("-"),
            let month = digits.number(of: 2), digits.skip("-"),
            let day = digits.number(of: 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public var year: Int { civil.year }
    /// 1 to 12.
    public var monthOfYear: Int { civil.month }
    /// 1 to 31.
    public var dayOfMonth: Int { civil.day }

    public var month: Month {
        let parts = civil
        return Month(uncheckedYear: parts.year, month: parts.month)
    }

    /// Monday is 1, Sunday is 7.
    public var weekday: Int {
        let sinceMonday = (Int(number) + 3) % 7
        return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
    }

    /// Nil where the result leaves the years 1 to 9999.
    public func adding(days: Int) -> Day? {
        let (sum, overflow) = Int(number).addingReportingOverflow(days)
        return overflow ? nil : Day(number: sum)
    }

    /// Days from this day to `other`, negative where `other` is earlier.
    public func days(to other: Day) -> Int { Int(other.number) - Int(number) }

    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// Year, month and day by Howard Hinnant's `civil_from_days`.
    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * march + 2) / 5 + 1)
    }
}

extension Day: CustomStringConvertible {
    /// `2024-03-02`.
    public var description: String {
        let parts = civil
        return padded(parts.year, to: 4) + "-" + padded(parts.month, to: 2) + "-"
            + padded(parts.day, to: 2)
    }
}

/// Days since 1970-01-01 by Howard Hinnant's `days_from_civil`.
func daysFromCivil(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
}

func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Fixed-width ASCII digits, read from left to right.
struct DateText<Bytes: Collection> where Bytes.Element == UInt8 {
    private let bytes: Bytes
    private var index: Bytes.Index

    init(_ bytes: Bytes) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    mutating func number(of width: Int) -> Int? {
        var value = 0
        for _ in 0..<width {
            guard index < bytes.endIndex, case 0x30...0x39 = bytes[index] else { return nil }
            value = value * 10 + Int(bytes[index] - 0x30)
            bytes.formIndex(after: &index)
        }
        return value
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.endIndex, UInt32(bytes[index]) == character.value else {
            return false
        }
        bytes.formIndex(after: &index)
        return true
    }
}
