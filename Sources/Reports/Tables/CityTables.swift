import Ledger

/// Everything a city's ledger folds to, and every race's facts, as tables.
package enum CityTables {
    /// In an order in which no row names one of a later table, but for organizations, which name
    /// each other.
    package static var all: [ExportTable] {
        [RecordTables.records] + nouns.map(\.table) + [RecordTables.subjects] + RaceTables.all
    }

    private static var nouns: [NounTable] {
        NounTable.city + NounTable.organizations + NounTable.projects + NounTable.progress
            + NounTable.indicators + NounTable.commitments + NounTable.blockers
            + NounTable.lists + NounTable.disclosures + NounTable.purges
    }

    /// What is being written, for whoever waits.
    package enum Step: Sendable, Hashable {
        case records(Int, of: Int)
        case nouns
        case races(Int, of: Int)
    }

    package static func write(
        _ source: TableSource, to sink: some TableSink, progress: (Step) -> Void
    ) throws {
        var source = source
        source.marks = try RecordTables.write(source, to: sink) {
            progress(.records($0, of: source.head.size))
        }
        progress(.nouns)
        for noun in nouns { try noun.write(source, to: sink) }
        try RecordTables.writeSubjects(source, to: sink)
        var races = RaceExport(source, to: sink)
        try races.write { progress(.races($0, of: $1)) }
    }

    /// The page `docs/tables.md`.
    package static func documentation(in language: ReportLanguage) -> String {
        let text = TableDocumentation(language: language)
        return text.page(all)
    }
}
