package import Rulebook

/// How a sheet writes its days: `yyyy-MM-dd`, `M/d/yyyy`, `yyyy年M月d日`,
/// `MM/dd/yyyy hh:mm:ss a`, or `serial` for the day numbers of spreadsheet programs.
///
/// `yyyy`, `MM`, `dd`, `HH`, `hh`, `mm`, `ss` take exactly as many digits as letters; `M`, `d`,
/// `H`, `h` take one or two; `a` takes AM or PM. Everything else stands for itself. A time of day
/// must be right, and is left out.
package struct DatePattern: Sendable, Hashable {
    package let text: String
    private let tokens: [Token]

    private enum Token: Sendable, Hashable {
        case year, serial, halfDay
        case month(Int), day(Int), hour24(Int), hour12(Int), minute, second
        case literal(UInt8)

        var isMonth: Bool { if case .month = self { true } else { false } }
        var isDay: Bool { if case .day = self { true } else { false } }
    }

    private struct Parts {
        var year: Int?
        var month: Int?
        var day: Int?
    }

    /// Nil where the pattern has no year of four digits, or letters that mean nothing.
    package init?(_ text: String) {
        self.text = text
        if text == "serial" {
            tokens = [.serial]
            return
        }
        var tokens: [Token] = []
        var rest = Array(text.utf8)[...]
        while let first = rest.first {
            let run = rest.prefix { $0 == first }
            rest = rest.dropFirst(run.count)
            guard Self.isLetter(first) else {
                tokens += run.map { .literal($0) }
                continue
            }
            guard let token = Self.token(first, run.count) else { return nil }
            tokens.append(token)
        }
        guard tokens.contains(.year), tokens.contains(where: \.isMonth) else { return nil }
        self.tokens = tokens
    }

    package var hasDay: Bool { tokens.contains { $0.isDay || $0 == .serial } }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
    }

    private static func token(_ letter: UInt8, _ count: Int) -> Token? {
        switch (letter, count) {
        case (UInt8(ascii: "y"), 4): .year
        case (UInt8(ascii: "M"), 1...2): .month(count)
        case (UInt8(ascii: "d"), 1...2): .day(count)
        case (UInt8(ascii: "H"), 1...2): .hour24(count)
        case (UInt8(ascii: "h"), 1...2): .hour12(count)
        case (UInt8(ascii: "m"), 2): .minute
        case (UInt8(ascii: "s"), 2): .second
        case (UInt8(ascii: "a"), 1): .halfDay
        case (UInt8(ascii: "T"), 1): .literal(letter)
        default: nil
        }
    }

    /// The day the text names in this pattern; nil where it names none. A pattern without a day
    /// gives the first of the month.
    package func day(_ text: String) -> Day? {
        var parts = Parts()
        var rest = Array(text.utf8)[...]
        for token in tokens {
            if token == .serial { return Self.serialDay(text) }
            guard Self.take(token, from: &rest, into: &parts) else { return nil }
        }
        guard rest.isEmpty, let year = parts.year, let month = parts.month else { return nil }
        return Day(year: year, month: month, day: parts.day ?? 1)
    }

    private static func take(
        _ token: Token, from rest: inout ArraySlice<UInt8>, into parts: inout Parts
    ) -> Bool {
        switch token {
        case .literal(let byte):
            guard rest.first == byte else { return false }
            rest = rest.dropFirst()
            return true
        case .halfDay:
            let word = rest.prefix(2).map { $0 & 0xDF }
            rest = rest.dropFirst(2)
            return word == Array("AM".utf8) || word == Array("PM".utf8)
        case .year:
            parts.year = number(4...4, from: &rest)
            return parts.year != nil
        case .month(let count):
            parts.month = number(count == 2 ? 2...2 : 1...2, from: &rest)
            return parts.month != nil
        case .day(let count):
            parts.day = number(count == 2 ? 2...2 : 1...2, from: &rest)
            return parts.day != nil
        case .hour24(let count):
            return within(0...23, number(count == 2 ? 2...2 : 1...2, from: &rest))
        case .hour12(let count):
            return within(1...12, number(count == 2 ? 2...2 : 1...2, from: &rest))
        case .minute, .second:
            return within(0...59, number(2...2, from: &rest))
        case .serial:
            return false
        }
    }

    private static func within(_ range: ClosedRange<Int>, _ value: Int?) -> Bool {
        value.map(range.contains) ?? false
    }

    private static func number(
        _ digits: ClosedRange<Int>, from rest: inout ArraySlice<UInt8>
    ) -> Int? {
        let run = rest.prefix(digits.upperBound).prefix {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        guard digits.contains(run.count) else { return nil }
        rest = rest.dropFirst(run.count)
        return run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Day 1 is 1900-01-01 and a 29 February 1900 is counted, as spreadsheet programs do.
    private static func serialDay(_ text: String) -> Day? {
        guard text.utf8.count <= 7, let serial = Int(text), serial >= 61 else { return nil }
        return Day(year: 1899, month: 12, day: 30)?.adding(days: serial)
    }
}

extension DatePattern {
    /// The day by the first pattern that fits.
    package static func day(_ text: String, _ patterns: [DatePattern]) -> Day? {
        for pattern in patterns {
            if let day = pattern.day(text) { return day }
        }
        return nil
    }

    package static func names(_ patterns: [DatePattern]) -> String {
        patterns.map(\.text).joined(separator: ", ")
    }
}
