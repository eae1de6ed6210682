import Hummingbird
import HummingbirdTesting
import JSON
import Rulebook
import Testing
import Web

@Suite struct BulletinPageTests {
    @Test("A race's bulletin is a page that prints and two files, and its numbers are the race's")
    func page() async throws {
        let made = try await MadeHouse()
        try await made.application.test(.router) { client in
            func get(_ uri: String) async throws -> TestResponse {
                try await client.execute(uri: uri, method: .get)
            }
            let race = "/races/made/2024-10"
            let page = String(buffer: try await get("\(race)/bulletin?lang=en").body)
            // Given what the race says of each unit, when its row of the page is looked at.
            let told = try JSON.parse(
                Array(try await get("/api/v1\(race)").body.readableBytesView))
            let lines = try #require(told["standings"]?.arrayValue)
            #expect(lines.count == 2)
            for line in lines {
                let unit = try #require(line["unit"]?.stringValue)
                let name = unit == "zhongshan" ? "Zhongshan" : "西岗区"
                let row = try #require(
                    page.split(separator: "<tr>").first {
                        $0.contains("scope=\"row\"") && $0.contains(name)
                    })
                // Then rank and total stand there as they stand in the race.
                let rank = try #require(line["rank"]?.intValue)
                let total = try #require(line["total"]?.stringValue)
                let cells = row.matches(of: /<td[^>]*>([^<]*)<\/td>/).map { String($0.1) }
                #expect(cells.prefix(2) == ["\(rank)", total])
                // And so does its rank on each indicator, among those of its group.
                let marks = try self.marks(of: line, among: lines)
                #expect(!marks.isEmpty && cells.contains(marks), "\(cells): \(marks)")
            }
            #expect(page.contains("href=\"/assets/bulletin.css") && !page.contains("<style"))
            #expect(page.contains("href=\"\(race)/bulletin.docx?lang=en\""))
            #expect(page.contains("href=\"\(race)?lang=en\""))
            let style = try #require(
                page.split(separator: "/assets/bulletin.css").dropFirst().first)
            let address = "/assets/bulletin.css" + style.prefix { $0 != "\"" }
            #expect(try await get(address).headers[.contentType]?.hasPrefix("text/css") == true)
            for (ending, kind) in [("docx", "wordprocessingml"), ("xlsx", "spreadsheetml")] {
                let file = try await get("\(race)/bulletin.\(ending)")
                #expect(file.headers[.contentType]?.contains(kind) == true)
                #expect(
                    file.headers[.contentDisposition]
                        == "attachment; filename=\"bulletin-2024-10.\(ending)\"")
                #expect(file.body.readableBytesView.starts(with: Array("PK".utf8)))
            }
            let standings = String(buffer: try await get("\(race)?as_of=20").body)
            #expect(standings.contains("\(race)/bulletin?as_of=20"))
        }
    }

    /// How many of its group scored more on each indicator, and one.
    private func marks(of line: JSON, among lines: [JSON]) throws -> [String] {
        let scores = try #require(line["scores"]?.objectValue)
        return scores.map { own in
            guard let score = own.value["score"]?.stringValue.flatMap({ Rational($0) }) else {
                return "—"
            }
            let higher = lines.count { other in
                let others = other["scores"]?[own.key]?["score"]?.stringValue
                return other["group"] == line["group"]
                    && others.flatMap { Rational($0) }.map { $0 > score } == true
            }
            return "\(higher + 1)"
        }
    }
}

@Suite struct TemplatePageTests {
    @Test("Each template is served as a workbook and as the mapping that reads it")
    func files() async throws {
        let made = try await MadeHouse()
        try await made.application.test(.router) { client in
            for kind in ["organizations", "projects", "claims", "investment", "figures"] {
                let sheet = try await client.execute(uri: "/templates/\(kind).xlsx", method: .get)
                #expect(sheet.body.readableBytesView.starts(with: Array("PK".utf8)))
                let mapping = try await client.execute(
                    uri: "/templates/\(kind).yaml", method: .get)
                #expect(String(buffer: mapping.body).contains("mapping: template-\(kind)"))
            }
        }
    }
}

@Suite struct BlockerPageTests {
    @Test("Blockers are listed with their clock, filtered by address, exported, and kept whole")
    func list() async throws {
        let made = try await MadeHouse()
        try await made.application.test(.router) { client in
            func text(_ uri: String) async throws -> String {
                String(buffer: try await client.execute(uri: uri, method: .get).body)
            }
            // Given one raised on Monday 4 November with ten working days, on the day after.
            let list = try JSON.parse(Array(try await text("/api/v1/blockers").utf8))
            let one = try #require(list["blockers"]?.arrayValue?.first)
            #expect(one["due"]?.stringValue == "2024-11-18" && one["light"]?.stringValue == "green")
            #expect(one["working_days_left"]?.intValue == 9)
            let same = try JSON.parse(Array(try await text("/api/v1/blockers/b1").utf8))
            #expect(same == one)
            // Then a filter leaves it out or in, on the page and in the export.
            for (query, isThere) in [
                ("kind=land", true), ("kind=sea", false), ("tier=bureau&state=open", true),
                ("light=red", false), ("house=office", true), ("house=xigang", false),
            ] {
                let page = try await text("/blockers?\(query)&lang=en")
                #expect(page.contains("/blockers/b1") == isThere, "\(query)")
                let export = try await text("/blockers.csv?\(query)&lang=en")
                #expect(export.contains("b1,") == isThere, "\(query)")
            }
            let page = try await text("/blockers/b1?lang=en")
            #expect(page.contains("Raised") && page.contains("/projects/p2?lang=en"))
            let project = try await text("/projects/p2?lang=en")
            #expect(project.contains("/blockers/b1?lang=en"))
        }
    }
}
