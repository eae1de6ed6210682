package import JSON
package import Ledger

/// The ledger as a list of records.
package enum RecordList {}

extension RecordList {
    package struct Model: Sendable {
        package var sight: Sight
        package var head: LedgerHead
        package var checkpoint: Checkpoint?
        package var types: [String]
        package var actors: [String]
        /// What the address asks to see.
        package var filter: RecordFilter
        package var table: TableQuery
        /// Of all pages.
        package var count: Int
        package var shown: [LedgerDesk.Entry]

        package init(_ sight: Sight, _ query: Query, desk: LedgerDesk) async throws(LedgerError) {
            self.sight = sight
            head = try await desk.head()
            checkpoint = try await desk.checkpoint()?.checkpoint
            (types, actors) = try await desk.known(without: sight.withheld)
            filter = RecordFilter(query)
            table = TableQuery(query, sortable: [])
            if filter.isEmpty {
                count = head.size
                let window = table.window(of: count)
                let range = (count - window.upperBound)..<(count - window.lowerBound)
                shown = try await desk.entries(range).reversed().map(sight.seen)
            } else {
                var seqs = try await desk.seqs(
                    filter, in: filter.range(in: sight.city),
                    about: filter.recordsOfSubject(in: sight.city))
                // That one is found would tell what is kept from the reader.
                if !filter.isOfDaysOnly { seqs.removeAll(where: sight.isWithheld) }
                count = seqs.count
                shown = try await desk.entries(seqs[table.window(of: count)]).map(sight.seen)
            }
        }

        package var json: JSON {
            .object([
                .init("size", .integer(head.size)),
                .init("leaf", .string(head.leaf.hex)),
                .init("count", .integer(count)),
                .init("records", .array(shown.map(\.json))),
            ])
        }
    }
}

extension LedgerDesk.Entry {
    /// The record beside its leaf hash; the record is told as the value it is.
    package var json: JSON {
        .object([
            .init("leaf", .string(leaf.hex)),
            .init("record", value),
        ])
    }
}
