import Delivery
import JSON
import Rulebook

/// Reads what one field of a record is filled with.
struct FieldMappingReader {
    let description: FieldDescription
    let reader: MappingReader

    var list: ProblemList { reader.list }

    func read(_ entry: YAMLTree.Entry) -> FieldMapping? {
        guard var section = MappingSection(entry.value, entry.key, list) else { return nil }
        guard let origin = origin(&section) else { return nil }
        var field = FieldMapping(
            name: entry.key, shape: description.shape, line: entry.line, origin: origin,
            reading: .text(prefix: ""))
        if case .constant = origin {
            section.finish()
            return field
        }
        field.reading = reading(&section)
        field.blank = policy(&section, "blank")
        field.unknown = policy(&section, "unknown")
        field.outside = policy(&section, "outside")
        field.approximate = policy(&section, "approximate")
        field.otherwise = section.take("otherwise").flatMap { reader.readColumn($0) }
        field.fillsDown = section.choice("fill", [("down", true)]) ?? false
        field.blanks = section.texts("blanks") ?? []
        let repeats = FieldMapping.Repeats.allCases.map { ($0.rawValue, $0) }
        field.repeats = section.choice("repeats", repeats) ?? .same
        section.finish()
        return field
    }

    private func origin(_ section: inout MappingSection) -> FieldMapping.Origin? {
        let given = ["column", "template", "constant"].filter { section.keys.contains($0) }
        guard given.count == 1 else {
            list.add(
                .keyMissing, line: section.line,
                zh: "\(section.name) 应有且只有 column、template、constant 之一",
                en: "\(section.name) must have exactly one of column, template, constant")
            return nil
        }
        let column = section.take("column").flatMap { reader.readColumn($0) }
        if let column { return .column(column) }
        if let tree = section.take("constant") {
            return literal(tree, description.shape).map { .constant($0) }
        }
        guard let tree = section.take("template"),
            let text = section.text(of: tree, "template")
        else { return nil }
        return template(text, line: tree.line)
    }

    /// `Total {Total Changes} of {Name}`; `{{` and `}}` stand for the braces themselves.
    private func template(_ text: String, line: Int) -> FieldMapping.Origin? {
        var parts: [FieldMapping.TemplatePart] = []
        var fixed = ""
        var rest = text[...]
        while let first = rest.first {
            if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
                fixed.append(first)
                rest = rest.dropFirst(2)
            } else if first == "{", let end = rest.firstIndex(of: "}") {
                if !fixed.isEmpty { parts.append(.text(fixed)) }
                fixed = ""
                let name = Trimming.trimmed(String(rest[rest.index(after: rest.startIndex)..<end]))
                parts.append(.column(ColumnReference(name: name, nth: nil, line: line)))
                rest = rest[end...].dropFirst()
            } else {
                fixed.append(first)
                rest = rest.dropFirst()
            }
        }
        if !fixed.isEmpty { parts.append(.text(fixed)) }
        guard parts.contains(where: { $0.column != nil }) else {
            list.add(
                .valueNotAllowed, line: line, zh: "template 中应有 {列名}；固定的值请用 constant",
                en: "a template names columns in braces; use constant for a fixed value")
            return nil
        }
        return .template(parts)
    }

    private func policy(_ section: inout MappingSection, _ key: String) -> FieldMapping.Policy {
        guard let tree = section.take(key) else { return .refuse }
        switch tree {
        case .scalar("refuse", _, _): return .refuse
        case .scalar("omit", _, let line):
            guard !description.isRequired else {
                list.add(
                    .typeUnfit, line: line,
                    zh: "\(description.name) 是必填字段，不能 omit；可用 refuse 或 {use: 值}",
                    en: "\(description.name) is required and cannot be omitted; "
                        + "use refuse or {use: VALUE}")
                return .refuse
            }
            return .omit
        case .mapping(let entries, _) where entries.count == 1 && entries[0].key == "keep":
            return keep(entries[0].value)
        case .mapping(let entries, _) where entries.count == 1 && entries[0].key == "use":
            return literal(entries[0].value, description.shape).map { .use($0) } ?? .refuse
        default:
            list.add(
                .valueNotAllowed, line: tree.line,
                zh: "\(key) 应为 refuse、omit、{keep: 原因} 或 {use: 值}",
                en: "\(key) is refuse, omit, {keep: REASON} or {use: VALUE}")
            return .refuse
        }
    }

    /// Keep as unknown, for this reason; only a field that may be unknown can.
    func keep(_ tree: YAMLTree) -> FieldMapping.Policy {
        guard case .known = description.shape else {
            list.add(
                .typeUnfit, line: tree.line,
                zh: "\(description.name) 不能留作未知，只能是 \(description.shape.summary);"
                    + "可用 refuse、omit 或 {use: 值}",
                en: "\(description.name) cannot be kept as unknown, it is "
                    + "\(description.shape.summary); use refuse, omit or {use: VALUE}")
            return .refuse
        }
        let reasons = UnknownReason.allCases
        if case .scalar(let text, _, _) = tree, let reason = UnknownReason(rawValue: text) {
            return .keep(reason)
        }
        let names = reasons.map(\.rawValue).joined(separator: ", ")
        list.add(
            .valueNotAllowed, line: tree.line, zh: "原因应为：\(names)",
            en: "the reason is one of \(names)")
        return .refuse
    }

    /// A value written in the mapping, as the field's shape wants it.
    func literal(_ tree: YAMLTree, _ shape: FieldShape) -> JSON? {
        switch (shape, tree) {
        case (.known(let inner), _):
            return literal(tree, inner)
        case (.list(let inner), .sequence(let elements, _)):
            let values = elements.map { literal($0, inner) }
            return values.contains { $0 == nil } ? nil : .array(values.compactMap { $0 })
        case (.list(let inner), _):
            return literal(tree, inner).map { .array([$0]) }
        case (.structure(let fields), .mapping(let entries, _)):
            return structure(entries, fields, line: tree.line)
        case (.integer, .scalar(let text, _, _)):
            if let value = Int(text) { return .integer(value) }
        case (.boolean, .scalar(let text, _, _)):
            if text == "true" || text == "false" { return .bool(text == "true") }
        case (.code(let codes), .scalar(let text, _, _)):
            if codes.contains(where: { $0.value == text }) { return .string(text) }
        case (.day, .scalar(let text, _, _)):
            if Day(text) != nil { return .string(text) }
        case (.month, .scalar(let text, _, _)):
            if Month(text) != nil { return .string(text) }
        case (.money, .scalar(let text, _, _)), (.decimal, .scalar(let text, _, _)),
            (.figure, .scalar(let text, _, _)):
            if Decimal(text) != nil { return .string(text) }
        case (.period, .scalar(let text, _, _)):
            if ObservedPeriod(text) != nil { return .string(text) }
        case (.period, .mapping(let entries, _)), (.figure, .mapping(let entries, _)):
            if let value = qualified(entries) { return value }
        case (.structure, _): break
        case (_, .scalar(let text, _, _)):
            return .string(text)
        default: break
        }
        list.add(
            .typeUnfit, line: tree.line,
            zh: "\(description.name) 的值应为 \(shape.summary)，而不是\(tree.kind.zh)",
            en: "a value of \(description.name) is \(shape.summary), not \(tree.kind.en)")
        return nil
    }

    /// `{undated: current}`, `{at_least: 200}`: what it says is checked with the row.
    private func qualified(_ entries: [YAMLTree.Entry]) -> JSON? {
        let members = entries.compactMap { entry -> JSON.Member? in
            guard case .scalar(let text, _, _) = entry.value else { return nil }
            return JSON.Member(entry.key, .string(text))
        }
        return members.count == entries.count && !members.isEmpty ? .object(members) : nil
    }

    private func structure(
        _ entries: [YAMLTree.Entry], _ fields: [FieldDescription], line: Int
    ) -> JSON? {
        var members: [JSON.Member] = []
        for entry in entries {
            guard let field = fields.first(where: { $0.name == entry.key }) else {
                let names = fields.map(\.name).joined(separator: ", ")
                list.add(
                    .fieldUnknown, line: entry.line,
                    zh: "\(description.name) 中没有“\(entry.key)”，可用：\(names)",
                    en: "\(description.name) has no \"\(entry.key)\"; it has \(names)")
                return nil
            }
            guard let value = literal(entry.value, field.shape) else { return nil }
            members.append(JSON.Member(entry.key, value))
        }
        for field in fields where field.isRequired {
            guard !members.contains(where: { $0.key == field.name }) else { continue }
            list.add(
                .fieldMissing, line: line, zh: "\(description.name) 缺少 \(field.name)",
                en: "\(description.name) lacks \(field.name)")
            return nil
        }
        return .object(members)
    }
}
