/// What a race is scored on: units, values by unit, and tables whose rows belong to units.
public struct Facts: Sendable {
    public struct Unit: Sendable, Hashable {
        public var id: String
        public var name: String?
        public var group: String?

        public init(id: String, name: String? = nil, group: String? = nil) {
            (self.id, self.name, self.group) = (id, name, group)
        }
    }

    /// A number with its source text.
    struct Figure: Sendable {
        var text: String
        var value: Rational
    }

    struct Values: Sendable {
        var name: String
        /// By unit, in the order of `units`.
        var figures: [Figure?]
    }

    struct Table: Sendable {
        var name: String
        /// Index into `units`, by row.
        var units: [Int32]
        var fields: [String]
        var columns: [Column]

        var rowCount: Int { units.count }
    }

    /// The name that errors cite.
    public let file: String
    public let period: Period
    public let units: [Unit]
    let values: [Values]
    let tables: [Table]

    /// The names under `values`, in order.
    public var valueNames: [String] { values.map(\.name) }
    public var tableNames: [String] { tables.map(\.name) }

    public func rowCount(of table: String) -> Int {
        tables.first { ExactText($0.name) == ExactText(table) }?.rowCount ?? 0
    }
}

extension Facts.Table {
    func column(_ field: String) -> Column? {
        fields.firstIndex { ExactText($0) == ExactText(field) }.map { columns[$0] }
    }

    /// How errors and reckonings call a row: its `id`, else its number, counted from 1.
    func rowName(_ row: Int) -> String {
        column("id")?.text(row) ?? "#" + String(row + 1)
    }
}

extension Facts {
    /// The cells of `values`, for writers: by name, then unit, null ones left out.
    package var valueCells: [(name: String, cells: [(unit: String, text: String)])] {
        values.map { values in
            let cells = zip(units, values.figures).compactMap { unit, figure in
                figure.map { (unit: unit.id, text: $0.text) }
            }
            return (values.name, cells)
        }
    }

    /// Hands out the rows of every table, for writers.
    package func forEachRow(
        of table: String, _ body: (_ unit: String, _ cells: [(field: String, cell: Cell)]) -> Void
    ) {
        guard let table = tables.first(where: { ExactText($0.name) == ExactText(table) }) else {
            return
        }
        for row in 0..<table.rowCount {
            let cells = zip(table.fields, table.columns).map { ($0, $1.cell(row)) }
            body(units[Int(table.units[row])].id, cells)
        }
    }
}
