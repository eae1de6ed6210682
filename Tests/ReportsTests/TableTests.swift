import CityHall
import Delivery
import Foundation
import JSON
import Ledger
import Reports
import Rulebook
import RulebookJSON
import SaimaProgram
import Testing

@Suite("Exported tables")
struct TableTests {
    private static let page = SaimaProgram.root.appending(path: "docs/tables.md")

    @Test("docs/tables.md says what the tables are; SAIMA_RENEW=1 writes it anew")
    func documentation() throws {
        let text = CityTables.documentation(in: .en)
        if ProcessInfo.processInfo.environment["SAIMA_RENEW"] != nil {
            try Data(text.utf8).write(to: Self.page)
        }
        let kept = try String(decoding: Data(contentsOf: Self.page), as: UTF8.self)
        let same = kept.utf8.elementsEqual(text.utf8)
        #expect(same, "docs/tables.md is not what the tables are: SAIMA_RENEW=1 swift test")
        for table in CityTables.all {
            #expect(
                CityTables.documentation(in: .zh).contains("## \(table.name)\n\n\(table.words.zh)"))
        }
    }

    /// Where each noun of the ledger's events stands.
    private static let nouns = [
        "city": "basis", "rulebook": "rulebooks", "organization": "organizations",
        "person": "people", "project": "projects", "target": "targets", "finding": "findings",
        "frame": "frames", "source": "sources", "indicator": "indicators",
        "calendar": "calendar_days", "directive": "directives", "commitment": "commitments",
        "blocker": "blockers", "list": "lists", "blob": "purges",
    ]

    @Test("every noun that events speak of has its table")
    func everyNoun() {
        let tables = Set(CityTables.all.map(\.name))
        for kind in EventKind.all {
            let noun = kind.type.description.prefix { $0 != "." }
            let table = Self.nouns[String(noun)]
            #expect(table.map(tables.contains) == true, "\(kind.type) has no table")
        }
    }

    @Test("names of tables and columns are told apart, and keys and references name columns")
    func shape() {
        let tables = CityTables.all
        #expect(Set(tables.map(\.name)).count == tables.count)
        for (place, table) in tables.enumerated() {
            let names = table.columns.map(\.name)
            #expect(Set(names).count == names.count, "\(table.name)")
            #expect(!table.key.isEmpty && Set(table.key).isSubset(of: names), "\(table.name)")
            for column in table.columns {
                guard let target = column.references else { continue }
                let order = tables.firstIndex { $0.name == target }
                #expect(order != nil, "\(table.name).\(column.name)")
                #expect(order.map { $0 <= place } ?? false || target == "organizations")
            }
        }
    }

    @Test("every table and field of race facts is exported")
    func facts() async throws {
        let made = try await MadeCity()
        try await made.register(project: "p")
        try await made.find("f", at: "x", .minor, on: "2024-01-05")
        try await made.ask(
            ReportInvestment {
                $0.project = ProjectID(unchecked: "p")
                $0.month = Month("2024-01") ?? .blank
                $0.amount = Money(minor: 1)
            }, as: "xx")
        try await made.ask(
            PlanYear {
                $0.project = ProjectID(unchecked: "p")
                $0.year = 2024
                $0.amount = Money(minor: 1)
            })
        try await made.ask(
            ReportProject {
                $0.project = ProjectID(unchecked: "p")
                $0.asOf = Day("2024-01-05") ?? .blank
                $0.stage = .known(.signed)
            })
        let facts = try RaceFacts(made.city, period: MadeCity.period("2024-01")).build()
        let tables = facts.json()["tables"]?.objectValue ?? []
        let factTables = CityTables.all.filter { $0.key == ["facts", "position"] }
        #expect(Set(tables.map { "fact_" + $0.key }) == Set(factTables.map(\.name)))
        for table in tables {
            let row = try #require(table.value.arrayValue?.first?.objectValue, "\(table.key)")
            let exported = try #require(factTables.first { $0.name == "fact_" + table.key })
            let columns = exported.columns.filter { $0.kind != .minor }.map(\.name)
            #expect(Set(row.map(\.key) + ["facts", "position"]) == Set(columns), "\(table.key)")
        }
    }

    @Test("each month under the rules has its race, and one that cannot be run says why")
    func races() async throws {
        let made = try await MadeCity()
        for unit in ["x", "y", "z", "w"] { try await made.score(unit, a: ["1"]) }
        try await made.ask(
            GroupOrganization {
                $0.organization = OrganizationID(unchecked: "z")
                $0.group = nil
                $0.from = Day("2024-02-10") ?? .earliest
            })
        made.at("2024-03-20")
        try await made.register(project: "p")
        let sink = RowSink()
        try CityTables.write(try made.source, to: sink) { _ in }
        let races = sink.rows["races"] ?? []
        #expect(races.map { $0[2] } == ["2024-01", "2024-02", "2024-03"].map { .text($0) })
        #expect(sink.rows["standings"]?.count == 4 + 3 + 3)
        #expect(sink.rows["basis"]?.count == 1)
        for (name, rows) in sink.rows {
            let table = try #require(CityTables.all.first { $0.name == name })
            #expect(rows.allSatisfy { $0.count == table.columns.count }, "\(name)")
        }
    }

    @Test("an empty ledger gives empty tables")
    func empty() throws {
        let reader = try MemoryLedgerStore().reader()
        let source = TableSource(
            City(), head: .empty, history: CityHistory(reader, heads: []), reader: reader)
        let sink = RowSink()
        try CityTables.write(source, to: sink) { _ in }
        #expect(sink.rows.keys.sorted() == ["basis", "commitment_clocks", "tier_clocks"])
    }
}

/// Keeps rows by their tables.
final class RowSink: TableSink {
    private(set) var rows: [String: [[TableCell]]] = [:]

    func write(_ cells: [TableCell], to table: ExportTable) {
        rows[table.name, default: []].append(cells)
    }
}
