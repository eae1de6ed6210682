/// Days as spreadsheet programs count them.
struct SerialDate {
    /// Day 0 is 1904-01-01, as once on Macintosh machines; else day 1 is 1900-01-01, and there is
    /// a 29 February 1900, which never was.
    let is1904: Bool

    enum Shown: Sendable, Equatable {
        case year, month, day, dayAndTime, time
    }

    /// What the number shows as a date or a time; nil where it is out of the calendar, as the
    /// program shows no date then either.
    func cell(_ digits: String, as shown: Shown) -> Cell? {
        guard let value = Double(digits), value >= 0, value < 2_958_466 else { return nil }
        var day = Int(value.rounded(.down))
        var seconds = Int(((value - Double(day)) * 86_400).rounded())
        if seconds == 86_400 {
            day += 1
            seconds = 0
        }
        if shown == .time || (day == 0 && !is1904 && seconds > 0) {
            return .text(Self.clock(seconds))
        }
        if !is1904, day == 0 || day == 60 {
            // Shown as a date by the program, and none in the calendar.
            return .text(day == 0 ? "1900-01-00" : "1900-02-29")
        }
        let (year, month, dayOfMonth) = Self.civil(days: day + offset(day))
        let parts = [Self.padded(year, 4), Self.padded(month, 2), Self.padded(dayOfMonth, 2)]
        switch shown {
        case .year where month == 1 && dayOfMonth == 1 && seconds == 0: return .date(parts[0])
        case .month where dayOfMonth == 1 && seconds == 0:
            return .date(parts[0] + "-" + parts[1])
        case .dayAndTime where seconds != 0:
            return .date(parts.joined(separator: "-") + "T" + Self.clock(seconds))
        default: return .date(parts.joined(separator: "-"))
        }
    }

    /// From the serial number to days since 1970-01-01.
    private func offset(_ day: Int) -> Int {
        if is1904 { return -24_107 }
        return day < 60 ? -25_568 : -25_569
    }

    /// Year, month and day of days since 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level
    /// Date Algorithms").
    private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let ofEra = shifted % 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * ofYear + 2) / 153
        let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, ofYear - (153 * fromMarch + 2) / 5 + 1)
    }

    private static func clock(_ seconds: Int) -> String {
        [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
            .joined(separator: ":")
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
