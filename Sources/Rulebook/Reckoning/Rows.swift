extension Reckoning {
    /// Rows of a table by their names, kept as numbers until somebody looks.
    public struct Rows: Sendable, RandomAccessCollection {
        public struct Row: Sendable, Hashable {
            /// The row's `id`, else its number, such as `#12`.
            public var name: String
            /// Cells of the fields asked for, in order.
            public var cells: [String?]
        }

        private let table: Facts.Table?
        private let columns: [Column]
        private let numbers: [Int32]

        /// No rows.
        init() { (table, columns, numbers) = (nil, [], []) }

        init(_ table: Facts.Table, _ columns: [Column], _ numbers: [Int32]) {
            (self.table, self.columns, self.numbers) = (table, columns, numbers)
        }

        public var startIndex: Int { 0 }
        public var endIndex: Int { numbers.count }

        public subscript(position: Int) -> Row {
            let row = Int(numbers[position])
            return Row(
                name: table?.rowName(row) ?? "#" + String(row + 1),
                cells: columns.map { $0.text(row) })
        }
    }
}
