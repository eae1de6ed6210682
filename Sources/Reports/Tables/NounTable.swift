import Delivery

/// A table of one noun, or of a part of it: its rows are folded state of the city.
struct NounTable: Sendable {
    let table: ExportTable
    private let emit: @Sendable (TableSource, (_ cells: [TableCell]) throws -> Void) throws -> Void

    init<Row>(
        _ name: String, key: [String], zh: String, en: String, _ groups: [ColumnGroup<Row>],
        rows: @escaping @Sendable (TableSource) -> [Row]
    ) {
        table = ExportTable(
            name: name, words: Words(zh: zh, en: en), columns: groups.flatMap(\.columns), key: key)
        emit = { source, write in
            for row in rows(source) { try write(groups.flatMap { $0.cells(row) }) }
        }
    }

    /// The lines that things of a noun serve beside their main one.
    static func otherLines(
        _ noun: String, of table: String,
        _ alignments: @escaping @Sendable (TableSource) -> [(String, Alignment)]
    ) -> NounTable {
        NounTable(
            "\(noun)_lines", key: [noun, "line"], zh: "主线之外所属的其他主线",
            en: "Lines served beside the main one.",
            [
                .of(table, noun, "编号", "which", required: true) { $0.id },
                .of("lines", "line", "主线", "the line", required: true) { $0.line },
            ]
        ) { source in
            alignments(source).flatMap { id, alignment in
                alignment.others.map { (id: id, line: $0.text) }
            }
        }
    }

    func write(_ source: TableSource, to sink: some TableSink) throws {
        try emit(source) { try sink.write($0, to: table) }
    }
}
