/// Rules as data: how facts become scores and ranks.
///
/// A value of this type has been read, not yet checked: see `problems()`.
public struct Rulebook: Sendable {
    /// The name of the file that errors cite.
    public var file: String
    public var id: String
    public var version: String
    public var title = Title()
    public var effective: Effective?
    public var period: PeriodRule?
    /// Days after the period's end by which facts must have been recorded.
    public var cutoff: Amount?
    /// Nil where the facts' own groups serve.
    public var groups: [Group]?
    public var params: [Param] = []
    public var measures: [Measure] = []
    public var indicators: [Indicator] = []
    public var scale: Amount?
    public var adjustments: [Adjustment] = []
    public var total = Total()
    public var rank = Rank()

    public init(file: String, id: String, version: String) {
        (self.file, self.id, self.version) = (file, id, version)
    }

    public struct Title: Sendable, Hashable {
        public var zh: String?
        public var en: String?

        public init(zh: String? = nil, en: String? = nil) { (self.zh, self.en) = (zh, en) }
    }

    /// Half-open: `until` is the first day on which the rules no longer hold.
    public struct Effective: Sendable {
        public var from: Day?
        public var until: Day?
        public var line: Int

        public init(from: Day?, until: Day?, line: Int) {
            (self.from, self.until, self.line) = (from, until, line)
        }

        public func contains(_ day: Day) -> Bool {
            (from.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true)
        }
    }

    public struct PeriodRule: Sendable {
        public enum Basis: String, Sendable, CaseIterable {
            case period, ytd
        }

        public var unit: Period.Unit?
        public var basis: Basis
        public var line: Int

        public init(unit: Period.Unit?, basis: Basis, line: Int) {
            (self.unit, self.basis, self.line) = (unit, basis, line)
        }
    }

    public struct Group: Sendable {
        public var name: String
        public var units: [String]
        public var line: Int

        public init(name: String, units: [String], line: Int) {
            (self.name, self.units, self.line) = (name, units, line)
        }
    }

    /// A number, or a parameter that stands for one.
    public struct Amount: Sendable {
        public enum Kind: Sendable {
            case number(Rational)
            case param(String)
            /// What stands there is neither; only in rulebooks that are refused.
            case unread
        }

        public var kind: Kind
        public var line: Int

        public init(_ kind: Kind, line: Int) { (self.kind, self.line) = (kind, line) }

        /// The number where none need be looked up.
        public var literal: Rational? {
            guard case .number(let value) = kind else { return nil }
            return value
        }
    }

    public struct Param: Sendable {
        public struct Value: Sendable {
            /// The first day on which the value holds; nil where it always does.
            public var from: Day?
            public var value: Rational
            /// The source text of the number.
            public var text: String
            public var line: Int

            public init(from: Day?, value: Rational, text: String, line: Int) {
                (self.from, self.value, self.text, self.line) = (from, value, text, line)
            }
        }

        public var name: String
        /// A label, such as 亿元.
        public var unit: String?
        public var values: [Value]
        public var line: Int

        public init(name: String, unit: String?, values: [Value], line: Int) {
            (self.name, self.unit, self.values, self.line) = (name, unit, values, line)
        }

        /// The latest value that starts on or before the day.
        public func value(on day: Day) -> Value? {
            values.filter { $0.from.map { $0 <= day } ?? true }
                .max { ($0.from ?? .earliest) < ($1.from ?? .earliest) }
        }
    }

    public struct Total: Sendable {
        public var floor: Amount?
        public var cap: Amount?
        /// Decimals of the total, 2 if absent.
        public var round: Amount?

        public init() {}
    }

    public struct Rank: Sendable {
        public enum Basis: String, Sendable, CaseIterable {
            case roundedTotal = "rounded_total"
            case total
        }

        public struct TieBreak: Sendable {
            /// The indicator whose points decide.
            public var indicator: String
            public var line: Int

            public init(indicator: String, line: Int) {
                (self.indicator, self.line) = (indicator, line)
            }
        }

        public var within = Within.group
        public var on = Basis.roundedTotal
        public var tieBreaks: [TieBreak] = []
        public var line = 0

        public init() {}
    }

    /// Whom a unit is compared with.
    public enum Within: String, Sendable, CaseIterable {
        case group, all
    }
}
