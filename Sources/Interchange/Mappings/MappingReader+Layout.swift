import Sheets

extension MappingReader {
    /// The table under `sheet`.
    func layout(_ tree: YAMLTree) -> SheetLayout {
        var layout = SheetLayout()
        guard var section = MappingSection(tree, "sheet", list) else { return layout }
        if section.require("kind") != nil {
            layout.kind = choice(&section, "kind") ?? .csv
        }
        let encodings = TextEncoding.allCases.map { ($0.rawValue, Optional($0)) }
        layout.encoding = section.choice("encoding", encodings + [("auto", nil)]) ?? nil
        let delimiters: [(String, Delimiter?)] = [
            (",", .comma), (";", .semicolon), ("tab", .tab), ("\t", .tab), ("|", .bar),
            ("auto", nil),
        ]
        layout.delimiter = section.choice("delimiter", delimiters) ?? nil
        layout.skipRows = section.integer("skip_rows", in: 0...1000) ?? 0
        layout.headerRows = section.integer("header_rows", in: 1...5) ?? 1
        layout.choice = sheetChoice(&section)
        layout.hiddenRows = choice(&section, "hidden_rows") ?? .take
        layout.hiddenSheets = choice(&section, "hidden_sheets") ?? .skip
        layout.merged = choice(&section, "merged") ?? .once
        layout.totals = choice(&section, "totals") ?? .refuse
        layout.until = section.texts("until") ?? []
        layout.examples = section.texts("examples") ?? []
        section.finish()
        return layout
    }

    private func sheetChoice(_ section: inout MappingSection) -> SheetLayout.Choice? {
        let name = section.text("name")
        let position = section.integer("position", in: 1...4096)
        if name != nil, position != nil {
            list.add(
                .valueNotAllowed, line: section.line, zh: "name 与 position 只能写一个",
                en: "say name or position, not both")
        }
        return name.map { .name($0) } ?? position.map { .position($0) }
    }

    private func choice<Value: CaseIterable & RawRepresentable<String>>(
        _ section: inout MappingSection, _ key: String
    ) -> Value? {
        section.choice(key, Value.allCases.map { ($0.rawValue, $0) })
    }
}
