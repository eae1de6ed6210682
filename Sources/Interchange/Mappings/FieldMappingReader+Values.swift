import Delivery
import Rulebook

/// The keys of dates, numbers and amounts.
extension FieldMappingReader {
    private static let multiples: [(String, Int?)] = [
        ("1", 0), ("1000", 3), ("10000", 4), ("1000000", 6), ("100000000", 8),
        ("one", 0), ("thousand", 3), ("million", 6), ("billion", 9),
        ("元", 0), ("百元", 2), ("千元", 3), ("万元", 4), ("百万元", 6), ("千万元", 7), ("亿元", 8),
        ("万亿元", 12), ("auto", nil),
    ]

    func dates(_ section: inout MappingSection) -> DateReading {
        var reading = DateReading(formats: reader.formats(&section), range: days(&section))
        reading.year = year(&section)
        reading.ofSpan = section.choice(
            "imprecise", DateReading.SpanEnd.allCases.map { ($0.rawValue, $0) })
        return reading
    }

    /// `2024`, `title`, or `{column: 年份}`.
    private func year(_ section: inout MappingSection) -> DateReading.Year {
        guard let tree = section.take("year") else { return .none }
        switch tree {
        case .scalar("title", _, _): return .title
        case .scalar(let text, _, let line):
            if let year = Int(text), (1900...2200).contains(year) { return .fixed(year) }
            section.notAllowed(text, "year", ["2024", "title", "{column: …}"], line: line)
            return .none
        case .mapping:
            guard var source = MappingSection(tree, "year", list) else { return .none }
            let column = source.require("column").flatMap { reader.readColumn($0) }
            source.finish()
            return column.map { .column($0) } ?? .none
        case .sequence:
            list.add(
                .wrongKind, line: tree.line, zh: "year 应为年份、title 或 {column: 列名}",
                en: "year is a year, title or {column: HEADER}")
            return .none
        }
    }

    private func days(_ section: inout MappingSection) -> ClosedRange<Day>? {
        let bounds = ["min", "max"].map { key -> Day? in
            guard let tree = section.take(key), let text = section.text(of: tree, key) else {
                return key == "min" ? .earliest : .latest
            }
            if let day = Day(text) { return day }
            section.notAllowed(text, key, ["1990-01-01", "2050-12-31"], line: tree.line)
            return nil
        }
        return range(bounds[0], bounds[1], section)
    }

    func integers(_ section: inout MappingSection) -> ClosedRange<Int>? {
        let wide = -1_000_000_000_000...1_000_000_000_000
        return range(
            section.integer("min", in: wide) ?? wide.lowerBound,
            section.integer("max", in: wide) ?? wide.upperBound, section)
    }

    private func range<Bound>(
        _ low: Bound?, _ high: Bound?, _ section: MappingSection
    ) -> ClosedRange<Bound>? {
        guard let low, let high else { return nil }
        if low <= high { return low...high }
        list.add(
            .valueNotAllowed, line: section.line, zh: "min 大于 max", en: "min is more than max")
        return nil
    }

    /// How a whole number may be written.
    func whole(_ section: inout MappingSection) -> NumberReading {
        var reading = NumberReading()
        if let grouping = grouping(&section) { reading.grouping = grouping.sign }
        reading.words = section.texts("words") ?? []
        return reading
    }

    func number(_ section: inout MappingSection) -> NumberReading {
        var reading = whole(&section)
        let percents: [(String, NumberReading.Percent)] = [
            ("true", .fraction), ("fraction", .fraction), ("points", .points), ("false", .refused),
        ]
        reading.percent = section.choice("percent", percents) ?? .refused
        reading.minimum = decimal(&section, "min")
        reading.maximum = decimal(&section, "max")
        return reading
    }

    private func grouping(_ section: inout MappingSection) -> (sign: String?, Void)? {
        let choices: [(String, String?)] = [(",", ","), (" ", " "), ("'", "'"), ("none", nil)]
        return section.choice("grouping", choices).map { ($0, ()) }
    }

    private func decimal(_ section: inout MappingSection, _ key: String) -> Decimal? {
        guard let tree = section.take(key), let text = section.text(of: tree, key) else {
            return nil
        }
        if let value = Decimal(text) { return value }
        section.notAllowed(text, key, ["0", "12.5"], line: tree.line)
        return nil
    }

    func money(_ section: inout MappingSection) -> Reading {
        let unit =
            section.require("unit") == nil ? nil : section.choice("unit", Self.multiples)
        let currency = section.require("currency").flatMap { section.text(of: $0, "currency") }
        let usual = currency == "CNY" ? ["人民币", "RMB", "¥", "￥"] : []
        return .money(
            MoneyReading(
                exponent: unit ?? nil, currency: currency ?? "",
                symbols: (section.texts("symbol") ?? []) + usual, number: number(&section),
                line: section.line))
    }
}
