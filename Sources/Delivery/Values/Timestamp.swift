import Rulebook

/// A moment in UTC, in milliseconds since 1970; written `2026-01-01T00:00:00.000Z`.
package struct Timestamp: Hashable, Comparable, Sendable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    private static let dayLength: Int64 = 86_400_000

    /// The 24 bytes of the written form; nil for anything else.
    package init?(utf8 text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 24, text[10] == UInt8(ascii: "T"), text[23] == UInt8(ascii: "Z"),
            let year = Timestamp.number(text, 0, 4), let month = Timestamp.number(text, 5, 2),
            let dayOfMonth = Timestamp.number(text, 8, 2),
            let hour = Timestamp.number(text, 11, 2), let minute = Timestamp.number(text, 14, 2),
            let second = Timestamp.number(text, 17, 2),
            let fraction = Timestamp.number(text, 20, 3),
            let day = Day(year: year, month: month, day: dayOfMonth)
        else { return nil }
        let clock = ((hour * 60 + minute) * 60 + second) * 1000 + fraction
        milliseconds = Int64(day.number) * Timestamp.dayLength + Int64(clock)
    }

    private static func number(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int
    ) -> Int? {
        var value = 0
        for index in start..<start + length {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

extension Timestamp: CustomStringConvertible {
    package var description: String {
        var day = milliseconds / Timestamp.dayLength
        var rest = milliseconds % Timestamp.dayLength
        if rest < 0 {
            day -= 1
            rest += Timestamp.dayLength
        }
        let date = Day(number: Int(day)) ?? .epoch
        func padded(_ value: Int64, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60]
        return "\(date)T" + clock.map { padded($0, 2) }.joined(separator: ":")
            + "." + padded(rest % 1000, 3) + "Z"
    }
}
