import Rulebook

/// The dates that Chinese offices write, year first: `2024.10.15`, `2024/10`, `2024年10月15日`,
/// `10月底`, `2024年10月中旬`, `三季度`, `年底`. What a date does not say is not guessed.
struct ChineseDate: Equatable {
    enum Extent: Equatable {
        case day
        /// 月底、年底、月初: meant as a day, though none is named.
        case edge
        /// A span of days: 上旬, a month, a quarter, a year.
        case tenDays, month, quarter, halfYear, year
    }

    var first: Day
    var last: Day
    var extent: Extent
    /// `2024.1` may be January, and October of which a spreadsheet program took the zero.
    var mayLackZero = false

    enum Trouble: Error, Equatable {
        case notADate
        case noYear
        /// 10月15日左右
        case about
    }

    /// - Parameter year: for a text that names none.
    static func read(_ text: String, year: Int?) throws(Trouble) -> ChineseDate {
        let (dated, hasTime) = withoutTime(text)
        var reader = Reader(Array(NameForm.folded(dated).unicodeScalars), year: year)
        let date = try reader.date()
        guard !hasTime || date.extent == .day else { throw .notADate }
        return date
    }

    /// A time of day that stands apart, `10:30` or `0:00:00`, goes before spaces do: without them
    /// its first digit would be the day's.
    private static func withoutTime(_ text: String) -> (dated: String, hasTime: Bool) {
        let words = NameForm.narrow(text).split(whereSeparator: \.isWhitespace)
        guard words.count > 1, let last = words.last, last.first != ":", last.contains(":"),
            last.allSatisfy({ "0123456789:.".contains($0) })
        else { return (text, false) }
        return (words.dropLast().joined(), true)
    }

    fileprivate struct Reader {
        private var rest: ArraySlice<Unicode.Scalar>
        private let givenYear: Int?
        /// Behind the year; the same must stand behind the month.
        private var sign: Unicode.Scalar?
        /// Other numbers of four digits are no years.
        private static let years = 1900...2200

        init(_ scalars: [Unicode.Scalar], year: Int?) {
            rest = scalars[...]
            givenYear = year
        }

        mutating func date() throws(Trouble) -> ChineseDate {
            if drop(end: ["左右", "前后"]) { throw .about }
            _ = drop(end: ["完成"])
            _ = drop(end: ["之前", "以前", "前"])
            if let date = try compact() { return date }
            let named = try yearWithSign()
            guard let year = named?.year ?? givenYear else {
                // Whether a year is all that is missing: any will do to see it.
                _ = try inYear(Self.years.lowerBound, isBare: false)
                throw .noYear
            }
            return try inYear(year, isBare: named?.isBare ?? false)
        }

        /// `20241015` and `202410`.
        private mutating func compact() throws(Trouble) -> ChineseDate? {
            guard rest.count == 8 || rest.count == 6, rest.allSatisfy(Self.isDigit),
                let whole = Int(String(String.UnicodeScalarView(rest)))
            else { return nil }
            guard Self.years.contains(rest.count == 8 ? whole / 10_000 : whole / 100) else {
                throw .notADate
            }
            if rest.count == 8 {
                return try day(whole / 10_000, whole / 100 % 100, whole % 100)
            }
            return try month(whole / 100, whole % 100)
        }

        /// `2024年`, `2024.`, `2024-`, `2024/`, or `2024` before words or alone; nil where no year
        /// begins the text.
        private mutating func yearWithSign() throws(Trouble) -> (year: Int, isBare: Bool)? {
            let digits = rest.prefix(while: Self.isDigit)
            guard digits.count == 4, let year = Int(String(String.UnicodeScalarView(digits))) else {
                return nil
            }
            guard Self.years.contains(year) else { throw .notADate }
            rest = rest.dropFirst(4)
            if take("年度") || take("年") || rest.isEmpty { return (year, false) }
            // `2025Q3`, `2025上半年`, `2025底`
            guard let sign = rest.first, ".-/".unicodeScalars.contains(sign) else {
                return (year, false)
            }
            self.sign = sign
            rest = rest.dropFirst()
            return (year, true)
        }

        private mutating func inYear(_ year: Int, isBare: Bool) throws(Trouble) -> ChineseDate {
            if rest.isEmpty, !isBare { return try span(year, 1, year, 12, .year) }
            if take("年底") || take("年末") || take("底") || take("末") {
                return try edge(try month(year, 12).last)
            }
            if take("年初") || take("初") { return try edge(try month(year, 1).first) }
            if take("上半年") { return try span(year, 1, year, 6, .halfYear) }
            if take("下半年") { return try span(year, 7, year, 12, .halfYear) }
            if let quarter = quarter() {
                let months = try span(year, quarter * 3 - 2, year, quarter * 3, .quarter)
                return take("末") || take("底") ? try edge(months.last) : try ended(months)
            }
            guard let month = number() else { throw .notADate }
            let hasSign = take("月份") || take("月")
            guard isBare || hasSign else { throw .notADate }
            return try inMonth(year, month, isBare: isBare && !hasSign)
        }

        private mutating func inMonth(
            _ year: Int, _ month: Int, isBare: Bool
        ) throws(Trouble) -> ChineseDate {
            let whole = try self.month(year, month)
            if rest.isEmpty {
                var date = whole
                date.mayLackZero = isBare && month == 1
                return date
            }
            if take("底") || take("末") { return try edge(whole.last) }
            if take("初") { return try edge(whole.first) }
            if take("上旬") { return try days(year, month, 1, 10) }
            if take("中旬") { return try days(year, month, 11, 20) }
            if take("下旬") {
                let start = try day(year, month, 21).first
                return try ended(ChineseDate(first: start, last: whole.last, extent: .tenDays))
            }
            if isBare {
                guard rest.first == sign else { throw .notADate }
                rest = rest.dropFirst()
            }
            guard let number = number() else { throw .notADate }
            let isEnded = take("日") || take("号")
            try dropTime(isEnded)
            return try day(year, month, number)
        }

        private mutating func quarter() -> Int? {
            let names = ["一", "二", "三", "四"]
            for (index, name) in names.enumerated() {
                for prefix in ["第", ""] {
                    for digit in [name, String(index + 1)] where take(prefix + digit + "季度") {
                        return index + 1
                    }
                }
                if take("Q\(index + 1)") || take("q\(index + 1)") { return index + 1 }
            }
            return nil
        }

        /// A time of day behind the date is left out: `T10:30`, and `10:30:00` behind 日.
        private mutating func dropTime(_ isEnded: Bool) throws(Trouble) {
            guard !rest.isEmpty else { return }
            guard take("T") || isEnded else { throw .notADate }
            let isTime =
                rest.count >= 4
                && rest.allSatisfy { Self.isDigit($0) || $0 == ":" || $0 == "." }
                && rest.contains(":")
            guard isTime else { throw .notADate }
            rest = []
        }

        private func ended(_ date: ChineseDate) throws(Trouble) -> ChineseDate {
            guard rest.isEmpty else { throw .notADate }
            return date
        }

        private func edge(_ day: Day) throws(Trouble) -> ChineseDate {
            try ended(ChineseDate(first: day, last: day, extent: .edge))
        }

        private func day(_ year: Int, _ month: Int, _ day: Int) throws(Trouble) -> ChineseDate {
            guard let day = Day(year: year, month: month, day: day) else { throw .notADate }
            return ChineseDate(first: day, last: day, extent: .day)
        }

        private func days(
            _ year: Int, _ month: Int, _ first: Int, _ last: Int
        ) throws(Trouble) -> ChineseDate {
            let (start, end) = (try day(year, month, first), try day(year, month, last))
            return try ended(
                ChineseDate(first: start.first, last: end.last, extent: .tenDays))
        }

        private func month(_ year: Int, _ month: Int) throws(Trouble) -> ChineseDate {
            try span(year, month, year, month, .month)
        }

        private func span(
            _ year: Int, _ month: Int, _ lastYear: Int, _ lastMonth: Int, _ extent: Extent
        ) throws(Trouble) -> ChineseDate {
            guard let first = Month(year: year, month: month),
                let last = Month(year: lastYear, month: lastMonth)
            else { throw .notADate }
            return ChineseDate(first: first.firstDay, last: last.lastDay, extent: extent)
        }

        private mutating func number() -> Int? {
            let digits = rest.prefix(2).prefix(while: Self.isDigit)
            guard !digits.isEmpty else { return nil }
            rest = rest.dropFirst(digits.count)
            return Int(String(String.UnicodeScalarView(digits)))
        }

        private mutating func take(_ word: String) -> Bool {
            guard rest.starts(with: word.unicodeScalars) else { return false }
            rest = rest.dropFirst(word.unicodeScalars.count)
            return true
        }

        private mutating func drop(end words: [String]) -> Bool {
            for word in words where rest.count > word.unicodeScalars.count {
                if rest.suffix(word.unicodeScalars.count).elementsEqual(word.unicodeScalars) {
                    rest = rest.dropLast(word.unicodeScalars.count)
                    return true
                }
            }
            return false
        }

        private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
            ("0"..."9").contains(scalar)
        }
    }
}
