import Delivery
import Foundation
import Interchange
import JSON
import Rulebook
import RulebookYAML
import Sheets
import Testing

/// The real sheet of New York's capital projects, which is no part of the repository.
@Suite(
    "New York's capital projects",
    .enabled(if: Shared.capitalProjects != nil, "the shared data is not on this machine"))
struct CapitalProjectsTests {
    private let bytes: [UInt8]
    private let mapping: String
    private let prepared: TestCity

    init() throws {
        bytes = Array(try Data(contentsOf: try #require(Shared.capitalProjects)))
        let sample = try #require(Sample.named("nyc-capital"))
        mapping = try #require(sample.mappings.first).text
        prepared = try TestCity(sample.commands())
    }

    @Test("The sheet brings in 378 projects with 2,259 reports, and a second time nothing")
    func wholeSheet() throws {
        // Given the sample's boroughs and agencies.
        var city = prepared
        // When the sheet is planned and carried out.
        let plan = try city.plan(mapping, bytes: bytes)
        #expect(plan.preview.rejected == [])
        #expect(plan.preview.rows == 2_259)
        #expect(plan.preview.entities.map(\.new) == [378, 2_259])
        #expect(plan.preview.warnings.count == 8)
        try city.run(plan)
        // Then the city holds them, oddities and all.
        #expect(city.city.projects.count == 378)
        let reports = city.city.projects.all.map(\.reports.count).reduce(0, +)
        #expect(reports == 2_259)
        try checkOddities(city.city)
        // And the same sheet again changes nothing.
        let again = try city.plan(mapping, bytes: bytes)
        #expect(again.preview.entities.map(\.unchanged) == [378, 2_259])
        #expect(again.preview.isUnchanged)
        #expect(again.steps.isEmpty)
        try checkRaces(city.city)
    }

    private func checkOddities(_ city: City) throws {
        func project(_ id: String) throws -> Project {
            let id = try #require(ProjectID("nyc-" + id))
            return try #require(city.projects[id])
        }
        let far = try project("649").reports.first { $0.asOf == Day("2018-03-01") }
        #expect(far?.completion == .unknown(.implausibleDate, source: "10/21/2108"))
        let negative = try project("556").reports.first { $0.asOf == Day("2019-01-01") }
        #expect(
            negative?.totalInvestment == .unknown(.implausibleAmount, source: "-4102606"))
        let exact = try project("3").reports.first { $0.asOf == Day("2016-06-01") }
        #expect(exact?.totalInvestment?.value == Money("169276392.71"))
        let misspelt = try project("520").credits.latest?.value
        #expect(misspelt?.map(\.organization.text) == ["manhattan"])
        let outside = try project("405")
        #expect(outside.profile.place == .unknown(.outsideTheCity, source: "Upstate"))
        #expect(outside.credits.latest?.value == [])
    }

    private func checkRaces(_ city: City) throws {
        let sample = try #require(Sample.named("nyc-capital"))
        let text = try #require(sample.rulebooks.first)
        let rulebook = try Rulebook(yaml: text, file: "nyc-boroughs.yaml")
        // Given the first report, nothing can be compared: listed, without rank or total.
        let first = try standings(rulebook, city, "2013-09")
        #expect(first.lines.count == 5)
        #expect(first.lines.allSatisfy { $0.rank == nil && $0.total == nil })
        let months = [
            "2014-01", "2014-05", "2015-02", "2015-08", "2016-01", "2016-06", "2016-11", "2017-04",
            "2017-09", "2018-03", "2018-08", "2019-01", "2019-05", "2019-09",
        ]
        for month in months {
            let lines = try standings(rulebook, city, month).lines
            #expect(lines.compactMap(\.rank).first == 1, "\(month)")
            #expect(lines.allSatisfy { $0.rank != nil }, "\(month)")
        }
        // Then September 2019 comes out as a few lines of Python reckon it from the sheet.
        let last = try standings(rulebook, city, "2019-09")
        let totals = last.lines.map { "\($0.unit) \(last.totalText(of: $0) ?? "")" }
        #expect(
            totals == [
                "bronx 76.05", "queens 70.78", "brooklyn 62.60", "manhattan 50.04",
                "staten-island 46.73",
            ])
    }

    private func standings(
        _ rulebook: Rulebook, _ city: City, _ month: String
    ) throws -> Standings {
        let period = try #require(Period(month))
        return try rulebook.score(try RaceFacts(city, period: period).build())
    }

    @Test("Every damage is refused with its row, column and remedy, and nothing else is lost")
    func damaged() throws {
        // Given copies with a misspelt borough, an impossible date, a lost cell and a bad number.
        let text = String(decoding: bytes, as: UTF8.self)
        let damaged =
            text
            .replacingOccurrences(of: ",Manhatten,", with: ",Manhatan,")
            .replacingOccurrences(of: ",10/21/2108,", with: ",31/21/2018,")
            .replacingOccurrences(of: ",182980960,", with: ",182g80960,")
            .replacingOccurrences(of: ",168751769,-14229191,", with: ",168751769,")
        // When they are planned.
        let plan = try prepared.plan(mapping, bytes: Array(damaged.utf8))
        // Then every error is listed and no command remains.
        #expect(plan.steps.isEmpty)
        let rejected = plan.preview.rejected
        // Nine rows of the misspelt borough, each told once though two fields read it.
        #expect(rejected.filter { $0.code == .codeUnknown && $0.value == "Manhatan" }.count == 9)
        #expect(rejected.contains { $0.column == "Forecast Completion" && $0.row == 1_614 })
        #expect(rejected.contains { $0.column == "Budget Forecast" && $0.row == 2 })
        #expect(rejected.contains { $0.code == .rowWidth && $0.row == 3 })
        #expect(rejected.count == 12)
        #expect(rejected.allSatisfy { !$0.words.zh.isEmpty && !$0.words.en.isEmpty })
    }

    @Test("A damaged byte, a lost quote and a lost column are refused with their place")
    func unreadable() throws {
        func failure(_ bytes: [UInt8]) -> ImportFailure? {
            do {
                _ = try prepared.plan(mapping, bytes: bytes)
                return nil
            } catch {
                return error as? ImportFailure
            }
        }
        var broken = bytes
        broken[100_000] = 0xFF
        guard case .sheet(_, let error)? = failure(broken) else {
            Issue.record("a damaged byte was read")
            return
        }
        #expect(error.code == .invalidBytes)
        #expect((error.place?.row ?? 0) > 1)
        let text = String(decoding: bytes, as: UTF8.self)
        let unquoted = text.replacingOccurrences(
            of: "\"Bridges, Streets and Roadways\"", with: "\"Bridges, Streets and Roadways")
        #expect(failure(Array(unquoted.utf8)) != nil)
        let renamed = text.replacingOccurrences(of: ",Borough,", with: ",Boro,")
        guard case .mapping(let problems)? = failure(Array(renamed.utf8)) else {
            Issue.record("a lost column was not missed")
            return
        }
        #expect(
            Set(problems.problems.map(\.code)) == [.columnMissing, .columnUnmapped])
    }
}
