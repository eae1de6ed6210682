import Delivery
import JSON

extension MappingReader {
    /// One item of `records`.
    func record(_ tree: YAMLTree) -> RecordMapping? {
        guard var section = MappingSection(tree, "records", list) else { return nil }
        let entityTree = section.require("entity")
        let name = entityTree.flatMap { section.text(of: $0, "entity") }
        let entity = name.flatMap { Entity.named($0) }
        if let name, entity == nil, let entityTree {
            entityUnknown(name, line: entityTree.line)
        }
        let key = section.texts("key")
        let order = section.take("order").flatMap { readOrder($0) }
        let whenFilled = section.take("when_filled").map { readColumns($0) } ?? []
        let fieldsTree = section.require("fields")
        section.finish()
        guard let entity, let fieldsTree,
            case .mapping(let entries, let line) = fieldsTree
        else {
            if let fieldsTree { _ = MappingSection(fieldsTree, "fields", list) }
            return nil
        }
        let fields = entries.compactMap { readField($0, of: entity) }
        checkComplete(fields, entries, of: entity, line: line)
        let wanted =
            key
            ?? entity.defaultKey.filter { part in
                entity.field(part)?.isRequired != false || entries.contains { $0.key == part }
            }
        for part in wanted where !entries.contains(where: { $0.key == part }) {
            section.notAllowed(part, "key", entries.map(\.key), line: section.line)
        }
        let ordered = fields.first { $0.repeats != .same }
        if let ordered, order == nil {
            list.add(
                .keyMissing, line: ordered.line,
                zh: "repeats: \(ordered.repeats.rawValue) 需要 order：（按哪一列的日期排先后）",
                en: "repeats: \(ordered.repeats.rawValue) needs order: (the column whose dates "
                    + "put the rows in order)")
        }
        return RecordMapping(
            entity: entity, line: section.line, key: wanted, order: order,
            whenFilled: whenFilled, fields: fields)
    }

    private func entityUnknown(_ name: String, line: Int) {
        let names = Entity.all.map(\.name)
        let near = Nearest.choice(to: name, among: names)
        list.add(
            .entityUnknown, line: line,
            zh: "没有“\(name)”这类对象，可选：\(names.joined(separator: ", "))"
                + (near.map { "；是否要写 \($0)?" } ?? ""),
            en: "there is no entity \"\(name)\"; it is one of \(names.joined(separator: ", "))"
                + (near.map { "; did you mean \($0)?" } ?? ""))
    }

    private func readColumns(_ tree: YAMLTree) -> [ColumnReference] {
        guard case .sequence(let elements, _) = tree else {
            return [readColumn(tree)].compactMap { $0 }
        }
        return elements.compactMap { readColumn($0) }
    }

    private func readOrder(_ tree: YAMLTree) -> OrderColumn? {
        guard var section = MappingSection(tree, "order", list) else { return nil }
        let column = section.require("column").flatMap { readColumn($0) }
        let formats = formats(&section)
        section.finish()
        return column.map { OrderColumn(column: $0, formats: formats) }
    }

    private func checkComplete(
        _ fields: [FieldMapping], _ entries: [YAMLTree.Entry], of entity: Entity, line: Int
    ) {
        for description in entity.fields where description.isRequired {
            guard !entries.contains(where: { $0.key == description.name }) else { continue }
            list.add(
                .fieldMissing, line: line,
                zh: "\(entity.name) 必须有字段 \(description.name)(\(description.shape.summary))",
                en: "\(entity.name) needs the field \(description.name) "
                    + "(\(description.shape.summary))")
        }
    }

    private func readField(_ entry: YAMLTree.Entry, of entity: Entity) -> FieldMapping? {
        guard let description = entity.field(entry.key) else {
            let names = entity.fields.map(\.name)
            let near = Nearest.choice(to: entry.key, among: names)
            list.add(
                .fieldUnknown, line: entry.line,
                zh: "\(entity.name) 没有字段“\(entry.key)”"
                    + (near.map { "；是否要写 \($0)?" }
                        ?? "，可用：\(names.joined(separator: ", "))"),
                en: "\(entity.name) has no field \"\(entry.key)\""
                    + (near.map { "; did you mean \($0)?" }
                        ?? "; it has \(names.joined(separator: ", "))"))
            return nil
        }
        return FieldMappingReader(description: description, reader: self).read(entry)
    }

    /// The ways in which days are written; without the key, those of Chinese offices.
    func formats(_ section: inout MappingSection) -> DateFormats {
        guard let texts = section.texts("formats") else {
            return DateFormats(patterns: [], takesChinese: true)
        }
        let patterns = texts.filter { $0 != "chinese" }.compactMap { text -> DatePattern? in
            if let pattern = DatePattern(text) { return pattern }
            list.add(
                .dateFormat, line: section.line,
                zh: "日期格式“\(text)”无法识别，如 chinese、yyyy-MM-dd、M/d/yyyy、yyyy年M月d日、"
                    + "MM/dd/yyyy hh:mm:ss a、serial",
                en: "\"\(text)\" is no date format; use such as chinese, yyyy-MM-dd, M/d/yyyy, "
                    + "yyyy年M月d日, MM/dd/yyyy hh:mm:ss a, serial")
            return nil
        }
        return DateFormats(patterns: patterns, takesChinese: texts.contains("chinese"))
    }
}
