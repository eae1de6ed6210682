package import Delivery
package import Rulebook

/// How a cell becomes a value.
package indirect enum Reading: Sendable {
    case text(prefix: String)
    case date(DateReading)
    case month(DateReading)
    case period(DateReading)
    case money(MoneyReading)
    case number(NumberReading)
    case figure(NumberReading)
    case integer(NumberReading, ClosedRange<Int>?)
    case boolean(yes: [String], no: [String])
    case code([CodeEntry])
    case organization(kind: OrganizationKind?)
    case project
    case indicator
    /// Organizations with their shares of a whole: `中山区60%、西岗区40%`.
    case shares
    /// Files with what each of them proves: `合同：合同.pdf`.
    case evidence
    case list(separators: [String], of: Reading)

    /// Columns that are read beside the field's own.
    var columns: [ColumnReference] {
        switch self {
        case .date(let reading), .month(let reading), .period(let reading):
            if case .column(let column) = reading.year { [column] } else { [] }
        case .list(_, let reading): reading.columns
        default: []
        }
    }
}

package struct NumberReading: Sendable {
    /// The character between groups of digits, taken out; nil: there is none.
    package var grouping: String? = ","
    package var percent = Percent.refused
    /// Words that may stand beside the number and say nothing: 个.
    package var words: [String] = []
    package var minimum: Decimal?
    package var maximum: Decimal?

    /// What `12.5%` is.
    package enum Percent: Sendable {
        case refused
        /// 0.125
        case fraction
        /// 12.5
        case points
    }
}

package struct MoneyReading: Sendable {
    /// The column counts in 10^exponent of the currency; nil: its head says so, or what stands
    /// above the sheet.
    package var exponent: Int?
    package var currency: String
    package var symbols: [String]
    package var number: NumberReading
    package var line: Int
}

package struct CodeEntry: Sendable {
    package var text: String
    package var outcome: FieldMapping.Policy
}

/// How a sheet writes its days.
package struct DateFormats: Sendable {
    package var patterns: [DatePattern]
    /// Takes the ways of Chinese offices as well, year first.
    package var takesChinese: Bool

    /// The day by the first pattern that fits, for putting rows in order.
    func day(_ input: CellInput) -> Day? {
        if case .date = input.origin { return Day(String(input.text.prefix(10))) }
        if let day = DatePattern.day(input.text, patterns) { return day }
        return takesChinese ? try? ChineseDate.read(input.text, year: nil).first : nil
    }

    var names: String {
        let chinese = takesChinese ? ["2024-10-15, 2024.10.15, 2024年10月15日"] : []
        return (patterns.map(\.text) + chinese).joined(separator: ", ")
    }
}

package struct DateReading: Sendable {
    package var formats: DateFormats
    package var range: ClosedRange<Day>?
    package var year: Year = .none
    /// Which day of a span counts where one day is wanted; nil: none does.
    package var ofSpan: SpanEnd?

    package enum SpanEnd: String, Sendable, CaseIterable {
        case first, last
    }

    /// Where the year of `10月15日` comes from.
    package enum Year: Sendable {
        case none
        case fixed(Int)
        case column(ColumnReference)
        /// The only year named above the header or in the sheet's name.
        case title
    }
}
