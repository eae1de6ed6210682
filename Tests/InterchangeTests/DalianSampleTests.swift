import Delivery
import Foundation
import Interchange
import JSON
import Rulebook
import Sheets
import Testing

@Suite("The sample of Dalian 2024")
struct DalianSampleTests {
    private let city: City
    private let facts: [[String: String]]

    /// The sample's own lines, with the areas that its made-up year would have registered.
    init() throws {
        let sample = try #require(Sample.named("dalian-2024"))
        var test = try TestCity(sample.commands())
        for area in ["changxingdao", "zhuanghe", "pulandian", "zhongshan"] {
            let register =
                #"{"cmd":"organization.register","from":"2024-01-01","id":"\#(area)","#
                + #""kind":"district","name":"\#(area)"}"#
            try test.run(try JSON.parse(Array(register.utf8)).canonical())
        }
        for (_, commands) in try sample.dated().sorted(by: { $0.key < $1.key }) {
            for dated in commands where !Self.needsOffices(dated) { try test.run(dated.command) }
        }
        city = test.city
        facts = try Self.rows("source/facts.csv")
    }

    /// The list is handled by offices and persons that only the made-up year registers.
    private static func needsOffices(_ dated: Sample.Dated) -> Bool {
        let text = String(decoding: dated.command, as: UTF8.self)
        return dated.person != nil || text.contains(#""cmd":"commitment."#)
            || text.contains(#""cmd":"person."#) || text.contains(#""cmd":"list."#)
    }

    private static func rows(_ name: String) throws -> [[String: String]] {
        let file = Shared.root.appending(path: "Tests/Fixtures/" + name)
        let text = try String(contentsOf: file, encoding: .utf8)
        var rows = text.split(whereSeparator: \.isNewline).map(Self.cells)
        let head = rows.removeFirst()
        return rows.map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
    }

    /// The cells of a line without quoted line breaks.
    private static func cells(_ line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    private func observation(_ fact: [String: String]) throws -> Observation {
        let id = try #require(fact["id"])
        let series = city.indicators.series(IndicatorID(unchecked: id.lowercased()))
        return try #require(
            series.points.compactMap(\.latest).first { $0.provenance.reference == id }, "\(id)")
    }

    @Test("every figure of the source stands with its qualifier, its bounds and its source")
    func everyFact() throws {
        #expect(facts.count == 46)
        for fact in facts {
            let observation = try observation(fact)
            #expect(observation.provenance.basis == .stated)
            #expect(observation.provenance.source?.text == "dalian-2024-article")
            let (low, high) = (fact["low"] ?? "", fact["high"] ?? "")
            let growth = fact["yoy_percent"] ?? ""
            let isGrowth = fact["kind"] == "growth"
            let expected: Figure? =
                switch fact["qualifier"] {
                case "exact": Decimal(isGrowth ? growth : low).map { .exact($0) }
                case "at_least": Decimal(low).map { .atLeast($0) }
                case "more_than": Decimal(low).map { .moreThan($0) }
                case "up_to": Decimal(high).map { .upTo($0) }
                case "range":
                    Decimal(low).flatMap { low in Decimal(high).map { .range(low, $0) } }
                default: .ofClass(low + (fact["unit"] ?? ""))
                }
            #expect(observation.figure == expected, "\(fact["id"] ?? "")")
            if !growth.isEmpty, !isGrowth { #expect(observation.growth == Decimal(growth)) }
            #expect(observation.periodInferred == (fact["period_is"] == "inferred"))
        }
    }

    @Test(
        "the growth that the source prints is reckoned from levels again",
        arguments: [
            ("industrial-value-added", "2024-01..2024-10", "7.4"),
            ("large-projects", "2024-01..2024-10", "13.8"),
            ("large-projects-investment", "2024-01..2024-10", "13.7"),
            ("f31", "2024-01..2024-09", "20.4"), ("f32", "2024-01..2024-09", "30.8"),
            ("f35", "2024-01..2024-09", "93.8"),
        ])
    func growth(id: String, period: String, printed: String) throws {
        let id = IndicatorID(unchecked: id)
        let indicator = try #require(city.indicators[id])
        let growth = indicator.computedGrowth(
            in: city.indicators.series(id), at: try #require(ObservedPeriod(period)))
        #expect(try #require(growth.value).text(places: 1, fixed: true) == printed)
        #expect(growth.seqs.count == 2)
    }

    @Test("high-tech manufacturing grew 14.9 per cent, by ten and more for nineteen months")
    func highTech() throws {
        let id = IndicatorID(unchecked: "high-tech-value-added")
        let indicator = try #require(city.indicators[id])
        let series = city.indicators.series(id)
        let october = try #require(Month(year: 2024, month: 10))
        let before = try #require(october.adding(months: -12))
        let now = try #require(indicator.yearToDate(in: series, through: october).value)
        let then = try #require(indicator.yearToDate(in: series, through: before).value)
        let growth = try #require((now - then).divided(by: then)) * Rational(100)
        #expect(growth.text(places: 1, fixed: true) == "14.9")
        let streak = indicator.streak(in: series, atLeast: Rational(10), through: october)
        #expect(streak.value?.count == 19)
        #expect(streak.value?.first == Month(year: 2023, month: 4))
    }

    @Test("foreign investment passed the targets of province and city by September")
    func targets() throws {
        let id = IndicatorID(unchecked: "f35")
        let indicator = try #require(city.indicators[id])
        let september = try #require(Month(year: 2024, month: 9))
        let attained = indicator.attainments(
            in: city.indicators.series(id), of: 2024, through: september)
        #expect(attained.map(\.target.key.setter) == [.province, .city])
        #expect(attained.allSatisfy { $0.reachedIn.value == september && $0.pace == .ahead })
    }

    @Test("the article's fifteen projects stand with their words, their source and their line")
    func projects() throws {
        let stated = city.projects.all.filter { $0.profile.provenance.basis == .stated }
        #expect(stated.count == 15)
        for project in stated {
            #expect(project.profile.wording?.isEmpty == false)
            #expect(project.profile.alignment.main != nil)
            #expect(project.reports.last?.stage != nil)
        }
    }
}
