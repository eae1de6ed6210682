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

    func write(_ source: TableSource, to sink: some TableSink) throws {
        try emit(source) { try sink.write($0, to: table) }
    }
}
