import CityHall
import Delivery
import Hummingbird
import HummingbirdTesting
import JSON
import Ledger
import Rulebook
import Testing
import Web

/// That pages and the API say what the ledger says.
@Suite struct FiguresTests {
    @Test("The race of the API is byte for byte what the city hall's own scoring gives")
    func sameBytes() async throws {
        let made = try await MadeHouse()
        let period = try #require(Period("2024-10"))
        let question = RaceQuestion(rules: .adopted(id: "made"), period: period)
        let prepared = try question.prepare(made.hall.city, past: made.hall.history.city)
        let expected = try prepared.score().json.text() + "\n"
        try await made.application.test(.router) { client in
            let race = try await client.execute(uri: "/api/v1/races/made/2024-10", method: .get)
            #expect(String(buffer: race.body) == expected)
            let facts = try await client.execute(
                uri: "/api/v1/races/made/2024-10/facts", method: .get)
            #expect(Array(facts.body.readableBytesView) == prepared.factsBytes)
        }
    }

    @Test("A race as of an earlier record does not see what was recorded later")
    func asOf() async throws {
        let made = try await MadeHouse()
        try await made.application.test(.router) { client in
            let now = try await client.execute(uri: "/api/v1/races/made/2024-10", method: .get)
            let then = try await client.execute(
                uri: "/api/v1/races/made/2024-10?as_of=12", method: .get)
            #expect(Self.total(now.body, of: "zhongshan") == "25.00")
            #expect(Self.total(then.body, of: "zhongshan") == "0.00")
        }
    }

    @Test("A reckoning leads from the total through points and measure to the record of a row")
    func reckoning() async throws {
        let made = try await MadeHouse()
        let project = try #require(made.hall.city.projects[ProjectID(unchecked: "p1")])
        guard case .recognised(_, _, let seq) = project.claims[0].ruling else {
            Issue.record("the claim is not recognised")
            return
        }
        try await made.application.test(.router) { client in
            let page = try await client.execute(
                uri: "/races/made/2024-10/zhongshan?show=signed&lang=en", method: .get)
            let text = String(buffer: page.body)
            #expect(text.contains("rank 1, 25.00 points"))
            #expect(text.contains("<b>1 / 4</b>"))
            #expect(text.contains("/ledger/\(seq)"))
            #expect(text.contains("/projects/p1"))
        }
    }

    @Test("A record's page proves that it stands in the signed tree")
    func inclusion() async throws {
        let made = try await MadeHouse()
        try made.sign()
        let sight = made.house.sight(for: .person(.console))
        for seq in 0..<sight.city.size {
            let model = try #require(
                try await RecordPage.Model(sight, seq: seq, desk: made.house.ledger))
            #expect(model.isProven)
            #expect(model.siblings.contains(seq))
        }
    }

    @Test("Search finds by Chinese words, in any order and case, and by district")
    func search() async throws {
        let sight = try await MadeHouse().house.sight(for: .person(.console))
        func found(_ query: String) -> [String] {
            ProjectList.Model(sight, Query(parsing: query)).shown.map(\.id.text)
        }
        #expect(found("q=%E6%B8%AF%E5%8F%A3") == ["p2"])
        #expect(found("q=PIER%20east") == ["p3"])
        #expect(found("district=zhongshan&sort=-total") == ["p1", "p2"])
        #expect(found("unknown=1") == ["p3"])
        #expect(found("pending=1") == ["p3"])
        #expect(found("stage=signed") == ["p1"])
        #expect(found("q=%E4%B8%AD%E5%B1%B1") == ["p1", "p2"])
        // Full-width letters and an ideographic space are as good as plain ones.
        #expect(found("q=%EF%BC%A5%EF%BC%A1%EF%BC%B3%EF%BC%B4%E3%80%80pier") == ["p3"])
        #expect(found("q=%E6%B8%AF%E5%8F%A3x") == [])
        #expect(found("stage=none&sort=name").contains("p2"))
        #expect(found("district=nobody") == [])
    }

    @Test("A search finds a word wherever it stands in a row, and never across two rows")
    func substrings() async throws {
        let sight = try await MadeHouse().house.sight(for: .person(.console))
        let rows = sight.projects.rows
        for row in rows {
            let characters = Array(String(decoding: row.searched, as: UTF8.self))
            for start in characters.indices {
                for length in [1, 2, 5] where start + length <= characters.count {
                    let word = String(characters[start..<start + length])
                    guard !word.contains(where: \.isWhitespace) else { continue }
                    var query = Query()
                    query["q"] = word
                    let found = ProjectList.Model(sight, query).all.map(\.id)
                    let expected = rows.filter {
                        String(decoding: $0.searched, as: UTF8.self).contains(word)
                    }.map(\.id)
                    #expect(found == expected, "\(word)")
                }
            }
        }
    }

    @Test("Columns that were chosen are shown and exported, and no others")
    func chosenColumns() async throws {
        let made = try await MadeHouse()
        try await made.application.test(.router) { client in
            let csv = try await client.execute(
                uri: "/projects.csv?col=stage&col=plan&lang=en", method: .get)
            let head = String(buffer: csv.body).split(separator: "\r\n").first ?? ""
            #expect(head == "\u{FEFF}Project,Stage,Plan for 2024 (100 million yuan)")
        }
    }

    @Test("The board counts every project once, in the stage that it has reached")
    func board() async throws {
        let sight = try await MadeHouse().house.sight(for: .person(.console))
        let board = ProjectBoard.Model(sight, Query())
        #expect(board.columns.reduce(0) { $0 + $1.count } == sight.projects.rows.count)
        let signed = try #require(board.columns.first { $0.stage == .signed })
        #expect(signed.cards.map(\.id.text) == ["p1"])
    }

    @Test("An index that follows an earlier one equals one made anew")
    func indexFollows() async throws {
        let made = try await MadeHouse()
        let city = made.hall.city
        for size in [5, 15, 20, city.size - 1] {
            let earlier = ProjectIndex(try made.hall.history.city(of: size))
            let followed = ProjectIndex(city, after: earlier)
            let anew = ProjectIndex(city)
            #expect(followed.rows.map(\.json) == anew.rows.map(\.json))
            #expect(followed.rows.map(\.searched) == anew.rows.map(\.searched))
        }
    }

    @Test("The export holds every row that passes the filter, exact")
    func export() async throws {
        let made = try await MadeHouse()
        try await made.application.test(.router) { client in
            let csv = try await client.execute(
                uri: "/projects.csv?district=zhongshan&lang=en", method: .get)
            let lines = String(buffer: csv.body).split(separator: "\r\n")
            #expect(lines.count == 3)
            #expect(lines.dropFirst().first?.contains("12.5,") == true)
            #expect(csv.headers[.contentDisposition]?.contains("projects.csv") == true)
        }
    }

    private static func total(_ body: ByteBuffer, of unit: String) -> String? {
        guard let json = try? JSON.parse(Array(body.readableBytesView)),
            case .array(let lines)? = json["standings"]
        else { return nil }
        return lines.first { $0["unit"]?.stringValue == unit }?["total"]?.stringValue
    }
}
