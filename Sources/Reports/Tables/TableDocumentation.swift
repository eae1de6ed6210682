import Delivery

/// Says what the tables hold, as Markdown.
struct TableDocumentation {
    let language: ReportLanguage

    func page(_ tables: [ExportTable]) -> String {
        var lines = [
            "# " + language.of(zh: "导出的数据表", en: "Exported tables"), "", opening, "",
            "| " + language.of(zh: "种类", en: "kind") + " | SQLite | "
                + language.of(zh: "含义", en: "holds") + " |",
            "|---|---|---|",
        ]
        lines += ExportColumn.Kind.allCases.map {
            "| \($0.rawValue) | \($0.storage) | \(language.of($0.words)) |"
        }
        for table in tables { lines += section(table) }
        return lines.joined(separator: "\n") + "\n"
    }

    private var opening: String {
        language.of(
            zh: """
                `saima export tables --data DIR -o FILE.sqlite` 把城市的全部内容写成 SQLite 数据表，并写明各行所依据的
                台账记录号。文件内的表 `columns` 就是本页。本页由程序生成。
                """,
            en: """
                `saima export tables --data DIR -o FILE.sqlite` writes everything a city's ledger
                folds to as tables of an SQLite file, each row with the records it stands on, and
                the facts and standings of every race. Amounts are in major units unless said
                otherwise. Free texts and the names of persons and files, which may have to be
                forgotten, are not in it: only the hashes under which texts are kept. The table
                `columns` of the file says what this page says, which the program writes.
                """)
    }

    private func section(_ table: ExportTable) -> [String] {
        let words = (
            column: language.of(zh: "列", en: "column"), kind: language.of(zh: "种类", en: "kind"),
            holds: language.of(zh: "含义", en: "holds"), key: language.of(zh: "主键", en: "Key")
        )
        let rows = table.columns.map { column in
            let target = column.references.map { " → `\($0)`" } ?? ""
            let optional = column.isRequired ? "" : language.of(zh: "，可空", en: ", or nothing")
            return "| `\(column.name)` | \(column.kind.rawValue)\(optional) | "
                + "\(language.of(column.words))\(target) |"
        }
        let key = table.key.map { "`\($0)`" }.joined(separator: ", ")
        return [
            "", "## \(table.name)", "", language.of(table.words) + " \(words.key): \(key).", "",
            "| \(words.column) | \(words.kind) | \(words.holds) |", "|---|---|---|",
        ] + rows
    }
}
