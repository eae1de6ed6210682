import Delivery
import Sheets

/// Reads a mapping file and checks it against the commands it will speak: every error at once,
/// each with its line.
package struct MappingReader {
    let list = ProblemList()

    /// - Parameter file: its name, for messages.
    package static func read(_ text: String, file: String) throws(MappingProblems) -> Mapping {
        let tree: YAMLTree
        do throws(MappingProblem) {
            tree = try YAMLTree.parse(text)
        } catch {
            throw MappingProblems(file: file, [error])
        }
        let reader = MappingReader()
        let mapping = reader.mapping(tree)
        guard let mapping, reader.list.problems.isEmpty else {
            throw MappingProblems(file: file, reader.list.problems)
        }
        return mapping
    }

    private func mapping(_ tree: YAMLTree) -> Mapping? {
        guard var top = MappingSection(tree, "mapping", list) else { return nil }
        let id = top.require("mapping").flatMap { top.text(of: $0, "mapping") }
        if let schema = top.require("schema"), let text = top.text(of: schema, "schema"),
            text != "1"
        {
            top.notAllowed(text, "schema", ["1"], line: schema.line)
        }
        let title = top.take("title").flatMap { words($0) }
        let sheet = top.require("sheet").map { layout($0) } ?? SheetLayout()
        let ignored = top.elements("ignore").compactMap { readColumn($0) }
        let recordTrees = top.require("records") == nil ? [] : top.elements("records")
        let records = recordTrees.compactMap { record($0) }
        let checks = top.elements("checks").compactMap { check($0, records) }
        top.finish()
        if recordTrees.isEmpty, list.problems.isEmpty {
            list.add(
                .keyMissing, line: top.line, zh: "records 是空的，至少要有一项 - entity:",
                en: "records is empty; it needs at least one - entity:")
        }
        guard let id else { return nil }
        return Mapping(
            id: id, title: title, sheet: sheet, ignored: ignored, records: records,
            checks: checks)
    }

    private func words(_ tree: YAMLTree) -> Words? {
        if case .scalar(let text, _, _) = tree { return Words(zh: text, en: text) }
        guard var section = MappingSection(tree, "title", list) else { return nil }
        let zh = section.text("zh")
        let en = section.text("en")
        section.finish()
        guard let either = zh ?? en else { return nil }
        return Words(zh: zh ?? either, en: en ?? either)
    }

    /// `Name`, `{name: Name, nth: 2}`, or `[Name, Other]` where it may be headed either way.
    func readColumn(_ tree: YAMLTree) -> ColumnReference? {
        switch tree {
        case .scalar(let name, _, let line):
            return ColumnReference(name: Trimming.trimmed(name), nth: nil, line: line)
        case .mapping:
            guard var section = MappingSection(tree, "column", list) else { return nil }
            let name = section.require("name").flatMap { section.text(of: $0, "name") }
            let nth = section.integer("nth", in: 1...4096)
            section.finish()
            return name.map {
                ColumnReference(name: Trimming.trimmed($0), nth: nth, line: tree.line)
            }
        case .sequence(let elements, let line):
            let names = elements.compactMap { element -> String? in
                if case .scalar(let name, _, _) = element { Trimming.trimmed(name) } else { nil }
            }
            if let first = names.first, names.count == elements.count {
                return ColumnReference(
                    name: first, others: Array(names.dropFirst()), nth: nil, line: line)
            }
            list.add(
                .wrongKind, line: tree.line,
                zh: "列应写列名，或几个列名的列表，或 {name: 列名, nth: 2}",
                en: "a column is its header, a list of headers, or {name: HEADER, nth: 2}")
            return nil
        }
    }

    private func check(_ tree: YAMLTree, _ records: [RecordMapping]) -> ChangeCheck? {
        guard var section = MappingSection(tree, "checks", list) else { return nil }
        let names = ["entity", "value", "change", "by", "along"]
        let values = names.map { key in
            section.require(key).flatMap { section.text(of: $0, key) } ?? ""
        }
        let tolerance = section.text("tolerance")
        section.finish()
        let record = records.first { $0.entity.name == values[0] }
        for (key, field) in zip(names, values).dropFirst() where !field.isEmpty {
            let known = record?.fields.map(\.name) ?? []
            if !known.contains(field) { section.notAllowed(field, key, known, line: tree.line) }
        }
        let decimal = tolerance.flatMap { Decimal($0) }
        if let tolerance, decimal == nil {
            section.notAllowed(tolerance, "tolerance", ["0", "1.5"], line: tree.line)
        }
        return ChangeCheck(
            entity: values[0], value: values[1], change: values[2], by: values[3],
            along: values[4], tolerance: decimal ?? .zero, line: tree.line)
    }
}
