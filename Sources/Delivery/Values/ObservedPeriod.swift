package import JSON
package import Rulebook

/// Why a figure has no day and no period.
package enum UndatedReason: String, CaseIterable, Sendable, FieldCode {
    case notStated = "not_stated"
    case current
    case cumulative

    package var words: Words {
        switch self {
        case .notStated: Words(zh: "原文未注明时间", en: "the source names no time")
        case .current: Words(zh: "目前", en: "at present, as the source says")
        case .cumulative: Words(zh: "累计", en: "in all so far, as the source says")
        }
    }
}

/// What time a figure is of: months, an exact day, or none with its reason. Written as text, or
/// as `{"undated":"current"}`.
package enum ObservedPeriod: Hashable, Sendable {
    case months(MonthSpan)
    case day(Day)
    case undated(UndatedReason)

    package init?(_ text: String) {
        if let span = MonthSpan(text) {
            self = .months(span)
        } else if let day = Day(text) {
            self = .day(day)
        } else {
            return nil
        }
    }

    package static func month(_ month: Month) -> ObservedPeriod { .months(MonthSpan(month)) }

    package var span: MonthSpan? { if case .months(let span) = self { span } else { nil } }

    package var start: Day? {
        switch self {
        case .months(let span): span.first.firstDay
        case .day(let day): day
        case .undated: nil
        }
    }

    package var end: Day? {
        switch self {
        case .months(let span): span.last.lastDay
        case .day(let day): day
        case .undated: nil
        }
    }

    /// The same time a year before, where there is one.
    package var oneYearEarlier: ObservedPeriod? {
        span?.oneYearEarlier.map { .months($0) }
    }

    package var words: Words {
        switch self {
        case .months(let span): span.words
        case .day(let day):
            Words(zh: "\(day.year)年\(day.monthOfYear)月\(day.dayOfMonth)日", en: "\(day)")
        case .undated(let reason): reason.words
        }
    }
}

extension ObservedPeriod: CustomStringConvertible {
    package var description: String {
        switch self {
        case .months(let span): span.description
        case .day(let day): day.description
        case .undated(let reason): "undated: \(reason.rawValue)"
        }
    }
}

/// By their ends, and of those that end together the longer first; the undated before all.
extension ObservedPeriod: Comparable {
    private var place: (Int, Int, Int) {
        switch self {
        case .months(let span):
            (Int(span.last.lastDay.number), Int(span.first.firstDay.number), 1)
        case .day(let day): (Int(day.number), Int(day.number), 2)
        case .undated(let reason):
            (Int.min, UndatedReason.allCases.firstIndex(of: reason) ?? 0, 0)
        }
    }

    package static func < (left: ObservedPeriod, right: ObservedPeriod) -> Bool {
        left.place < right.place
    }
}

extension ObservedPeriod: FieldValue {
    package static var blank: ObservedPeriod { .undated(.notStated) }
    package static var shape: FieldShape { .period }

    package init(raw: RawValue) throws(FieldProblem) {
        if raw.isObject {
            var fields = UndatedFields()
            try raw.read(into: &fields)
            self = .undated(fields.undated)
            return
        }
        guard let period = ObservedPeriod(try raw.text()) else {
            throw raw.problem(
                .malformed,
                zh: "应为期间，如 \"2024-10\"、\"2024-Q3\"、\"2024\"、\"2024-01..2024-10\"、\"2024-10-15\"",
                en: "must be a time such as \"2024-10\", \"2024-Q3\", \"2024\", "
                    + "\"2024-01..2024-10\" or \"2024-10-15\"")
        }
        self = period
    }

    package func write(to out: inout JSONBuffer) {
        if case .undated(let reason) = self {
            UndatedFields(undated: reason).write(to: &out)
        } else {
            out.string(description)
        }
    }
}

private struct UndatedFields: Fielded {
    var undated = UndatedReason.notStated

    init() {}
    init(undated: UndatedReason) { self.undated = undated }

    mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("undated", &undated)
    }
}
