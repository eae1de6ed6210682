package import Rulebook

/// Says things in one language: phrases, counts, days, amounts.
package struct Localizer: Sendable {
    package let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    package func callAsFunction(_ phrase: Phrase) -> String { phrase[language] }

    /// Words of the city's own: names, reasons, wordings. On an English page what is Chinese
    /// is marked as such, so that it is read aloud, hyphenated and searched rightly.
    package func data(_ text: String) -> HTML {
        if language == .en, Han.isIn(text) { return "<span lang=\"zh\">\(text)</span>" }
        return HTML(escaping: text)
    }

    /// 1234567 as `1,234,567`.
    package func count(_ number: Int) -> String { decimal(String(number)) }

    /// A decimal literal with its thousands grouped and a real minus sign; the digits are never
    /// rounded. What is not such a literal comes back unchanged.
    package func decimal(_ literal: String) -> String {
        var digits = Substring(literal)
        let negative = digits.first == "-"
        if negative { digits.removeFirst() }
        let whole = digits.prefix { $0.isASCII && $0.isNumber }
        guard !whole.isEmpty else { return literal }
        var grouped = negative ? "−" : ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return grouped + digits.dropFirst(whole.count)
    }

    /// 2024年10月15日, 15 October 2024.
    package func day(_ day: Day) -> String {
        switch language {
        case .zh: "\(day.year)年\(day.monthOfYear)月\(day.dayOfMonth)日"
        case .en: "\(day.dayOfMonth) \(Self.monthName(day.monthOfYear)) \(day.year)"
        }
    }

    /// 2024年10月, 2024年三季度; October 2024, third quarter of 2024.
    package func period(_ period: Period) -> String {
        let (year, number) = (period.year, period.number)
        let phrase: Phrase =
            switch period.unit {
            case .year: Phrase("\(year)年", "\(year)")
            case .half:
                Phrase(
                    "\(year)年\(number == 1 ? "上" : "下")半年",
                    "\(number == 1 ? "first" : "second") half of \(year)")
            case .quarter:
                Phrase(
                    "\(year)年\(["一", "二", "三", "四"][number - 1])季度",
                    "\(["first", "second", "third", "fourth"][number - 1]) quarter of \(year)")
            case .month: Phrase("\(year)年\(number)月", "\(Self.monthName(number)) \(year)")
            }
        return self(phrase)
    }

    /// 10月, October.
    package func monthName(_ month: Month) -> String {
        language == .zh
            ? "\(month.monthOfYear)月" : Self.monthName(month.monthOfYear)
    }

    /// 10月, Oct: for the head of a narrow column.
    package func shortMonth(_ month: Month) -> String {
        language == .zh ? monthName(month) : String(monthName(month).prefix(3))
    }

    /// Thousandths as a percentage with one decimal: 1170 is `117.0`.
    package func tenths(_ thousandths: Int) -> String {
        let magnitude = thousandths.magnitude
        let sign = thousandths < 0 ? "−" : ""
        return "\(sign)\(magnitude / 10).\(magnitude % 10)"
    }

    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    private static func monthName(_ month: Int) -> String {
        monthNames.indices.contains(month - 1) ? monthNames[month - 1] : String(month)
    }
}

/// Chinese characters, and the full-width forms and marks that go with them.
package enum Han {
    package static func isIn(_ text: some StringProtocol) -> Bool {
        // Below U+2E80 a character takes two bytes, or three that begin with E2 at the most.
        text.utf8.contains { $0 > 0xE2 } && text.unicodeScalars.contains(where: isHan)
    }

    package static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0x2FDF, 0x3000...0x303F, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}

extension Localizer {
    /// A wording with something put in at each `%`, in order.
    func sentence(_ phrase: Phrase, _ parts: [HTML]) -> HTML {
        let words = self(phrase).split(separator: "%", omittingEmptySubsequences: false)
        var result = HTML.empty
        for (place, word) in words.enumerated() {
            result = result + HTML(escaping: word)
            if place < words.count - 1, parts.indices.contains(place) {
                result = result + parts[place]
            }
        }
        return result
    }
}
