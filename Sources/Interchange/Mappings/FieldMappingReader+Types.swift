import Delivery
import Rulebook

extension FieldMappingReader {
    private enum Kind: String, CaseIterable {
        case text, date, month, period, money, number, figure, integer, boolean, code
        case organization, project, indicator, shares, evidence, list
    }

    /// What the field holds once known, one of a list.
    private var core: FieldShape {
        var shape = description.shape
        while true {
            switch shape {
            case .known(let inner), .list(let inner): shape = inner
            default: return shape
            }
        }
    }

    private var fitting: [Kind] {
        switch core {
        case .text, .note, .sha256: [.text, .code]
        case .identifier: [.text, .code, .organization, .project, .indicator]
        case .integer: [.integer, .code]
        case .boolean: [.boolean, .code]
        case .day: [.date, .code]
        case .month: [.month, .code]
        case .decimal: [.number, .integer, .code]
        case .figure: [.figure, .number, .integer, .code]
        case .period: [.period, .month, .text, .date, .code]
        case .money: [.money, .code]
        case .structure(let fields):
            [.code]
                + Self.structures.filter { _, names in fields.map(\.name) == names }.map(\.kind)
        case .code, .known, .list: [.code]
        }
    }

    private static let structures: [(kind: Kind, fields: [String])] = [
        (.shares, FieldDescription.of(Credit.self).map(\.name)),
        (.evidence, FieldDescription.of(Evidence.self).map(\.name)),
    ]

    func reading(_ section: inout MappingSection) -> Reading {
        let kinds = Kind.allCases.map { ($0.rawValue, $0) }
        let line = section.line
        let kind = section.choice("type", kinds) ?? fitting.first ?? .text
        if kind == .list { return several(&section) }
        return reading(kind, &section, line: line)
    }

    private func several(_ section: inout MappingSection) -> Reading {
        if case .list = description.shape {
        } else {
            list.add(
                .typeUnfit, line: section.line,
                zh: "\(description.name) 只有一个值，不能用 list",
                en: "\(description.name) holds one value, so list does not fit")
        }
        let separators = section.texts("separator") ?? []
        if separators.isEmpty || separators.contains("") {
            list.add(
                .keyMissing, line: section.line, zh: "list 需要 separator:，如 \"、\"",
                en: "list needs separator:, such as \", \"")
        }
        let kinds = Kind.allCases.map { ($0.rawValue, $0) }.filter { $0.1 != .list }
        let kind = section.choice("of", kinds) ?? fitting.first ?? .text
        return .list(
            separators: separators, of: reading(kind, &section, line: section.line))
    }

    private func reading(
        _ kind: Kind, _ section: inout MappingSection, line: Int
    ) -> Reading {
        if !fitting.contains(kind) {
            let names = fitting.map(\.rawValue).joined(separator: ", ")
            list.add(
                .typeUnfit, line: line,
                zh: "\(description.name) 是 \(description.shape.summary)，类型应为 \(names),"
                    + "而不是 \(kind.rawValue)",
                en: "\(description.name) is \(description.shape.summary); its type is \(names), "
                    + "not \(kind.rawValue)")
        }
        switch kind {
        case .text: return .text(prefix: section.text("prefix") ?? "")
        case .date: return .date(dates(&section))
        case .month: return .month(dates(&section))
        case .period: return .period(dates(&section))
        case .money: return money(&section)
        case .number: return .number(number(&section))
        case .figure: return .figure(number(&section))
        case .integer: return .integer(whole(&section), integers(&section))
        case .boolean:
            return .boolean(
                yes: section.texts("yes") ?? ["true", "是", "yes"],
                no: section.texts("no") ?? ["false", "否", "no"])
        case .code: return .code(entries(&section))
        case .organization:
            let kinds = OrganizationKind.allCases.map { ($0.rawValue, $0) }
            return .organization(kind: section.choice("kind", kinds))
        case .project, .list: return .project
        case .indicator: return .indicator
        case .shares: return .shares
        case .evidence: return .evidence
        }
    }

    private func entries(_ section: inout MappingSection) -> [CodeEntry] {
        guard let tree = section.require("values") else { return [] }
        guard case .mapping(let entries, _) = tree else {
            _ = MappingSection(tree, "values", list)
            return []
        }
        return entries.compactMap { entry in
            outcome(entry.value).map { CodeEntry(text: entry.key, outcome: $0) }
        }
    }

    /// A value, or `{keep: REASON}`, or `{omit: true}`.
    private func outcome(_ tree: YAMLTree) -> FieldMapping.Policy? {
        if case .mapping(let entries, _) = tree, entries.count == 1 {
            if entries[0].key == "keep" { return keep(entries[0].value) }
            if entries[0].key == "omit", !description.isRequired { return .omit }
        }
        return literal(tree, description.shape).map { .use($0) }
    }
}
