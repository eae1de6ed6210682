import CityHall
import Delivery
import HashTreeCollections
import Rulebook

/// Runs the races of a city and writes what they were scored on and what came of them. Races on
/// the same facts share one set of them.
struct RaceExport<Sink: TableSink> {
    private let source: TableSource
    private let sink: Sink
    /// By the hash of the facts.
    private var sets: [String: Int] = [:]
    private var count = 0

    init(_ source: TableSource, to sink: Sink) {
        self.source = source
        self.sink = sink
    }

    mutating func write(progress: (Int, Int) -> Void) throws {
        let questions = RaceCalendar(source.city).questions
        for (place, question) in questions.enumerated() {
            progress(place, questions.count)
            try write(question.rulebook, question.period)
        }
    }

    private mutating func write(_ rulebook: String, _ period: Period) throws {
        count += 1
        let head: [TableCell] = [
            .integer(Int64(count)), .text(rulebook), .text(period.description),
        ]
        switch run(rulebook, period) {
        case .success((let prepared, let scored)):
            let set = try writeFacts(prepared, hash: scored.factsHash, period)
            try sink.write(
                head + [
                    .text(scored.standings.version), .text(scored.rulebookHash),
                    .integer(Int64(set)), .null, .null, .null,
                ], to: RaceTables.races)
            try writeStandings(scored.standings)
        case .failure(.ledger(let failure)): throw failure
        case .failure(let refusal):
            let (code, words) = refusal.told
            try sink.write(
                head + [.null, .null, .null, .text(code), .text(words.zh), .text(words.en)],
                to: RaceTables.races)
        }
    }

    private func run(
        _ rulebook: String, _ period: Period
    ) -> Result<(PreparedRace, ScoredRace), RaceRefusal> {
        Result { () throws(RaceRefusal) in
            let prepared = try RaceQuestion(rules: .adopted(id: rulebook), period: period)
                .prepare(source.city, past: source.history.city)
            return (prepared, try prepared.score())
        }
    }

    private func writeStandings(_ standings: Standings) throws {
        let race = TableCell.integer(Int64(count))
        for (place, line) in standings.lines.enumerated() {
            try sink.write(
                [
                    race, .integer(Int64(place + 1)), .text(line.group), .text(line.unit),
                    .integer(line.rank), .text(standings.totalText(of: line)),
                    .text(line.base.text()), .text(line.bonus.text()), .text(line.penalty.text()),
                    .flag(line.veto),
                ], to: RaceTables.standings)
            for score in line.scores {
                try sink.write(
                    [
                        race, .text(line.unit), .text(score.indicator),
                        .text(score.earned?.score.text()), .text(score.earned?.points.text()),
                    ], to: RaceTables.scores)
            }
        }
    }

    private mutating func writeFacts(
        _ prepared: PreparedRace, hash: String, _ period: Period
    ) throws -> Int {
        if let known = sets[hash] { return known }
        let number = sets.count + 1
        sets[hash] = number
        let set = TableCell.integer(Int64(number))
        try sink.write(
            [set, .text(period.description), .text(hash), .integer(Int64(prepared.counted))],
            to: RaceTables.factSets)
        try writeUnits(prepared, set, period)
        try writeValues(prepared, set, period)
        let unit = prepared.city.settings?.unit ?? .yi
        for table in FactTable.all {
            var rows: [[TableCell]] = []
            prepared.facts.forEachRow(of: table.name) { owner, cells in
                let head: [TableCell] = [set, .integer(Int64(rows.count + 1)), .text(owner)]
                rows.append(head + table.cells(cells, unit: unit))
            }
            for row in rows { try sink.write(row, to: table.table) }
        }
        return number
    }

    private func writeUnits(_ prepared: PreparedRace, _ set: TableCell, _ period: Period) throws {
        for (place, unit) in prepared.facts.units.enumerated() {
            let organization = OrganizationID(unit.id).flatMap { prepared.city.organizations[$0] }
            try sink.write(
                [
                    set, .integer(Int64(place + 1)), .text(unit.id), .text(unit.name),
                    .text(unit.group), .integer(organization?.group.entry(on: period.end)?.seq),
                ], to: RaceTables.factUnits)
        }
    }

    private func writeValues(
        _ prepared: PreparedRace, _ set: TableCell, _ period: Period
    ) throws {
        var seqs: [String: Int] = [:]
        for target in prepared.city.targets.values where target.key.year == period.year {
            seqs["\(target.key.measure) \(target.key.organization)"] = target.seq
        }
        for (name, cells) in prepared.facts.valueCells {
            let measure = name.split(separator: ".", maxSplits: 1).last ?? ""
            for cell in cells {
                try sink.write(
                    [
                        set, .text(name), .text(cell.unit), .text(cell.text),
                        .integer(seqs["\(measure) \(cell.unit)"]),
                    ], to: RaceTables.factValues)
            }
        }
    }
}
