import Delivery
import JSON
import Rulebook
import Sheets

/// Days, months and periods.
extension CellReading {
    func day(_ input: CellInput, _ reading: DateReading, _ context: Context) -> Outcome {
        if let day = DatePattern.day(input.text, reading.formats.patterns) {
            return checked(endOfMonth(day, input.text, reading), reading, isImprecise: false)
        }
        let date: ChineseDate
        do throws(Dateless) { date = try written(input, reading, context) } catch {
            return refused(error, input, reading)
        }
        switch date.extent {
        case .day: return checked(date.first, reading, isImprecise: false)
        case .edge: return checked(date.first, reading, isImprecise: true)
        default:
            guard let end = reading.ofSpan else {
                return unknown(
                    .cellUnreadable,
                    zh: "没有写明哪一日；请写到日，或在映射中写 imprecise: last（取最后一日）或 first（取第一日）",
                    en: "names no day; write one, or say imprecise: last or first in the mapping")
            }
            return checked(end == .first ? date.first : date.last, reading, isImprecise: true)
        }
    }

    /// A pattern without a day gives the first of the month; the mapping may want the last.
    private func endOfMonth(_ day: Day, _ text: String, _ reading: DateReading) -> Day {
        let pattern = reading.formats.patterns.first { $0.day(text) != nil }
        return pattern?.hasDay == false && reading.ofSpan == .last ? day.month.lastDay : day
    }

    func month(_ input: CellInput, _ reading: DateReading, _ context: Context) -> Outcome {
        if let day = DatePattern.day(input.text, reading.formats.patterns) {
            return checkedMonth(day, reading)
        }
        do throws(Dateless) {
            let date = try written(input, reading, context)
            guard date.first.month == date.last.month else { throw .notADate }
            return checkedMonth(date.first, reading)
        } catch {
            return refused(error, input, reading)
        }
    }

    private func checkedMonth(_ day: Day, _ reading: DateReading) -> Outcome {
        outside(day, reading) ?? .value(.string(day.month.description))
    }

    /// A month, quarter, half-year or year, months one after the other, or a day.
    func period(_ input: CellInput, _ reading: DateReading, _ context: Context) -> Outcome {
        if let day = DatePattern.day(input.text, reading.formats.patterns) {
            return .value(.string(day.description))
        }
        if let span = MonthSpan(input.text) { return .value(.string(span.description)) }
        do throws(Dateless) {
            if let span = months(input.text, context) { return .value(.string(span.description)) }
            let date = try written(input, reading, context)
            switch date.extent {
            case .day: return .value(.string(date.first.description))
            case .month, .quarter, .halfYear, .year:
                guard let span = MonthSpan(date.first.month, date.last.month) else {
                    throw .notADate
                }
                return .value(.string(span.description))
            case .edge, .tenDays: throw .notADate
            }
        } catch {
            return refused(error, input, reading)
        }
    }

    /// `2024年1-10月`
    private func months(_ text: String, _ context: Context) -> MonthSpan? {
        let folded = NameForm.folded(text)
        guard folded.hasSuffix("月") || folded.hasSuffix("月份") else { return nil }
        for sign in ["-", "~", "至", "—", "到"] {
            let parts = folded.split(separator: sign)
            guard parts.count == 2,
                let first = try? ChineseDate.read(
                    parts[0].hasSuffix("月") ? String(parts[0]) : parts[0] + "月",
                    year: context.year),
                let last = try? ChineseDate.read(
                    String(parts[1]), year: Int(first.first.description.prefix(4)))
            else { continue }
            return MonthSpan(first.first.month, last.last.month)
        }
        return nil
    }

    private enum Dateless: Error {
        case notADate, noYear, about
        case lacksZero(String)
    }

    /// The date that stands in the cell, in the ways of Chinese offices.
    private func written(
        _ input: CellInput, _ reading: DateReading, _ context: Context
    ) throws(Dateless) -> ChineseDate {
        var text = input.text
        var mayLackZero = false
        switch input.origin {
        case .date: return try read(text, nil)
        case .number(let number):
            text = number.padded
            mayLackZero = true
        case .plain: mayLackZero = true
        default: break
        }
        guard reading.formats.takesChinese else { throw .notADate }
        let date = try read(text, context.year)
        if date.mayLackZero, mayLackZero { throw .lacksZero(String(date.first.month.year)) }
        return date
    }

    private func read(_ text: String, _ year: Int?) throws(Dateless) -> ChineseDate {
        do throws(ChineseDate.Trouble) { return try ChineseDate.read(text, year: year) } catch {
            switch error {
            case .notADate: throw .notADate
            case .noYear: throw .noYear
            case .about: throw .about
            }
        }
    }

    private func refused(
        _ reason: Dateless, _ input: CellInput, _ reading: DateReading
    ) -> Outcome {
        switch reason {
        case .noYear:
            return unknown(
                .cellUnreadable, zh: "没有写年份；应写如 2024年\(input.text)，或在映射中写 year:",
                en: "names no year; write such as 2024年\(input.text), or say year: in the mapping")
        case .about:
            return unknown(
                .cellUnreadable, zh: "只是大概的日期；请写准确的日期", en: "is a rough date; write the exact one")
        case .lacksZero(let year):
            return unknown(
                .cellUnreadable,
                zh: "可能是 1 月，也可能是被电子表格去掉了末尾 0 的 10 月；请写 \(year)-01 或 \(year)-10",
                en: "may be January, or October whose zero the spreadsheet dropped; "
                    + "write \(year)-01 or \(year)-10")
        case .notADate:
            if case .number(let number) = input.origin, let day = serialDay(number.digits) {
                return unknown(
                    .cellUnreadable,
                    zh: "是数，不是日期；若是 \(day)，请把单元格设为日期格式，或在 formats 中加 serial",
                    en: "is a number and no date; if \(day) is meant, format the cell as a date "
                        + "or add serial to formats")
            }
            return unknown(
                .cellUnreadable, zh: "不是日期；格式应为 \(reading.formats.names)",
                en: "is no date of the form \(reading.formats.names)")
        }
    }

    private func serialDay(_ digits: String) -> Day? {
        guard let serial = Int(digits), (32_000...66_000).contains(serial) else { return nil }
        return Day(year: 1899, month: 12, day: 30)?.adding(days: serial)
    }

    private func checked(_ day: Day, _ reading: DateReading, isImprecise: Bool) -> Outcome {
        if let problem = outside(day, reading) { return problem }
        let value = JSON.string(day.description)
        return isImprecise ? .impreciseDay(value) : .value(value)
    }

    private func outside(_ day: Day, _ reading: DateReading) -> Outcome? {
        guard let range = reading.range, !range.contains(day) else { return nil }
        return outside(
            zh: "\(day) 不在 \(range.lowerBound) 至 \(range.upperBound) 之间",
            en: "\(day) lies outside \(range.lowerBound) to \(range.upperBound)")
    }
}
